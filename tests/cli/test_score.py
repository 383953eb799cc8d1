"""`greffier score`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import run

GOLD = Path("tests") / "quality" / "seeds.json"


@pytest.fixture(scope="module")
def readings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a file with the readings of the examples."""
    path = tmp_path_factory.mktemp("score") / "readings.jsonl"
    path.write_text(run("read", "examples", "--format", "jsonl").out, encoding="utf-8")
    return path


def test_each_kind_of_finding_has_its_line(readings: Path) -> None:
    ran = run("score", GOLD, readings, "--show", "2")
    assert (ran.status, ran.err) == (0, "")
    assert "read at all                      1.0000   5 of 5\n" in ran.out
    assert "chair                            1.0000   5 right, 0 wrong, 0 missed\n" in ran.out


def test_the_same_as_data(readings: Path) -> None:
    figures = json.loads(run("score", GOLD, readings, "--format", "json").out)
    (first, *_) = figures
    assert first == {
        "kind": "read at all",
        "score": 1.0,
        "right": 5,
        "asked": 5,
        "wrong": 0,
        "missed": 0,
    }


def test_a_record_that_was_not_read_is_said_and_counted(readings: Path, tmp_path: Path) -> None:
    fewer = tmp_path / "fewer.jsonl"
    fewer.write_bytes(b"".join(readings.read_bytes().splitlines(keepends=True)[1:]))
    ran = run("score", GOLD, fewer, "--show", "1")
    assert (ran.status, ran.err) == (1, "")
    assert "read at all                      0.8000   4 of 5\n  000_" in ran.out


@pytest.mark.parametrize(
    ("gold", "status", "met"),
    [
        ("", 0, ""),  # nothing was asked, and nothing was wrong
        ("{", 1, "line 1: no JSON"),
        ('{"file": "a"}\n[]', 1, "line 2: no gold record"),
        ('{"records": [{"title": "a"}]}', 1, "record 1: no gold record"),
    ],
)
def test_gold_of_another_form_is_refused(
    gold: str, status: int, met: str, readings: Path, tmp_path: Path
) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(gold, encoding="utf-8")
    ran = run("score", path, readings)
    if status:
        ran.complains(status, str(path), met)
    else:
        assert (ran.status, ran.out, ran.err) == (0, "", "")


def test_readings_of_another_form_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "readings.jsonl"
    path.write_text('{"witness": {}}\n', encoding="utf-8")
    run("score", GOLD, path).complains(1, f"{path}: line 1", "greffier schema")
    run("score", GOLD, tmp_path / "none.jsonl").complains(2, "none.jsonl", "no such file")
