"""What a session looks like to whoever holds it against rules: its seats, its day, its parties.

A *party* is whoever somebody takes part for: a state, or an organisation that is a member itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, get_args

from greffier.authority import find_bodies, find_organisation, find_state
from greffier.authority.institutions import find_seat, members_on, rule_of
from greffier.model import Organisation, Reading, Session
from greffier.model.institutions import MEMBERS, Institutions, Status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from greffier.authority.institutions import Seat
    from greffier.model import Chairmanship, Known, Participant
    from greffier.model.institutions import Rule

INFERRED = "that this was the chair is inferred from what was said, and nobody tells it"
INFORMAL = "it met informally, and the rules of the body may not be those of the session"
JOINT = "it met jointly, and the rules of one body may not be those of the session"
NO_DATE = "the record gives the session no date"
_BESIDE: tuple[Status, ...] = tuple(one for one in get_args(Status) if one not in MEMBERS)
_NOT_HELD = {
    "planned": "the session was yet to be held when the record was written",
    "cancelled": "the session was cancelled",
    "unknown": "the record does not say whether the session was held",
}


@dataclass(frozen=True)
class Scene:  # no slots: its cached properties need a dictionary
    """One session of a reading, with what is known of whoever met.

    Args:
        reading: all that the witness says.
        session: one of its sessions.
        institutions: members, rules and chairs.
    """

    reading: Reading
    session: Session
    institutions: Institutions

    @property
    def known(self) -> Known:
        """States, organisations and bodies."""
        return self.institutions.known

    @property
    def day(self) -> str | None:
        """When the session met, as far as the record says."""
        return self.session.date.value if self.session.date else None

    @cached_property
    def seats(self) -> tuple[Seat, ...]:
        """The bodies that met, or the organisations where the record names no body."""
        found: list[Seat] = []
        for name in self.session.organisations:
            organisation = find_organisation(self.known, name)
            if organisation and self.session.body:
                found += find_bodies(self.known, self.session.body, of=organisation.acronym)
            elif organisation:
                found.append(organisation)
        return tuple(found)

    @cached_property
    def cast(self) -> tuple[Participant, ...]:
        """Whoever is shown in the session, those told absent among them; the press is not."""
        wanted = {self.session.id, None} if self.session.subject else {self.session.id}
        return tuple(
            one
            for one in self.reading.participants
            if one.session in wanted and one.role != "press"
        )

    @cached_property
    def chairs(self) -> tuple[Participant, ...]:
        """Whoever chaired the sitting."""
        return tuple(one for one in self.cast if one.role == "chair")

    @cached_property
    def _members_of_seats(self) -> frozenset[str]:
        acronyms = {_acronym(seat) for seat in self.seats}
        rows = self.institutions.memberships
        return frozenset(row.member for row in rows if row.organisation in acronyms)

    def party(self, one: Participant) -> str | None:
        """Give the state that somebody takes part for, or the organisation if it is a member.

        Whoever chairs in the name of the body itself, as the President of a council does, takes
        part for whoever holds its chair, if the record says who that is.
        """
        if one.id not in self._parties:
            self._parties[one.id] = self._party(one)
        return self._parties[one.id]

    @cached_property
    def _parties(self) -> dict[str, str | None]:
        """Keep for whom each participant takes part: it is asked for each of many members."""
        return {}

    def _party(self, one: Participant) -> str | None:
        if one.of is None:
            return None
        if state := find_state(self.known, one.of):
            return state.name
        organisation = find_organisation(self.known, one.of)
        if organisation and organisation.acronym in self._members_of_seats:
            return organisation.acronym
        if self.in_its_name(one):
            holders = {told.holder for told in self.chairmanships(self.seats[0], "current")}
            return holders.pop() if len(holders) == 1 else None
        return None

    def in_its_name(self, one: Participant) -> bool:
        """Say whether somebody chairs in the name of the body: `President of the Council`."""
        return one.role == "chair" and len(self.seats) == 1 and one.of == _own_name(self.seats[0])

    @cached_property
    def chair_inferred(self) -> bool:
        """Whether nobody is told to have chaired, and it is taken from how somebody spoke.

        A host may open a session, and then give the chair to whoever holds it.
        """
        if any(one.code == "chair-inferred" for one in self.reading.remarks):
            return True
        spoken = [span for turn in self.reading.turns for span in turn.paragraphs]
        seats = [told.span for one in self.chairs for told in one.evidence if told.field == "role"]
        return bool(seats) and all(any(part.meets(seat) for part in spoken) for seat in seats)

    def is_of_state(self, one: Participant) -> bool:
        """Say whether the office of somebody is one of a state."""
        return one.of is not None and find_state(self.known, one.of) is not None

    def is_official(self, one: Participant) -> bool:
        """Say whether somebody acts for an organisation or body and not for a party."""
        if one.of is None or self.party(one) is not None:
            return False
        if find_organisation(self.known, one.of):
            return True
        # Other bodies may share their names with those of a state: `Security Council`.
        return any(find_bodies(self.known, one.of, of=_acronym(seat)) for seat in self.seats)

    def rule(self, seat: Seat) -> Rule | None:
        """Give the rule of a seat on the day; an organisation's only if it is a summit that met."""
        if self.day is None or self.is_informal:
            return None
        if isinstance(seat, Organisation):
            return self._rule_of_summit(seat, self.day) if self.is_summit else None
        return rule_of(self.institutions, seat, self.day)

    def _rule_of_summit(self, organisation: Organisation, day: str) -> Rule | None:
        """Give the rule of the body that meets at a summit, or one of the whole that is of heads.

        The rule of the European Union as a whole is that of its ministers.
        """
        if organisation.summit and (rule := rule_of(self.institutions, organisation.summit, day)):
            return rule
        whole = rule_of(self.institutions, organisation, day)
        return whole if whole and whole.composed_of.startswith("heads") else None

    @property
    def is_informal(self) -> bool:
        """Whether those who make up the body met, and not as the body."""
        return "informal" in self.session.formats

    @property
    def is_summit(self) -> bool:
        """Whether the session is called the summit of one organisation."""
        return self.session.name.casefold().endswith("summit") and len(self.seats) == 1

    def chairmanships(self, seat: Seat, *phases: str) -> tuple[Chairmanship, ...]:
        """Give what the record tells of the chair of a seat, in some phases."""
        told = (one for one in self.reading.chairmanships if one.phase in phases)
        return tuple(one for one in told if self._is_chair_of(one, seat))

    def _is_chair_of(self, one: Chairmanship, seat: Seat) -> bool:
        found = find_seat(self.known, one.organisation)
        if found is None or one.date is not None:  # of another time
            return False
        if found == seat or isinstance(seat, Organisation):
            return found == seat
        rule = self.rule(seat)
        with_whole = rule is not None and rule.rotation == "with the organisation"
        if isinstance(found, Organisation) and found.acronym == seat.organisation:
            return with_whole or found.summit == seat
        return False

    def status(self, party: str) -> str | None:
        """Give the status of a party that is no member on the day, if one is known."""
        for seat in self.seats:
            for status in _BESIDE:
                found = self.day and members_on(self.institutions, seat, self.day, status=status)
                if found and any(row.member == party for row in found.certain):
                    return status
        return None

    def not_held(self) -> str | None:
        """Say why nothing can be asked of the sitting itself; None where it was held."""
        return _NOT_HELD.get(self.session.status)


def seat_name(seat: Seat) -> str:
    """Give a seat in words: `CSTO`, `CSTO Collective Security Council`, `ASEAN Summit`."""
    if isinstance(seat, Organisation):
        return seat.acronym
    own = seat.name.startswith(seat.organisation)
    return seat.name if own else f"{seat.organisation} {seat.name}"


def listing(names: Iterable[str]) -> str:
    """Give names in a row: `Armenia, Belarus and Kazakhstan`."""
    *most, last = tuple(names) or ("nobody",)
    return f"{', '.join(most)} and {last}" if most else last


def sentences(parts: Iterable[str]) -> str:
    """Give what is said in parts as sentences, the empty ones left out."""
    return ". ".join(part[:1].upper() + part[1:] for part in parts if part)


def _acronym(seat: Seat) -> str:
    return seat.acronym if isinstance(seat, Organisation) else seat.organisation


def _own_name(seat: Seat) -> str:
    return seat.acronym if isinstance(seat, Organisation) else seat.name
