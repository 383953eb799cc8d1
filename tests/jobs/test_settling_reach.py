"""What a change reaches by a way of its own: each way, in the fewest records that show it.

`test_settling_changes` draws what happens; these are the ways that are seldom drawn. Each would
be settled otherwise than with all records anew if its way were not followed.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest

from greffier.archive.store import SqliteArchive
from greffier.authority import shipped
from greffier.jobs.judging import judge, undo
from greffier.jobs.settling import settle
from greffier.model import Judgement, Subject, subject_of
from greffier.query.merging import pairing, reaching
from tests.jobs.told import Told, is_as_if_all_were_settled, read

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

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

    def judge(self, kind: JudgementKind, one: int, other: int) -> int:
        """Judge two records to tell of one session, or not; give the judgement's number."""
        first, second = (
            subject_of(self._archive.reading(self._keys[n]), "s1") for n in (one, other)
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


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with SqliteArchive.open(tmp_path / "a", create=True) as archive:
        yield Desk(archive)


@pytest.fixture
def crowd(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make a crowd of more than so many, in which each is compared with its neighbours."""
    for module in (pairing, reaching):
        monkeypatch.setattr(module, "CROWD", request.param)


@pytest.fixture
def one_doubt(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of each session one doubt is told; the next comes when it is gone."""
    # The package has a function of this module's name.
    monkeypatch.setattr(import_module("greffier.query.merging.merge"), "_DOUBTS", 1)


# -- crowds ------------------------------------------------------------------------------------


@pytest.mark.usefixtures("crowd")
@pytest.mark.parametrize("crowd", [2], indirect=True)
def test_who_comes_between_two_of_a_crowd_parts_them(desk: Desk) -> None:
    desk.add(r1=of("2020-12-02"), r3=of("2020-12-02", kind="transcript"))
    assert desk.sessions() == [["r1", "r3"]]
    desk.add(r2=of("2020-12-02", MINISTERS))
    assert desk.sessions() == [["r1"], ["r2"], ["r3"]]
    desk.add(r2=nothing())
    assert desk.sessions() == [["r1", "r3"]]


@pytest.mark.usefixtures("crowd")
@pytest.mark.parametrize("crowd", [3], indirect=True)
def test_what_is_judged_comes_to_a_crowd_and_leaves_it(desk: Desk) -> None:
    """While it is judged it stands by itself, and no more with another that is told alike."""
    council, ministers = of("2020-12-02"), of("2020-12-02", MINISTERS)
    transcript = of("2020-12-02", MINISTERS, kind="transcript")
    desk.add(r0=council, r1=ministers, r2=council, r3=transcript, r4=of("2014-01-01"))
    assert desk.sessions() == [["r0", "r2"], ["r1", "r3"], ["r4"]]
    number = desk.judge("split", 2, 4)
    assert ["r1"] in desk.sessions()
    desk.undo(number)
    assert ["r1", "r3"] in desk.sessions()


# -- days gone ---------------------------------------------------------------------------------


def test_what_has_no_day_joins_the_session_that_is_left_of_its_month(desk: Desk) -> None:
    desk.add(r1=of("2020-12"), r2=of("2020-12-02"), r3=of("2020-12-20"))
    assert desk.sessions() == [["r1"], ["r2"], ["r3"]]
    desk.add(r3=nothing())
    assert desk.sessions() == [["r1", "r2"]]


@pytest.mark.usefixtures("one_doubt")
def test_a_doubt_that_is_gone_with_its_record_gives_way_to_the_next(desk: Desk) -> None:
    desk.add(r1=of("2020-12-02"), r2=earlier("2020-12-07"), r3=earlier("2020-12-07"))
    assert desk.doubts() == [["r1", "r2"]]
    desk.add(r2=nothing("2020-12-07"))
    assert desk.doubts() == [["r1", "r3"]]


# -- records that come together, split, and change ---------------------------------------------


def test_what_stands_no_more_for_itself_leaves_its_day(desk: Desk) -> None:
    """Of a witness that carries another's record, what the base tells counts."""
    desk.add(r1=of("2019-05-01"), r2=of("2020-12"), r3=of("2020-12-02"), r4=of("2020-12-20"))
    assert ["r2"] in desk.sessions()
    number = desk.carry("merge", 1, 4)
    assert desk.sessions() == [["r1", "r4"], ["r2", "r3"]]
    desk.undo(number)
    assert ["r2"] in desk.sessions()


@pytest.mark.usefixtures("one_doubt")
def test_who_loses_the_day_of_the_record_that_he_carried_leaves_it(desk: Desk) -> None:
    desk.add(r1=nothing("2020-12-07"), r2=earlier(None), r3=of("2020-12-02"))
    desk.add(r4=earlier("2020-12-07"))
    number = desk.carry("merge", 1, 2)
    assert desk.doubts() == [["r2", "r3"]]
    desk.undo(number)
    assert desk.doubts() == [["r3", "r4"]]


@pytest.mark.usefixtures("one_doubt")
def test_who_goes_from_record_to_record_loses_the_day_of_the_first(desk: Desk) -> None:
    """Neither record comes or goes, nor has another day than before."""
    desk.add(r1=nothing("2020-12-07"))
    desk.add(r3=nothing())
    desk.add(r2=earlier(None), r4=of("2020-12-02"), r5=earlier("2020-12-07"))
    desk.carry("merge", 1, 2)
    desk.carry("split", 1, 3)
    assert desk.doubts() == [["r2", "r4"]]
    desk.carry("merge", 2, 3)
    assert desk.doubts() == [["r4", "r5"]]


@pytest.mark.usefixtures("one_doubt")
def test_a_record_that_gains_a_witness_with_another_day_leaves_its_own(desk: Desk) -> None:
    desk.add(r2=nothing("2020-12-07"), r3=of("2020-12-02"), r4=earlier("2020-12-07"))
    desk.add(r1=nothing("2014-01-01"))
    assert desk.doubts() == [["r3", "r4"]]


@pytest.mark.usefixtures("one_doubt")
def test_what_another_base_tells_too_leaves_the_day_of_its_record(desk: Desk) -> None:
    """The record has its day still, but what its first witness tells goes with the new base."""
    desk.add(r3=nothing("2020-12-07"), r4=earlier(None))
    desk.add(r2=of("2020-12-02"), r5=earlier("2020-12-07"))
    desk.carry("merge", 3, 4)
    assert desk.doubts() == [["r2", "r4"]]
    desk.add(r1=of("2014-01-01", subject=False))
    desk.carry("merge", 1, 3)
    assert desk.doubts() == [["r2", "r5"]]


# -- what is there, and what comes -------------------------------------------------------------


def test_who_comes_is_compared_with_what_is_told_of_the_day(desk: Desk) -> None:
    desk.add(r2=of("2020-12-01/2020-12-03"))
    desk.add(r1=of("2020-12-03/2020-12-05"))
    assert desk.sessions() == [["r1", "r2"]]


def test_what_has_no_day_meets_a_session_that_comes_to_its_month(desk: Desk) -> None:
    desk.add(r1=of("2020-12"))
    desk.add(r2=of("2020-12-02"))
    assert desk.sessions() == [["r1", "r2"]]
    desk.add(r3=of("2020-12-20"))
    assert ["r1"] in desk.sessions()


def test_a_judgement_on_what_is_read_no_more_holds_when_it_is_read_again(desk: Desk) -> None:
    desk.add(r1=of("2020-12-02"), r2=of("2014-01-01", MINISTERS))
    desk.judge("merge", 1, 2)
    assert desk.sessions() == [["r1", "r2"]]
    desk.add(r1=nothing())
    assert desk.sessions() == [["r2"]]
    desk.add(r1=of("2020-12-02"))
    assert desk.sessions() == [["r1", "r2"]]


# -- persons -----------------------------------------------------------------------------------


def test_a_name_with_a_number_behind_it_is_nobody_elses_identifier(desk: Desk) -> None:
    """Two who are called by a letter are told apart by a number, until somebody is called so."""
    russia, belarus = ("President", "Russia"), ("President", "Belarus")
    desk.add(r1=named("X", russia, "2020-01-05"), r2=named("X", belarus, "2020-01-05"))
    assert [desk.persons(1), desk.persons(2)] == ["x", "x-2"]
    desk.add(r3=named("X 2", ("CEO", "ALROSA"), "2014-01-01"))
    assert [desk.persons(1), desk.persons(2), desk.persons(3)] == ["x", "x-3", "x-2"]
    desk.add(r3=nothing())
    assert [desk.persons(1), desk.persons(2)] == ["x", "x-2"]
