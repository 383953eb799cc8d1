"""The tables hold what readings hold, and their names join."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from tools.tables import main

from greffier.exports.tables import TABLES
from greffier.exports.taking import Taken
from tests.exports.takings import alone, copied
from tests.places import ROOT
from tests.readings import meeting

if TYPE_CHECKING:
    from greffier.exports.tables import AnyTable
    from greffier.model import Reading

_TYPES = {"text": str, "integer": int, "boolean": bool, "list": tuple}


def rows(name: str, *taken: Taken) -> list[dict[str, Any]]:
    """Give the rows of a table, by column."""
    (table,) = [one for one in TABLES if one.name == name]
    names = [column.name for column in table.columns]
    return [dict(zip(names, row, strict=True)) for one in taken for row in table.values(one)]


def test_a_turn_has_its_words_unchanged_and_its_speaker() -> None:
    _, reading = meeting()
    text = reading.witness.text
    first = rows("turns", alone(reading))[0]
    turn = reading.turns[0]
    assert first["turn"] == f"{reading.witness.id}.t1"
    assert first["text"] == "\n".join(text[a:b] for a, b in turn.paragraphs)
    assert (first["speaker"], first["office"], first["of"]) == (
        "Vladimir Putin",
        "President",
        "Russia",
    )


def test_a_speaker_is_the_person_that_the_archive_knows() -> None:
    _, reading = meeting()
    key = reading.turns[0].participant
    assert key
    taken = Taken(reading=reading, persons={key: "somebody"})
    persons = [row["person"] for row in rows("turns", taken) if row["speaker"] == "Vladimir Putin"]
    assert set(persons) == {"somebody"}
    assert rows("turns", alone(reading))[0]["person"] == "vladimir-putin"


def test_paragraphs_and_evidence_are_what_their_spans_cut() -> None:
    _, reading = meeting()
    for name in ("paragraphs", "evidence", "quotations", "mentions"):
        found = rows(name, alone(reading))
        assert found, name
        assert all(row["text"] == reading.witness.text[row["start"] : row["end"]] for row in found)


def test_an_acting_president_is_so_in_every_turn() -> None:
    _, reading = meeting()
    acting = {row["speaker"] for row in rows("turns", alone(reading)) if row["acting"]}
    assert acting == {"Talant Mamytov"}


def test_a_date_has_its_days() -> None:
    taken = copied()
    (record,) = rows("records", taken)
    assert str(record["first_day"]) == str(record["last_day"]) == record["date"] == "2020-12-02"


def test_sessions_of_several_records_have_one_name() -> None:
    _, reading = meeting()
    taken = Taken(reading=reading, sessions={"s1": "00000000000000aa.s3"})
    joined = [row["joined"] for row in rows("sessions", taken)]
    assert joined == ["00000000000000aa.s3", f"{reading.witness.id}.s2"]


def test_every_witness_is_listed_and_facts_are_of_one() -> None:
    taken = copied()
    listed = rows("witnesses", taken)
    assert [row["base"] for row in listed] == [True, False]
    assert {row["record"] for row in listed} == {taken.id}
    assert {row["witness"] for row in rows("turns", taken)} == {taken.reading.witness.id}
    assert listed[0]["added"].isoformat() == "2026-01-02T03:04:05+00:00"


@pytest.mark.parametrize("table", TABLES, ids=lambda one: one.name)
def test_names_are_given_once_and_joins_find_their_row(
    table: AnyTable, readings: dict[str, Reading]
) -> None:
    taken = [alone(one) for one in readings.values()]
    found = rows(table.name, *taken)
    keys = [row[table.columns[0].name] for row in found]
    assert len(set(keys)) == len(keys) or not table.keyed
    for column in table.columns:
        if column.joins:
            there = {next(iter(row.values())) for row in rows(column.joins, *taken)}
            assert {row[column.name] for row in found} - {None} <= there


def test_evidence_names_facts_that_there_are(readings: dict[str, Reading]) -> None:
    taken = [alone(one) for one in readings.values()]
    for kind, table in {
        "session": "sessions",
        "turn": "turns",
        "instrument": "instruments",
    }.items():
        there = {next(iter(row.values())) for row in rows(table, *taken)}
        named = {row["fact"] for row in rows("evidence", *taken) if row["kind"] == kind}
        assert named
        assert named <= there


def test_values_are_of_the_type_of_their_column(readings: dict[str, Reading]) -> None:
    for table in TABLES:
        for one in readings.values():
            for row in table.values(alone(one)):
                for column, value in zip(table.columns, row, strict=True):
                    wanted = _TYPES.get(column.kind)
                    assert value is None or wanted is None or type(value) is wanted, column.name


def test_the_page_of_the_tables_is_current() -> None:
    page = (ROOT / "docs" / "tables.md").read_text(encoding="utf-8")
    assert page == main(), "write it anew with `make docs`"
