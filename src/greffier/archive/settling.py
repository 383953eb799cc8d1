"""Who is who and which session is which, written over all records in one transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import and_, bindparam, delete, insert, select, update

from greffier.archive import around, crosschecking, identities, tellings, touching
from greffier.archive.settlement import StoredDoubt
from greffier.archive.tables import DOUBT, MEETING, PERSON, STATE
from greffier.errors import ArchiveError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sqlalchemy import Connection

    from greffier.archive.settlement import (
        Days,
        DoubtKind,
        KnownAs,
        Meeting,
        Named,
        Ruling,
        Telling,
        Touched,
    )

_OPEN = delete(DOUBT).where(DOUBT.c.kind == bindparam("of"), DOUBT.c.one == bindparam("first"))


class Settlement:
    """Where it is written; meets the protocol."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def touched(self, settler: str) -> Touched | None:
        """Give what was touched since this version settled all; None where it has not."""
        state = self._connection.execute(select(STATE)).one()
        known = state.settled is not None and state.settler == settler
        return touching.touched(self._connection) if known else None

    def named(self, keys: Iterable[str] | None = None) -> Iterator[Named]:
        """Yield every participant with a name, or with one of these, in no particular order."""
        yield from identities.named(self._connection, keys)

    def printed(self) -> Iterator[tuple[str, str]]:
        """Yield every name, folded and as printed."""
        yield from identities.printed(self._connection)

    def named_by(self, witnesses: Iterable[str]) -> Iterator[str]:
        """Yield the names, folded, of the participants of some witnesses."""
        yield from identities.named_by(self._connection, witnesses)

    def known_by(self) -> Iterator[tuple[str, ...]]:
        """Yield the names, folded, of each whom the user knows by several that records print."""
        yield from identities.known_by(self._connection)

    def rulings(self) -> Iterator[Ruling]:
        """Yield the judgements in force on who is who, the earliest first."""
        yield from identities.rulings(self._connection)

    def known(self) -> Iterator[KnownAs]:
        """Yield the offices of those whom the user knows by more than one name."""
        yield from identities.known(self._connection)

    def put_persons(self, names: Mapping[str, str], moved: Iterable[tuple[str, str, str]]) -> None:
        """Keep who is who, and let go of the persons whom no participant is any more."""
        # The index holds names as readings have them, and who is who only here: it stays as it is.
        identities.put_persons(self._connection, names, moved)

    def tellings(self, witnesses: Iterable[str] | None = None) -> Iterator[Telling]:
        """Yield what every witness, or each of these, tells of sessions, as the witnesses came."""
        yield from tellings.tellings(self._connection, witnesses)

    def carriers(self, witnesses: Iterable[str]) -> Iterator[str]:
        """Yield the witnesses that carry the records of some, these among them."""
        yield from around.carriers(self._connection, witnesses)

    def together(self, witnesses: Iterable[str]) -> dict[str, str]:
        """Give, by its name, the session of each telling whose session one of these tells of."""
        return around.together(self._connection, witnesses)

    def begun(self, days: Iterable[int]) -> Iterator[tuple[str, int, int]]:
        """Yield who tells of a session that began on one of these days, with its first and last."""
        yield from around.begun(self._connection, days)

    def vague(self) -> Iterator[tuple[str, Days, Days]]:
        """Yield who tells of a session of some organisation without its day."""
        yield from around.vague(self._connection)

    def sessions_judged(self) -> Iterator[tuple[bool, str, str]]:
        """Yield the judgements in force on sessions, the earliest first."""
        yield from tellings.judged(self._connection)

    def put_sessions(self, found: Iterable[Meeting], *, among: Iterable[str] | None = None) -> None:
        """Keep which session each telling is of, writing only what changed."""
        tellings.put_meetings(self._connection, found, among)

    def put_doubts(
        self,
        kind: DoubtKind,
        doubts: Iterable[StoredDoubt],
        *,
        about: Iterable[str] | None = None,
    ) -> None:
        """Keep what is left open, in place of what was, or of what was about some."""
        if about is None:
            self._connection.execute(delete(DOUBT).where(DOUBT.c.kind == kind))
        else:
            self._drop_doubts(kind, about)
        rows = [
            {
                "kind": kind,
                "one": one.one,
                "other": one.other,
                "rule": one.rule,
                "reasons": msgspec.json.encode(one.reasons).decode(),
            }
            for one in doubts
        ]
        if rows:
            self._connection.execute(insert(DOUBT), rows)

    def _drop_doubts(self, kind: DoubtKind, about: Iterable[str]) -> None:
        """Let go of what was open between some: of each two both are among them."""
        if gone := [{"of": kind, "first": one} for one in set(about)]:
            self._connection.execute(_OPEN, gone)
        which = (PERSON if kind == "person" else MEETING).c.id
        there = [select(which).where(which == one).exists() for one in (DOUBT.c.one, DOUBT.c.other)]
        self._connection.execute(delete(DOUBT).where(DOUBT.c.kind == kind, ~and_(*there)))

    def settled(self, settler: str) -> None:
        """Note that all is worked out as it now stands, and by which version."""
        now = {"settled": STATE.c.generation, "settler": settler}
        self._connection.execute(update(STATE).values(now))
        touching.forget(self._connection)


def is_settled(connection: Connection, settler: str) -> bool:
    """Say whether nothing was added, grouped or judged since this version settled the archive."""
    state = connection.execute(select(STATE)).one()
    now = state.settled == state.generation and state.settler == settler
    return bool(now and not touching.is_touched(connection))


def unsettle(connection: Connection) -> None:
    """Note that what was worked out over all records is to be worked out anew."""
    connection.execute(update(STATE).values(settled=None))


def doubts(connection: Connection, *, about: str | None = None) -> Iterator[StoredDoubt]:
    """Yield what is left for a judgement: of persons, then of sessions."""
    wanted = select(DOUBT).order_by(DOUBT.c.kind, DOUBT.c.one, DOUBT.c.other)
    if about is not None:
        wanted = wanted.where((DOUBT.c.one == about) | (DOUBT.c.other == about))
    for row in connection.execute(wanted):
        try:
            reasons = msgspec.json.decode(row.reasons, type=tuple[str, ...])
        except (msgspec.DecodeError, TypeError) as error:
            place, met = f"{row.one} {row.other}", f"the table doubt is damaged ({error})"
            raise ArchiveError(place, met, crosschecking.RESETTLE) from error
        yield StoredDoubt(
            kind=row.kind, one=row.one, other=row.other, rule=row.rule, reasons=reasons
        )
