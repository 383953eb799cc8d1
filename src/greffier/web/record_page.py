"""What stands about the text of a record: what is chosen, its facts in groups, its speakers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from greffier.model import STATED, Span, joined
from greffier.query import Fact, facts, speakers
from greffier.web.marking import FACT, HIT, Mark, asked_spans

if TYPE_CHECKING:
    from greffier.model import Reading, Record
    from greffier.query import Speaker

GROUPS: Final = {
    "record": "This record",
    "session": "Sessions",
    "participant": "Participants",
    "instrument": "Instruments",
    "chairmanship": "Chairmanships",
    "quotation": "Quotations",
    "mention": "Mentions",
    "gloss": "Glosses",
}
"""The kinds of facts that the panel lists; turns and remarks have lists of their own."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What the reader chose to see highlighted: a fact, or some words. `asked` is as asked for."""

    asked: str = ""
    fact: Fact | None = None
    spans: tuple[Span, ...] = ()

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marks that highlight what was chosen."""
        return tuple(Mark(span, FACT if self.asked else HIT) for span in self.spans)


@dataclass(frozen=True, slots=True)
class FactGroup:
    """Facts of one kind: each with its fields."""

    kind: str
    heading: str
    facts: tuple[tuple[Fact, tuple[Fact, ...]], ...]
    opened: bool


def choice(reading: Reading, fact: str, span: str) -> Choice:
    """Find what an address asks to see, by the id of a fact or by stretches of the text."""
    if fact:
        found = next((one for one in facts(reading) if one.id == fact), None)
        return Choice(asked=fact, fact=found, spans=joined(found.spans) if found else ())
    return Choice(spans=asked_spans(span, reading.witness.length))


def fact_groups(reading: Reading, chosen: Choice) -> tuple[FactGroup, ...]:
    """Give the facts in groups, each fact with its fields, the group of the chosen one opened."""
    grouped: dict[str, list[tuple[Fact, list[Fact]]]] = {kind: [] for kind in GROUPS}
    for fact in facts(reading):
        if fact.kind not in grouped:
            continue
        group = grouped[fact.kind]
        if group and fact.id.startswith(f"{group[-1][0].id}."):
            group[-1][1].append(fact)
        else:
            group.append((fact, []))
    opened = chosen.fact.kind if chosen.fact else "session"
    return tuple(
        FactGroup(
            kind=kind,
            heading=GROUPS[kind],
            facts=tuple((fact, tuple(fields)) for fact, fields in group),
            opened=kind == opened,
        )
        for kind, group in grouped.items()
        if group
    )


def turns_by_speaker(reading: Reading) -> tuple[tuple[Speaker, tuple[int, ...]], ...]:
    """Give those who took turns, in the order in which they first spoke, with their numbers."""
    cast = {one.id for one in reading.participants}
    numbers: dict[tuple[str | None, str], list[int]] = {}
    for turn in reading.turns:
        key = (turn.participant, "") if turn.participant in cast else (None, turn.label)
        numbers.setdefault(key, []).append(turn.n)
    return tuple(zip(speakers(reading), map(tuple, numbers.values()), strict=True))


def stated_elsewhere(made: Record, witness: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Give what a record has from other witnesses than the one that is shown, by witness."""
    found: dict[str, list[str]] = {}
    for name in STATED:
        stated = getattr(made, name)
        if stated is not None and stated.witness != witness:
            found.setdefault(stated.witness, []).append(name)
    return tuple((one, tuple(names)) for one, names in found.items())
