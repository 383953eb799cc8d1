"""Tests of `greffier.jobs.settling` for sessions: several records of one, judged and undone."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from greffier.archive.database import FILE
from greffier.archive.store import SqliteArchive
from greffier.authority import shipped
from greffier.jobs.judging import judge, undo
from greffier.jobs.settling import settle
from greffier.query.judgements import Signature, merging, splitting
from tests.builders import meeting, reading_of, received

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from greffier.model import Reading, Received, RecordKind

BY = Signature(author="A. Clerk", reason="known")


def told(kind: RecordKind, *, date: str = "2020-12-02") -> tuple[Received, Reading]:
    """Give a short record of the session of 2 December 2020, or of another day."""
    came = received(f"The CSTO Collective Security Council: {kind} of {date}.\n")
    return came, reading_of(came.witness, kind=kind, date=date, held=date, cast={})


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[SqliteArchive]:
    with SqliteArchive.open(tmp_path / "a", create=True) as opened:
        yield opened


def add(archive: SqliteArchive, *records: tuple[Received, Reading]) -> list[str]:
    keys = [f"{archive.add(*record).witness}.s1" for record in records]
    settle(archive, shipped())
    return keys


def rows_of(archive: SqliteArchive, table: str) -> list[Any]:
    with closing(sqlite3.connect(archive._folder / FILE)) as database:  # noqa: SLF001 - behind its back
        return sorted(database.execute(f"SELECT * FROM {table}").fetchall())  # noqa: S608 - a constant


def listed(archive: SqliteArchive) -> list[tuple[str, ...]]:
    return [tuple(one.id for one in session.tellings) for session in archive.sessions()]


def test_records_of_one_session_are_listed_once(archive: SqliteArchive) -> None:
    transcript, report, other = add(
        archive, meeting(held="2020-12-02"), told("report"), told("report", date="2021-09-16")
    )
    assert listed(archive) == [(other,), (transcript, report)]
    assert archive.counts().sessions == 2
    session = archive.session(report)
    assert (session.id, session.session.id, len(session.records)) == (transcript, "s1", 2)
    assert [tie.rule for tie in session.ties] == ["body"]
    assert session == archive.session(transcript)
    assert next(archive.sessions_of(report.partition(".")[0])).id == transcript
    assert list(archive.verify()) == []


def test_a_session_keeps_its_name_when_a_fuller_record_comes(archive: SqliteArchive) -> None:
    (notice,) = add(archive, told("notice"))
    (transcript,) = add(archive, meeting(held="2020-12-02"))
    session = archive.session(transcript)
    assert (session.id, session.witness) == (notice, transcript.partition(".")[0])
    assert [one.id for one in session.tellings] == [transcript, notice]


def test_lists_of_sessions_are_narrowed(archive: SqliteArchive) -> None:
    transcript, _ = add(archive, meeting(held="2020-12-02"), told("report", date="2021-09-16"))
    assert [one.id for one in archive.sessions(state="Armenia")] == [transcript]
    assert [one.id for one in archive.sessions(person="nikol-pashinyan")] == [transcript]
    assert len(list(archive.sessions(organisation="CSTO"))) == 2
    assert list(archive.sessions(organisation="SCO")) == []
    assert list(archive.sessions(organisation="CSTO", body="Council of Ministers")) == []


def test_a_witness_read_anew_is_looked_at_anew(archive: SqliteArchive) -> None:
    transcript, report = add(archive, meeting(held="2020-12-02"), told("report"))
    came, reading = told("report")
    moved = replace(reading, reader="2", sessions=(replace(reading.sessions[0], body="Council"),))
    archive.add(came, moved)
    assert listed(archive) == [(transcript,), (report,)]  # until it has been looked at
    assert list(archive.verify()) == []
    settle(archive, shipped())
    assert listed(archive) == [(transcript,), (report,)]


def test_a_second_run_writes_nothing(archive: SqliteArchive) -> None:
    add(archive, meeting(held="2020-12-02"), told("report"))
    before = [rows_of(archive, table) for table in ("meeting", "telling", "reading")]
    assert settle(archive, shipped(), again=True)
    assert [rows_of(archive, table) for table in ("meeting", "telling", "reading")] == before


def test_a_judgement_parts_and_joins_sessions_and_undoing_it_leaves_no_trace(
    archive: SqliteArchive,
) -> None:
    transcript, report, other = add(
        archive, meeting(held="2020-12-02"), told("report"), told("report", date="2021-09-16")
    )
    before = rows_of(archive, "meeting"), rows_of(archive, "telling")
    split = judge(archive, splitting(archive, report, None, BY))
    assert sorted(listed(archive)) == sorted([(transcript,), (report,), (other,)])
    merge = judge(archive, merging(archive, transcript, other, BY))
    assert {transcript, other} in map(set, listed(archive))
    assert [tie.rule for tie in archive.session(other).ties] == ["judgement"]
    assert list(archive.verify()) == []
    undo(archive, merge)
    undo(archive, split)
    assert (rows_of(archive, "meeting"), rows_of(archive, "telling")) == before


def test_what_is_undecided_waits(archive: SqliteArchive) -> None:
    one, other = add(archive, meeting(held="2020-12-02"), told("transcript"))
    (doubt,) = [doubt for doubt in archive.doubts(about=one) if doubt.kind == "session"]
    assert {doubt.one, doubt.other} == {one, other}
    assert doubt.rule == "transcripts"


@pytest.mark.parametrize(
    ("damage", "met"),
    [
        ("DELETE FROM telling", "no session"),
        ("UPDATE meeting SET tellings = 7", "differs"),
        ("UPDATE meeting SET ties = 'x'", "damaged"),
    ],
)
def test_verify_finds_a_session_that_is_not_what_it_says(
    archive: SqliteArchive, damage: str, met: str
) -> None:
    add(archive, meeting(held="2020-12-02"))
    with closing(sqlite3.connect(archive._folder / FILE)) as database, database:  # noqa: SLF001 - behind its back
        database.execute(damage)
    assert any(met in fault.met for fault in archive.verify())
