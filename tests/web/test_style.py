"""The colours of every view can be read by everyone who can read."""

from __future__ import annotations

import re
from importlib.resources import files
from typing import Final

import pytest

from greffier.model import VARIANT_KINDS
from greffier.web.view import CHOICES

SHEET: Final = files("greffier.web").joinpath("static", "greffier.css").read_text("utf-8")
KINDS: Final = [kind for kind in VARIANT_KINDS if kind != "furniture"]  # which is soft
AA: Final = 4.5  # the contrast that WCAG 2.2 wants of text at level AA


def colours(name: str, mode: str) -> dict[str, str]:
    """Give the colours of a view by their names in the style sheet."""
    selector = ":root" if name == "white" else f'[data-colours="{name}"]'
    rules = SHEET[SHEET.index(selector + " {") :].split("}")[0]
    pairs = re.findall(r"--(\w+): light-dark\((#\w{6}), (#\w{6})\)", rules)
    return {key: dark if mode == "dark" else light for key, light, dark in pairs}


def luminance(colour: str) -> float:
    """Give the relative luminance of a colour as WCAG defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("name", CHOICES["colours"])
@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("ink", "paper"),
        ("soft", "paper"),
        ("link", "paper"),
        ("doubt", "paper"),
        ("ink", "sheet"),
        ("soft", "sheet"),
        ("link", "sheet"),
        ("marked", "fact"),
        ("marked", "hit"),
        ("paper", "link"),
        *(("paper", kind) for kind in KINDS),  # the tag of a variant
        *((kind, "paper") for kind in KINDS),  # and its line
    ],
)
def test_text_stands_out_from_its_ground(name: str, mode: str, text: str, ground: str) -> None:
    given = colours(name, mode)
    lighter, darker = sorted((luminance(given[text]), luminance(given[ground])), reverse=True)
    assert (lighter + 0.05) / (darker + 0.05) >= AA
