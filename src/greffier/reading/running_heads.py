"""Running heads and page numbers, which a printed page leaves in the middle of a sentence."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from greffier.model import Span
from greffier.reading.layout import Line, lines_of
from greffier.reading.letters import LOWER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from greffier.reading.folding import View

_FIGURES = re.compile(r"\d+")
_BEGINS_SMALL = re.compile(rf"[{LOWER}]")
_LONGEST = 80
_DIGITS = 40  # of all its figures
_RECURS = 3
# A page has at least so many lines; figures that come closer together are a list or a table.
_PAGE = 12
_BESIDE = 2


def without_running_heads(view: View) -> tuple[tuple[Span, ...], View]:
    """Cut running heads and page numbers out of a view, and say where they stood.

    A short line that ends no sentence and recurs page by page, alike but for figures that grow or
    stay, is one: `S/PV.7138`, `14-26466 3/15`; and so is whatever recurs right beside it.
    """
    lines = lines_of(view)
    heads = {line.n for them in _alike(lines, figures=True) if _paged(them) for line in them}
    if not heads:
        return (), view
    near = {n + step for n in heads for step in range(-_BESIDE, _BESIDE + 1)}
    heads |= {line.n for them in _alike(lines) if _beside(them, near) for line in them}
    spans = tuple(view.span(lines[n].start, lines[n].end) for n in sorted(heads))
    return spans, view.edited(_cuts(lines, heads))


def outside(span: Span, cut: Sequence[Span]) -> Iterator[Span]:
    """Yield the pieces of a span that lie outside of what was cut out of it, given in order."""
    start = span.start
    for at in range(bisect_left(cut, span.start, key=_start), len(cut)):
        one = cut[at]
        if not span.holds(one):
            break
        if one.start > start:
            yield Span(start, one.start)
        start = one.end
    if start < span.end:
        yield Span(start, span.end)


def _start(span: Span) -> int:
    return span.start


def _alike(lines: Iterable[Line], *, figures: bool = False) -> Iterator[list[Line]]:
    """Yield the short lines that are alike but for their figures."""
    alike: dict[str, list[Line]] = {}
    for line in lines:
        if len(line.text) > _LONGEST + _DIGITS:
            continue
        key = _FIGURES.sub("0", line.text)
        if len(key) <= _LONGEST and not line.ends_sentence and ("0" in key or not figures):
            alike.setdefault(key, []).append(line)
    yield from alike.values()


def _paged(lines: list[Line]) -> bool:
    """Whether lines come page by page, with figures that grow or stay."""
    if len(lines) < _RECURS or lines[-1].n - lines[0].n < _PAGE * (len(lines) - 1):
        return False
    values = [tuple(map(int, _FIGURES.findall(line.text))) for line in lines]
    return len(set(values)) == 1 or all(a < b for a, b in itertools.pairwise(values))


def _beside(lines: list[Line], near: set[int]) -> bool:
    """Whether lines that are alike recur right beside running heads, and nowhere else."""
    return len(lines) >= _RECURS and all(line.n in near for line in lines)


def _cuts(lines: tuple[Line, ...], heads: set[int]) -> Iterator[tuple[int, int, str]]:
    """Yield the cuts; a sentence that a page parted goes on behind them."""
    for first in sorted(heads):
        if first - 1 in heads:
            continue
        last = first
        while last + 1 in heads:
            last += 1
        before = lines[first - 1] if first else None
        after = lines[last + 1] if last + 1 < len(lines) else None
        if after is None:
            yield lines[first].start, lines[last].end, ""
        elif before is None or before.ends_sentence:
            yield lines[first].start, after.start, ""
        else:
            joins = " " if _BEGINS_SMALL.match(after.text) else "\n"
            yield before.end, after.start, joins
