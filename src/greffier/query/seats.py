"""An organisation or one of its bodies: members, rules, chair, offices and sessions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, get_args

from greffier.archive.surveyed import SessionInBrief, StoredOffice, StoredSeat, Which
from greffier.authority import find_bodies, find_organisation
from greffier.authority.institutions import (
    Seat,
    chairmanships_of,
    find_seat,
    institutions,
    members_on,
)
from greffier.authority.institutions.membership import place_of
from greffier.errors import PeriodError, QueryError, UsageError
from greffier.model import Body, Organisation
from greffier.model.institutions import MEMBERS, KnownChairmanship, Members, Rule, Status
from greffier.query.lines import Line, line
from greffier.query.together import Attended, Together, attended, together

if TYPE_CHECKING:
    from greffier.archive import Archive
    from greffier.model import Known

STATUSES: Final[tuple[Status, ...]] = (
    "member",
    *(one for one in get_args(Status) if one not in MEMBERS),
)
_NAMED: Final = 20  # of those who took part, for whom it is told who met whom


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatAccount:
    """What is known of an organisation or body, and what the records show of it.

    Args:
        organisation: its acronym, or the name that records have where none is known; None for a
            body of no organisation.
        body: the name of the body; None for the organisation as a whole.
        called: its name in full, where it is known.
        bodies: the bodies that it is known to have.
        on: the day for which `members` are given.
        members: who had which status on the day; nothing where no members are known.
        rules: how it is composed, chaired, called and decides, the latest first.
        listed: its chairs as public documents have them, the earliest first.
        line: its chair as records tell of it; None where none does.
        seats: what sessions were of, if it is an organisation: itself and its bodies.
        offices: those of it that records show somebody in.
        sessions: the latest, newest first; as many as were asked for.
        total: how many there are.
        attended: which states took part in how many of them.
        together: who of those that took part most met whom.
    """

    organisation: str | None
    body: str | None
    called: str | None
    bodies: tuple[Body, ...]
    on: str
    members: dict[Status, Members]
    rules: tuple[Rule, ...]
    listed: tuple[KnownChairmanship, ...]
    line: Line | None
    seats: tuple[StoredSeat, ...]
    offices: tuple[StoredOffice, ...]
    sessions: tuple[SessionInBrief, ...]
    total: int
    attended: tuple[Attended, ...]
    together: tuple[Together, ...]


def seat_names(
    known: Known, organisation: str | None, body: str | None
) -> tuple[str | None, str | None]:
    """Give the names by which an organisation and a body are kept; unknown ones stay."""
    whole = find_organisation(known, organisation) if organisation else None
    acronym = whole.acronym if whole else organisation
    found = find_bodies(known, body, of=acronym) if body and acronym else ()
    return acronym, found[0].name if len(found) == 1 else body


def seat_account(  # noqa: PLR0913 - what is asked, of whom, and how much of it
    archive: Archive,
    organisation: str | None,
    body: str | None,
    known: Known,
    *,
    on: str,
    limit: int = 50,
    offset: int = 0,
) -> SeatAccount:
    """Give what is known of an organisation or body, and what the records show of it.

    Args:
        archive: whose records show it.
        organisation: by the name that it is kept by, see `seat_names`; None for a body of none.
        body: likewise; None for the organisation as a whole.
        known: states and organisations.
        on: the day for which members are given, ISO 8601.
        limit: how many of its sessions are given at most.
        offset: how many are left out before them.

    Raises:
        QueryError: the day cannot be read.
        UsageError: nothing is known by this name, and no record names it.
    """
    seat = _seat(known, organisation, body)
    which = Which(organisation=organisation or "", body=body)
    told = _line(archive, seat, body or organisation or "", known)
    with archive.survey() as survey:
        total = survey.count_sessions(which)
        if seat is None and told is None and not total:
            wanted = "name an organisation, such as CSTO, or one of its bodies"
            place = " ".join(filter(None, (organisation, body)))
            raise UsageError(place, "nothing is known by this name, and no record names it", wanted)
        states = {one.name for one in known.states}
        present = [pair for pair in survey.attendance(which) if pair[1] in states]
        counted = attended(present)
        return SeatAccount(
            organisation=organisation,
            body=body,
            called=seat.name if seat else None,
            bodies=seat.bodies if isinstance(seat, Organisation) else (),
            on=on,
            members=_members(seat, on),
            rules=_rules(seat),
            listed=chairmanships_of(institutions(), seat) if seat else (),
            line=told,
            seats=() if body or not organisation else tuple(survey.seats(organisation)),
            # Of a body's name nobody knows whose it is: several organisations and states have one.
            offices=() if body and organisation else tuple(survey.offices(of=body or organisation)),
            sessions=tuple(survey.sessions(which, limit=limit, offset=offset)),
            total=total,
            attended=counted,
            together=together(present, (one.of for one in counted[:_NAMED])),
        )


def _seat(known: Known, organisation: str | None, body: str | None) -> Seat | None:
    if organisation is None:
        return None
    whole = next((one for one in known.organisations if one.acronym == organisation), None)
    if whole is None or body is None:
        return whole
    return next((one for one in whole.bodies if one.name == body), None)


def _line(archive: Archive, seat: Seat | None, name: str, known: Known) -> Line | None:
    """Give what records tell of the chair; a name that several bear is nobody's."""
    if find_seat(known, name) != seat:
        return None
    if next(archive.chairmanships(name), None) is None:
        return None
    return line(archive, name, known)


def _members(seat: Seat | None, on: str) -> dict[Status, Members]:
    if seat is None:
        return {}
    try:
        found = {one: members_on(institutions(), seat, on, status=one) for one in STATUSES}
    except PeriodError as error:
        raise QueryError("on", repr(on), "a day, month or year such as 2020-12-02") from error
    return {
        status: members
        for status, members in found.items()
        if members and (members.certain or members.doubtful)
    }


def _rules(seat: Seat | None) -> tuple[Rule, ...]:
    """Give the rules of a seat; of an organisation without any, those of its summit."""
    if seat is None:
        return ()
    places = [place_of(seat)]
    if isinstance(seat, Organisation) and seat.summit:
        places.append(place_of(seat.summit))
    rows = institutions().rules
    found = ([one for one in rows if (one.organisation, one.body) == place] for place in places)
    rules = next(filter(None, found), [])
    return tuple(sorted(rules, key=lambda one: one.period.since or "", reverse=True))
