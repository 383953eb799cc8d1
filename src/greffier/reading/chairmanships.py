"""Who holds, takes over or leaves the chair of an organisation."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from greffier.model import Chairmanship
from greffier.reading.naming import capacity_at

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from greffier.model import Session, Span
    from greffier.reading.cast import Cast
    from greffier.reading.page import Page, Sentence
    from greffier.reading.symbols import Capacity


def read_chairmanships(page: Page, cast: Cast, subject: Session | None) -> tuple[Chairmanship, ...]:
    """Find what the record says of chairmanships, each holder once, with all its words."""
    held: dict[tuple[str, str], Chairmanship] = {}
    signs: dict[str, Span] = {}
    at_once = {f"chairmanship:{name}" for name in page.language.chair.at_once}
    sentences = chain(page.headings(), page.narration(), page.speech())
    for sentence in page.likely(sentences, page.language.chair.patterns):
        for one in _stated(page, cast, subject, sentence):
            key = (one.organisation, one.holder)
            if one.rule in at_once:
                signs.setdefault(one.organisation, one.spans[0])
            if known := held.get(key):
                phase = one.phase if known.phase == "current" else known.phase
                held[key] = replace(
                    known, phase=phase, spans=tuple(dict.fromkeys((*known.spans, *one.spans)))
                )
            else:
                held[key] = one
    return tuple(_handed_over(held, signs))


def _stated(
    page: Page, cast: Cast, subject: Session | None, sentence: Sentence
) -> Iterator[Chairmanship]:
    for name, pattern, phase in page.possible(page.language.chair.patterns):
        for found in page.found(pattern, sentence):
            holder = _holder(page, cast, sentence, found)
            if holder is None:
                continue
            of_body = subject.body if subject and name in page.language.chair.of_body else None
            for organisation in [of_body] if of_body else _organisations(page, found, subject):
                yield Chairmanship(
                    organisation=organisation,
                    holder=holder,
                    phase=phase,
                    spans=(page.span(sentence, found),),
                    rule=f"chairmanship:{name}",
                )


def _organisations(page: Page, found: re.Match[str], subject: Session | None) -> Iterator[str]:
    groups = found.groupdict()
    printed = groups.get("org") or groups.get("org2")
    named = [
        entries[0].value for char in printed or "" if (entries := page.tagger.symbols.entries(char))
    ]
    if named:
        yield from named
    elif subject and len(subject.organisations) == 1 and (printed is not None or subject.body):
        # `the Organisation`, or a session of a body of this one
        yield subject.organisations[0]


def _holder(page: Page, cast: Cast, sentence: Sentence, found: re.Match[str]) -> str | None:
    """The state if it is named or plain from the office, else the person."""
    words = found.groupdict().get("holder")
    if words is None:
        if sentence.turn is None or sentence.turn not in cast.of_turn:
            return None
        member = cast.of_turn[sentence.turn]
        return member.of or member.name
    for char in words:
        for entry in page.tagger.symbols.entries(char):
            return entry.value
        if capacity := capacity_at(page, char):
            return _of(cast, capacity)
    return None


def _of(cast: Cast, capacity: Capacity) -> str | None:
    if capacity.of:
        return capacity.of
    member = cast.find(capacity)
    return (member.of if member else None) or capacity.name


def _handed_over(
    held: dict[tuple[str, str], Chairmanship], signs: dict[str, Span]
) -> Iterator[Chairmanship]:
    """Where the chair changes hands at this session, whoever holds it is on the way out."""
    for one in held.values():
        sign = signs.get(one.organisation)
        if sign is not None and one.phase == "current":
            spans = (*one.spans, sign)
            yield replace(one, phase="outgoing", spans=spans, rule=f"{one.rule}+handed-over")
        else:
            yield one
