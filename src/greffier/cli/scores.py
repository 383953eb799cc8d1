"""Figures of how well records were read, in lines for people."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from greffier.cli.words import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from greffier.scoring import Fault, Figure, Score

_LONGEST = 300  # characters of an error: what was missed may be a speech


def lines_of(result: Score, *, show: int) -> Callable[[Figure], Iterator[str]]:
    """Give a function that yields the line of a figure, and under it its first errors.

    Args:
        result: what the figures are of.
        show: how many errors of each kind.
    """
    faults: defaultdict[str, list[Fault]] = defaultdict(list)
    for fault in result.faults:
        faults[fault.kind].append(fault)

    def lines(one: Figure) -> Iterator[str]:
        yield f"{one.kind:32} {one.score:.4f}   {_counts(one)}"
        for fault in faults[one.kind][:show]:
            yield f"  {shown(fault.file)}: {shown(fault)}"[:_LONGEST]

    return lines


def _counts(one: Figure) -> str:
    if one.asked is None:
        return f"{one.right} right, {one.wrong} wrong, {one.missed} missed"
    return f"{one.right} of {one.asked}"
