"""A session in lines for people: what its records say of it, side by side, with the words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from greffier.cli.words import counted, shown
from greffier.query import capacity, sitting

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from greffier.archive.stored import StoredSession, StoredTelling
    from greffier.query.telling import Adopted, Attendance, Part, Said, Told

_MOST = 160  # characters of words that are quoted


def lines_of(session: StoredSession, told: Told) -> Iterator[str]:
    """Yield a session: its records by number, each fact with the numbers of those that say it."""
    yield shown(sitting(session.session))
    yield f"  session {session.id}, {counted(len(told.records), 'record')}"
    many = len(told.tellings) > 1
    for n, one in enumerate(told.tellings, start=1):
        yield f"  {f'[{n}] ' if many else ''}{shown(_telling(one))}"
    if told.left_out:
        yield f"  {told.left_out} more tell of it and are not compared"
    for tie in session.ties if many else ():
        yield f"  of one session: {shown(f'{tie.one} and {tie.other}: {tie.reason} [{tie.rule}]')}"
    for field in told.fields:
        yield f"{field.label}{_differs(field.agreement)}"
        for value, said in field.values:
            yield f"  {shown(value)}{_by(said, many=many)}"
            yield from _quotes(said)
    if told.attendance:
        yield counted(len(told.attendance), "participant")
        for taken in told.attendance:
            yield from _attended(taken, many=many)
    if told.adopted:
        yield counted(len(told.adopted), "instrument")
        for adopted in told.adopted:
            yield from _instrument(adopted, many=many)


def _instrument(adopted: Adopted, *, many: bool) -> Iterator[str]:
    one = adopted.instrument
    what = shown(f"{one.title} ({one.kind}, {one.action})")
    yield f"  {what}{_by(adopted.said, many=many)}{_differs(adopted.agreement)}"
    yield from _quotes(adopted.said)


def _telling(one: StoredTelling) -> str:
    record = one.record
    of = "" if one.session.subject else ", names it"
    return (
        f"{record.kind}, {record.date or 'undated'}: {record.title or record.name} ({one.id}{of})"
    )


def _attended(one: Attendance, *, many: bool) -> Iterator[str]:
    differs = _differs(one.agreement)
    for who, parts in one.capacities:
        apart = "" if who.role == "participant" else f", {who.role}"
        mode = "" if who.mode == "unknown" else f", {who.mode}"
        by = ", ".join(_part(part, many=many) for part in parts)
        yield f"  {shown(f'{capacity(who)}{apart}{mode}')}{f'  {by}' if by else ''}{differs}"


def _part(part: Part, *, many: bool) -> str:
    turns = counted(part.taken.turns, "turn") if part.taken.turns else ""
    return " ".join(filter(None, (f"[{part.telling}]" if many else "", turns)))


def _differs(agreement: str) -> str:
    return " (told differently)" if agreement == "differ" else ""


def _by(said: Iterable[Said], *, many: bool) -> str:
    return "  " + " ".join(f"[{one.telling}]" for one in said) if many else ""


def _quotes(said: Iterable[Said]) -> Iterator[str]:
    """Yield the words, each once, whoever says them."""
    for quote in dict.fromkeys(quote for one in said for quote in one.quotes):
        cut = quote if len(quote) <= _MOST else f"{quote[:_MOST].rsplit(' ', 1)[0]} …"
        yield f"    “{shown(cut)}”"
