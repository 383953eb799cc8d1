"""Numbers of lines in the margin of a page, as the transcripts of hearings have them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from greffier.sources.pdf.pieces import Piece

NUMBER = re.compile(r"\d{1,2}")
"""What a number of a line is printed as."""

_FEWEST = 8
_MOST_LINES = 0.6  # of the lines have one
_ALIGNED = 8.0  # points


def without_line_numbers(pieces: list[Piece]) -> list[Piece]:
    """Give what a page prints without the numbers of its lines.

    They stand left of everything, one under the other, and count from line to line: each, or each
    fifth.
    """
    numbers = [one for one in pieces if NUMBER.fullmatch(one.words)]
    if len(numbers) < _FEWEST:
        return pieces
    edge = min(one.left for one in numbers)
    column = [one for one in numbers if one.left - edge < _ALIGNED]
    column.sort(key=lambda one: -one.bottom)
    steps = {int(below.words) - int(above.words) for above, below in pairwise(column)}
    if len(steps) != 1 or not steps <= {1, 5}:
        return pieces
    out = set(map(id, column))
    rest = [one for one in pieces if id(one) not in out]
    right = max(number.right for number in column)
    lines = len({round(one.bottom) for one in rest})
    enough = len(column) * max(steps) >= _MOST_LINES * lines
    return rest if enough and all(one.left > right for one in rest) else pieces
