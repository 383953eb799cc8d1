"""Where in a text a rule may match: a quick look before the dear one.

Most rules cannot match in most sentences: one on `X's chairmanship` needs `chairmanship`. What the
rules of a language need is known beforehand (see `patterns`), and one pass over a text finds all of
it; a rule is then tried only where everything that it needs is there.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import chain
from typing import TYPE_CHECKING

from greffier.reading.patterns import ASIDE, BLOCK, needs, openings, tail_of
from greffier.reading.strings import Strings
from greffier.reading.symbols import filled, rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from greffier.reading.patterns import Needs

_LINE = re.compile(r"[^\n]+")
_SYMBOLS = re.compile(f"[{ASIDE}-\U000fffff]")


class Vocabulary:
    """What the rules of a language need, so that all of it is found in one pass over a text."""

    def __init__(self, patterns: Iterable[str], common: frozenset[str] = frozenset()) -> None:
        """Take the rules of a language.

        Args:
            patterns: regular expressions with slots (see `languages.base`).
            common: words that stand everywhere, and are only looked for where nothing else is.
        """
        self._needs = {one: _rare(needs(one), common) for one in patterns}
        wanted = chain.from_iterable(self._needs.values())
        self._words = frozenset(chain.from_iterable(wanted))
        self._strings = Strings(sorted(word for word in self._words if word < ASIDE))

    def places(self, text: str) -> dict[str, list[int]]:
        """Give where in a folded text each thing begins that any rule needs."""
        found = self._strings.starts(text)
        for symbol in _SYMBOLS.finditer(text):
            first = chr(ord(symbol[0]) & -BLOCK)  # of the block that it is of
            found[first].append(symbol.start())
        return found

    def needs(self, pattern: str) -> tuple[Needs, ...]:
        """Give what a rule needs, as far as it is looked for."""
        if pattern not in self._needs:  # it is put together from others
            wanted = needs(pattern)
            self._needs[pattern] = tuple(one for one in wanted if self._words.issuperset(one))
        return self._needs[pattern]


class Opened:
    """A rule whose matches all begin with some of a few words, which are looked for first."""

    def __init__(self, pattern: str) -> None:
        """Take a regular expression with its slots; one that may begin otherwise is an error."""
        self.pattern = pattern
        self._openings = Strings(sorted(openings(filled(pattern))))

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Yield where the rule matches, as a regular expression does, but sooner."""
        end = 0
        for at in sorted({start for start, _, _ in self._openings.find(text)}):
            if at >= end and (found := rule(self.pattern).match(text, at)):
                yield found
                end = found.end()


class Places:
    """Where in one text rules may match, by one look at the text."""

    def __init__(self, text: str, vocabulary: Vocabulary) -> None:
        self._text, self._vocabulary = text, vocabulary
        self._found = vocabulary.places(text)
        self._present = frozenset(self._found)
        self._of_pattern: dict[str, tuple[list[int], ...]] = {}
        self._of_needs: dict[Needs, list[int]] = {}
        self._lines: dict[int, list[tuple[int, int]]] = {}

    def may(self, pattern: str) -> bool:
        """Say whether a rule may match anywhere in the text."""
        return not any(map(self._present.isdisjoint, self._vocabulary.needs(pattern)))

    def of(self, pattern: str) -> tuple[list[int], ...]:
        """Give where things begin of which a match holds one in each list; in order, rarest first.

        Without a list a match may be anywhere; with an empty one it is nowhere.
        """
        if pattern not in self._of_pattern:
            self._of_pattern[pattern] = tuple(map(self._all, self._vocabulary.needs(pattern)))
        return self._of_pattern[pattern]

    def may_match(self, pattern: str, start: int, end: int) -> bool:
        """Say whether a rule may match somewhere within `[start, end)`."""
        for found in self.of(pattern):
            at = bisect_left(found, start)
            if at == len(found) or found[at] >= end:
                return False
        return True

    def lines(self, pattern: str) -> list[tuple[int, int]]:
        """Give start and end of the lines in which a rule may match that runs over none."""
        found = self.of(pattern)
        if not found:
            return [line.span() for line in _LINE.finditer(self._text)]
        rarest = min(found, key=len)
        if id(rarest) not in self._lines:
            self._lines[id(rarest)] = list(lines_around(rarest, self._text))
        return self._lines[id(rarest)]

    def matches(self, pattern: str) -> Iterator[re.Match[str]]:
        """Yield where a rule matches that runs over no line; as `finditer` does, but sooner."""
        tail = tail_of(pattern)
        for line in self.lines(pattern):
            if tail is None or tail.search(self._text, *line):
                yield from rule(pattern).finditer(self._text, *line)

    def _all(self, wanted: Needs) -> list[int]:
        if wanted not in self._of_needs:
            lists = [self._found[one] for one in wanted & self._present]
            found = lists[0] if len(lists) == 1 else sorted(chain.from_iterable(lists))
            self._of_needs[wanted] = found
        return self._of_needs[wanted]


def lines_around(places: Iterable[int], text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each line of a text that holds some of the places, given in order."""
    end = -1
    for at in places:
        if at > end:
            start = text.rfind("\n", 0, at) + 1
            end = text.find("\n", at)
            end = len(text) if end < 0 else end
            yield start, end


def may_be_in(text: str, pattern: str) -> bool:
    """Say whether a rule may match in a text of which little else is asked."""
    return all(any(one in text for one in wanted) for wanted in needs(pattern))


def _rare(wanted: tuple[Needs, ...], common: frozenset[str]) -> tuple[Needs, ...]:
    return tuple(one for one in wanted if common.isdisjoint(map(str.strip, one))) or wanted
