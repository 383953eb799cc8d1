"""Who is who and which session is which, held against what all records come to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from greffier.archive.crosschecking import RESETTLE
from greffier.archive.settling import Settlement, doubts, is_settled
from greffier.archive.stored import Fault
from greffier.archive.tables import MEETING, PERSON, TELLING
from greffier.archive.tellings import meeting_row

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy import Connection

    from greffier.archive.settlement import DoubtKind, Meeting, StoredDoubt


class Proof(Settlement):
    """Meets `Settlement` and writes nothing: what would be written is a fault.

    Args:
        connection: to an archive, as it is at one moment.
    """

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self.faults: list[Fault] = []

    def is_settled(self, settler: str) -> bool:
        """Say whether there is anything to prove: nothing came since this version settled it."""
        return is_settled(self._connection, settler)

    def touched(self, settler: str) -> None:
        """Say that all is to be worked out, whatever was touched since."""

    def put_persons(self, names: Mapping[str, str], moved: Iterable[tuple[str, str, str]]) -> None:
        """Hold persons and their names against those that the records come to."""
        for witness, participant, person in moved:
            self._differs(f"{witness}.{participant}", "identity", f"it is {person}")
        kept = {row.id: row.name for row in self._connection.execute(select(PERSON))}
        for key in sorted({*kept, *names}):
            if kept.get(key) != names.get(key):
                self._differs(key, "person", f"the name is {names.get(key, 'no')!r}")

    def put_sessions(self, found: Iterable[Meeting], *, among: Iterable[str] | None = None) -> None:
        """Hold sessions, and what is told of them, against what the records come to."""
        del among  # all is worked out
        kept = {
            row["id"]: dict(row) for row in self._connection.execute(select(MEETING)).mappings()
        }
        told = self._connection.execute(select(TELLING)).all()
        of = {f"{row.witness}.{row.session}": row.meeting for row in told}
        for meeting in found:
            if kept.pop(meeting.id, None) != meeting_row(meeting):
                self._differs(meeting.id, "meeting", "it is another session")
            for key in meeting.tellings:
                if of.get(key) != meeting.id:
                    self._differs(key, "telling", f"it is of {meeting.id}")
        for key in kept:
            self._differs(key, "meeting", "there is no such session")

    def put_doubts(
        self,
        kind: DoubtKind,
        doubts: Iterable[StoredDoubt],
        *,
        about: Iterable[str] | None = None,
    ) -> None:
        """Hold what is left open against what the records leave open."""
        del about  # all is worked out
        kept = {(one.one, one.other): one for one in self._doubts(kind)}
        for doubt in doubts:
            if kept.pop((doubt.one, doubt.other), None) != doubt:
                self._differs(f"{doubt.one} {doubt.other}", "doubt", f"{doubt.rule} leaves it open")
        for one, other in kept:
            self._differs(f"{one} {other}", "doubt", "nothing leaves it open")

    def settled(self, settler: str) -> None:
        """Note nothing: this looks on."""

    def _doubts(self, kind: DoubtKind) -> list[StoredDoubt]:
        return [one for one in doubts(self._connection) if one.kind == kind]

    def _differs(self, place: str, table: str, wanted: str) -> None:
        met = f"the table {table} differs from what all records come to: {wanted}"
        self.faults.append(Fault(place=place, met=met, advice=RESETTLE))
