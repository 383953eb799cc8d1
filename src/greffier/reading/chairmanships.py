"""Who holds, takes over or leaves the chair of an organisation."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from greffier.model import Chairmanship
from greffier.reading.chair_phrases import statement_of_head, statements_of
from greffier.reading.refusing import tell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.model import Session, Span
    from greffier.reading.cast import Cast
    from greffier.reading.chair_phrases import Statement
    from greffier.reading.page import Page

_Told = dict[tuple[str, str], list["Statement"]]


def read_chairmanships(page: Page, cast: Cast, subject: Session | None) -> tuple[Chairmanship, ...]:
    """Find what the record says of chairmanships, each holder once, with all its words."""
    told = _told(page, cast, subject)
    held = [_chairmanship(*key, said) for key, said in told.items()]
    at_once = page.language.chair.at_once
    signs: dict[str, Span] = {}
    for one in held:
        for sign in told[one.organisation, one.holder]:
            if one.phase == "incoming" and sign.rule in at_once:
                signs.setdefault(one.organisation, sign.span)
    return tuple(_handed_over(_stated(page, held), signs))


def _stated(page: Page, held: list[Chairmanship]) -> list[Chairmanship]:
    """Leave out a person who holds a chair of which it is told that his state holds it."""
    states = page.tagger.lexicon.states
    by_state = {(one.organisation, one.phase) for one in held if one.holder in states}
    return [
        one for one in held if one.holder in states or (one.organisation, one.phase) not in by_state
    ]


def _told(page: Page, cast: Cast, subject: Session | None) -> _Told:
    """Gather what is said of each chair and holder; of one not named, once it is plain which."""
    told: _Told = defaultdict(list)
    bare: list[Statement] = []
    for one in statement_of_head(page, subject):
        told[str(one.organisation), one.holder].append(one)
    parts = (page.headings(), page.narration(), page.speech())
    likely = (page.likely(some, page.language.chair.patterns) for some in parts)
    for sentence in chain.from_iterable(likely):
        for one in statements_of(page, cast, subject, sentence):
            if one.organisation is None:
                bare.append(one)
            else:
                told[one.organisation, one.holder].append(one)
    own = subject.organisations if subject else ()
    for one in bare:
        of_holder = {organisation for organisation, holder in told if holder == one.holder}
        organisations = of_holder or {organisation for organisation, _ in told}
        if not organisations and one.rule in page.language.chair.handed:
            organisations = set(own)  # `closed the G20 summit and handed over the presidency`
        if len(organisations) == 1:
            told[organisations.pop(), one.holder].append(one)
        else:
            why = "it does not say of what, and the record tells of no chair or of several"
            tell("chairmanship", page.witness, one.span, one.rule, why)
    return told


def _chairmanship(organisation: str, holder: str, said: list[Statement]) -> Chairmanship:
    """Make one of all that was said: what is sure counts, and of that what is not `current`."""
    sure = [one for one in said if one.sure] or said
    best = next((one for one in sure if one.phase != "current"), sure[0])
    return Chairmanship(
        organisation=organisation,
        holder=holder,
        phase=best.phase,
        spans=tuple(dict.fromkeys(one.span for one in said)),
        rule=f"chairmanship:{best.rule}",
    )


def _handed_over(held: list[Chairmanship], signs: dict[str, Span]) -> Iterator[Chairmanship]:
    """Where the chair changes hands at this session, whoever holds it is on the way out."""
    for one in held:
        sign = signs.get(one.organisation)
        if sign is not None and one.phase == "current":
            spans = (*one.spans, sign)
            yield replace(one, phase="outgoing", spans=spans, rule=f"{one.rule}+handed-over")
        else:
            yield one
