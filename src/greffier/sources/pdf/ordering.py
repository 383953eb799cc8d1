"""Pieces in reading order: without running heads, and one column after the other."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from itertools import groupby
from statistics import median
from typing import TYPE_CHECKING

from greffier.sources.pdf.margins import without_line_numbers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from greffier.sources.pdf.pieces import Piece

_EDGE = 3  # lines at the top of a page, and as many at its bottom
_RECURS = 0.4  # of the pages: heads of left and of right pages may differ
_AROUND = 3  # pages before and after
_SAME_HEIGHT = 8.0  # points
_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(
    r"\W{0,3}(?:page )?(?P<n>\d{1,5})(?:\W{1,3}(?:of )?\d{1,5})?\W{0,3}", re.IGNORECASE
)
_STEPS = 40  # places where a gutter may be
_CROSSING = 0.2  # of the pieces: headings run over both columns
_FEWEST = 6  # lines of a column
_FILLED = 0.55  # of a column's width, by most of its lines; cells of a table are shorter


def ordered(pages: list[list[Piece]]) -> list[list[Piece]]:
    """Give the lines of each page as they are read; what belongs to one line is joined."""
    bare = [without_line_numbers(pieces) for pieces in pages]
    return [_in_order(pieces) for pieces in _without_running(bare)]


def _without_running(pages: list[list[Piece]]) -> Iterator[list[Piece]]:
    """Leave out what recurs at the edges of pages, at the same height, whatever its number."""
    places: dict[str, list[tuple[int, float]]] = defaultdict(list)
    edges = [_edges(pieces) for pieces in pages]
    for n, edge in enumerate(edges):
        for piece in edge:
            places[_numbered(piece)].append((n, piece.bottom))
    least = max(2, _RECURS * len(pages))
    for n, (pieces, edge) in enumerate(zip(pages, edges, strict=True)):
        out = {
            id(piece)
            for piece in edge
            if _recurs(piece, n, places[_numbered(piece)], least) or _is_number(piece, n)
        }
        yield [piece for piece in pieces if id(piece) not in out]


def _recurs(piece: Piece, page: int, places: list[tuple[int, float]], least: float) -> bool:
    """Say whether a piece stands on enough pages, or on enough of those around: of one chapter."""
    there = {n for n, bottom in places if abs(bottom - piece.bottom) < _SAME_HEIGHT}
    around = sum(abs(n - page) <= _AROUND for n in there)
    return len(there) >= least or around >= _AROUND


def _is_number(piece: Piece, n: int) -> bool:
    """A page's own number, on whatever page it begins to be printed."""
    found = _NUMBER.fullmatch(piece.words)
    return found is not None and int(found["n"]) == n + 1


def _numbered(piece: Piece) -> str:
    return _DIGITS.sub("#", " ".join(piece.words.casefold().split()))


def _edges(pieces: list[Piece]) -> list[Piece]:
    """Give the pieces of the uppermost and of the lowest lines of a page."""
    rows = list(_rows(pieces))
    if len(rows) <= _EDGE:
        return [piece for row in rows for piece in row]
    ends = [*rows[:_EDGE], *rows[max(_EDGE, len(rows) - _EDGE) :]]
    return [piece for row in ends for piece in row]


def _rows(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Yield the pieces that stand on one height, from the top down, each row from the left."""
    row: list[Piece] = []
    for piece in sorted(pieces, key=lambda one: (-one.bottom, one.left)):
        if row and row[0].bottom - piece.bottom > row[0].height / 2:
            yield sorted(row, key=lambda one: one.left)
            row = []
        row.append(piece)
    if row:
        yield sorted(row, key=lambda one: one.left)


def _in_order(pieces: list[Piece]) -> list[Piece]:
    gutter = _gutter(pieces)
    if gutter is None:
        return [_joined(list(line)) for _, line in groupby(pieces, key=lambda one: one.line)]
    out: list[Piece] = []
    left: list[Piece] = []
    right: list[Piece] = []
    for row in _rows(pieces):
        crossing = [one for one in row if one.left < gutter < one.right]
        if crossing:
            out += [*left, *right, _joined(row)]
            left, right = [], []
            continue
        for side, held in ((row_left(row, gutter), left), (row_right(row, gutter), right)):
            if side:
                held.append(_joined(side))
    return [*out, *left, *right]


def row_left(row: list[Piece], gutter: float) -> list[Piece]:
    """Give what of a row stands left of the gutter."""
    return [one for one in row if one.right <= gutter]


def row_right(row: list[Piece], gutter: float) -> list[Piece]:
    """Give what of a row stands right of the gutter."""
    return [one for one in row if one.left >= gutter]


def _gutter(pieces: list[Piece]) -> float | None:
    """Find where a page is divided into two columns: a place that next to no line runs over."""
    if len(pieces) < 2 * _FEWEST:
        return None
    start, end = min(one.left for one in pieces), max(one.right for one in pieces)
    places = [start + (end - start) * (0.3 + 0.4 * n / _STEPS) for n in range(_STEPS + 1)]
    crossed = [sum(one.left < x < one.right for one in pieces) for x in places]
    least = min(crossed)
    free = [x for x, count in zip(places, crossed, strict=True) if count == least]
    gutter = free[len(free) // 2]
    if least > _CROSSING * len(pieces):
        return None
    left, right = row_left(pieces, gutter), row_right(pieces, gutter)
    is_divided = (
        _fills(left, gutter - start) and _fills(right, end - gutter) and _beside(left, right)
    )
    return gutter if is_divided else None


def _fills(column: list[Piece], width: float) -> bool:
    if len(column) < _FEWEST:
        return False
    return median(one.right - one.left for one in column) >= _FILLED * width


def _beside(left: list[Piece], right: list[Piece]) -> bool:
    """Say whether two columns stand beside each other, and not one below the other."""
    low = max(min(one.bottom for one in column) for column in (left, right))
    high = min(max(one.top for one in column) for column in (left, right))
    shorter = min(
        max(one.top for one in column) - min(one.bottom for one in column)
        for column in (left, right)
    )
    return high - low >= shorter / 2


def _joined(row: list[Piece]) -> Piece:
    """Make one piece of those of a row, a tab between them."""
    whole = row[0]
    for piece in row[1:]:
        at = len(whole.words) + 1
        whole = replace(
            whole,
            words=f"{whole.words}\t{piece.words}",
            right=max(whole.right, piece.right),
            bottom=min(whole.bottom, piece.bottom),
            top=max(whole.top, piece.top),
            bold=(*whole.bold, *((start + at, end + at) for start, end in piece.bold)),
        )
    return whole
