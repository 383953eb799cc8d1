"""Look-ups by any name in what is known. A name that several bear is not decided here."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

from greffier.authority.names import Names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.model import Body, Known, Office, Organisation, State

_T = TypeVar("_T")


def find_state(known: Known, name: str, *, printed: bool = False) -> State | None:
    """Give the state of this name: short, formal, other, Russian, or adjective (`Tajik`).

    Args:
        known: where to look.
        name: the whole name, with or without `the`.
        printed: the words stand in a record, so capitals count; see `Names.get`.

    Returns:
        The state, or None where no state or more than one has this name.
    """
    return _state(_Same(known), name, printed=printed)


def find_organisation(known: Known, name: str, *, printed: bool = False) -> Organisation | None:
    """Give the organisation of this acronym or name, English or Russian, as `find_state` does."""
    return _only(_index(_Same(known)).organisations.get(name, printed=printed))


def find_bodies(
    known: Known, name: str, *, of: str | None = None, printed: bool = False
) -> tuple[Body, ...]:
    """Give the bodies of this name; several organisations have a Council of Foreign Ministers.

    Args:
        known: where to look.
        name: the body's name without its organisation.
        of: the organisation's acronym, as `Organisation.acronym` has it, if it is known.
        printed: as for `find_state`.
    """
    found = _index(_Same(known)).bodies.get(name, printed=printed)
    return tuple(body for body in found if of in (None, body.organisation))


def find_offices(
    known: Known, title: str, *, of: str | None = None, printed: bool = False
) -> tuple[Office, ...]:
    """Give the offices of organisations that have this title, as `find_bodies` does."""
    found = _index(_Same(known)).offices.get(title, printed=printed)
    return tuple(office for office in found if of in (None, office.organisation))


def state_names(state: State) -> Iterator[str]:
    """Yield every name by which the state is found; the first is the one to show."""
    yield state.name
    yield state.formal_name
    yield from state.demonyms
    yield from state.other_names
    yield state.russian_name
    yield from state.russian_other_names


def organisation_names(organisation: Organisation) -> Iterator[str]:
    """Yield every name by which the organisation is found; the first is the one to show."""
    yield organisation.acronym
    yield organisation.name
    yield from organisation.other_names
    yield from organisation.russian_names


def body_names(body: Body) -> Iterator[str]:
    """Yield every name by which the body is found; the first is the one to show."""
    yield body.name
    yield from body.other_names
    yield from body.russian_names


def office_titles(office: Office) -> Iterator[str]:
    """Yield every title by which the office is found; the first is the one to show."""
    yield office.title
    yield from office.other_titles
    yield from office.russian_titles


class _Index:
    """The names in one `Known`, by kind."""

    __slots__ = ("bodies", "offices", "organisations", "states")

    def __init__(self, known: Known) -> None:
        every = known.organisations
        bodies = [body for one in every for body in one.bodies]
        offices = [office for one in every for office in one.offices]
        self.states = Names((name, one) for one in known.states for name in state_names(one))
        self.organisations = Names((name, one) for one in every for name in organisation_names(one))
        self.bodies = Names((name, one) for one in bodies for name in body_names(one))
        self.offices = Names((title, one) for one in offices for title in office_titles(one))


class _Same:
    """A `Known` as a key that is itself only; hashing every name at each look-up is slow."""

    __slots__ = ("known",)

    def __init__(self, known: Known) -> None:
        self.known = known

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.known is other.known

    def __hash__(self) -> int:
        return id(self.known)


@lru_cache(maxsize=4)
def _index(key: _Same) -> _Index:
    return _Index(key.known)


@lru_cache(maxsize=65_536)  # the states of an archive are asked for again and again
def _state(key: _Same, name: str, *, printed: bool) -> State | None:
    return _only(_index(key).states.get(name, printed=printed))


def _only(found: tuple[_T, ...]) -> _T | None:
    return found[0] if len(found) == 1 else None
