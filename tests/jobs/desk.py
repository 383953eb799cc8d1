"""An archive to which things happen, and short records that each tell of one thing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from greffier.authority import shipped
from greffier.jobs.judging import judge, undo
from greffier.jobs.settling import settle
from greffier.model import Judgement, Subject, subject_of
from tests.jobs.told import Told, is_as_if_all_were_settled, read

if TYPE_CHECKING:
    from greffier.archive.store import SqliteArchive
    from greffier.model import JudgementKind, RecordKind

COUNCIL = (("CSTO",), "Collective Security Council")
MINISTERS = (("CSTO",), "Council of Ministers")


class Desk:
    """An archive to which things happen; what was settled is compared after each."""

    def __init__(self, archive: SqliteArchive) -> None:
        self._archive = archive
        # By which of two comes first is told by their keys: records are numbered in that order.
        some = range(12)
        self._numbers = sorted(some, key=lambda n: read(n, nothing(), "1")[0].witness.id)
        self._keys: dict[int, str] = {}
        self._readers = 0
        settle(archive, shipped())

    def add(self, **records: Told) -> None:
        """Add these records together, or what is read in them now: `r3` is the third by its key."""
        for name, told in records.items():
            n = int(name[1:])
            self._readers += 1
            came = read(self._numbers[n], told, str(self._readers))
            self._keys[n] = self._archive.add(*came).witness
        is_as_if_all_were_settled(self._archive)

    def sessions(self) -> list[list[str]]:
        """Give which records tell of one session."""
        names = {key: f"r{n}" for n, key in self._keys.items()}
        found = (
            sorted(names[one.id.partition(".")[0]] for one in session.tellings)
            for session in self._archive.sessions()
        )
        return sorted(found)

    def doubts(self) -> list[list[str]]:
        """Give which records tell of what may be one session."""
        names = {f"{key}.s1": f"r{n}" for n, key in self._keys.items()}
        return sorted(sorted((names[one.one], names[one.other])) for one in self._archive.doubts())

    def persons(self, n: int) -> str:
        """Give who the sole participant of a record is."""
        return self._archive.persons_of(self._keys[n])["p1"]

    def judge(self, kind: JudgementKind, one: int, other: int, key: str = "s1") -> int:
        """Judge two records to tell of one session or person, or not; give the number of it."""
        first, second = (
            subject_of(self._archive.reading(self._keys[n]), key) for n in (one, other)
        )
        return self._log(kind, first, second)

    def carry(self, kind: JudgementKind, one: int, other: int) -> int:
        """Judge two witnesses to carry one record, or not; give the judgement's number."""
        first, second = (Subject(kind="witness", witness=self._keys[n]) for n in (one, other))
        return self._log(kind, first, second)

    def undo(self, number: int) -> None:
        """Take a judgement back."""
        undo(self._archive, number)
        is_as_if_all_were_settled(self._archive)

    def _log(self, kind: JudgementKind, one: Subject, other: Subject) -> int:
        judgement = Judgement(kind=kind, subject=one, others=(other,), author="A", reason="known")
        number = judge(self._archive, judgement)
        is_as_if_all_were_settled(self._archive)
        return number


def nothing(date: str | None = None) -> Told:
    """Tell of no session."""
    return Told("report", date, (), ())


def of(
    held: str | None,
    held_by: tuple[tuple[str, ...], str | None] = COUNCIL,
    *,
    kind: RecordKind = "report",
    recorded: str | None = None,
    **more: Any,  # noqa: ANN401 - whatever is told
) -> Told:
    """Tell of one session."""
    session = {
        "held_by": held_by,
        "date": held,
        "name": "Session",
        "subject": True,
        "status": "held",
        "venue": None,
        "bilateral": False,
    }
    return Told(kind, recorded, (session | more,), ())


def earlier(recorded: str | None) -> Told:
    """Tell in passing of a session of the Council before the record, not where."""
    return of(None, recorded=recorded, subject=False)


def named(name: str, office: tuple[str, str], date: str) -> Told:
    """Name one person."""
    return Told("report", date, (), ((name, office),))
