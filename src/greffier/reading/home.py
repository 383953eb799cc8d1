"""What an office's own site takes for granted: whose ministers it means, naming no state."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from greffier.model import Evidence, Span
from greffier.reading.folding import fold
from greffier.reading.symbols import Capacity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.reading.cast import Cast, Member
    from greffier.reading.page import Page

_SEVERAL = 2
# One at a time holds these: of two presidents one is a guest.
_SOLE = re.compile(r"(?:President|Prime Minister|Minister\b.*|Vice President|Secretary of State)$")
_HOST_S_OWN = r"^(?:President|Presidential (?:Aide|Envoy))$"
_HOST = re.compile(r"(?:https?:)?//(?P<host>[^/\s?#]{1,200})")
# The record's own address, as a page for printing has it under the text: `kremlin.ru/d/76222`.
_PRINTED = re.compile(r"(?<![\w@.-])(?P<host>(?:[a-z\d-]{1,40}\.){1,3}[a-z]{2,6})/[\w./-]{1,120}")
_FOOT = 300  # so near to the end of the text, in characters


@dataclass(frozen=True, slots=True)
class Home:
    """The office that publishes a record, where that is printed, and the offices of its state.

    What is only stated beside the text has no words in it.
    """

    capacity: Capacity
    span: Span | None
    offices: str
    names_itself: bool


def add_home(cast: Cast, page: Page) -> None:
    """Fill in what an office's own site takes for granted.

    Ministers of no printed state are of its state; and whoever alone has no office, where each
    other has one or the account begins with him, holds the office itself.
    """
    home = next(_homes(page, cast), None)
    if home is None or home.capacity.of is None:
        return
    stateless = [
        one
        for one in cast.members
        if one.office and one.of is None and home.offices and re.search(home.offices, one.office)
    ]
    held = Counter(one.office for one in stateless)
    for one in stateless:
        if held[one.office] == 1 or not _SOLE.match(one.office or ""):
            one.of = home.capacity.of
            span = home.span or one.evidence[0].span
            one.evidence.append(Evidence(field="of", span=span, rule="publisher-state"))
    own = home.capacity.office, home.capacity.of
    if any((one.office, one.of) == own for one in cast.members):
        return
    if not home.names_itself and not _is_told_of(home.capacity.office, page):
        return
    without = _without_office(cast, page)
    if len(without) == 1:
        # Where the site is only stated beside the text, nothing but the name shows in it.
        span = home.span or without[0].evidence[0].span
        without[0].learn(home.capacity, span, "publisher-office")


def _without_office(cast: Cast, page: Page) -> list[Member]:
    """Give whoever has no office; of several, whom the first sentence of the account names."""
    without = [one for one in cast.members if one.office is None and one.name]
    if len(without) < _SEVERAL:
        return without
    told = next(iter(page.narration()), None)
    names = (page.tagger.symbols.person(char) for char in told.text) if told else ()
    first = [cast.find(Capacity(name, None, None)) for name in names if name]
    return [one for one in without if one in first]


def _is_told_of(office: str | None, page: Page) -> bool:
    """Whether the account speaks of `the President` as of somebody who needs no further words."""
    for sentence in page.narration():
        for char in sentence.text:
            title = page.tagger.symbols.title(char)
            if title is not None and title.kept == office and not title.plural:
                return True
    return False


def _homes(page: Page, cast: Cast) -> Iterator[Home]:
    """Yield whose site it is: an office that names itself, or one known by its seat or address."""
    offices = page.language.offices
    if page.head.published_by is not None:
        for one in _read(page.head.published_by, page):
            yield Home(one, _printed(page), offices.national, names_itself=True)
    for words, span in _addresses(page):
        yield from _seated(words, span, page)
    if address := _printed_address(page):
        for home in _seated(*address, page):
            guests = {one.of for one in cast.members} & page.tagger.lexicon.states.keys()
            own = home.offices if guests <= {home.capacity.of} else _HOST_S_OWN
            yield replace(home, offices=own, names_itself=True)
    if place := page.head.place:
        # Guests speak there too, and bring ministers: only what is the host's own is sure.
        for home in _seated(fold(place.text), place.span, page):
            yield replace(home, offices=_HOST_S_OWN)


def _seated(words: str, span: Span | None, page: Page) -> Iterator[Home]:
    for phrase, pattern, government in page.language.offices.seats:
        if re.search(pattern, words):
            for one in _read(phrase, page):
                yield Home(one, span, government, names_itself=False)


def _printed(page: Page) -> Span | None:
    return page.head.publisher.span if page.head.publisher else None


def _addresses(page: Page) -> Iterator[tuple[str, Span | None]]:
    if page.head.published_by is not None:
        yield page.head.published_by, _printed(page)
    for hint in page.witness.hints:
        if host := _HOST.match(hint.value) if hint.key == "url" else None:
            yield host["host"], hint.span


def _printed_address(page: Page) -> tuple[str, Span] | None:
    """Give the host that is printed under the text, where it is the only one there."""
    text = page.witness.text
    found = list(_PRINTED.finditer(text, max(0, len(text) - _FOOT)))
    if len({one["host"] for one in found}) != 1:
        return None
    return found[0]["host"], Span(*found[0].span("host"))


def _read(words: str, page: Page) -> Iterator[Capacity]:
    tagged = page.tagger.tagged(words)
    return (one.capacity for one in page.tagger.capacities(tagged))
