"""Who has a seat at the table on the day, and who of them the record shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from greffier.authority.institutions import members_on
from greffier.model import Organisation, capacity
from greffier.model.checks import Against, Shown
from greffier.query.checks.scene import NO_DATE, listing, seat_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from greffier.authority.institutions import Seat
    from greffier.model import Participant
    from greffier.model.institutions import Membership
    from greffier.query.checks.scene import Scene


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The members of the seats that are asked about.

    Args:
        certain: who was a member on the day.
        doubtful: for whom that is unknown.
        complete: whether there are no others.
        reason: why nothing is known; empty where something is.
        against: the rows that say so.
    """

    certain: frozenset[str] = frozenset()
    doubtful: frozenset[str] = frozenset()
    complete: bool = False
    reason: str = ""
    against: tuple[Against, ...] = ()


def table(scene: Scene, seats: Iterable[Seat]) -> Table:
    """Give who had a seat in any of some bodies on the day of the session."""
    if scene.day is None:
        return Table(reason=NO_DATE)
    rows: list[Membership] = []
    doubtful: set[str] = set()
    complete = True
    for seat in seats:
        members = members_on(scene.institutions, seat, scene.day)
        if members is None:
            return Table(reason=f"the members of {seat_name(seat)} are not known")
        rows += members.certain
        doubtful |= {row.member for row in members.doubtful}
        complete = complete and members.complete == "yes"
    certain = frozenset(row.member for row in rows)
    return Table(
        certain=certain,
        doubtful=frozenset(doubtful - certain),
        complete=complete,
        reason="" if rows else f"no member is known on {scene.day}",
        against=tuple(_by_source(rows)),
    )


def _by_source(rows: Iterable[Membership]) -> Iterable[Against]:
    """Give one row for all members that one source names."""
    named: dict[str, list[Membership]] = {}
    for row in rows:
        named.setdefault(row.source, []).append(row)
    for source, some in named.items():
        who = listing(dict.fromkeys(row.member for row in some))
        where = listing(dict.fromkeys(filter(None, (row.body or row.organisation for row in some))))
        yield Against(
            says=f"{some[0].status} of {where}: {who}", source=source, certainty=some[0].certainty
        )


def parties(scene: Scene) -> dict[str, tuple[Participant, ...]]:
    """Give who takes part for each party, in the order of the record; the absent do not."""
    found: dict[str, list[Participant]] = {}
    for one in scene.cast:
        party = scene.party(one)
        if party is not None and one.role != "absent":
            found.setdefault(party, []).append(one)
    return {party: tuple(some) for party, some in found.items()}


def unplaced(scene: Scene) -> tuple[Participant, ...]:
    """Give whoever takes part and the record does not say for whom; officials are apart."""
    return tuple(
        one
        for one in scene.cast
        if one.role != "absent" and scene.party(one) is None and not scene.is_official(one)
    )


def beside(scene: Scene, at_table: Table, here: Iterable[str]) -> str:
    """Say why it may not be the members' own session; empty where nothing speaks against it.

    A record that names an organisation and no body may tell of its summit with somebody else.
    """
    if len(scene.seats) != 1 or not isinstance(scene.seats[0], Organisation):
        return ""
    known = at_table.certain | at_table.doubtful
    strangers = [one for one in here if one not in known and scene.status(one) is None]
    if not strangers or not at_table.complete:
        return ""
    name = seat_name(scene.seats[0])
    return (
        f"the record names no body of {name}, and {listing(strangers)} has no known status in it: "
        "they may have met with the organisation and not in it"
    )


def shown(one: Participant, party: str | None = None) -> tuple[Shown, ...]:
    """Give the first words that show a participant."""
    if not one.spans:
        return ()
    who = f"told absent: {capacity(one)}" if one.role == "absent" else capacity(one)
    return (
        Shown(shows=f"{party}: {who}" if party and one.of != party else who, span=one.spans[0]),
    )
