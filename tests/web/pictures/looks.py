"""A picture as it is laid out: where its words stand at a width."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Final, NamedTuple
from xml.etree import ElementTree as ET

from greffier.web.pictures.canvas import wide

if TYPE_CHECKING:
    from collections.abc import Iterator

SVG: Final = "{http://www.w3.org/2000/svg}"
NARROW: Final = 288
"""What a phone of 320 pixels leaves for a picture; words that are for wide screens are not shown.

From `MEDIUM` on, the style sheet shows all of them.
"""
MEDIUM: Final = 608
WIDTHS: Final = (NARROW, MEDIUM, 960)


class Box(NamedTuple):
    """Where some words stand, in pixels."""

    words: str
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Say whether some of it stands on the other."""
        beside = self.right <= other.left + 0.01 or other.right <= self.left + 0.01
        return not (beside or self.bottom <= other.top or other.bottom <= self.top)


def parsed(svg: str) -> ET.Element:
    """Read a picture as XML does, which fails where it is none; as a page has it, or as a file."""
    if "xmlns" not in svg[: svg.index(">")]:
        svg = svg.replace("<svg", f'<svg xmlns="{SVG[1:-1]}"', 1)
    return ET.fromstring(svg)  # noqa: S314 - our own, and the test is that it can be read


def boxes(svg: str, width: float) -> Iterator[Box]:
    """Yield where words stand in a picture that is so wide."""
    root = parsed(svg)
    if not root.attrib["width"].endswith("%"):
        width = float(root.attrib["width"])
    for one in root.iter(f"{SVG}text"):
        if "wide-only" in one.attrib["class"] and width < MEDIUM:
            continue
        said = "".join(one.itertext()).removeprefix(one.findtext(f"{SVG}title") or "")
        size = float(one.attrib["font-size"])
        at = pixels(one.attrib["x"], width) + float(one.attrib.get("dx", "0"))
        room = wide(said, size)
        left = at - {"start": 0.0, "middle": room / 2, "end": room}[one.attrib["text-anchor"]]
        base = float(one.attrib["y"])
        yield Box(said, left, base - size, left + room, base + size / 4)


def pixels(value: str, width: float) -> float:
    """Give a place along the width in pixels."""
    return float(value[:-1]) / 100 * width if value.endswith("%") else float(value)


def overlapping(svg: str, width: float) -> list[tuple[Box, Box]]:
    """Give the words of a picture that stand on others."""
    return [(one, other) for one, other in combinations(boxes(svg, width), 2) if one.meets(other)]


def outside(svg: str, width: float) -> list[Box]:
    """Give the words that stand outside of their picture."""
    root = parsed(svg)
    if not root.attrib["width"].endswith("%"):
        width = float(root.attrib["width"])
    height = float(root.attrib["height"])
    return [
        one
        for one in boxes(svg, width)
        if one.left < -1 or one.right > width + 1 or one.top < 0 or one.bottom > height
    ]
