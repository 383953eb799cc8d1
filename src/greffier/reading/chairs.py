"""Who chaired: told, declared, or thanked for the floor."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from greffier.model import Evidence, Remark
from greffier.reading.naming import capacity_of
from greffier.reading.namings import namings
from greffier.reading.symbols import Capacity, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.model import Span
    from greffier.reading.cast import Cast, Member
    from greffier.reading.page import Page, Sentence
    from greffier.reading.turns import Utterance


def find_chair(cast: Cast, page: Page) -> None:
    """Seat whoever the record says chaired; else who opened it; else who gave the floor."""
    for seated in (_told, _declared, _thanked_for_the_floor, _presides, _leads):
        if seated(cast, page):
            return


def _told(cast: Cast, page: Page) -> bool:
    rules, title = page.language.cast.chaired, filter(None, [page.title()])
    telling = chain(page.matches(page.narration(), rules), page.matches(title, rules))
    for name, sentence, found in telling:
        seated = list(_who(cast, page, sentence, found, f"chair:{name}"))
        for member in seated:
            _seat(member, page.span(sentence, found), f"chair:{name}")
        if seated:
            return True
    return False


def _who(
    cast: Cast, page: Page, sentence: Sentence, found: re.Match[str], read_by: str
) -> Iterator[Member]:
    """Yield whom a rule names: people, a name that nothing else shows, or an office alone."""
    where = found.span("who")
    known = list(rule("<someone>").finditer(sentence.text, *where))
    if not known and (office := rule("<office>").search(sentence.text, *where)):
        if title := page.tagger.symbols.title(office[0]):
            capacity, span = Capacity(None, title.kept, None), page.span(sentence, office)
            member = _holder(cast, page, title.kept) or cast.add(capacity, span, read_by)
            member.learn(capacity, span, read_by)
            yield member
        return
    for who in known or rule("<fullname>").finditer(sentence.text, *where):
        yield cast.add(capacity_of(page, who[0]), page.span(sentence, who), read_by)


def _holder(cast: Cast, page: Page, office: str) -> Member | None:
    """Find who holds an office that is named alone: the only holder, or who opens without one."""
    holders = [one for one in cast.members if one.office == office]
    if holders:
        return holders[0] if len(holders) == 1 else None
    first = next(iter(page.spoken.utterances), None)
    opener = cast.of_turn.get(first.n) if first else None
    return opener if opener and opener.office is None else None


def _declared(cast: Cast, page: Page) -> bool:
    for name, sentence, found in page.matches(page.speech(), page.language.cast.declares_open):
        if sentence.turn in cast.of_turn:
            _seat(cast.of_turn[sentence.turn], page.span(sentence, found), f"chair:{name}")
            return True
    return False


def _presides(cast: Cast, page: Page) -> bool:
    """Whoever speaks under an office of the body itself, as `The President` of a council does."""
    for turn in page.spoken.utterances:
        member = cast.of_turn.get(turn.n)
        if member and _is_of_body(member, turn, page):
            _seat(member, turn.label_span, "chair:presides")
            return True
    return False


def _is_of_body(member: Member, turn: Utterance, page: Page) -> bool:
    """Whether somebody's office is one of a body: nobody's name is known, or no state has such.

    `Speaker` may be anybody who speaks; `State Duma Speaker` is a guest elsewhere.
    """
    anybody = page.language.cast.anybody
    if member.office not in page.language.labels.presiding:
        return False
    if anybody and re.search(anybody, turn.label):
        return False
    if member.name is None or turn.rule != "label:the-office":
        return member.name is None
    if member.of is not None:
        return member.of not in page.tagger.lexicon.states
    national = page.language.offices.national
    return not (national and re.search(national, member.office))


def _leads(cast: Cast, page: Page) -> bool:
    """Whoever speaks first in a session of a body, and then says what is done next, chairs it."""
    title = page.title()
    of_body = title and any(one.organisations or one.body for one in namings(page, title))
    first = next(iter(page.spoken.utterances), None)
    opener = cast.of_turn.get(first.n) if first else None
    if opener is None or not of_body or any(one.role == "press" for one in cast.members):
        return False
    if _attends(opener, cast, page):
        return False
    for name, sentence, found in page.matches(page.speech(), page.language.cast.leads):
        if sentence.turn is not None and cast.of_turn.get(sentence.turn) is opener:
            _seat(opener, page.span(sentence, found), f"chair:{name}")
            return True
    return False


def _attends(member: Member, cast: Cast, page: Page) -> bool:
    """Say whether somebody is told to have come to a session as others did."""
    attends = (("attends", page.language.cast.attends),) if page.language.cast.attends else ()
    told = page.matches(page.narration(), attends)
    return any(cast.find(capacity_of(page, found["who"])) is member for _, _, found in told)


def _thanked_for_the_floor(cast: Cast, page: Page) -> bool:
    """In a single speech, whoever is thanked in its first words gave the floor, and so chairs."""
    if len({member.id for member in cast.of_turn.values()}) != 1:
        return False
    opening = filter(None, [next(iter(page.speech()), None)])
    for name, first, found in page.matches(opening, page.language.cast.thanks_for_floor):
        capacity = _untitled(capacity_of(page, found["who"]), page)
        span = page.span(first, found, "who")
        member = cast.find(capacity) or _host(cast, page, capacity)
        member = member or cast.add(capacity, span, f"chair:{name}")
        member.learn(capacity, span, f"chair:{name}")
        _seat(member, span, f"chair:{name}")
        message = f"{member.name} is taken to chair, being thanked for the floor"
        cast.remarks.append(Remark(code="chair-inferred", message=message, span=span))
        return True
    return False


def _seat(member: Member, span: Span, read_by: str) -> None:
    member.role = "chair"
    member.evidence.append(Evidence(field="role", span=span, rule=read_by))


def _untitled(capacity: Capacity, page: Page) -> Capacity:
    titles = page.language.offices.titles
    name = re.sub(rf"^(?:{titles}) ", "", capacity.name or "") if titles else capacity.name
    return replace(capacity, name=name or None)


def _host(cast: Cast, page: Page, capacity: Capacity) -> Member | None:
    """Find whose office the chair holds who is spoken to as the host: the one of the host state."""
    if capacity.office:
        return None
    for name, sentence, found in page.matches(page.speech(), page.language.cast.host):
        places = {entry.value for entry in page.tagger.symbols.entries(found["place"])}
        hosts = [one for one in cast.members if one.name is None and one.of in places]
        if len(hosts) == 1:
            where = page.span(sentence, found)
            hosts[0].evidence.append(Evidence(field="office", span=where, rule=f"host:{name}"))
            return hosts[0]
    return None
