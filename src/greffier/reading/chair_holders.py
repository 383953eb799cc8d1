"""Whose a chair is that a phrase tells of: a state's, where it is plain which, else a person's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from greffier.reading.folding import fold
from greffier.reading.naming import capacity_at
from greffier.reading.symbols import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.reading.cast import Cast
    from greffier.reading.languages.results import ChairRules
    from greffier.reading.page import Page, Sentence
    from greffier.reading.symbols import Capacity

# So far before a phrase stands whose it is, where others are named too; in characters.
_NEAR = 24
_FAR = 600  # and no farther than this


def holders_of(
    page: Page, cast: Cast, sentence: Sentence, found: re.Match[str], name: str
) -> Iterator[str]:
    """Yield whose chair a phrase tells of.

    Args:
        page: the record.
        cast: its participants.
        sentence: where the phrase stands.
        found: the phrase, found by a rule for chairs.
        name: that rule.
    """
    groups = found.groupdict()
    words = groups.get("holder") or groups.get("holder2")
    rules = page.language.chair
    if groups.get("both"):
        yield from _states_in(page, page.span(sentence, found).cut(page.witness.text))
    elif words is not None:
        if groups.get("chair") and not presides(page, groups["chair"]):
            return
        if groups.get("seat") and not _one_person(page, groups["seat"], words):
            return
        named = [one for char in words if (one := _named(page, cast, char))]
        yield from named or [_of_adjective(rules, words) or _in_full(page, words)]
    elif name in rules.speaker:
        yield from _speaker(cast, sentence)
    elif name in rules.presiding:
        presiding = cast.chair.of if cast.chair else None
        if presiding in page.tagger.lexicon.states:
            yield presiding
    else:
        yield from _named_before(page, cast, sentence, found, name)


def own_state(page: Page, found: re.Match[str], holder: str) -> str:
    """Give the state of somebody who chairs a body of two: the one that its name has first."""
    if holder in page.tagger.lexicon.states:
        return holder
    for char in found.groupdict().get("org") or found.groupdict().get("org2") or "":
        for entry in page.tagger.symbols.entries(char):
            if entry.kind in {"state", "demonym"}:
                return entry.value
    return holder


def presides(page: Page, char: str) -> bool:
    """Say whether a symbol is an office that a council or an assembly itself has."""
    symbols = page.tagger.symbols
    capacity, title = symbols.capacity(char), symbols.title(char)
    office = capacity.office if capacity else (title.kept if title else None)
    return office in page.language.labels.presiding


def _states_in(page: Page, words: str) -> Iterator[str]:
    for _, _, entries in page.tagger.lexicon.find(fold(words)):
        if entries[0].kind in {"state", "demonym"}:
            yield entries[0].value
            return


def _one_person(page: Page, seat: str, holder: str) -> bool:
    """Say whether two offices are one person's: a name stands behind one of them alone."""
    both = page.tagger.symbols.capacity(seat), page.tagger.symbols.capacity(holder)
    names = [one.name for one in both if one and one.name]
    state = both[1] and both[1].of in page.tagger.lexicon.states
    return len(names) == 1 and bool(state)


def _named_before(
    page: Page, cast: Cast, sentence: Sentence, found: re.Match[str], name: str
) -> Iterator[str]:
    """Yield whoever is named last before a phrase in its sentence, or speaks of himself there.

    People come before states: `he spoke of his visit to Kyrgyzstan as a co-chair of …`; of several
    states only one that stands close by is meant, and `its` is a state's.
    """
    before = sentence.text[max(0, found.start() - _FAR) : found.start()]
    states: dict[int, str] = {}
    people: list[str] = []
    own = 0 if sentence.turn is None else _own_words(page.language.chair, before, name)
    for symbol in rule("<any>").finditer(before, own):
        if entries := page.tagger.symbols.entries(symbol[0]):
            if entries[0].kind in {"state", "demonym"}:
                states[symbol.start()] = entries[0].value
        elif holder := _named(page, cast, symbol[0]):
            people.append(holder)
    of_state = name in page.language.chair.third_person
    if people and not (states and of_state):
        yield people[-1]
    elif states:
        last = max(states)
        if of_state or len(set(states.values())) == 1 or len(before) - last < _NEAR:
            yield states[last]
    else:
        yield from _speaker(cast, sentence)


def _own_words(rules: ChairRules, before: str, name: str) -> int:
    """Give where a speaker speaks of himself before a phrase; who is named earlier is not meant."""
    if name in rules.third_person or not rules.first_person:
        return 0
    return max((said.end() for said in rule(rules.first_person).finditer(before)), default=0)


def _speaker(cast: Cast, sentence: Sentence) -> Iterator[str]:
    member = cast.of_turn.get(sentence.turn) if sentence.turn is not None else None
    if member and (holder := member.of or member.name):
        yield holder


def _named(page: Page, cast: Cast, char: str) -> str | None:
    """Give what a symbol names, of what may hold a chair."""
    for entry in page.tagger.symbols.entries(char):
        return None if entry.kind == "body" else entry.value
    capacity = capacity_at(page, char)
    return _of(cast, capacity) if capacity else None


def _of(cast: Cast, capacity: Capacity) -> str | None:
    if capacity.of:
        return capacity.of
    member = cast.find(capacity)
    return (member.of if member else None) or capacity.name


def _of_adjective(rules: ChairRules, words: str) -> str | None:
    own = words.casefold()
    return next((state for stem, state in rules.owners.items() if own.startswith(stem)), None)


def _in_full(page: Page, words: str) -> str:
    """Give the name of an organisation that nobody knows, where its letters stand behind it."""
    name = re.sub(r"^[Tt]he | \([A-Z]{2,8}\)$", "", words)
    if not name.isupper():
        return name
    word = r"(?:[A-Z][\w-]{1,30}|of|the|for|and)"
    full = re.search(rf"((?:{word} ){{2,9}})\({re.escape(name)}\)", page.tagged.text)
    return re.sub(r"^[Tt]he ", "", full[1].strip()) if full else name
