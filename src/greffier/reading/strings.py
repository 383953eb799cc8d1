"""Many strings looked for in one pass over a text."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick, Implementation

if TYPE_CHECKING:
    from collections.abc import Iterable

Found = tuple[int, int, str]


class Strings:
    """Strings to look for, all at once: a pass takes as long for thousands as for one."""

    def __init__(self, strings: Iterable[str]) -> None:
        self._strings = tuple(dict.fromkeys(strings))
        # Of the kinds this one is both soon made, for the names of one record, and quick.
        kind = Implementation.ContiguousNFA
        self._automaton = AhoCorasick(self._strings, implementation=kind)

    def find(self, text: str) -> list[Found]:
        """Give where each string stands, by where it ends: start, end, string; some may overlap.

        Args:
            text: folded, since half a surrogate pair can be looked through by nobody.
        """
        strings = self._strings
        found = self._automaton.find_matches_as_indexes(text, overlapping=True)
        return [(start, end, strings[which]) for which, start, end in found]

    def starts(self, text: str) -> defaultdict[str, list[int]]:
        """Give where each string that stands in a folded text begins, in order."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        strings = self._strings
        for which, start, _ in self._automaton.find_matches_as_indexes(text, overlapping=True):
            found[strings[which]].append(start)
        return found


def longest_first(found: Found) -> tuple[int, int]:
    """Order what was found by where it starts, and at one place the longest first."""
    start, end, _ = found
    return start, -end
