"""Tests of `greffier.archive.adding`: whole or not at all."""

from __future__ import annotations

import multiprocessing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from greffier.archive.store import SqliteArchive
from greffier.authority import shipped
from greffier.errors import DataError
from greffier.jobs.settling import settle
from greffier.model import Date, Received, witness_of
from tests.builders import CAST, meeting, reading_of, received

if TYPE_CHECKING:
    from pathlib import Path

    from greffier.model import Reading


def broken(reading: Reading, part: str) -> Reading:
    """Give a reading that names a part which it does not have, or two alike."""
    turn, participant = reading.turns[0], reading.participants[0]
    return {
        "participant": replace(reading, turns=(replace(turn, participant="p99"),)),
        "session": replace(reading, participants=(replace(participant, session="s99"),), turns=()),
        "continues": replace(reading, turns=(replace(turn, continues=99),)),
        "twice": replace(reading, turns=(turn, turn)),
        "date": replace(
            reading, record=replace(reading.record, date=Date(value="2020-02-31", basis="stated"))
        ),
        "surrogate": replace(reading, record=replace(reading.record, kind_rule="\ud800")),
    }[part]


@pytest.mark.parametrize(
    "part", ["participant", "session", "continues", "twice", "date", "surrogate"]
)
def test_a_reading_that_cannot_be_kept_leaves_nothing(archive: SqliteArchive, part: str) -> None:
    came, reading = meeting()
    with pytest.raises(DataError):
        archive.add(came, broken(reading, part))
    assert archive.counts().records == archive.counts().persons == 0
    assert list(archive.verify()) == []
    assert archive.add(came, reading).outcome == "added"


@pytest.mark.parametrize("part", ["participant", "twice", "date"])
def test_a_rereading_that_cannot_be_kept_leaves_the_old_one(
    archive: SqliteArchive, part: str
) -> None:
    came, reading = meeting()
    key = archive.add(came, reading).witness
    with pytest.raises(DataError):
        archive.add(came, broken(replace(reading, reader="2"), part))
    assert archive.reading(key) == reading
    assert list(archive.verify()) == []


def test_a_reading_of_another_witness_is_refused(archive: SqliteArchive) -> None:
    with pytest.raises(DataError, match="another witness"):
        archive.add(received("One.\n"), meeting()[1])


def test_two_witnesses_of_one_short_name_are_told_apart(archive: SqliteArchive) -> None:
    came, reading = meeting()
    archive.add(came, reading)
    digest = came.witness.digest[:-4] + "0000"
    other = replace(came.witness, digest=digest)
    with pytest.raises(DataError, match="another witness is kept under this name"):
        archive.add(Received(witness=other, data=came.data), replace(reading, witness=other))


def test_text_of_half_characters_is_refused(archive: SqliteArchive) -> None:
    witness = witness_of("half \ud800")
    with pytest.raises(DataError, match=r"U\+D800"):
        archive.add(Received(witness=witness, data=b"half"), reading_of(witness))


def test_a_person_has_the_same_name_whatever_the_order(tmp_path: Path) -> None:
    spellings = ("KASSYM-JOMART TOKAYEV", "Kassym-Jomart Tokayev", "Kassym\u2011Jomart Tokayev")
    names = []
    for order in (spellings, spellings[::-1]):
        with SqliteArchive.open(tmp_path / order[0], create=True) as archive:
            for spelling in order:
                came = received(f"{spelling}: Thank you.\n")
                cast = {spelling: (spelling, "President", "Kazakhstan")}
                archive.add(came, reading_of(came.witness, cast=cast))
            settle(archive, shipped())
            (person,) = archive.persons()
            names.append((person.id, person.name, person.records))
    assert names[0] == names[1]
    assert names[0][0] == "kassym-jomart-tokayev"


def test_persons_that_no_record_prints_any_more_go(archive: SqliteArchive) -> None:
    archive.add(*meeting())
    label, row = next(iter(CAST.items()))
    archive.add(*meeting(reader="2", cast={label: row}))
    assert [person.id for person in archive.persons()] == ["vladimir-putin"]


def _add_all(folder: Path, first: int) -> None:
    with SqliteArchive.open(folder, create=True, busy=30) as archive:
        for n in range(first, first + 10):
            came = received(f"Record {n}.\n")
            archive.add(came, reading_of(came.witness))


def test_processes_make_and_fill_one_archive_together(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    starts = (0, 5, 10)  # they overlap: some records come twice
    processes = [context.Process(target=_add_all, args=(tmp_path / "a", n)) for n in starts]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0, 0, 0]
    with SqliteArchive.open(tmp_path / "a") as archive:
        assert archive.counts().records == 20
        assert list(archive.verify()) == []
