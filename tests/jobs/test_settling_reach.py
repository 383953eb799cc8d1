"""What a change reaches by a way of its own: each way, in the fewest records that show it.

`test_settling_changes` draws what happens; these are the ways that are seldom drawn. Each would
be settled otherwise than with all records anew if its way were not followed.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

import pytest

from greffier.archive.store import SqliteArchive
from greffier.query.merging import pairing, reaching
from tests.jobs.desk import MINISTERS, Desk, earlier, named, nothing, of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


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
    desk.add(r1=of("2020-12-02"), r2=earlier("2020-12-07"), r3=earlier("2020-12-05"))
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
    desk.add(r2=nothing("2020-12-07"))
    desk.add(r3=earlier(None), r4=of("2020-12-02"), r5=earlier("2020-12-07"))
    desk.carry("merge", 2, 3)
    assert desk.doubts() == [["r3", "r4"]]
    desk.add(r1=nothing("2014-01-01"))
    desk.carry("merge", 1, 2)
    assert desk.doubts() == [["r4", "r5"]]


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


def test_who_comes_is_taken_with_what_is_told_alike(desk: Desk) -> None:
    desk.add(r1=of("2020-12-02"))
    desk.add(r2=of("2020-12-02"))
    assert desk.sessions() == [["r1", "r2"]]


@pytest.mark.usefixtures("crowd")
@pytest.mark.parametrize("crowd", [2], indirect=True)
def test_what_goes_with_its_base_makes_no_crowd(desk: Desk) -> None:
    """Of a record all witnesses are looked at: what one of them tells may not stand for itself."""
    desk.add(r1=of("2019-05-01"), r3=of("2020-12-20", MINISTERS))
    desk.carry("merge", 1, 3)
    desk.add(r2=of("2020-12-18/2020-12-20"), r4=of("2020-12-20", kind="transcript"))
    desk.add(r5=of("2020-12-17/2020-12-18"))
    assert desk.sessions() == [["r1", "r3"], ["r2", "r4"], ["r5"]]


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


def test_a_session_that_a_judgement_held_together_is_put_together_of_what_is_left(
    desk: Desk,
) -> None:
    desk.add(r1=of("2020-12-02"), r2=of("2014-01-01"), r3=of("2014-01-01", kind="transcript"))
    for other in (2, 3):
        desk.judge("merge", 1, other)
    assert desk.sessions() == [["r1", "r2", "r3"]]
    desk.add(r1=nothing())
    assert desk.sessions() == [["r2", "r3"]]


def test_who_was_judged_apart_comes_last_to_whoever_comes(desk: Desk) -> None:
    """He does, whatever he was parted from: that leads to him, and is looked at with him."""
    desk.add(r1=of("2020-12-01/2020-12-02"), r4=of("2014-01-01"))
    desk.judge("split", 1, 4)
    desk.add(r2=of("2020-12-02/2020-12-03"), r3=of("2020-12-03/2020-12-05"))
    assert desk.sessions() == [["r1"], ["r2", "r3"], ["r4"]]


def test_what_is_judged_of_another_witness_is_judged_of_the_base(desk: Desk) -> None:
    desk.add(r1=of("2020-12-02"), r2=of(None), r3=of("2014-01-01", MINISTERS))
    desk.carry("merge", 1, 2)
    number = desk.judge("merge", 2, 3)
    assert desk.sessions() == [["r1", "r2", "r3"]]
    desk.undo(number)
    assert desk.sessions() == [["r1", "r2"], ["r3"]]


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


def test_who_is_judged_to_bear_two_names_bears_them_when_one_is_named_again(desk: Desk) -> None:
    russia, china = ("President", "Russia"), ("President", "China")
    desk.add(r1=named("Anna Schmidt", russia, "2020-01-05"))
    desk.add(r2=named("Li Wei", china, "2020-01-05"))
    desk.judge("merge", 1, 2, "p1")
    assert desk.persons(1) == desk.persons(2)
    desk.add(r3=named("Li Wei", china, "2020-01-06"))
    assert desk.persons(1) == desk.persons(2) == desk.persons(3)
