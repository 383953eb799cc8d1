"""What is known beforehand, ready to be found in a text: names to states, organisations, bodies."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from greffier.reading.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.model import Body, Known, Organisation, State
    from greffier.reading.languages.base import CaseRules

ThingKind = Literal["org", "body", "state", "demonym", "office", "date", "cast", "person"]

# Hyphens and apostrophes part words: `Russian-Turkish talks`, `the SCO's summit`.
_WORD = re.compile(r"[^\W_]\w*(?:\.\w+)*")
# `the Shanghai Cooperation Organisation (SCO)` names it once.
_BRACKETED = re.compile(r" \((?P<name>[^()\n]{2,40})\)")


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing under one of its names. Several bodies may bear one name: `value` is the first."""

    kind: ThingKind
    name: str
    value: str
    organisation: str | None = None


class Lexicon:
    """Every name of what is known, by its first word.

    A name is found as it is printed, in its own capitals, on a folded text; of several that start
    at one place the longest counts.
    """

    def __init__(self, known: Known, cases: CaseRules | None = None) -> None:
        self.states: dict[str, State] = {state.name: state for state in known.states}
        self.organisations: dict[str, Organisation] = {
            one.acronym: one for one in known.organisations
        }
        self._names: dict[str, dict[str, list[Entry]]] = defaultdict(dict)
        for entry in (*_of_organisations(known), *_of_states(known)):
            self._keep(entry)
            for form in cases.names(entry.name) if cases else ():
                self._keep(replace(entry, name=form))
        self._sizes = {
            first: sorted({len(name) for name in names}, reverse=True)
            for first, names in self._names.items()
        }

    def _keep(self, entry: Entry) -> None:
        if first := _WORD.match(entry.name):
            self._names[first[0]].setdefault(entry.name, []).append(entry)

    def find(self, text: str) -> Iterator[tuple[int, int, list[Entry]]]:
        """Yield what is named in `text`, in order and without overlaps: start, end, candidates."""
        end = 0
        for word in _WORD.finditer(text):
            # Most words begin no name, and there are many.
            if word[0] not in self._sizes or word.start() < end:
                continue
            if hit := self._at(text, word):
                end = hit[1]
                yield hit

    def bodies(self, acronym: str) -> tuple[Body, ...]:
        """Give the bodies of an organisation; none where it is not known."""
        known = self.organisations.get(acronym)
        return known.bodies if known else ()

    def _at(self, text: str, word: re.Match[str]) -> tuple[int, int, list[Entry]] | None:
        names = self._names[word[0]]
        for size in self._sizes[word[0]]:
            end = min(word.start() + size, len(text))
            entries = names.get(text[word.start() : end]) if end <= len(text) else None
            if entries and not text[end : end + 1].isalnum():
                return word.start(), self._with_acronym(text, end, entries), entries
        return None

    def _with_acronym(self, text: str, end: int, entries: list[Entry]) -> int:
        """Give where a name ends, its acronym in brackets behind it included."""
        found = _BRACKETED.match(text, end)
        if found and found["name"] in {entry.value for entry in entries}:
            return found.end()
        return end


def lexicon_of(known: Known, cases: CaseRules | None = None) -> Lexicon:
    """Give the lexicon of what is known, in the cases of a language that has them; made once.

    It is kept for the very object: hashing all that is known takes as long as reading a page.
    """
    key = id(known), id(cases)
    kept = _KEPT.get(key)
    if kept is None:
        while len(_KEPT) >= _MOST:
            _KEPT.pop(next(iter(_KEPT)), None)
        kept = _KEPT[key] = (known, cases, Lexicon(known, cases))
    return kept[2]


# With what each was made from, so that no other object can come to have its identity.
_KEPT: dict[tuple[int, int], tuple[Known, CaseRules | None, Lexicon]] = {}
_MOST = 4


def _of_states(known: Known) -> Iterator[Entry]:
    for state in known.states:
        names = (state.russian_name, *state.russian_other_names, *state.other_names)
        for name in (state.name, state.formal_name, *names):
            yield Entry("state", fold(name), state.name)
        for name in state.demonyms:
            yield Entry("demonym", fold(name), state.name)


def _of_organisations(known: Known) -> Iterator[Entry]:
    for one in known.organisations:
        for name in (one.acronym, one.name, *one.other_names, *one.russian_names):
            yield Entry("org", fold(name), one.acronym)
        for body in one.bodies:
            for name in (body.name, *body.other_names, *body.russian_names):
                # `Council` alone may be anybody's
                if " " in name or name.isupper():
                    yield Entry("body", fold(name), body.name, one.acronym)
