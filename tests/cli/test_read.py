"""`greffier read` and `greffier schema`."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import jsonschema
import pytest

from greffier import form
from tests.cli.running import run
from tests.places import EXAMPLE_RECORDS


def test_each_example_is_one_line_of_json_that_fits_the_schema() -> None:
    ran = run("read", "examples", "--format", "jsonl")
    assert (ran.status, ran.err) == (0, "")
    schema = json.loads(run("schema").out)
    readings = [json.loads(line) for line in ran.out.splitlines()]
    assert [reading["witness"]["name"] for reading in readings] == [
        f"examples/{path.name}" for path in EXAMPLE_RECORDS
    ]
    for reading in readings:
        jsonschema.validate(reading, schema)


def test_json_is_one_array_of_the_same() -> None:
    lines = run("read", "examples", "--format", "jsonl").out.splitlines()
    assert json.loads(run("read", "examples", "--format", "json").out) == [*map(json.loads, lines)]


def test_schema_is_that_of_the_form() -> None:
    assert json.loads(run("schema").out) == json.loads(json.dumps(form.schema()))


def test_text_says_what_was_found() -> None:
    ran = run("read", EXAMPLE_RECORDS[2])
    assert (ran.status, ran.err) == (0, "")
    for part in (
        "Meeting of the CSTO Collective Security Council\n",
        "  transcript, 2020-12-02, ",
        " participants\n",
        " turns\n",
        " instruments\n",
    ):
        assert part in ran.out


@pytest.mark.parametrize(
    ("name", "data", "met"),
    [
        ("empty.txt", b"", "an empty file"),
        ("blank.txt", b" \n", "nothing but white space"),
        ("binary.bin", bytes(range(256)), "a NUL"),
        ("record.pdf", b"%PDF-1.7", "a damaged PDF file"),
        ("page.html", b"<p>", "nothing but white space"),
    ],
)
def test_what_cannot_be_read_is_one_line(tmp_path: Path, name: str, data: bytes, met: str) -> None:
    (tmp_path / name).write_bytes(data)
    run("read", name, cwd=tmp_path).complains(1, f"greffier: {name}: {met}")


def test_a_missing_file_and_a_folder_without_records(tmp_path: Path) -> None:
    run("read", "nowhere.txt", cwd=tmp_path).complains(2, "nowhere.txt: no such file or folder")
    run("read", ".", cwd=tmp_path).complains(1, ".: a folder without records")


@pytest.mark.parametrize("shape", ["json", "jsonl"])
def test_one_bad_file_costs_none_of_the_others(tmp_path: Path, shape: str) -> None:
    for source, name in [(EXAMPLE_RECORDS[3], "a.txt"), (EXAMPLE_RECORDS[4], "c.txt")]:
        shutil.copy(source, tmp_path / name)
    (tmp_path / "b.txt").touch()
    ran = run("read", tmp_path, "--format", shape)
    assert (ran.status, ran.err.count("\n")) == (1, 1)
    assert "/b.txt: an empty file" in ran.err
    read = json.loads(ran.out) if shape == "json" else [*map(json.loads, ran.out.splitlines())]
    assert [Path(reading["witness"]["name"]).name for reading in read] == ["a.txt", "c.txt"]


def test_a_record_cannot_steer_the_terminal(tmp_path: Path) -> None:
    escape = "\x1b]0;title\x07\x1b[31m\u202e"
    (tmp_path / "re\x1b[31mcord\n.txt").write_text(
        f"Meeting of the Council{escape}\n\nMay 3, 2021, Minsk\n\nThe Chair{escape}: Order.\n",
        encoding="utf-8",
    )
    ran = run("read", tmp_path)
    assert ran.status == 0
    assert not set(ran.out) & {"\x1b", "\x07", "\u202e"}
    ran = run("read", tmp_path / "re\x1b[31mcord\n.pdf")
    assert (ran.status, ran.err.count("\n"), "\x1b" in ran.err) == (2, 1, False)


def test_a_file_name_of_any_bytes_is_printed(tmp_path: Path) -> None:
    name = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt"))
    shutil.copy(EXAMPLE_RECORDS[4], name)
    for shape in ("text", "json", "jsonl"):
        ran = run("read", tmp_path, "--format", shape, PYTHONIOENCODING="ascii")
        assert (ran.status, ran.err) == (0, "")
        assert shape == "text" or "/\ufffd.txt" in ran.out
