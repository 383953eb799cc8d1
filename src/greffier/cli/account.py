"""The account of a reading in lines for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from greffier.cli.words import counted, shown
from greffier.query import account, capacity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from greffier.model import Reading
    from greffier.query import Account, Speaker


def lines_of(reading: Reading) -> Iterator[str]:
    """Yield the account of a reading: what it is, the session, the cast, what was adopted."""
    found = account(reading)
    yield shown(found.title)
    yield f"  {_head(found)}"
    yield from _listed("session", "sessions", found.sessions)
    yield from _listed("participant", "participants", found.participants)
    if found.turns:
        yield f"  {counted(found.turns, 'turn')}"
        yield from (f"    {_speaker(one)}" for one in found.speakers)
    yield from _listed("instrument", "instruments", found.instruments)
    yield from _listed("chairmanship", "chairmanships", found.chairmanships)
    others = (counted(found.quotations, "quotation"), counted(found.glosses, "gloss", "glosses"))
    if any(not other.startswith("no ") for other in others):
        yield f"  {', '.join(other for other in others if not other.startswith('no '))}"
    yield from _listed("remark", "remarks", [remark.message for remark in found.remarks])


def _head(found: Account) -> str:
    parts = (found.kind, found.date or "undated", found.place, found.publisher, found.language)
    return shown(f"{', '.join(filter(None, parts))}; {found.record}, {found.name}")


def _listed(noun: str, nouns: str, values: Iterable[str]) -> Iterator[str]:
    values = list(values)
    if values:
        yield f"  {counted(len(values), noun, nouns)}"
        yield from (f"    {shown(value)}" for value in values)


def _speaker(speaker: Speaker) -> str:
    """Give one who spoke with his capacity, or his label where he was not made out."""
    who = capacity(speaker.participant) if speaker.participant else f"{speaker.name} (not made out)"
    return shown(f"{who}: {counted(speaker.turns, 'turn')}")
