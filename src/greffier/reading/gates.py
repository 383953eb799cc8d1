"""What a text must hold for a rule to match in it: a quick look before the dear one.

Most rules cannot match in most sentences: one on `X's chairmanship` needs `chairmanship`. What a
pattern needs is worked out from the pattern itself, so that no rule has to say it twice.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from itertools import product
from re import _constants as op  # type: ignore[attr-defined] # no public way to a pattern's parts
from re import _parser  # type: ignore[attr-defined] # as above
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# Words, or a class of characters as its first and last; any match holds at least one of them.
Need = str | tuple[str, str]
Needs = frozenset[Need]

_SHORT = 300  # characters; a text that is no longer is as quickly matched as looked through
_SPELLINGS = 16  # of one literal: `[Ss]ession` has two
_ALTERNATIVES = 80  # looking for more would cost more than it saves
_SHORTEST = 3  # what is shorter stands everywhere
_WIDEST = 0x1000  # a class of more characters does too
_ENOUGH = 3  # things to look for in one text
_SYMBOL = 6  # a class is as rare as a word of so many letters
_ASIDE = "\U000f0000"  # from here on characters are the reader's own (see `reading.symbols`)
_REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)


class Places:
    """Where in one text patterns may match, looked up once for each thing that they need."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._of_need: dict[Need, list[int]] = {}
        self._of_pattern: dict[str, tuple[list[int], ...]] = {}

    def of(self, pattern: str) -> tuple[list[int], ...]:
        """Give where things begin of which a match holds one in each list; in order, rarest first.

        Without a list a match may be anywhere; with an empty one it is nowhere.

        Args:
            pattern: a regular expression, not compiled: one that is needed nowhere never has to be.
        """
        if pattern not in self._of_pattern:
            self._of_pattern[pattern] = tuple(self._found(pattern))
        return self._of_pattern[pattern]

    def may_match(self, pattern: str, start: int, end: int) -> bool:
        """Say whether a pattern may match somewhere within `[start, end)`."""
        for found in self.of(pattern):
            at = bisect_left(found, start)
            if at == len(found) or found[at] >= end:
                return False
        return True

    def lines(self, pattern: str) -> list[tuple[int, int]]:
        """Give start and end of the lines in which a pattern may match that runs over none."""
        found = self.of(pattern)
        if not found:
            return [(0, len(self._text))]
        out: list[tuple[int, int]] = []
        end = -1
        for at in found[0]:
            if at >= end:
                start = self._text.rfind("\n", 0, at) + 1
                end = self._text.find("\n", at)
                end = len(self._text) if end < 0 else end
                out.append((start, end))
        return out

    def _found(self, pattern: str) -> Iterator[list[int]]:
        if len(self._text) <= _SHORT:
            return
        for wanted in needs(pattern):
            found = [at for one in wanted for at in self._at(one)]
            found.sort()
            yield found
            if not found:
                return  # it is nowhere, whatever else it needs

    def _at(self, need: Need) -> list[int]:
        found = self._of_need.get(need)
        if found is None:
            found = _words(self._text, need) if isinstance(need, str) else self._symbols(*need)
            self._of_need[need] = found
        return found

    def _symbols(self, first: str, last: str) -> list[int]:
        return [found.start() for found in _class(first, last).finditer(self._text)]


def _words(text: str, words: str) -> list[int]:
    out = []
    at = text.find(words)
    while at >= 0:
        out.append(at)
        at = text.find(words, at + 1)
    return out


@cache
def _class(first: str, last: str) -> re.Pattern[str]:
    return re.compile(f"[{first}-{last}]")


@cache
def needs(pattern: str) -> tuple[Needs, ...]:
    """Give sets of things; any match of a pattern holds something of each set. The rarest first."""
    parsed = _parser.parse(pattern)
    return () if parsed.state.flags & re.IGNORECASE else _of_sequence(parsed)


def _of_sequence(parts: Iterable[Any]) -> tuple[Needs, ...]:
    """Choose what is rarest of what the parts need: in a sequence all of them must be there."""
    found: list[Needs] = []
    run = [""]
    for kind, value in parts:
        spellings = _spellings(kind, value)
        if spellings and len(run) * len(spellings) <= _SPELLINGS:
            run = ["".join(pair) for pair in product(run, spellings)]
            continue
        found.append(frozenset(run))
        run = list(spellings) or [""]
        if not spellings:
            found += _of_part(kind, value)
    found.append(frozenset(run))
    usable = {one for one in found if _rarity(one)[0] >= _SHORTEST}
    return tuple(sorted(usable, key=_rarity, reverse=True)[:_ENOUGH])


def _of_part(kind: Any, value: Any) -> tuple[Needs, ...]:  # noqa: ANN401 - as the parser gives them
    if kind is op.IN:
        return _of_class(value)
    if kind is op.SUBPATTERN:
        _, flags, _, inner = value
        return () if flags & re.IGNORECASE else _of_sequence(inner)
    if kind is op.BRANCH:
        return _of_branches(value[1])
    if kind in _REPEATS and value[0]:
        return _of_sequence(value[2])
    return ()  # what may be absent, and what only looks around


def _of_branches(branches: Iterable[Any]) -> tuple[Needs, ...]:
    """Give what every branch needs together: a match goes by one of them."""
    out: set[Need] = set()
    for branch in branches:
        inner = _of_sequence(branch)
        if not inner:
            return ()
        out |= inner[0]
    return (frozenset(out),) if len(out) <= _ALTERNATIVES else ()


def _of_class(members: Iterable[Any]) -> tuple[Needs, ...]:
    """Give a class of the reader's own symbols; printed characters are too common to look for."""
    out: set[Need] = set()
    for kind, value in members:
        if kind is not op.RANGE or chr(value[0]) < _ASIDE or value[1] - value[0] >= _WIDEST:
            return ()
        out.add((chr(value[0]), chr(value[1])))
    return (frozenset(out),)


def _spellings(kind: Any, value: Any) -> tuple[str, ...]:  # noqa: ANN401 - as the parser gives them
    """Give the few characters that a part stands for; none where it is no such part."""
    if kind is op.LITERAL:
        return (chr(value),)
    if kind is op.IN and len(value) <= _SPELLINGS and all(one is op.LITERAL for one, _ in value):
        return tuple(chr(char) for _, char in value)
    return ()


def _rarity(wanted: Needs) -> tuple[int, int, list[str]]:
    """Say how rare things are: long words are rarer than short ones, and few things than many."""
    sizes = (_SYMBOL if isinstance(one, tuple) else len(one.strip()) for one in wanted)
    return min(sizes), -len(wanted), sorted(map(str, wanted))
