"""Who took part in the session, in which capacity: from the labels and from what is told."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from greffier.model import Evidence, Remark
from greffier.reading.absence import find_absent
from greffier.reading.cast import Cast
from greffier.reading.chairs import find_chair
from greffier.reading.folding import View
from greffier.reading.home import add_home
from greffier.reading.listed import read_announced, read_listed
from greffier.reading.naming import capacity_at, capacity_of
from greffier.reading.symbols import Capacity, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.model import Span
    from greffier.reading.page import Page, Sentence
    from greffier.reading.turns import Utterance


def read_cast(page: Page) -> Cast:
    """Find who took part: whoever speaks, and whoever is told to have been there."""
    cast = Cast()
    for turn in page.spoken.utterances:
        _add_speaker(cast, turn, page)
    read_listed(page, cast)
    read_announced(page, cast)
    _add_titled(cast, page)
    rules = (*page.language.cast.took_part, *page.language.sessions.met)
    # Who speaks to journalists of others' meetings is at none of them, nor are those others here.
    told = () if _is_briefing(page) else page.likely(_of_the_session(page), rules)
    for sentence in chain(told, filter(None, [page.title()])):
        _add_told(cast, page, sentence)
        _add_offices(cast, page, sentence)
    find_chair(cast, page)
    find_absent(cast, page)
    _find_by_video(cast, page)
    _complete(cast, page)
    add_home(cast, page)
    return cast


def _is_briefing(page: Page) -> bool:
    title, pattern = page.title(), page.language.sessions.briefings
    return bool(title and pattern and rule(pattern).search(title.text))


def _of_the_session(page: Page) -> Iterator[Sentence]:
    """Yield what is told of the session, without its participants' other meetings beside it."""
    rules = page.language.cast
    if not page.possible(rules.aside):
        yield from page.narration()
        return
    aside: int | None = None
    for sentence in page.narration():
        if any(page.matches([sentence], rules.aside)):
            aside = sentence.line
        elif aside != sentence.line or not re.match(rules.goes_on, sentence.text):
            aside = None
            yield sentence


def _add_speaker(cast: Cast, turn: Utterance, page: Page) -> None:
    role = turn.label.partition("(")[0].strip().rstrip("0123456789 ").lower()
    if capacity := _somebody(page.speakers.get(turn.label), page):
        cast.of_turn[turn.n] = cast.add(capacity, turn.label_span, turn.rule)
    elif turn.rule == "label:role" and role in page.language.labels.press:
        cast.of_turn[turn.n] = cast.press(turn.label_span, turn.rule)
    elif turn.rule == "label:role" and role in page.language.labels.offices:
        capacity = Capacity(None, role.title(), None)
        cast.of_turn[turn.n] = cast.add(capacity, turn.label_span, turn.rule)
    elif turn.rule != "label:role":
        message = f"who speaks under `{turn.label}` is not said in this record"
        cast.remarks.append(Remark(code="speaker-unknown", message=message, span=turn.label_span))


def _somebody(capacity: Capacity | None, page: Page) -> Capacity | None:
    """Give whom a label names; what is an office and no more is nobody's name."""
    if capacity is None or capacity.name is None:
        return capacity
    tagged = page.tagger.known(View.of(capacity.name)).text
    return replace(capacity, name=None) if page.tagger.symbols.title(tagged) else capacity


def _add_told(cast: Cast, page: Page, sentence: Sentence) -> None:
    """Add whom a rule points at, or everybody in a sentence that lists participants."""
    seen: set[tuple[int, int]] = set()
    for name, _, found in page.matches([sentence], page.language.cast.took_part):
        named = "who" in found.groupdict()
        start, end = found.span("who") if named else (0, len(sentence.text))
        if (start, end) in seen:
            continue
        seen.add((start, end))
        for kept in rule("<someone>").finditer(sentence.text, start, end):
            capacity = capacity_at(page, kept[0])
            if capacity is not None and (capacity.name or capacity.of):
                capacity = _of_side(capacity, page, sentence, kept.start())
                cast.add(capacity, page.span(sentence, kept), f"took-part:{name}")


def _of_side(capacity: Capacity, page: Page, sentence: Sentence, at: int) -> Capacity:
    """Give a minister of no printed state the one whose side he is told to be on."""
    national = page.language.offices.national
    if capacity.of or not (national and re.search(national, capacity.office or "")):
        return capacity
    before = [
        found["side"]
        for _, _, found in page.matches([sentence], page.language.cast.sides)
        if found.end() <= at
    ]
    return replace(capacity, of=page.tagger.of(before[-1])) if before else capacity


def _add_titled(cast: Cast, page: Page) -> None:
    """Add whom the title says to have met: a stated one may be broken over lines in the text."""
    title = page.head.title
    if title is None:
        return
    tagged = page.tagger.casts(page.tagger.known(View.of(title.text))).text
    for name, pattern in page.language.cast.titles:
        for found in rule(pattern).finditer(tagged):
            for kept in rule("<someone>").findall(found["who"]):
                capacity = capacity_at(page, kept)
                if capacity is not None and capacity.name:
                    cast.add(capacity, title.span, f"title:{name}")


def _add_offices(cast: Cast, page: Page, sentence: Sentence) -> None:
    """Add `the presidents of A, B and C`, where the sentence says that they met."""
    if not any(page.matches([sentence], page.language.sessions.met)):
        return
    for name, _, found in page.matches([sentence], page.language.offices.plural):
        title = next(filter(None, map(page.tagger.symbols.title, found[0])), None)
        if title is None or not title.plural:
            continue
        for state in rule("<state>").finditer(sentence.text, *found.span("all")):
            capacity = Capacity(None, title.kept, page.tagger.printed(state[0]))
            cast.add(capacity, page.span(sentence, state), f"took-part:{name}")


def _find_by_video(cast: Cast, page: Page) -> None:
    rules = page.language.sessions.joins_by_video
    said = page.matches(page.speech(), page.language.sessions.said_by_video)
    for name, sentence, found in (*page.matches(page.narration(), rules), *said):
        member = cast.find(capacity_of(page, found["who"]))
        if member is not None:
            member.mode = "videoconference"
            span = page.span(sentence, found)
            member.evidence.append(Evidence(field="mode", span=span, rule=f"video:{name}"))


def _complete(cast: Cast, page: Page) -> None:
    """Learn what an office is of, or an office, from wherever the record prints more of it."""
    if all(one.of for one in cast.members):
        return
    _complete_from_title(cast, page)
    named = (("cast", "<cast>"),)
    for told in (filter(None, [page.title()]), page.narration(), page.speech()):
        for _, sentence, kept in page.matches(told, named):
            if capacity := page.tagger.symbols.capacity(kept[0]):
                _learn(cast, capacity, page.span(sentence, kept), "named-elsewhere")
    _complete_from_cards(cast, page)


def _complete_from_title(cast: Cast, page: Page) -> None:
    """A stated title may be broken over lines, where no rule finds an office whole."""
    if title := page.head.title:
        for one in page.tagger.capacities(page.tagger.tagged(title.text)):
            _learn(cast, one.capacity, title.span, "named-in-title")


def _complete_from_cards(cast: Cast, page: Page) -> None:
    """A card behind a name has the office of another day, but what that one is of stays."""
    for card in page.glosses:
        if card.office is None:
            continue
        surname, _, given = card.name.partition(" ")
        named = next(iter(page.tagger.capacities(page.tagger.tagged(card.office))), None)
        if named is not None and named.start == 0 and named.capacity.name is None:
            who = replace(named.capacity, name=f"{given.partition(' ')[0]} {surname}".strip())
            _learn(cast, who, card.span, "card", same=True)


def _learn(cast: Cast, capacity: Capacity, span: Span, read_by: str, *, same: bool = False) -> None:
    """Add to a member what a naming has more; with `same` only where it has his office."""
    member = cast.find(capacity) if capacity.name else None
    if member is None or member.of is not None:
        return
    if member.office == capacity.office or (member.office is None and not same):
        member.learn(capacity, span, read_by)
