"""Who took part in the session, in which capacity: from the labels and from what is told."""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

from greffier.model import Evidence, Remark
from greffier.reading.cast import Cast
from greffier.reading.chairs import find_chair
from greffier.reading.folding import View
from greffier.reading.listed import read_listed
from greffier.reading.naming import capacity_at, capacity_of
from greffier.reading.symbols import Capacity, rule

if TYPE_CHECKING:
    from greffier.reading.page import Page, Sentence
    from greffier.reading.turns import Utterance


def read_cast(page: Page) -> Cast:
    """Find who took part: whoever speaks, and whoever is told to have been there."""
    cast = Cast()
    for turn in page.spoken.utterances:
        _add_speaker(cast, turn, page)
    read_listed(page, cast)
    for sentence in (*page.narration(), *filter(None, [page.title()])):
        _add_told(cast, page, sentence)
        _add_offices(cast, page, sentence)
    find_chair(cast, page)
    _find_by_video(cast, page)
    _complete(cast, page)
    _at_home(cast, page)
    return cast


def _add_speaker(cast: Cast, turn: Utterance, page: Page) -> None:
    role = turn.label.partition("(")[0].strip().rstrip("0123456789 ").lower()
    if capacity := page.speakers.get(turn.label):
        cast.of_turn[turn.n] = cast.add(capacity, turn.label_span, turn.rule)
    elif turn.rule == "label:role" and role in page.language.labels.press:
        cast.of_turn[turn.n] = cast.press(turn.label_span, turn.rule)
    elif turn.rule != "label:role":
        message = f"who speaks under `{turn.label}` is not said in this record"
        cast.remarks.append(Remark(code="speaker-unknown", message=message, span=turn.label_span))


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
                cast.add(capacity, page.span(sentence, kept), f"took-part:{name}")


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
    title = filter(None, [page.title()])
    for sentence in chain(title, page.narration(), page.speech()):
        for kept in rule("<cast>").finditer(sentence.text):
            capacity = page.tagger.symbols.capacity(kept[0])
            member = cast.find(capacity) if capacity and capacity.name else None
            if (
                capacity
                and member
                and member.of is None
                and member.office in (None, capacity.office)
            ):
                member.learn(capacity, page.span(sentence, kept), "named-elsewhere")


def _at_home(cast: Cast, page: Page) -> None:
    """Fill in what an office's own site takes for granted.

    Ministers of no printed state are of its state; and whoever alone has no office, where each
    other has one, holds the office itself.
    """
    publisher = page.head.publisher
    home = _office_of_publisher(page)
    if home is None or home.of is None:
        return
    national = page.language.offices.national
    stateless = [
        one
        for one in cast.members
        if one.office and one.of is None and national and re.search(national, one.office)
    ]
    held = Counter(one.office for one in stateless)
    for one in stateless:
        if held[one.office] == 1:  # of two presidents one is a guest
            one.of = home.of
            span = publisher.span if publisher else one.evidence[0].span
            one.evidence.append(Evidence(field="of", span=span, rule="publisher-state"))
    if any((one.office, one.of) == (home.office, home.of) for one in cast.members):
        return
    without = [one for one in cast.members if one.office is None and one.name]
    if len(without) == 1:
        # Stated beside the text, the publisher has no words in it: only the name shows there.
        span = publisher.span if publisher else without[0].evidence[0].span
        without[0].learn(home, span, "publisher-office")


def _office_of_publisher(page: Page) -> Capacity | None:
    if page.head.published_by is None:
        return None
    tagged = page.tagger.known(View.of(page.head.published_by)).text
    return next((one.capacity for one in page.tagger.capacities(tagged)), None)
