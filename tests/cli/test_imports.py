"""`greffier import` and `greffier clashes`, run as a user runs them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.running import run

FILES = Path(__file__).parents[1] / "authority" / "imported" / "files"


@pytest.fixture
def mine(archive: Path, tmp_path: Path) -> Path:
    """Give a copy of the archive of the examples, to be changed."""
    return shutil.copytree(archive, tmp_path / "a")


def test_files_are_imported_listed_and_let_go(mine: Path, tmp_path: Path) -> None:
    ran = run("import", *sorted(FILES.iterdir()), "-a", mine)
    assert ran.status == 0
    assert "kyrgyzstan.csv csv, 3 persons, 3 offices held" in ran.out
    told = run("who", "President of Kyrgyzstan", "--on", "2020-12-02", "-a", mine).out
    assert "seen on the day" in told
    assert "imported, not seen: Talant Mamytov, acting" in told
    again = run("import", FILES / "kyrgyzstan.csv", "-a", mine).out
    assert again.startswith("kyrgyzstan.csv was imported before: nothing changed\n")
    listed = json.loads(run("import", "--list", "-a", mine, "--format", "json").out)
    assert [one["format"] for one in listed] == ["popolo", "csv", "ftm"]
    left = run("import", "--drop", listed[0]["n"], "-a", mine, "--format", "jsonl").out
    assert len(left.splitlines()) == 2
    wrong = tmp_path / "wrong.csv"
    wrong.write_text("name,office,since,until\nA <B>,President of Tajikistan,1994,..\n")
    ran = run("import", wrong, "-a", mine)
    assert "but records show Emomali Rahmon" in ran.out
    clashes = json.loads(run("clashes", "-a", mine, "--format", "json").out)
    assert {one["kind"] for one in clashes} == {"record", "imported"}


def test_a_fault_is_one_line(mine: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.csv"
    wrong.write_text("name,office,since\nA,B,soon\n")
    run("import", wrong, "-a", mine).complains(1, "wrong.csv: line 2", "soon")
    run("import", "-a", mine).complains(2, "nothing to do")
    run("import", "--drop", "9", "-a", mine).complains(2, "no such authority")
    run("import", tmp_path / "none", "-a", mine).complains(2, "none")
