"""The names of the people in a record, so that they are found wherever they stand again.

Names are not known beforehand. A record gives them in its labels, beside offices, after `Mr`, at
the head of a sentence in which somebody acts, and in a row with a name that is known.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from greffier.reading.gates import lines_around
from greffier.reading.layout import texts_of
from greffier.reading.strings import Strings
from greffier.reading.symbols import rule
from greffier.reading.vocabulary import titled_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from greffier.reading.folding import View
    from greffier.reading.languages.base import OfficeRules
    from greffier.reading.symbols import Capacity
    from greffier.reading.tagging import Tagger


def tag_people(
    known: View, speakers: Iterable[Capacity], narration: tuple[int, ...], tagger: Tagger
) -> View:
    """Tag the capacities and the people of a view in which all that is known has been tagged.

    Args:
        known: the view.
        speakers: whom the labels name.
        narration: the numbers of the lines that the publisher tells.
        tagger: of this witness.
    """
    texts = texts_of(known)
    names = [one.name for one in speakers if one.name]
    names += [one.capacity.name for one in tagger.capacities(known.text) if one.capacity.name]
    for at, n in enumerate(narration):
        names += _acting(texts[n], tagger, opens=at == 0)
    names += _titled(known.text, names, tagger)
    names = _without_places(names)
    casts = tagger.casts(known)
    tagged = tagger.people(casts, names)
    beside = list(_beside(tagged, narration, tagger))
    return tagger.people(casts, [*names, *beside]) if beside else tagged


def _without_places(names: list[str]) -> list[str]:
    """Leave out `Петербург Владимир Путин` where `Владимир Путин` is a name of the record."""
    whole = {name for name in names if " " in name}
    return [name for name in names if whole.isdisjoint(_ends(name))]


def _ends(name: str) -> Iterator[str]:
    """Yield the full names that a longer one ends with."""
    words = name.split(" ")
    return (" ".join(words[at:]) for at in range(1, len(words) - 1))


def _acting(text: str, tagger: Tagger, *, opens: bool) -> Iterator[str]:
    """Names before a verb that only people do; whatever the verb, where an account opens so."""
    acts = tagger.language.cast.acts
    if opens and (found := rule(r"(?P<name><fullname>) [a-z]").match(text)):
        yield from _kept(found["name"], tagger)
    if acts and rule(acts).search(text):  # verbs are found sooner than names
        for found in rule(rf"(?<![\w-])(?P<name><fullname>) (?:{acts})\b").finditer(text):
            yield from _kept(found["name"], tagger)


def _beside(tagged: View, narration: tuple[int, ...], tagger: Tagger) -> Iterator[str]:
    """`Vladimir Putin and` somebody: capitalised words in a row with a person name one too."""
    texts = texts_of(tagged)
    row = rule(r"(?:(?P<first><fullname>)(?: and|,) <someone>|<someone> and (?P<last><fullname>))")
    joined = rule(r"(?: and|,) <someone>|<someone> and ")  # found sooner than names are
    for text in (texts[n] for n in narration if joined.search(texts[n])):
        for found in row.finditer(text):
            yield from _kept(found["first"] or found["last"], tagger)


def _titled(text: str, names: list[str], tagger: Tagger) -> list[str]:
    """`Mr Rahmon`, where nothing else names him; in full, if that is printed anywhere."""
    titled = titled_of(tagger.language)
    known = {name.split(" ")[-1] for name in names}
    found = titled.finditer(text) if titled else ()
    new = {one["name"] for one in found if one["name"].split(" ")[-1] not in known}
    full = _in_full({name for name in new if " " not in name}, text, tagger)
    return sorted(full.get(name, name) for name in new)


def _in_full(surnames: set[str], text: str, tagger: Tagger) -> dict[str, str]:
    """Give `Vladimir Putin` for `Putin`, where the text prints one full name with that surname."""
    printed: dict[str, set[str]] = {}
    rules = tagger.language.offices
    name = rule(r"(?<![\w.'-])<fullname>(?![\w'-])")
    places = [start for start, _, _ in Strings(surnames).find(text)] if surnames else []
    lines = lines_around(places, text)
    for found in chain.from_iterable(name.finditer(text, *line) for line in lines):
        *given, last = found[0].split(" ")
        if last in surnames:
            aside = [n for n, word in enumerate(given) if _is_none(word, rules)]
            if given := given[aside[-1] + 1 :] if aside else given:
                printed.setdefault(last, set()).add(" ".join((*given, last)))
    return {last: names.pop() for last, names in printed.items() if len(names) == 1}


def _is_none(word: str, rules: OfficeRules) -> bool:
    """Whether a word before a surname is no given name."""
    return word in rules.not_names or re.fullmatch(rules.titles, word) is not None


def _kept(name: str, tagger: Tagger) -> Iterator[str]:
    """Yield a name without the capital that opened its sentence: `Today Vladimir Putin`."""
    none = tagger.language.offices.not_names
    words = name.split(" ")
    while words and words[0] in none:
        words = words[1:]
    if len(words) > 1 and none.isdisjoint(words):
        yield " ".join(words)
