"""Who belonged to an organisation or body on a day, and who held its chair."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from greffier.authority.find import find_bodies, find_organisation
from greffier.model import Body, Organisation
from greffier.model.institutions import MEMBERS, KnownChairmanship, Members, Membership

if TYPE_CHECKING:
    from collections.abc import Iterable

    from greffier.model import Answer, Known
    from greffier.model.institutions import Coverage, Institutions, Rule, Status

# What has a seat at the table: an organisation, or one of its bodies.
Seat = Organisation | Body
_Row = TypeVar("_Row", Membership, KnownChairmanship)


def find_seat(known: Known, name: str) -> Seat | None:
    """Give the organisation of this name, or else the one body that has it: what a record chairs.

    Args:
        known: where to look.
        name: as a chairmanship in a reading has it: `CSTO`, `Security Council`.

    Returns:
        What is found; None where nothing is, or bodies of several organisations.
    """
    if organisation := find_organisation(known, name):
        return organisation
    bodies = find_bodies(known, name)
    return bodies[0] if len(bodies) == 1 else None


def members_on(
    institutions: Institutions, of: Seat, day: str, *, status: Status = "member"
) -> Members | None:
    """Say who had a status in an organisation or body on a day.

    A body whose members are not listed has those of its organisation if a rule says how it is
    composed; of any other body nothing is known.

    Args:
        institutions: what is known.
        of: the organisation or body.
        day: in ISO 8601; of reduced precision, it is one day that is not known better.
        status: `member` stands for all who sit with a vote; any other status for itself.

    Returns:
        Those who had it; None where nothing is known of the members.
    """
    place = _listed(institutions, of)
    if place is None:
        return None
    wanted = MEMBERS if status == "member" else frozenset((status,))
    rows = [
        row
        for row in institutions.memberships
        if (row.organisation, row.body) == place and row.status in wanted
    ]
    certain, doubtful = _sorted_out(rows, day)
    return Members(
        certain=certain,
        doubtful=doubtful,
        complete=_complete(institutions.coverage, place, status, day),
    )


def chairs_on(
    institutions: Institutions, of: Seat, day: str
) -> tuple[tuple[KnownChairmanship, ...], tuple[KnownChairmanship, ...]]:
    """Give whose chairmanship held on a day, then whose may have: two on the day that it passes."""
    return _sorted_out(chairmanships_of(institutions, of, day), day)


def chairmanships_of(
    institutions: Institutions, of: Seat, day: str | None = None
) -> tuple[KnownChairmanship, ...]:
    """Give the chairmanships that public documents tell of, oldest first.

    Args:
        institutions: what is known.
        of: the organisation or body.
        day: by whose rule; a body that was once chaired with its organisation may no longer be.
    """
    acronym, body = place_of(of)
    if _chaired_with_the_whole(institutions, of, day):
        body = None
    rows = [
        row for row in institutions.chairmanships if (row.organisation, row.body) == (acronym, body)
    ]
    return tuple(sorted(rows, key=lambda row: row.period.since or ""))


def rule_of(institutions: Institutions, of: Seat, day: str | None = None) -> Rule | None:
    """Give the rule of a body; of an organisation its own, or else that of its summit.

    Args:
        institutions: what is known.
        of: the organisation or body.
        day: when; the rule that holds now if it is left out. None is given where it is unknown
            whether a rule held on the day.
    """
    acronym, body = place_of(of)
    if isinstance(of, Organisation) and not _rules(institutions, acronym, None) and of.summit:
        body = of.summit.name
    rules = _rules(institutions, acronym, body)
    if day is None:
        return rules[-1] if rules else None
    held = [rule for rule in rules if rule.period.holds_on(day) == "yes"]
    return held[0] if held else None


def place_of(of: Seat) -> tuple[str, str | None]:
    """Give an organisation's acronym, and the body's name if it is a body."""
    return (of.organisation, of.name) if isinstance(of, Body) else (of.acronym, None)


def _rules(institutions: Institutions, acronym: str, body: str | None) -> list[Rule]:
    found = [
        rule for rule in institutions.rules if (rule.organisation, rule.body) == (acronym, body)
    ]
    return sorted(found, key=lambda rule: rule.period.since or "")


def _listed(institutions: Institutions, of: Seat) -> tuple[str, str | None] | None:
    """Give where the members of a body are listed."""
    places = {(row.organisation, row.body) for row in institutions.memberships}
    place = place_of(of)
    if place in places:
        return place
    whole = (place[0], None)
    return whole if whole in places and rule_of(institutions, of) else None


def _chaired_with_the_whole(institutions: Institutions, of: Seat, day: str | None) -> bool:
    """Say whether a body's chair is its organisation's, as a summit's is unless told otherwise."""
    rule = rule_of(institutions, of, day)
    if rule and rule.rotation == "with the organisation":
        return True
    summit = any(one.summit == of for one in institutions.known.organisations)
    return summit and not _rules(institutions, place_of(of)[0], None)


def _complete(
    coverage: Iterable[Coverage], place: tuple[str, str | None], status: Status, day: str
) -> Answer:
    """Say whether the rows for a status are all there; where it is not stated, it is unknown."""
    answers = {
        one.period.holds_on(day)
        for one in coverage
        if (one.organisation, one.body, one.status) == (*place, status)
    }
    return "yes" if "yes" in answers else "unknown"


def _sorted_out(rows: Iterable[_Row], day: str) -> tuple[tuple[_Row, ...], tuple[_Row, ...]]:
    """Give the rows that hold on the day and those that may."""
    answers = [(row, row.period.holds_on(day)) for row in rows]
    return (
        tuple(row for row, answer in answers if answer == "yes"),
        tuple(row for row, answer in answers if answer == "unknown"),
    )
