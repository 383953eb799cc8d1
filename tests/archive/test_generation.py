"""Tests of `greffier.archive.generation`: what is worked out once, until something is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import event

from greffier.archive import Question
from greffier.archive.generation import Moment
from greffier.archive.index import Mark
from greffier.archive.store import SqliteArchive
from tests.builders import reading_of, received
from tests.readings import meeting, scrape

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_what_is_asked_of_all_records_is_worked_out_once(archive: SqliteArchive) -> None:
    archive.add(*meeting())
    asked: list[str] = []
    event.listen(
        archive._engine,  # noqa: SLF001 - nothing else sees what the database is asked
        "before_cursor_execute",
        lambda _1, _2, statement, *_: asked.append(statement),
    )
    first = archive.counts()
    assert asked
    asked.clear()
    assert archive.counts() == first
    assert asked == []


def test_what_others_write_is_seen_at_once(archive: SqliteArchive, tmp_path: Path) -> None:
    archive.add(*meeting())
    before, mark = archive.counts(), archive.mark()
    with archive.survey() as survey:
        offices = list(survey.offices())
    with SqliteArchive.open(tmp_path / "archive") as other:
        other.add(*scrape())
    assert archive.counts().records == before.records + 1
    assert archive.mark().generation == mark.generation + 1
    with archive.survey() as survey:
        assert len(list(survey.offices())) >= len(offices)
        assert list(survey.offices(limit=1, offset=1)) == list(survey.offices())[1:2]


def test_a_search_finds_what_has_just_been_added(
    archive: SqliteArchive, keep: Callable[..., str]
) -> None:
    assert archive.search(Question(words="peace")).total == 0
    for number in range(1, 4):
        keep(f"Putin: Peace is near, for the {number}th time.\n")
        assert archive.search(Question(words="peace")).total == number


def test_the_numbers_of_heads_are_those_of_their_rows(archive: SqliteArchive) -> None:
    """Turns and the like are not counted again one by one."""
    for came, reading in (meeting(), scrape()):
        archive.add(came, reading)
    came = received("Putin: One.\nRahmon: Two.\n")
    archive.add(came, reading_of(came.witness))
    bases = [archive.reading(one.base) for one in archive.records()]
    counts = archive.counts()
    assert counts.turns == sum(len(one.turns) for one in bases)
    assert counts.instruments == sum(len(one.instruments) for one in bases)
    assert counts.remarks == sum(len(one.remarks) for one in bases)


def test_a_moment_remembers_no_more_than_it_may() -> None:
    now = Moment(Mark(archive="a", generation=1))
    made: list[int] = []

    def make(number: int) -> int:
        made.append(number)
        return number

    for _ in range(2):
        for number in range(300):
            assert now.once(number, lambda number=number: make(number)) == number  # type: ignore[misc] # its default is its own
    assert 300 < len(made) < 600
