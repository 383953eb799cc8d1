"""What is worked out once is right after every change, whoever made it."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from greffier.archive.database import open_database, writing
from greffier.archive.generation import Generation
from greffier.archive.remembered import Remembered
from greffier.archive.store import SqliteArchive
from greffier.archive.tables import STATE
from tests.readings import meeting, scrape

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Engine


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    made = open_database(tmp_path, create=True)
    yield made
    made.dispose()


def write(engine: Engine) -> None:
    with writing(engine) as connection:
        connection.execute(STATE.update().values(generation=STATE.c.generation + 1))


def test_it_is_worked_out_once_for_each_change(engine: Engine) -> None:
    generation, worked = Generation(engine), iter(range(10))
    remembered = Remembered(generation, lambda: next(worked))
    assert [remembered.now(), remembered.now()] == [0, 0]
    write(engine)
    assert [remembered.now(), remembered.now()] == [1, 1]
    generation.close()
    assert remembered.now() == 2  # what came since its connection was let go is not known


def test_what_was_written_while_it_was_worked_out_is_not_missed(engine: Engine) -> None:
    generation, values = Generation(engine), [0]

    def work() -> int:
        seen = values[0]
        if seen == 0:
            values[0] = 1
            write(engine)
        return seen

    remembered = Remembered(generation, work)
    assert [remembered.now(), remembered.now()] == [0, 1]
    generation.close()


def test_while_one_works_it_out_others_have_what_was_known(engine: Engine) -> None:
    generation = Generation(engine)
    begun, go_on, asked = threading.Event(), threading.Event(), iter(range(10))

    def work() -> int:
        number = next(asked)
        if number:
            begun.set()
            assert go_on.wait(20)
        return number

    remembered = Remembered(generation, work)
    remembered.now()
    write(engine)
    worker = threading.Thread(target=remembered.now)
    worker.start()
    assert begun.wait(20)
    assert remembered.now() == 0
    go_on.set()
    worker.join()
    assert remembered.now() == 1
    generation.close()


def test_a_fault_in_the_work_is_the_askers_and_is_not_kept(engine: Engine) -> None:
    generation, faults = Generation(engine), iter([True, False])

    def work() -> int:
        if next(faults):
            raise ZeroDivisionError
        return 7

    remembered = Remembered(generation, work)
    with pytest.raises(ZeroDivisionError):
        remembered.now()
    assert remembered.now() == 7
    generation.close()


def test_counts_follow_what_another_adds(tmp_path: Path) -> None:
    with SqliteArchive.open(tmp_path, create=True) as ours, SqliteArchive.open(tmp_path) as theirs:
        assert (ours.counts().records, ours.counts().turns) == (0, 0)
        theirs.add(*meeting())
        first = ours.counts()
        assert first == theirs.counts()
        assert first.turns == len(meeting()[1].turns)
        ours.add(*scrape())
        assert ours.counts().witnesses == theirs.counts().witnesses == 2
