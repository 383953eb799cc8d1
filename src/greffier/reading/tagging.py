"""From a folded view to a tagged one: what is known, then offices, then people, as symbols."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from greffier.reading.folding import View
from greffier.reading.gates import Places
from greffier.reading.holders import Named, each_named
from greffier.reading.strings import Strings, longest_first
from greffier.reading.symbols import Symbols, Title, rule
from greffier.reading.vocabulary import capacities_of, offices_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from greffier.reading.languages import Language
    from greffier.reading.lexicon import Entry, Lexicon

_WITHIN = re.compile(r"(?<=\w)\w")
_GOES_ON = re.compile(r"[\w-]")
_LONGEST_TITLE = 24  # characters
_PLURAL = re.compile(r"(?<!s)s\b")

_SMALL = "(?:of|for|and|the|to|on|in|at)"
_GOES_ON_TO_SAY = re.compile(
    rf"(?: {_SMALL}){{0,3}} (?!(?:{_SMALL}|de|la|des|du|von|und) )[a-z]{{2,30}}\b.*"
)
_IN_BRACKETS = re.compile(r" \([^()]{1,40}\)$")

Edit = tuple[int, int, str]


class Tagger:
    """Tags the views of one witness; one symbol for one thing throughout."""

    def __init__(self, lexicon: Lexicon, language: Language) -> None:
        self.lexicon, self.language, self.symbols = lexicon, language, Symbols()
        self._offices = offices_of(language)
        self._chars: dict[int, str] = {}
        self._read: dict[str, tuple[Named, ...]] = {}  # several stages ask for the same text

    def known(self, view: View) -> View:
        """Tag states, peoples, organisations, bodies and offices."""
        view = view.edited(self._known_edits(view.text))
        return view.edited(self._office_edits(view.text))

    def tagged(self, words: str) -> str:
        """Give a few words, such as a label, with symbols for what is known and for offices."""
        text = View.of(words).text
        text = _replaced(text, self._known_edits(text))
        return _replaced(text, self._office_edits(text))

    def _known_edits(self, text: str) -> Iterator[Edit]:
        for start, end, entries in self.lexicon.find(text):
            if char := self._char(entries):
                yield start, end, char

    def _char(self, entries: list[Entry]) -> str:
        """Give the character of what is known; the lexicon gives one name the same list always."""
        char = self._chars.get(id(entries))
        if char is None:
            char = self._chars[id(entries)] = self.symbols.char(entries[0].kind, tuple(entries))
        return char

    def capacities(self, text: str) -> tuple[Named, ...]:
        """Give the offices in a text that `known` has tagged, with what they are of and who."""
        if not rule("<office>").search(text):
            return ()
        if text not in self._read:
            self._read[text] = tuple(self._capacities(text))
        return self._read[text]

    def _capacities(self, text: str) -> Iterator[Named]:
        taken = 0
        places = Places(text, capacities_of(self.language))
        found = [
            (match.start(), rank, name, match)
            for rank, (name, pattern) in enumerate(self.language.offices.capacities)
            for match in (places.matches(pattern) if places.may(pattern) else ())
        ]
        for start, _, name, match in sorted(found, key=lambda one: one[:2]):
            if start >= taken:
                for named in each_named(self, name, match):
                    taken = named.end
                    yield named

    def casts(self, view: View) -> View:
        """Tag capacities: `Prime Minister of Armenia Nikol Pashinyan` becomes one symbol."""
        return view.edited(
            (one.start, one.end, char)
            for one in self.capacities(view.text)
            if (char := self.symbols.char("cast", one.capacity))
        )

    def people(self, view: View, names: Iterable[str]) -> View:
        """Tag the people of `names` wherever they stand: `Vladimir Putin`, `Mr Putin`, `Putin`."""
        forms = _forms(names)
        if cases := self.language.cases:
            for name in tuple(forms):
                for form in cases.people(name):
                    forms.setdefault(form, forms[name])
        if not forms:
            return view
        return view.edited(
            (start, end, char)
            for start, end, form in self._named_again(view.text, forms)
            if (char := self.symbols.char("person", forms[form]))
        )

    def _named_again(self, text: str, forms: Iterable[str]) -> Iterator[tuple[int, int, str]]:
        """Yield where forms of names stand as whole words, titles included; the longest first."""
        taken = 0
        for start, end, form in sorted(Strings(forms).find(text), key=longest_first):
            if start >= taken and not (_GOES_ON.match(text, end) or _WITHIN.match(text, start)):
                yield self._with_title(text, taken, start), end, form
                taken = end

    def _with_title(self, text: str, taken: int, start: int) -> int:
        """Give where a name starts, a title directly before it included."""
        titles = self.language.offices.titles
        before = max(taken, start - _LONGEST_TITLE)
        found = titles and rule(rf"\b(?:{titles}) $").search(text, before, start)
        return found.start() if found else start

    def _office_edits(self, text: str) -> Iterator[Edit]:
        for found in self._offices.finditer(text) if self._offices else ():
            if char := self.symbols.char("office", self._title(found)):
                yield found.start(), found.end(), char

    def _title(self, found: re.Match[str]) -> Title:
        within = self.language.offices.within
        return Title(
            kept=self._kept(found),
            acting=bool(found["acting"]),
            plural=self._is_plural(found),
            oblique=self._is_oblique(found),
            of=next((of for of, pattern in within if re.search(pattern, found[0])), None),
        )

    def _kept(self, found: re.Match[str]) -> str:
        rules = self.language.offices
        at = _head_of(found)
        kept = rules.heads[at][0]
        if "{}" in kept:
            portfolio = found[f"portfolio{at}"]
            kept = kept.format(rules.spelt.get(portfolio, portfolio))
        return " ".join((*self._prefixes(found["prefix"]), kept))

    def _prefixes(self, printed: str) -> Iterator[str]:
        rules = self.language.offices.prefixes
        if not printed:
            return
        for found in re.finditer("|".join(pattern for _, pattern in rules), printed):
            yield next(kept for kept, pattern in rules if re.fullmatch(pattern, found[0]))

    def _is_oblique(self, found: re.Match[str]) -> bool:
        """Say whether an office stands in another case than the nominative, as does its name."""
        cases = self.language.cases
        printed = found[0].removeprefix(found["acting"] or "").lstrip()
        return bool(cases and re.match(cases.oblique, printed))

    def _is_plural(self, found: re.Match[str]) -> bool:
        """Say whether several hold the office; the portfolio, `Foreign Affairs`, says nothing."""
        portfolio = f"portfolio{_head_of(found)}"
        told = portfolio in found.re.groupindex and found[portfolio]
        start, end = found.span(portfolio) if told else (found.end(), found.end())
        rest = found.string[found.start() : start] + found.string[end : found.end()]
        return bool(_PLURAL.search(rest.partition(" of ")[0]))

    def of(self, words: str) -> str:
        """Give the name under which that is kept which an office is of.

        What the words go on to say in small letters, and a rank before the name, are no part of it.
        """
        words = (
            _GOES_ON_TO_SAY.sub("", _IN_BRACKETS.sub("", words)).removesuffix("'s").rstrip(" ,'")
        )
        if titles := self.language.offices.titles:
            words = rule(rf"(?:,? (?:{titles})){{1,3}}$").sub("", words)
        known = self.lexicon.organisations.get(words.upper())
        return known.acronym if known else self.printed(words)

    def kept(self, entries: tuple[Entry, ...]) -> str:
        """Give the name under which a known thing is kept."""
        return entries[0].value

    def printed(self, text: str) -> str:
        """Give tagged text with names back in the place of symbols.

        What is known and stands alone goes by the name it is kept under; in a longer name it goes
        by its own words: `Russian Railways`, not `Russia Railways`.
        """
        alone = len(text.removeprefix("the ")) == 1

        def words(symbol: re.Match[str]) -> str:
            if entries := self.symbols.entries(symbol[0]):
                return self.kept(entries) if alone else entries[0].name
            return self.symbols.person(symbol[0]) or self._spoken(symbol[0])

        return rule("<any>").sub(words, text)

    def _spoken(self, char: str) -> str:
        if title := self.symbols.title(char):
            return title.kept
        if capacity := self.symbols.capacity(char):
            return capacity.name or f"{capacity.office} of {capacity.of}"
        return char


def _replaced(text: str, edits: Iterable[Edit]) -> str:
    pieces: list[str] = []
    at = 0
    for start, end, new in edits:
        pieces += (text[at:start], new)
        at = end
    return "".join((*pieces, text[at:]))


def _head_of(found: re.Match[str]) -> int:
    """Give which head of an office was found: its group is closed last."""
    return int((found.lastgroup or "").removeprefix("head"))


def _forms(names: Iterable[str]) -> dict[str, str]:
    """Give the ways in which each person may be named again; a way that two share names neither."""
    forms: dict[str, str] = {}
    shared: set[str] = set()
    for name in dict.fromkeys(names):
        last = name.split(" ")[-1]
        for form in {name, last}:
            other = forms.setdefault(form, name)
            if other != name:
                shared.add(form)
    return {form: name for form, name in forms.items() if form not in shared or form == name}
