"""Lines and paragraphs of a PDF file as text, with its bold words as marks."""

from __future__ import annotations

import re
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from greffier.model import Mark, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from greffier.sources.pdf.pieces import Piece

_APART = 1.35  # times the usual distance of lines
_INDENTED = (0.6, 6.0)  # times the height of the letters
_ENDS_SENTENCE = re.compile(r"[.!?:…][\"'”’»)\]]{0,2}$")


def written(pages: list[list[Piece]]) -> tuple[str, tuple[Mark, ...]]:
    """Give the text of pages whose lines are in order, and its marks.

    Lines that stand further apart than others, and indented ones, begin a paragraph; at the end
    of a page or a column one goes on where no sentence has ended.
    """
    lines = [(n, line) for n, page in enumerate(pages) for line in page if line.words.strip()]
    pitch = _pitch(pages)
    out: list[str] = []
    bold: list[tuple[int, int]] = []
    length = 0
    for n, (page, line) in enumerate(lines):
        if n:
            last, before = lines[n - 1]
            after = lines[n + 1][1] if n + 1 < len(lines) else None
            turned = page != last
            gap = "\n\n" if _begins(before, line, after, pitch, turned=turned) else "\n"
            out.append(gap)
            length += len(gap)
        bold += [(length + start, length + end) for start, end in line.bold]
        out.append(line.words)
        length += len(line.words)
    words = "".join(out)
    return words, tuple(_marks(bold, words))


def _pitch(pages: list[list[Piece]]) -> float:
    """Give the usual distance from one line to the next."""
    steps = [a.bottom - b.bottom for page in pages for a, b in pairwise(page)]
    down = [step for step in steps if step > 1]
    return median(down) if down else 0.0


def _begins(before: Piece, line: Piece, after: Piece | None, pitch: float, *, turned: bool) -> bool:
    """Say whether a line begins a paragraph."""
    step = before.bottom - line.bottom
    if turned or step < -line.height:  # another page, or another column
        return _ENDS_SENTENCE.search(before.words) is not None
    if step > _APART * pitch:
        return True
    low, high = (times * line.height for times in _INDENTED)
    indented = low < line.left - before.left < high and step > 1
    # The lines of a list go on indented; of a paragraph, only the first is.
    return indented and (after is None or after.left < line.left - low / 2)


def _marks(bold: Iterable[tuple[int, int]], words: str) -> Iterable[Mark]:
    """Yield bold words, those that follow each other as one."""
    held: tuple[int, int] | None = None
    for start, end in bold:
        if held is not None and words[held[1] : start].strip(" ") == "":
            held = (held[0], end)
            continue
        if held is not None:
            yield Mark(kind="bold", span=Span(*held))
        held = (start, end)
    if held is not None:
        yield Mark(kind="bold", span=Span(*held))
