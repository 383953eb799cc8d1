"""The part of an archive that says who is who."""

from __future__ import annotations

from typing import TYPE_CHECKING

from greffier.archive import observing, persons, settling
from greffier.archive.shelf import Shelf, bindable, printable, unknown
from greffier.errors import SeveralError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy import Connection

    from greffier.archive.settlement import StoredDoubt
    from greffier.archive.stored import ListedPerson, Spelling, StoredPerson
    from greffier.model import Observation


class People(Shelf):
    """Persons, the offices that they are seen in, and what is left open of who is who."""

    def person(self, key: str) -> StoredPerson:
        """Give the person that an identifier or any of his names leads to."""
        with self._reading() as connection:
            return persons.person(connection, _led_to(connection, key))

    def persons(
        self,
        *,
        only: Iterable[str] | None = None,
        after: tuple[str, str] | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> Iterator[ListedPerson]:
        """Yield the persons whom records name, by name; with `only`, those of these identifiers."""
        with self._reading() as connection:
            yield from persons.persons(
                connection, only=only, after=after, limit=limit, offset=offset
            )

    def person_of(self, name: str) -> str:
        """Give the identifier of the person that an identifier or any of his names leads to."""
        with self._reading() as connection:
            return _led_to(connection, name)

    def persons_of(self, witness: str) -> dict[str, str]:
        """Give the person that each named participant of a witness is, by the participant."""
        with self._reading() as connection:
            return persons.persons_of(connection, bindable(witness))

    def speakers_of(self, turns: Iterable[tuple[str, int]]) -> dict[tuple[str, int], str]:
        """Give the person who took each of some turns, by witness and number."""
        with self._reading() as connection:
            return persons.speakers_of(connection, turns)

    def names_of(self, person: str) -> tuple[Spelling, ...]:
        """Give the names that records print for a person, the most frequent first."""
        with self._reading() as connection:
            return tuple(persons.spellings(connection, bindable(person)))

    def observations(
        self, *, office: str | None = None, of: str | None = None, person: str | None = None
    ) -> Iterator[Observation]:
        """Yield who is seen in which office, the earliest first, undated first of all."""
        with self._reading() as connection:
            yield from observing.observations(connection, office=office, of=of, person=person)

    def doubts(self, *, about: str | None = None) -> Iterator[StoredDoubt]:
        """Yield what waits for a judgement: pairs of persons, then of sessions."""
        with self._reading() as connection:
            yield from settling.doubts(connection, about=about)


def _led_to(connection: Connection, key: str) -> str:
    found = persons.led_to(connection, bindable(key))
    if not found:
        raise unknown("person", key, "`vladimir-putin`")
    if len(found) > 1:
        raise SeveralError(printable(key), found)
    return found[0]
