"""What takes longer than whoever asks waits is given up, and what takes long waits for its turn."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from greffier.archive import Question
from greffier.archive.store import SqliteArchive
from greffier.errors import BusyError, TooLongError
from greffier.patience import Patience, Slots, at_most, check, current, unhurried, waiting
from tests.builders import meeting

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[SqliteArchive]:
    """Give an archive of one meeting."""
    with SqliteArchive.open(tmp_path / "kept", create=True) as archive:
        archive.add(*meeting())
        archive.refresh()
        yield archive


def _work(seconds: float) -> None:
    until = time.thread_time() + seconds
    while time.thread_time() < until:
        pass


def test_nobody_hurries_unless_somebody_waits() -> None:
    assert current() is None
    check()
    assert at_most(60.0) == 60.0


def test_what_is_over_is_over() -> None:
    with waiting(Patience(0.0)):
        with pytest.raises(TooLongError):
            check()
        with unhurried():
            check()
        assert at_most(60.0) == 0.0
    check()


def test_time_that_is_renewed_has_an_end() -> None:
    patience = Patience(0.0)
    patience.renew(60.0, longest=60.0)
    patience.check()
    patience.renew(60.0, longest=0.0)
    with pytest.raises(TooLongError):
        patience.check()


def test_every_question_to_the_archive_asks_whether_to_go_on(archive: SqliteArchive) -> None:
    with waiting(Patience(0.0)):
        for ask in (archive.counts, archive.watches, archive.judgements):
            with pytest.raises(TooLongError):
                ask()
    assert archive.counts().witnesses == 1


def test_passages_are_looked_through_for_a_bounded_time(archive: SqliteArchive) -> None:
    patience = Patience(60.0)
    with waiting(patience):
        found = archive.passages(Question(words="peace OR security"))
        next(found)
        patience.renew(0.0, longest=0.0)
        with pytest.raises(TooLongError):
            next(found)


def test_the_words_of_passages_are_counted_for_a_bounded_time(archive: SqliteArchive) -> None:
    with waiting(Patience(0.0)), pytest.raises(TooLongError):
        archive.vocabulary(Question(words="security"))


def test_a_statement_is_broken_off_inside_the_database(archive: SqliteArchive) -> None:
    began = time.monotonic()
    with waiting(Patience(0.2)), pytest.raises(TooLongError), archive._reading() as connection:  # noqa: SLF001 - what every question runs in
        connection.execute(text(ENDLESS)).all()
    assert time.monotonic() - began < 10
    assert archive.counts().witnesses == 1  # the connection is as good as before


def test_an_index_is_made_to_its_end_whoever_waits(tmp_path: Path) -> None:
    with SqliteArchive.open(tmp_path / "kept", create=True) as archive:
        archive.add(*meeting())
        patience = Patience(60.0)
        with waiting(patience):
            seen = list[object]()
            since = archive.since

            def looked_on(generation: int) -> Iterator[object]:
                seen.append(current())
                return since(generation)

            archive.since = looked_on  # type: ignore[method-assign, assignment] # to look on
            archive.refresh()
        assert seen == [None]


def test_nobody_who_searches_waits_for_an_index_in_the_making(archive: SqliteArchive) -> None:
    archive.add(*meeting(reader="2", glosses=["collective security"]))
    writing, go_on = threading.Event(), threading.Event()
    since = archive.since

    def slowly(generation: int) -> Iterator[object]:
        writing.set()
        assert go_on.wait(30)
        return since(generation)

    archive.since = slowly  # type: ignore[method-assign, assignment] # as with a million records
    maker = threading.Thread(target=archive.refresh)
    maker.start()
    assert writing.wait(30)
    assert archive.search(Question(words="security")).total == 2  # as it was before
    go_on.set()
    maker.join()
    assert archive.search(Question(words="security")).total == 1


def test_of_what_takes_long_only_so_many_go_on() -> None:
    slots = Slots(1, waiting=1)
    first, second = Patience(60.0, slow=0.0, slots=slots), Patience(0.3, slow=0.0, slots=slots)
    first.check()
    _work(0.01)
    first.check()  # has the only place
    second.check()
    _work(0.01)
    with pytest.raises(BusyError):
        second.check()  # waited as long as it could
    with pytest.raises(BusyError):
        second.check()  # and stays refused
    first.rest()
    third = Patience(60.0, slow=0.0, slots=slots)
    third.check()
    _work(0.01)
    third.check()


def test_of_those_that_wait_there_are_only_so_many() -> None:
    slots = Slots(1, waiting=0)
    assert slots.take(0.0)
    began = time.monotonic()
    assert not slots.take(60.0)
    assert time.monotonic() - began < 5
    slots.give()
    assert slots.take(0.0)


def test_waiting_is_no_work() -> None:
    slots = Slots(1, waiting=0)
    assert slots.take(0.0)  # by another
    patience = Patience(60.0, slow=0.2, slots=slots)
    patience.check()
    time.sleep(0.4)
    patience.check()
