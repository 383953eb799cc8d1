"""Tests of `greffier.jobs.settling` for persons: who is who in an archive, judged and undone."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from greffier.archive.database import FILE
from greffier.archive.store import SqliteArchive
from greffier.authority import shipped
from greffier.errors import SeveralError
from greffier.jobs.judging import judge, undo
from greffier.jobs.settling import settle
from greffier.model import Judgement, subject_of
from tests.builders import reading_of, received

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from greffier.model import JudgementKind

# Each a record: whom it names, in which office, of what, and when.
ROWS = (
    ("Vladimir Putin", "President", "Russia", "2020-01-05"),
    ("В.Путин", "President", "Russia", "2021-01-05"),
    ("Владимир Владимирович Путин", "President", "Russia", "2022-01-05"),
    ("Sergei Ivanov", "Minister of Defence", "Russia", "2005-01-05"),
    ("Sergei Ivanov", "CEO", "ALROSA", "2018-01-05"),
)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[SqliteArchive]:
    with SqliteArchive.open(tmp_path / "a", create=True) as opened:
        yield opened


def add(archive: SqliteArchive, rows: Iterable[tuple[str, str, str, str]]) -> list[str]:
    keys = []
    for name, office, of, date in rows:
        came = received(f"{name}: Good afternoon on {date}.\n\n{office} of {of}.\n")
        reading = reading_of(came.witness, cast={name: (name, office, of)}, date=date)
        keys.append(archive.add(came, reading).witness)
    settle(archive, shipped())
    return keys


def rows_of(archive: SqliteArchive, table: str) -> list[Any]:
    with closing(sqlite3.connect(archive._folder / FILE)) as database:  # noqa: SLF001 - behind its back
        return sorted(database.execute(f"SELECT * FROM {table}").fetchall())  # noqa: S608 - a constant


def who(archive: SqliteArchive, key: str) -> str:
    return archive.persons_of(key)["p1"]


def decided(archive: SqliteArchive, kind: JudgementKind, key: str, *others: str) -> Judgement:
    subject, *rest = (subject_of(archive.reading(one), "p1") for one in (key, *others))
    return Judgement(kind=kind, subject=subject, others=tuple(rest), author="A", reason="known")


def test_a_person_has_one_identifier_in_whatever_order_records_come(tmp_path: Path) -> None:
    found = []
    for name, order in (("a", ROWS), ("b", ROWS[::-1])):
        with SqliteArchive.open(tmp_path / name, create=True) as archive:
            add(archive, order)
            found.append((rows_of(archive, "identity"), rows_of(archive, "person")))
            assert list(archive.verify()) == []
    assert found[0] == found[1]
    assert [key for key, _ in found[0][1]] == [
        "sergei-ivanov",
        "sergei-ivanov-2",
        "vladimir-putin",
    ]


def test_any_name_that_a_record_prints_leads_to_the_person(archive: SqliteArchive) -> None:
    add(archive, ROWS)
    person = archive.person("Владимир Владимирович Путин")
    assert person == archive.person("vladimir-putin") == archive.person("в-путин")
    assert [(one.name, one.records) for one in person.names] == [
        ("Vladimir Putin", 1),
        ("В.Путин", 1),
        ("Владимир Владимирович Путин", 1),
    ]
    assert archive.person("sergei-ivanov").namesakes == ("sergei-ivanov-2",)
    listed = {one.id: one.records for one in archive.persons()}
    assert listed == {"vladimir-putin": 3, "sergei-ivanov": 1, "sergei-ivanov-2": 1}
    assert [one.id for one in archive.persons(limit=1, offset=1)] == ["sergei-ivanov-2"]


def test_an_identifier_that_is_no_more_leads_to_whoever_bears_the_name(
    archive: SqliteArchive,
) -> None:
    keys = add(archive, ROWS)
    judge(archive, decided(archive, "merge", keys[3], keys[4]))
    assert archive.person_of("sergei-ivanov-2") == "sergei-ivanov"
    assert archive.person_of("vladimir-putin-7") == "vladimir-putin"


def test_a_name_that_leads_to_several_is_a_choice(archive: SqliteArchive) -> None:
    rows = (
        ("Ivan Petrov", "President", "Russia", "2020-01-05"),
        ("Oleg Petrov", "President", "Belarus", "2020-01-05"),
        ("Petrov", "President", "Russia", "2020-01-05"),
        ("Petrov", "President", "Belarus", "2020-01-05"),
    )
    add(archive, rows)
    with pytest.raises(SeveralError) as raised:
        archive.person("Petrov")
    assert raised.value.choices == ("ivan-petrov", "oleg-petrov")
    assert "ivan-petrov, oleg-petrov" in raised.value.wanted


def test_what_is_settled_is_not_settled_again(archive: SqliteArchive) -> None:
    keys = add(archive, ROWS)
    before = rows_of(archive, "state")
    assert not settle(archive, shipped())
    assert settle(archive, shipped(), again=True)
    assert rows_of(archive, "state") == before  # nothing came out otherwise
    archive.refresh()
    judge(archive, decided(archive, "merge", keys[3], keys[4]))
    # The index holds names as the readings have them: who is who is nothing that it takes up.
    assert not list(archive.since(before[0][1]))


def test_a_judgement_and_its_undoing_leave_all_as_it_was(archive: SqliteArchive) -> None:
    keys = add(archive, ROWS)
    before = [rows_of(archive, table) for table in ("identity", "person", "doubt")]
    assert len(list(archive.doubts(about="sergei-ivanov"))) == 1
    number = judge(archive, decided(archive, "merge", keys[4], keys[3]))
    assert who(archive, keys[3]) == who(archive, keys[4]) == "sergei-ivanov"
    assert list(archive.doubts()) == []
    assert list(archive.verify()) == []
    undo(archive, number)
    assert [rows_of(archive, table) for table in ("identity", "person", "doubt")] == before


def test_a_judgement_holds_for_the_reading_of_another_reader(archive: SqliteArchive) -> None:
    keys = add(archive, ROWS)
    judge(archive, decided(archive, "split", keys[2], keys[0], keys[1]))
    apart = who(archive, keys[2])
    assert apart != who(archive, keys[0])
    text = archive.reading(keys[2]).witness.text
    came = received(text)
    cast = {"Владимир Владимирович Путин": ("Владимир Владимирович Путин", "President", "")}
    archive.add(came, reading_of(came.witness, reader="2", cast=cast, date="2022-01-05"))
    settle(archive, shipped())
    assert who(archive, keys[2]) not in {who(archive, keys[0]), who(archive, keys[1])}


@pytest.mark.parametrize(
    ("statement", "met"),
    [
        ("DELETE FROM identity WHERE person = 'vladimir-putin'", "who is no person"),
        ("INSERT INTO person VALUES ('nobody', 'Nobody')", "a person whom no record names"),
    ],
)
def test_a_changed_identity_is_found_and_worked_out_anew(
    archive: SqliteArchive, statement: str, met: str
) -> None:
    add(archive, ROWS)
    archive.refresh()
    before = rows_of(archive, "identity")
    with closing(sqlite3.connect(archive._folder / FILE)) as database:  # noqa: SLF001 - behind its back
        database.execute(statement)
        database.commit()
    found = list(archive.verify())
    assert any(met in one.met for one in found)
    assert all("greffier group --again" in one.advice for one in found)
    settle(archive, shipped(), again=True)
    archive.refresh()
    assert list(archive.verify()) == []
    assert rows_of(archive, "identity") == before
