"""What is known beforehand, ready to be found in a text: names to states, organisations, bodies."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal
from unicodedata import normalize

from greffier.reading.folding import fold
from greffier.reading.strings import Strings, longest_first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.model import Body, Known, Organisation, State
    from greffier.reading.languages.base import CaseRules

ThingKind = Literal["org", "body", "state", "demonym", "office", "date", "cast", "person"]

# Before a name: hyphens and apostrophes part words (`Russian-Turkish talks`), full stops do not
# (`kremlin.Russia`); marks as in `_Russia_` are of no word.
_IN_WORD = re.compile(r"[^\W_]_*\Z|\w\.\Z")
_MARKS = 8
_ACCENTS = re.compile("[\u0300-\u036f]")
_LATIN = re.compile("[A-Za-z]")
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
    """Every name of what is known.

    A name is found as it is printed, in its own capitals, on a folded text; of several that start
    at one place the longest counts.
    """

    def __init__(self, known: Known, cases: CaseRules | None = None) -> None:
        self.states: dict[str, State] = {state.name: state for state in known.states}
        self.organisations: dict[str, Organisation] = {
            one.acronym: one for one in known.organisations
        }
        self._names: dict[str, list[Entry]] = {}
        for entry in (*_of_organisations(known), *_of_states(known)):
            for form in (entry.name, *(cases.names(entry.name) if cases else ())):
                for printed in {form, _small(entry, form)}:
                    self._names.setdefault(printed, []).append(replace(entry, name=printed))
        self._strings = Strings(filter(None, self._names))

    def find(self, text: str) -> Iterator[tuple[int, int, list[Entry]]]:
        """Yield what is named in `text`, in order and without overlaps: start, end, candidates."""
        taken = 0
        for start, end, name in sorted(self._strings.find(text), key=longest_first):
            if start >= taken and _is_whole(text, start, end):
                entries = self._names[name]
                taken = self._with_acronym(text, end, entries)
                yield start, taken, entries

    def bodies(self, acronym: str) -> tuple[Body, ...]:
        """Give the bodies of an organisation; none where it is not known."""
        known = self.organisations.get(acronym)
        return known.bodies if known else ()

    def _with_acronym(self, text: str, end: int, entries: list[Entry]) -> int:
        """Give where a name ends, its acronym in brackets behind it included."""
        found = _BRACKETED.match(text, end)
        if found and found["name"] in {entry.value for entry in entries}:
            return found.end()
        return end


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether a name stands as words of its own; a full stop in a word belongs to it."""
    if text[end : end + 1].isalnum():
        return False
    return not (start and _IN_WORD.search(text, max(start - _MARKS, 0), start))


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
            if (plain := _without_accents(name)) != name:
                yield Entry("state", fold(plain), state.name)
        for name in state.demonyms:
            yield Entry("demonym", fold(name), state.name)


def _small(entry: Entry, name: str) -> str:
    """Give `council of foreign ministers`, as newspapers print it; of two words it says nothing."""
    return name.lower() if entry.kind == "body" and name.count(" ") > 1 else name


def _without_accents(name: str) -> str:
    """Give `Cote d'Ivoire` for `Côte d'Ivoire`; what is not Latin keeps its marks."""
    return _ACCENTS.sub("", normalize("NFD", name)) if _LATIN.search(name) else name


def _of_organisations(known: Known) -> Iterator[Entry]:
    for one in known.organisations:
        for name in (one.acronym, one.name, *one.other_names, *one.russian_names):
            yield Entry("org", fold(name), one.acronym)
        for body in one.bodies:
            for name in (body.name, *body.other_names, *body.russian_names):
                # `Council` alone may be anybody's
                if " " in name or name.isupper():
                    yield Entry("body", fold(name), body.name, one.acronym)
