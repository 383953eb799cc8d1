"""What is settled after a change is what settling everything anew comes to, to the byte."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from greffier.archive.settlement import Touched
from greffier.archive.store import SqliteArchive
from greffier.authority import shipped
from greffier.jobs.adding import add_all
from greffier.jobs.judging import judge, undo
from greffier.jobs.settling import SETTLER, settle
from greffier.jobs.verifying import verify
from greffier.model import Judgement, RecordKind, Subject, subject_of
from greffier.query import identities
from greffier.query.merging import pairing, reaching
from tests.jobs.told import Told, is_as_if_all_were_settled, read, tables
from tests.places import RECORDS as REAL

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hypothesis.strategies import SearchStrategy

    from greffier.model import JudgementKind, Participant, Session

NAMES = (
    "Vladimir Putin", "В.Путин", "Putin", "Владимир Владимирович Путин", "Sergei Ivanov",
    "Sergei Ivanov 2", "Ivanov", "S. Ivanov", "Ivan Petrov", "Oleg Petrov", "Petrov", "Li Wei",
    "Wei Li", "George W. Bush", "George Bush", "Kim Jong Un", "Kim", "Anna Schmidt", "A. Schmitt",
)  # fmt: skip
OFFICES = (
    ("President", "Russia"), ("President", "Belarus"), ("Minister of Defence", "Russia"),
    ("CEO", "ALROSA"), ("President", "China"), (None, None),
)  # fmt: skip
DAYS = (
    "2020-12-02", "2020-12-02", "2020-12-03", "2020-12-01/2020-12-02", "2020-12-03/2020-12-05",
    "2020-12", "2020", None, None, "2020-12-08",
)  # fmt: skip
HELD_BY = (
    (("CSTO",), "Collective Security Council"), (("CSTO",), "Council of Ministers"),
    (("CSTO",), None), (("CSTO", "SCO"), None), (("SCO",), None), ((), None), ((), "Duma"),
)  # fmt: skip
CALLED = ("Meeting of the Council", "CSTO summit", "Talks on Afghan security", "Session")
KINDS: tuple[RecordKind, ...] = ("transcript", "report", "notice", "communique", "participants")

SESSIONS: SearchStrategy[dict[str, Any]] = st.builds(
    dict,
    held_by=st.sampled_from(HELD_BY),
    date=st.sampled_from(DAYS),
    name=st.sampled_from(CALLED),
    subject=st.booleans(),
    status=st.sampled_from(("held", "planned")),
    venue=st.sampled_from((None, "Moscow", "Dushanbe")),
    bilateral=st.booleans(),
)
PERSONS = st.tuples(st.sampled_from(NAMES), st.sampled_from(OFFICES))


RECORDS = st.builds(
    Told,
    kind=st.sampled_from(KINDS),
    date=st.sampled_from(("2020-12-02", "2020-12-07", "2020-12-09", "2014-01-01", None)),
    sessions=st.lists(SESSIONS, min_size=0, max_size=3).map(tuple),
    cast=st.lists(PERSONS, max_size=4).map(tuple),
)
STEPS = st.one_of(
    st.tuples(st.just("add"), st.lists(st.integers(0, 11), min_size=1, max_size=5)),
    st.tuples(st.just("reread"), st.integers(0, 11), RECORDS),
    st.tuples(
        st.just("judge"),
        st.sampled_from(("merge", "split")),
        st.sampled_from(("p1", "s1")),
        st.integers(0, 11),
        st.integers(0, 11),
    ),
    st.tuples(st.just("carry"), st.booleans(), st.integers(0, 11), st.integers(0, 11)),
    st.tuples(st.just("undo"), st.integers(0, 3)),
)


class Desk:
    """An archive to which things happen; what was settled is compared after each."""

    def __init__(self, archive: SqliteArchive, records: list[Told]) -> None:
        self.archive = archive
        self.records = records
        self.keys: dict[int, str] = {}
        self.judged: list[int] = []
        self.versions = 1

    def add(self, some: list[int]) -> None:
        """Add those of the records that are not there yet."""
        for n in some:
            if n < len(self.records) and n not in self.keys:
                self.keys[n] = self.archive.add(*read(n, self.records[n], "1")).witness

    def reread(self, n: int, told: Told) -> None:
        """Have another reader read something else in a record."""
        if n in self.keys:
            self.versions += 1
            self.archive.add(*read(n, told, str(self.versions)))

    def judge(self, kind: JudgementKind, key: str, one: int, other: int) -> None:
        """Judge two participants or sessions to be one, or not."""
        if one not in self.keys or other not in self.keys or one == other:
            return
        readings = [self.archive.reading(self.keys[n]) for n in (one, other)]
        if all(key in {*_keys(r.participants), *_keys(r.sessions)} for r in readings):
            first, second = (subject_of(reading, key) for reading in readings)
            self._log(Judgement(kind=kind, subject=first, others=(second,), author="A", reason="-"))

    def carry(self, same: bool, one: int, other: int) -> None:  # noqa: FBT001 - drawn
        """Judge two witnesses to carry one record, or not."""
        if one in self.keys and other in self.keys and one != other:
            first, second = (Subject(kind="witness", witness=self.keys[n]) for n in (one, other))
            kind: JudgementKind = "merge" if same else "split"
            self._log(Judgement(kind=kind, subject=first, others=(second,), author="A", reason="-"))

    def undo(self, at: int) -> None:
        """Take a judgement back."""
        if at < len(self.judged):
            undo(self.archive, self.judged.pop(at))

    def _log(self, judgement: Judgement) -> None:
        self.judged.append(judge(self.archive, judgement))


def _keys(facts: Iterable[Participant] | Iterable[Session]) -> set[str]:
    return {one.id for one in facts}


def test_real_records_come_out_alike_however_they_come(tmp_path: Path) -> None:
    found = []
    for name, order in (("a", REAL), ("b", REAL[::-1])):
        with SqliteArchive.open(tmp_path / name, create=True) as archive:
            settle(archive, shipped())
            for at in range(0, len(order), 5):
                add_all(archive, order[at : at + 5])
                is_as_if_all_were_settled(archive)
            assert list(verify(archive, shipped())) == []
            found.append(tables(archive)["identity"])
    assert found[0] == found[1]


def test_what_was_touched_is_kept_until_it_is_settled(tmp_path: Path) -> None:
    """A run that stops after a record was added has left nothing undone that the next forgets."""
    told = [
        Told("transcript", "2020-12-02", (), ((name, ("President", "Russia")),))
        for name in ("Vladimir Putin", "В.Путин")
    ]
    with SqliteArchive.open(tmp_path / "a", create=True) as archive:
        archive.add(*read(0, told[0], "1"))
        settle(archive, shipped())
        key = archive.add(*read(1, told[1], "1")).witness
        assert not archive.is_settled(SETTLER)
    with SqliteArchive.open(tmp_path / "a") as archive:
        with archive.settling() as settlement:
            assert settlement.touched(SETTLER) == Touched(witnesses=frozenset({key}))
        with pytest.raises(ZeroDivisionError):
            _break_off(archive)
        is_as_if_all_were_settled(archive)
        assert archive.persons_of(key) == {"p1": "vladimir-putin"}


def test_what_is_read_no_more_is_settled_for_those_who_are_left(tmp_path: Path) -> None:
    """Who has lost the record that prints his name in full is called by what is left of it."""
    office = ("President", "Russia")
    names = ("Vladimir Putin", "Putin")
    told = [Told("report", "2020-12-02", (), ((name, office),)) for name in names]
    other = Told("report", "2014-01-01", (), (("Anna Schmidt", office),))
    with SqliteArchive.open(tmp_path / "a", create=True) as archive:
        settle(archive, shipped())
        first, second = (archive.add(*read(n, one, "1")).witness for n, one in enumerate(told))
        is_as_if_all_were_settled(archive)
        assert archive.persons_of(second) == archive.persons_of(first)
        archive.add(*read(0, other, "2"))
        is_as_if_all_were_settled(archive)
        assert archive.persons_of(second) == {"p1": "putin"}


def _break_off(archive: SqliteArchive) -> None:
    with archive.settling() as settlement:
        settlement.settled(SETTLER)
        raise ZeroDivisionError


def test_what_a_change_does_not_reach_is_not_looked_at(tmp_path: Path) -> None:
    told = [
        Told("transcript", f"20{n}-12-02", (), ((name, ("President", "Russia")),))
        for n, name in enumerate(("Vladimir Putin", "Anna Schmidt", "В.Путин"), 10)
    ]
    with SqliteArchive.open(tmp_path / "a", create=True) as archive:
        for n in (0, 1):
            archive.add(*read(n, told[n], "1"))
        settle(archive, shipped())
        archive.add(*read(2, told[2], "1"))
        with patch.object(identities, "observed", wraps=identities.observed) as looked:
            settle(archive, shipped())
        assert {call.args[0].name for call in looked.call_args_list} == {
            "Vladimir Putin",
            "В.Путин",
        }


@settings(max_examples=20)
@given(records=st.lists(RECORDS, min_size=2, max_size=12), steps=st.lists(STEPS, max_size=6))
@pytest.mark.parametrize("crowd", [1, 40])
def test_settling_what_a_change_reaches_is_settling_all(
    crowd: int, records: list[Told], steps: list[Any]
) -> None:
    with (
        TemporaryDirectory() as made,
        SqliteArchive.open(Path(made) / "a", create=True) as archive,
        patch.object(pairing, "CROWD", crowd),
        patch.object(reaching, "CROWD", crowd),
    ):
        settle(archive, shipped())
        desk = Desk(archive, records)
        desk.add(list(range(0, len(records), 2)))
        is_as_if_all_were_settled(archive)
        for step, *given_to in (*steps, ("add", list(range(len(records))))):
            getattr(desk, step)(*given_to)
            is_as_if_all_were_settled(archive)
