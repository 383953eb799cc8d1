"""What comes out of an archive when it is looked through as a whole: counts, and short lists."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from greffier.model import SessionStatus

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@dataclass(frozen=True, slots=True, kw_only=True)
class Which:
    """Which sessions are meant: those of an organisation, of a body, with somebody of a state.

    Args:
        organisation: by its acronym, as readings keep it; the empty text for none.
        body: by its name; the empty text for none.
        of: a state, organisation or other place that a participant is of.
        person: somebody who took part, by identifier.
        organised: only sessions of some organisation, whichever it is.
    """

    organisation: str | None = None
    body: str | None = None
    of: str | None = None
    person: str | None = None
    organised: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredOffice:
    """An office as records show it.

    Args:
        office, of: as readings keep them.
        persons: how many are seen in it, acting ones among them.
        records: how many records show somebody in it.
        first, last: the first and the last day of those that have one, as numbers: 20201202.
    """

    office: str
    of: str | None
    persons: int
    records: int
    first: int | None
    last: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredParty:
    """A state, organisation or other place that participants are of, by the name it is kept by."""

    of: str
    persons: int
    offices: int
    sessions: int
    first: int | None
    last: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredSeat:
    """An organisation, or a body of one, and how many sessions of it the records tell of.

    Args:
        organisation: its acronym; None for a body whose organisation no record names.
        body: the body's name; None for the organisation as a whole.
    """

    organisation: str | None
    body: str | None
    sessions: int
    first: int | None
    last: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionInBrief:
    """A session as a list or a picture has it.

    Args:
        id: of the session, by which its page is found.
        organisations: the acronyms of those whose session it is.
        date: of the session, else of a record that is of it; ISO 8601.
        first, last: the first and the last day that the date may mean, as numbers: 20201202.
        subject: whether a record is of it; else it is only named in some.
        tellings: how many records tell of it.
    """

    id: str
    name: str
    organisations: tuple[str, ...]
    body: str | None
    status: SessionStatus
    date: str | None
    first: int | None
    last: int | None
    subject: bool
    tellings: int


class Survey(Protocol):
    """A look through all records; `Archive.survey` opens it."""

    def offices(
        self,
        *,
        office: str | None = None,
        of: str | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> Iterator[StoredOffice]:
        """Yield the offices that records show somebody in, those that most records show first.

        Args:
            office: only of this title; case makes no difference.
            of: only of this state, organisation or body.
            limit: how many at most.
            offset: how many to leave out before them.
        """
        ...

    def parties(self, names: Iterable[str] | None = None) -> Iterator[StoredParty]:
        """Yield what participants are of, such as states, by name; with `names`, these only."""
        ...

    def seats(self, organisation: str | None = None) -> Iterator[StoredSeat]:
        """Yield organisations and their bodies that sessions are of, those with most first."""
        ...

    def sessions(
        self, which: Which, *, limit: int | None = None, offset: int = 0
    ) -> Iterator[SessionInBrief]:
        """Yield sessions, newest first, undated last: what a list or a picture needs of them."""
        ...

    def count_sessions(self, which: Which) -> int:
        """Count sessions."""
        ...

    def attendance(self, which: Which) -> Iterator[tuple[str, str]]:
        """Yield which session had somebody of what: a session and a name, each pair once."""
        ...

    def text(self, witness: str) -> str:
        """Give the text of a witness alone. Raises UsageError if there is none."""
        ...
