"""Two stretches of the same words, sign by sign: where what is no word differs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

REACH: Final = 6  # tokens, on either side, within which two texts are looked for to agree again
_TOKEN: Final = re.compile(r"\S+|\s+")


class Step(NamedTuple):
    """A token that both stretches have, or some that differ; white space is the same as any."""

    a: int
    a_end: int
    b: int
    b_end: int
    same: bool


class _Token(NamedTuple):
    start: int
    end: int
    said: str


def steps(a: str, b: str) -> Iterator[Step]:
    """Go through two stretches that are aligned, token by token; the steps cover both.

    A token is what stands between white space, or white space. Takes time in proportion to the
    length of the stretches, whatever they are.
    """
    ours, theirs = _tokens(a), _tokens(b)
    i = j = 0
    while i < len(ours) and j < len(theirs):
        x, y = (1, 1) if ours[i].said == theirs[j].said else _apart(ours, theirs, i, j)
        same = ours[i].said == theirs[j].said
        yield _step(ours, theirs, (i, i + x), (j, j + y), same=same)
        i, j = i + x, j + y
    if i < len(ours) or j < len(theirs):
        yield _step(ours, theirs, (i, len(ours)), (j, len(theirs)), same=False)


def _tokens(text: str) -> list[_Token]:
    return [
        _Token(found.start(), found.end(), " " if found[0].isspace() else found[0])
        for found in _TOKEN.finditer(text)
    ]


def _apart(ours: Sequence[_Token], theirs: Sequence[_Token], i: int, j: int) -> tuple[int, int]:
    """Give how many tokens of each differ, until both have the same word again."""
    for far in range(1, 2 * REACH + 1):
        for x in range(max(0, far - REACH), min(far, REACH) + 1):
            y = far - x
            if i + x < len(ours) and j + y < len(theirs):
                said = ours[i + x].said
                if said != " " and said == theirs[j + y].said:
                    return x, y
    return min(REACH, len(ours) - i), min(REACH, len(theirs) - j)


def _step(
    ours: Sequence[_Token],
    theirs: Sequence[_Token],
    mine: tuple[int, int],
    other: tuple[int, int],
    *,
    same: bool,
) -> Step:
    return Step(*_edges(ours, *mine), *_edges(theirs, *other), same)


def _edges(tokens: Sequence[_Token], first: int, stop: int) -> tuple[int, int]:
    start = tokens[first].start if first < len(tokens) else tokens[-1].end if tokens else 0
    return start, tokens[stop - 1].end if stop > first else start
