"""The part of an archive that says which sessions there were, and what is told of them."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from greffier.archive import chairing, convening, surveying, tellings
from greffier.archive.shelf import Shelf, bindable, unknown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.archive.stored import StoredChairmanship, StoredSession
    from greffier.archive.surveyed import Survey


class Meetings(Shelf):
    """Sessions, chairmanships, and a look through all of them."""

    def sessions(  # noqa: PLR0913 - see the protocol
        self,
        *,
        organisation: str | None = None,
        body: str | None = None,
        state: str | None = None,
        person: str | None = None,
        after: str | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> Iterator[StoredSession]:
        """Yield the sessions that records are of, newest first, undated last."""
        with self._reading() as connection:
            yield from convening.sessions(
                connection,
                organisation=organisation,
                body=body,
                state=state,
                person=person,
                after=None if after is None else bindable(after),
                limit=limit,
                offset=offset,
            )

    def sessions_of(self, witness: str) -> Iterator[StoredSession]:
        """Yield every session that a witness tells of, as it tells it, in its reading's order."""
        with self._reading() as connection:
            yield from convening.sessions_of(connection, bindable(witness))

    def told_of(self, witness: str) -> dict[str, str]:
        """Give the session that each telling of a witness is of, by its name in the reading."""
        with self._reading() as connection:
            return tellings.told_of(connection, bindable(witness))

    def session(self, key: str) -> StoredSession:
        """Give the session that has this name, or that the telling of this name is of."""
        witness, _, part = bindable(key).partition(".")
        with self._reading() as connection:
            found = convening.session(connection, witness, part)
        if found is None:
            raise unknown("session", key, "`a4231deef9788138.s1`")
        return found

    def chairmanships(
        self, organisation: str | None = None, *, holder: str | None = None
    ) -> Iterator[StoredChairmanship]:
        """Yield what records tell of chairs, the earliest first, undated last."""
        of, by = (None if one is None else bindable(one) for one in (organisation, holder))
        with self._reading() as connection:
            yield from chairing.chairmanships(connection, of, by)

    @contextmanager
    def survey(self) -> Iterator[Survey]:
        """Open a look through all records, which stay as they are at this moment meanwhile."""
        now = self._now()
        with self._reading() as connection:
            yield surveying.Survey(connection, now)
