"""A state: who held office in it, where it belongs, what it chaired, and where it took part."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from greffier.archive import StoredChairmanship
from greffier.archive.surveyed import SessionInBrief, StoredOffice, Which
from greffier.authority import find_state
from greffier.authority.institutions import institutions
from greffier.errors import UsageError
from greffier.model import State, Tenure
from greffier.model.institutions import KnownChairmanship, Membership
from greffier.query.tenures import by_person, tenures
from greffier.query.together import Attended, attended

if TYPE_CHECKING:
    from collections.abc import Iterable

    from greffier.archive import Archive
    from greffier.archive.surveyed import Survey
    from greffier.model import Known

_OFFICES: Final = 12  # whose holders are told; the others are named with their numbers


@dataclass(frozen=True, slots=True, kw_only=True)
class StateAccount:
    """What is known of a state, and what the records show of it.

    Args:
        offices: those of it that records show somebody in, those shown most first.
        tenures: who is seen in the first of them, in the order of `offices`, then of persons by
            when they were first seen, then by time.
        memberships: in organisations and bodies, each with its source.
        listed: the chairs that public documents say it held or holds.
        told: what records tell of chairs that it held, holds or takes.
        sessions: those with somebody of it, newest first; as many as were asked for.
        total: how many there are.
        met: which other states had somebody in them, those met most first.
    """

    state: State
    offices: tuple[StoredOffice, ...]
    tenures: tuple[Tenure, ...]
    memberships: tuple[Membership, ...]
    listed: tuple[KnownChairmanship, ...]
    told: tuple[StoredChairmanship, ...]
    sessions: tuple[SessionInBrief, ...]
    total: int
    met: tuple[Attended, ...]


def state_account(
    archive: Archive, name: str, known: Known, *, limit: int = 50, offset: int = 0
) -> StateAccount:
    """Give what is known of a state by any of its names.

    Args:
        archive: whose records show it.
        name: a name or the ISO 3166-1 code.
        known: the states.
        limit: how many of its sessions are given at most.
        offset: how many are left out before them.

    Raises:
        UsageError: no state is known by this name.
    """
    state = named_state(known, name)
    rows = institutions()
    with archive.survey() as survey:
        offices = tuple(survey.offices(of=state.name))
        which = Which(of=state.name)
        return StateAccount(
            state=state,
            offices=offices,
            tenures=_tenures(archive, offices[:_OFFICES], state.name),
            memberships=tuple(one for one in rows.memberships if one.member == state.name),
            listed=tuple(one for one in rows.chairmanships if one.holder == state.name),
            told=tuple(archive.chairmanships(holder=state.name)),
            sessions=tuple(survey.sessions(which, limit=limit, offset=offset)),
            total=survey.count_sessions(which),
            met=_met(survey, state, known),
        )


def named_state(known: Known, name: str) -> State:
    """Give the state of a name or code. Raises UsageError where there is none."""
    by_code = {one.code: one for one in known.states}
    found = by_code.get(name.upper()) or find_state(known, name)
    if found is None:
        raise UsageError(name, "no state is known by this name", "name a state, such as Kyrgyzstan")
    return found


def _tenures(archive: Archive, offices: Iterable[StoredOffice], of: str) -> tuple[Tenure, ...]:
    """Give who is seen in some offices, the offices in their order."""
    order = {one.office: number for number, one in enumerate(offices)}
    seen = (one for one in archive.observations(of=of) if one.office in order)
    return by_person(tenures(seen), order)


def _met(survey: Survey, state: State, known: Known) -> tuple[Attended, ...]:
    states = {one.name for one in known.states} - {state.name}
    found = survey.attendance(Which(of=state.name))
    return attended((session, of) for session, of in found if of in states)
