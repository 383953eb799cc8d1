"""Fields that a file states of itself, read as their values read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from greffier.reading.folding import View
from greffier.reading.stated import unescaped
from greffier.sources import receive

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture(name="title_of")
def _title_of(tmp_path: Path) -> Callable[[str], str]:
    def title_of(printed: str) -> str:
        path = tmp_path / "record.md"
        path.write_text(f'---\ntitle: "{printed}"\n---\n\nThe President met.\n', encoding="utf-8")
        witness = receive(path).witness
        view = unescaped(View.of(witness.text), witness)
        return view.text.partition('title: "')[2].partition('"\n---')[0]

    return title_of


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("Prime Minister of\\_Japan", "Prime Minister of Japan"),
        # A blank that does not break, the end of a line and its indent are one blank.
        ("the Virtual Quad Leaders\\_\\\n  Summit", "the Virtual Quad Leaders Summit"),
        ("Prime Minister\\\n  \\ Morrison", "Prime Minister Morrison"),
        ("President Niinist\\xF6 of Finland", "President Niinistö of Finland"),
        ("President\\_Biden\\u2019s Meeting", "President Biden's Meeting"),
    ],
)
def test_a_title_has_no_escapes(title_of: Callable[[str], str], printed: str, read: str) -> None:
    assert title_of(printed) == read
