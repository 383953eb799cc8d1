"""Which of several witnesses carry one record, from what binds them two and two."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from greffier.model.record import Bond


def parted(witnesses: Sequence[str], bonds: Iterable[Bond]) -> tuple[tuple[str, ...], ...]:
    """Part witnesses into those that carry one record each.

    What was judged comes first, then whoever has the most words in common; nobody is brought
    together by way of a third who was judged apart.

    Args:
        witnesses: their names, in the order in which they were added.
        bonds: what binds them or holds them apart. Of two judgements on one pair the first counts.

    Returns:
        The groups, each in the order of `witnesses`, by their earliest.
    """
    judged: dict[frozenset[str], Bond] = {}
    found: list[Bond] = []
    for one in bonds:
        if one.judged:
            judged.setdefault(frozenset((one.one, one.other)), one)
        else:
            found.append(one)
    found.sort(key=lambda one: (-one.words, one.one, one.other))
    groups = _Groups(witnesses, [pair for pair, one in judged.items() if not one.same])
    for one in (*judged.values(), *found):
        if one.same:
            groups.join(one.one, one.other)
    return tuple(groups.in_order())


class _Groups:
    """Groups that grow together, but for pairs that must stay apart."""

    def __init__(self, witnesses: Sequence[str], apart: Iterable[frozenset[str]]) -> None:
        self._of = {one: {one} for one in witnesses}
        self._apart: dict[str, set[str]] = {}
        for pair in apart:
            for one in pair:
                self._apart.setdefault(one, set()).update(pair - {one})

    def join(self, one: str, other: str) -> None:
        """Put two and whoever is with them together, unless some of them were judged apart."""
        if one not in self._of or other not in self._of:
            return
        a, b = self._of[one], self._of[other]
        if a is b or any(self._apart.get(each, set()) & b for each in a):
            return
        a |= b
        for each in b:
            self._of[each] = a

    def in_order(self) -> Iterator[tuple[str, ...]]:
        seen: set[str] = set()
        for first in self._of:
            if first not in seen:
                group = tuple(one for one in self._of if one in self._of[first])
                seen.update(group)
                yield group
