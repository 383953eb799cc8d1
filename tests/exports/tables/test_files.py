"""The files of the tables: what other programs read out of them is what was written."""

from __future__ import annotations

import csv
import json
from io import BytesIO, StringIO
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier.exports.tables import TABLES
from greffier.exports.tables.delimited import csv_of, write_csv
from greffier.exports.tables.parquet import arrow_table, write_parquet
from tests.exports.takings import Files, alone, copied
from tests.readings import bare, meeting

if TYPE_CHECKING:
    from greffier.model import Reading

RECORDS, TURNS = TABLES[0], next(one for one in TABLES if one.name == "turns")


def read_csv(data: bytes) -> list[dict[str, str]]:
    """Read CSV back as any program does."""
    return list(csv.DictReader(StringIO(data.decode("utf-8"), newline="")))


def test_every_table_is_a_file_and_is_described() -> None:
    files = Files()
    write_csv([copied()], files)
    package = json.loads(files["datapackage.json"])
    assert {one["path"] for one in package["resources"]} == set(files.names) - {"datapackage.json"}
    for resource in package["resources"]:
        heading = files[resource["path"]].decode().split("\r\n", 1)[0]
        assert heading.split(",") == [one["name"] for one in resource["schema"]["fields"]]


def test_a_join_of_the_description_names_a_column_that_there_is() -> None:
    files = Files()
    write_csv([], files)
    package = json.loads(files["datapackage.json"])
    tables = {
        one["name"]: {field["name"] for field in one["schema"]["fields"]}
        for one in package["resources"]
    }
    for resource in package["resources"]:
        for join in resource["schema"].get("foreignKeys", []):
            assert set(join["reference"]["fields"]) <= tables[join["reference"]["resource"]]


def test_words_come_back_as_they_were() -> None:
    _, reading = meeting()
    back = read_csv(b"".join(csv_of(TURNS, [alone(reading)])))
    text = reading.witness.text
    assert [row["text"] for row in back] == [
        "\n".join(text[a:b] for a, b in turn.paragraphs) for turn in reading.turns
    ]


@given(st.text(min_size=1).filter(str.strip))
def test_whatever_a_title_is_it_comes_back(title: str) -> None:
    """Only half a character, which UTF-8 cannot write, comes back as another sign."""
    _, reading = bare("x", name=title)
    (row,) = read_csv(b"".join(csv_of(TABLES[1], [alone(reading)])))
    assert row["name"] == "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in title)


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n", "＝"])
def test_a_spreadsheet_gets_no_formula(sign: str) -> None:
    # A file may be called so, and a record's words may begin so.
    name = f"{sign}HYPERLINK(1)"
    _, reading = bare("x", name=name)
    exact = b"".join(csv_of(TABLES[1], [alone(reading)]))
    guarded = b"".join(csv_of(TABLES[1], [alone(reading)], guarded=True))
    assert read_csv(exact)[0]["name"] == name
    assert read_csv(guarded.removeprefix(b"\xef\xbb\xbf"))[0]["name"] == f"'{name}"


def test_guarding_leaves_other_cells() -> None:
    _, reading = meeting()
    exact = b"".join(csv_of(TURNS, [alone(reading)]))
    guarded = b"".join(csv_of(TURNS, [alone(reading)], guarded=True))
    assert guarded == b"\xef\xbb\xbf" + exact


def test_parquet_has_the_rows_of_the_csv_files(readings: dict[str, Reading]) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="the extra `tables` is not installed")
    taken = [alone(one) for one in readings.values()]
    comma, columns = Files(), Files()
    write_csv(taken, comma)
    write_parquet(taken, columns)
    for table in TABLES:
        back = parquet.read_table(BytesIO(columns[f"{table.name}.parquet"]))
        there = read_csv(comma[f"{table.name}.csv"])
        assert back.num_rows == len(there)
        first = table.columns[0].name
        assert back[first].to_pylist() == [row[first] for row in there]


def test_a_table_without_rows_has_its_columns() -> None:
    pytest.importorskip("pyarrow", reason="the extra `tables` is not installed")
    assert arrow_table(TURNS, []).column_names == [one.name for one in TURNS.columns]


def test_arrow_has_types_and_sentences() -> None:
    pytest.importorskip("pyarrow", reason="the extra `tables` is not installed")
    _, reading = meeting()
    made = arrow_table(RECORDS, [alone(reading)])
    assert str(made.schema.field("first_day").type) == "date32[day]"
    assert made["first_day"][0].as_py().isoformat() == "2020-12-02"
    assert b"description" in made.schema.field("title").metadata
