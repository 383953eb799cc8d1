"""What a user knows beside the records: persons and the offices that they held, by a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from greffier.model.period import Period

AuthorityFormat = Literal["ftm", "popolo", "csv"]


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPerson:
    """A person of an imported authority.

    Args:
        id: as the file has it.
        names: all of them, the one that he goes by first.
    """

    id: str
    names: tuple[str, ...]

    @property
    def name(self) -> str:
        """The name that he goes by."""
        return self.names[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Occupancy:
    """An office that a person held, as an imported authority says.

    Args:
        person: the identifier of the person in that authority.
        office, of, acting: as readings keep them, where the title names an office that is known;
            otherwise `office` is the title, as printed.
        title: as printed, with what it is of.
        resolved: whether the title names an office that is known.
        period: when; an end that the file does not tell is unknown.
        place: in the file: the line, or the identifier.
    """

    person: str
    office: str
    of: str | None
    acting: bool
    title: str
    resolved: bool
    period: Period
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority:
    """An imported authority, as a list has it.

    Args:
        n: its number in the archive.
        name: of the file, and `digest` of its bytes.
        made: when it was imported, as ISO 8601 in UTC.
        persons, occupancies: how many it has.
    """

    n: int
    name: str
    digest: str
    format: AuthorityFormat
    made: str
    persons: int
    occupancies: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Somebody in an office as an imported authority says; never an observation.

    Args:
        authority: the name of the file, and `place` where in it.
        person: who, with all names.
    """

    authority: str
    person: KnownPerson
    occupancy: Occupancy

    @property
    def place(self) -> str:
        """Where it stands."""
        return f"{self.authority}: {self.occupancy.place}"
