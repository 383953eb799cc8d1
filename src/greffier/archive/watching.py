"""Questions that are asked again and again, and what has come since."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import msgspec
from sqlalchemy import delete, insert, select, update

from greffier.archive.database import told, writing
from greffier.archive.sealing import seal
from greffier.archive.shelf import Shelf, bindable, printable
from greffier.archive.stored import Arrival, Question, Watch
from greffier.archive.tables import MEMBERSHIP, WATCH
from greffier.errors import UsageError

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row

_question = msgspec.json.Decoder(Question).decode


class Watches(Shelf):
    """The part of an archive that knows what its users wait for."""

    def arrivals(self, *, after: int = 0, latest: int | None = None) -> tuple[Arrival, ...]:
        """Give the witnesses that came after a number, as they came; or only the latest of them."""
        wanted = (
            select(MEMBERSHIP.c.n, MEMBERSHIP.c.witness, MEMBERSHIP.c.added)
            .where(MEMBERSHIP.c.n > after)
            .order_by(MEMBERSHIP.c.n.desc())
            .limit(latest)
        )
        with self._reading() as connection:
            rows = connection.execute(wanted).mappings().all()
        return tuple(Arrival(**row) for row in reversed(rows))

    def watches(self) -> tuple[Watch, ...]:
        """Give the questions that are watched, by name."""
        with self._reading() as connection:
            return tuple(map(_watch, connection.execute(select(WATCH).order_by(WATCH.c.name))))

    def watch(self, name: str, question: Question, *, began: int) -> Watch:
        """Watch for what comes after a number. Raises UsageError where the name is taken."""
        row = {
            "name": bindable(name),
            "question": msgspec.json.encode(question).decode(),
            "made": datetime.now(UTC).isoformat(timespec="seconds"),
            "began": began,
            "seen": began,
        }
        with told(self._folder), writing(self._engine) as connection:
            if _of_name(connection, name) is not None:
                raise UsageError(printable(name), "a watch of this name is there", "name another")
            connection.execute(insert(WATCH), row)
            seal(connection, "watch", [bindable(name)])
            return _watch(connection.execute(select(WATCH).where(_named(name))).one())

    def looked(self, name: str, *, seen: int) -> None:
        """Note what had come when a watch was looked at. Raises UsageError if there is none."""
        with told(self._folder), writing(self._engine) as connection:
            if not connection.execute(update(WATCH).where(_named(name)).values(seen=seen)).rowcount:
                raise _unknown(name)
            seal(connection, "watch", [bindable(name)])

    def unwatch(self, name: str) -> None:
        """Watch no more. Raises UsageError if there is no such watch."""
        with told(self._folder), writing(self._engine) as connection:
            if not connection.execute(delete(WATCH).where(_named(name))).rowcount:
                raise _unknown(name)
            seal(connection, "watch", [bindable(name)])


def _named(name: str) -> Any:  # noqa: ANN401 - a condition of SQLAlchemy
    return WATCH.c.name == bindable(name)


def _of_name(connection: Connection, name: str) -> Row[Any] | None:
    return connection.execute(select(WATCH).where(_named(name))).first()


def _watch(row: Row[Any]) -> Watch:
    return Watch(
        name=row.name,
        question=_question(row.question),
        made=row.made,
        began=row.began,
        seen=row.seen,
    )


def _unknown(name: str) -> UsageError:
    return UsageError(
        printable(name), "nothing is watched under this name", "see `greffier watch list`"
    )
