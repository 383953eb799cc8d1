"""The figures that are shown: their form, their examples, and one source for both places."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from greffier.scoring import Fault
from tests.places import ROOT
from tests.quality.figures import _example, measured
from tests.quality.page import FIGURES, printed
from tests.quality.sets import PINNED

if TYPE_CHECKING:
    from pathlib import Path

KEPT = json.loads(FIGURES.read_text(encoding="utf-8"))
PAGE = "<body><div class=menu>x</div><p>One.</p>A note, Moscow, 3 May 2020.</body>"


def test_the_document_is_printed_from_the_figures_that_the_pages_show() -> None:
    document = (ROOT / "docs" / "quality.md").read_text(encoding="utf-8")
    assert document == "\n".join(printed(KEPT)), "write both anew with `make quality`"


def test_what_is_measured_has_the_form_of_what_is_shown() -> None:
    made = measured([PINNED])
    assert made.keys() == KEPT.keys()
    (one,) = made["sets"]
    shown = next(kept for kept in KEPT["sets"] if kept["name"] == one["name"])
    assert one.keys() == shown.keys()
    assert [row["finding"] for row in one["figures"]] == [
        row["finding"] for row in shown["figures"]
    ]


def test_pages_that_do_not_show_their_text_are_counted(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "b.html").write_text(f"<article>{PAGE * 2}</article>", encoding="utf-8")
    gold = tmp_path / "gold.jsonl"
    lines = [json.dumps({"file": name, "date": "2020-05-03"}) for name in ("a.html", "b.html")]
    gold.write_text("\n".join(lines), encoding="utf-8")
    (one,) = measured([replace(PINNED, gold=gold, folder=tmp_path)])["sets"]
    assert one["pages"] == {"all": 2, "unsure": 2}
    assert "2 of 2 web pages do not show which part" in "\n".join(printed({**KEPT, "sets": [one]}))


@pytest.mark.parametrize(
    ("fault", "example"),
    [
        (Fault("turns", "a.txt", "missed", ("Chair", "order")), "a.txt: Chair, order"),
        (Fault("chair", "a.txt", "wrong", None, ("Ada", None)), "a.txt: Ada"),
        (Fault("date", "a.txt", "different", "2020", None), "a.txt: 2020; read: nothing"),
    ],
)
def test_an_example_is_in_words(fault: Fault, example: str) -> None:
    assert _example(fault) == example
