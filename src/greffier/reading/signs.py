"""The signs of Markdown, which nobody sees who reads the page: `**`, `##`, `[words](address)`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.model import Mark, Witness
    from greffier.reading.folding import View

_HEADING = re.compile(r" {0,3}#{1,6}[ \t]*$")
_TARGET = re.compile(r"\]\([^\n]{0,2000}?\)")
_WIDTHS = {"bold": 2, "italic": 1}
_BEFORE = 12


def without_signs(view: View, witness: Witness) -> View:
    """Give a view without the signs whose meaning the marks have; the same view if it has none."""
    if witness.media_type != "text/markdown" or not witness.marks:
        return view
    signs = sorted({sign for mark in witness.marks for sign in _signs(mark, witness.text)})
    return view.edited(_cuts(view, signs))


def _signs(mark: Mark, text: str) -> Iterator[tuple[int, int]]:
    """Yield where in the witness text the signs of a mark stand."""
    start, end = mark.span
    if width := _WIDTHS.get(mark.kind):
        yield start - width, start
        yield end, end + width
    elif mark.kind == "heading":
        if found := _HEADING.search(text, max(start - _BEFORE, 0), start):
            yield found.span()
    elif text[max(start - 1, 0) : start] == "[" and (found := _TARGET.match(text, end)):
        yield start - 1, start
        yield found.span()


def _cuts(view: View, signs: list[tuple[int, int]]) -> Iterator[tuple[int, int, str]]:
    last = 0
    for start, end in signs:
        at, stop = view.position(start), view.position(end - 1) + 1
        if at >= last:
            yield at, stop, ""
            last = stop
