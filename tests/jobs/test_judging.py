"""Tests of `greffier.jobs.judging`: what is decided holds, can be undone, and is never dropped."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from greffier.archive.stored import Question
from greffier.authority import shipped
from greffier.errors import UsageError
from greffier.jobs import add_all
from greffier.jobs.importing import import_file
from greffier.jobs.judging import judge, undo
from greffier.model import Subject, facts
from greffier.query.judgements import (
    Signature,
    deciding,
    logged,
    merging,
    reassigning,
    splitting,
)
from greffier.wiring import archive_in
from tests.builders import received
from tests.places import EXAMPLE_RECORDS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from greffier.archive import Archive

BY = Signature(author="A. Clerk", reason="seen <it>")
W = "2f04c1cba2c31da5"  # the meeting of 2 December 2020
# The log stays, and so does that it changed.
NOT_READ = {"judgement", "judged", "state", "reading", "seal"}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("judging") / "a"
    with archive_in(folder, create=True) as opened:
        add_all(opened, [EXAMPLE_RECORDS[2], EXAMPLE_RECORDS[4]])
    return folder


@pytest.fixture
def archive(made: Path, tmp_path: Path) -> Iterator[Archive]:
    shutil.copytree(made, tmp_path / "a")
    with archive_in(tmp_path / "a") as opened:
        yield opened


def dumped(tmp_path: Path) -> dict[str, list[object]]:
    """Give all that is worked out, table by table."""
    with closing(sqlite3.connect(tmp_path / "a" / "archive.db")) as database:
        names = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return {
            name: sorted(database.execute(f'SELECT * FROM "{name}"').fetchall(), key=repr)  # noqa: S608 - names of tables
            for (name,) in names
            if name not in NOT_READ
        }


def shown(archive: Archive, fact: str) -> str | None:
    return next((one.value for one in facts(archive.reading(W)) if one.id == fact), None)


@pytest.mark.parametrize("fact", ["s1", "s1.date", "p2", "p2.name", "t3", "i1", "record.title"])
def test_what_is_rejected_is_gone_everywhere_and_comes_back_exactly(
    archive: Archive, tmp_path: Path, fact: str
) -> None:
    before, raw = dumped(tmp_path), archive.reading(W)
    number = judge(archive, deciding(archive, "reject", f"{W}.{fact}", BY))
    assert shown(archive, fact) is None
    assert archive.reading(W, raw=True) == raw
    assert dumped(tmp_path) != before
    assert list(archive.verify()) == []
    (told,) = archive.applications(W)
    assert (told.fact, told.judged.judgement.reason) == (fact, "seen <it>")
    assert undo(archive, number).subject.id == fact
    assert (dumped(tmp_path), archive.reading(W)) == (before, raw)
    assert list(archive.verify()) == []
    assert archive.applications(W) == ()


def test_a_turn_that_is_given_to_another_is_found_as_his(archive: Archive) -> None:
    def found(speaker: str) -> int:
        return archive.search(Question(words="", speaker=speaker, spoken=True)).total

    theirs, ours = found("Pashinyan"), found("Mamytov")
    assert ours
    turn = next(
        one.n
        for one in archive.reading(W).turns
        if (who := archive.reading(W).participant(one.participant)) and who.name == "Talant Mamytov"
    )
    number = judge(archive, reassigning(archive, f"{W}.t{turn}", "nikol-pashinyan", BY))
    assert found("Mamytov") < ours
    assert found("Pashinyan") > theirs
    undo(archive, number)
    assert (found("Pashinyan"), found("Mamytov")) == (theirs, ours)


def test_a_confirmed_fact_stays(archive: Archive, tmp_path: Path) -> None:
    before = dumped(tmp_path)
    judge(archive, deciding(archive, "confirm", f"{W}.p2.office", BY))
    assert dumped(tmp_path) == before
    assert [one.fact for one in archive.applications(W)] == ["p2.office"]


def test_judgements_hold_over_a_new_reading(archive: Archive) -> None:
    judge(archive, deciding(archive, "reject", f"{W}.s1.date", BY))
    judge(archive, deciding(archive, "reject", f"{W}.p2", BY))
    reading = archive.reading(W, raw=True)
    renumbered = tuple(
        replace(one, id=f"p{n + 100}") for n, one in enumerate(reading.participants, start=1)
    )
    newer = replace(
        reading,
        reader="next",
        participants=renumbered,
        turns=tuple(replace(one, participant=None) for one in reading.turns),
        quotations=(),
        sessions=tuple(replace(one, date=None) for one in reading.sessions),
    )
    came = received(reading.witness.text, name=reading.witness.name)
    data = archive.witness_bytes(W)
    archive.add(replace(came, witness=reading.witness, data=data), newer)
    assert "p102" not in {one.id for one in archive.reading(W).participants}
    first, second = logged(archive)
    assert (first.applies, second.applies) == ((), (f"{W}.p102",))
    assert first.note == f"{W}.s1.date applies to nothing in the reading by reader next"
    assert list(archive.verify()) == []


@pytest.mark.parametrize(
    ("make", "met"),
    [
        (lambda one: deciding(one, "reject", f"{W}.s9", BY), "nothing has this name"),
        (lambda one: deciding(one, "reject", W, BY), "no fact"),
        (lambda one: reassigning(one, f"{W}.p1", None, BY), "no turn"),
        (lambda one: reassigning(one, f"{W}.t1", f"{W}.s1", BY), "no person"),
        (lambda one: reassigning(one, f"{W}.t1", "nobody-at-all", BY), "no person"),
        (lambda one: merging(one, W, f"{W}.s1", BY), "a session, where"),
        (lambda one: merging(one, f"{W}.i1", f"{W}.i1", BY), "a fact"),
        (lambda one: splitting(one, "nikol-pashinyan", None, BY), "a person alone"),
    ],
)
def test_what_nobody_can_mean_is_refused(archive: Archive, make: object, met: str) -> None:
    with pytest.raises(UsageError, match=met):
        make(archive)  # type: ignore[operator] # one of the lambdas above
    assert archive.judgements() == ()


def test_a_judgement_on_what_is_not_there_is_not_kept(archive: Archive) -> None:
    wrong = deciding(archive, "reject", f"{W}.s1.date", BY)
    nowhere = replace(wrong, subject=Subject(kind="session", witness=W, value="no such meeting"))
    with pytest.raises(UsageError, match="its witness has no such fact"):
        judge(archive, nowhere)
    same = merging(archive, f"{W}.p1", f"{W}.p1", BY)
    with pytest.raises(UsageError, match="one person alone"):
        judge(archive, same)
    for number in (1, 0, -1, 2**63 - 1, 2**63, -(2**63) - 1, 10**400):
        with pytest.raises(UsageError, match="no such judgement"):
            undo(archive, number)
    assert archive.judgements() == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("talant-mamytov", "nikol-pashinyan"),
        (f"{W}.p5", f"{W}.p2"),
        (f"{W}.s1", "other session"),
    ],
)
def test_what_is_put_together_is_one_and_comes_apart_exactly(
    archive: Archive, tmp_path: Path, one: str, other: str
) -> None:
    if other == "other session":
        other = next(each.id for each in archive.sessions() if each.id != one)
    before = dumped(tmp_path)
    number = judge(archive, merging(archive, one, other, BY))
    if one.endswith(".s1"):
        assert archive.session(one).id == archive.session(other).id
    else:
        names = {each.name for each in archive.person("talant-mamytov").names}
        assert names == {"Talant Mamytov", "Nikol Pashinyan"}
    assert list(archive.verify()) == []
    (told,) = logged(archive)
    assert len(told.applies) == 2
    undo(archive, number)
    assert dumped(tmp_path) == before


def test_a_participant_is_told_from_the_person_that_he_was_held_to_be(archive: Archive) -> None:
    person = archive.person("vladimir-putin")
    assert len(person.appearances) == 2
    number = judge(archive, splitting(archive, f"{W}.p1", None, BY))
    assert len(archive.person(archive.persons_of(W)["p1"]).appearances) == 1
    undo(archive, number)
    assert archive.person("vladimir-putin") == person


def test_a_session_that_was_judged_may_be_rejected_as_well(archive: Archive) -> None:
    other = next(each.id for each in archive.sessions() if each.id != f"{W}.s1")
    judge(archive, merging(archive, f"{W}.s1", other, BY))
    number = judge(archive, deciding(archive, "reject", f"{W}.s1", BY))
    assert archive.session(other).records
    assert list(archive.verify()) == []
    first, _ = logged(archive)
    assert (first.applies, "applies to nothing" in first.note) == ((), True)
    undo(archive, number)
    assert archive.session(other).id == archive.session(f"{W}.s1").id


def test_what_the_user_knows_joins_names_and_no_judgement_is_overruled(
    archive: Archive, tmp_path: Path
) -> None:
    """Nobody else would take the two for one: the names share nothing."""
    table = tmp_path / "mine.csv"
    table.write_text(
        "name,office,since,until,other_names\n"
        "Talant Mamytov,President of Kyrgyzstan,2020,2021,Vladimir Putin\n"
        "Talant Mamytov,President of Russia,2020,2021,\n",
        encoding="utf-8",
    )
    import_file(archive, table, shipped())
    persons = archive.persons_of(W)
    assert persons["p1"] == persons["p5"]
    judge(archive, splitting(archive, f"{W}.p1", f"{W}.p5", BY))
    persons = archive.persons_of(W)
    assert persons["p1"] != persons["p5"]
    archive.drop_authority(1)
    assert list(archive.verify()) == []
