"""`greffier add`, `search`, `show` and `verify`: what they print, and what they refuse."""

from __future__ import annotations

import json
import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from greffier import wiring
from greffier.cli.adding import add_paths
from greffier.errors import ArchiveError
from greffier.model import digest_of
from tests.cli.running import run
from tests.places import EXAMPLE_RECORDS

TRANSCRIPT = digest_of(EXAMPLE_RECORDS[2].read_bytes()).removeprefix("sha256:")[:16]


def test_adding_twice_changes_nothing(tmp_path: Path) -> None:
    first = run("add", "examples", "-a", tmp_path / "a")
    assert (first.status, first.err) == (0, "")
    assert first.out == f"5 witnesses added to {tmp_path}/a\n"
    before = (tmp_path / "a" / "archive.db").read_bytes()
    second = run("add", "examples", "-a", tmp_path / "a", "--format", "json")
    assert json.loads(second.out) == {
        "archive": f"{tmp_path}/a",
        "added": 0,
        "reread": 0,
        "known": 5,
        "failed": 0,
    }
    assert (tmp_path / "a" / "archive.db").read_bytes() == before


def test_a_bad_file_is_said_and_the_others_are_added(tmp_path: Path) -> None:
    shutil.copy(EXAMPLE_RECORDS[4], tmp_path / "a.txt")
    (tmp_path / "b.txt").touch()
    ran = run("add", tmp_path, "-a", tmp_path / "archive")
    assert (ran.status, ran.err.count("\n")) == (1, 1)
    assert ran.out.startswith("1 witness added to ")
    assert ran.out.endswith(", 1 could not be read\n")


def test_each_file_is_told_of_as_it_is_kept(tmp_path: Path) -> None:
    shutil.copy(EXAMPLE_RECORDS[4], tmp_path / "a.txt")
    (tmp_path / "b.txt").touch()
    ran = run("add", tmp_path, "-a", tmp_path / "archive", "--format", "jsonl")
    told = {Path(one["file"]).name: one for one in map(json.loads, ran.out.splitlines())}
    assert {name: one["outcome"] for name, one in told.items()} == {
        "a.txt": "added",
        "b.txt": "failed",
    }
    assert "an empty file" in told["b.txt"]["error"]
    assert run("show", told["a.txt"]["witness"], "-a", tmp_path / "archive").status == 0


@pytest.mark.parametrize("given", ["empty.txt", "nowhere.txt", "bare"])
@pytest.mark.parametrize("command", ["add", "open"])
def test_no_archive_is_made_where_nothing_can_be_read(
    tmp_path: Path, given: str, command: str
) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "bare").mkdir()
    ran = run(command, given, cwd=tmp_path)
    assert ran.status == (2 if given == "nowhere.txt" else 1)
    assert ran.err.count("\n") == 1
    assert not (tmp_path / "archive").exists()


@pytest.mark.parametrize("kind", ["text", "database", "cut", "folder"])
@pytest.mark.parametrize("command", [["add", "examples"], ["verify"], ["search", "peace"]])
def test_what_is_no_archive_is_refused_and_left_alone(
    tmp_path: Path, archive: Path, kind: str, command: list[str]
) -> None:
    folder = tmp_path / "foreign"
    folder.mkdir()
    file = folder / "archive.db"
    if kind == "text":
        file.write_text("these are no rows\n" * 300, encoding="utf-8")
    elif kind == "database":
        with closing(sqlite3.connect(file)) as database:
            database.execute("create table letters (written text)")
            database.commit()
    elif kind == "cut":
        whole = (archive / "archive.db").read_bytes()
        file.write_bytes(whole[: len(whole) // 3])
    else:
        file.mkdir()
    before = None if kind == "folder" else file.read_bytes()
    ran = run(*command, "-a", folder)
    ran.complains(ran.status, "foreign")
    assert ran.status in {1, 2}
    if before is not None:
        assert file.read_bytes() == before


def test_a_file_is_no_folder_for_an_archive(tmp_path: Path) -> None:
    file = tmp_path / "notes"
    file.write_text("words", encoding="utf-8")
    for command in (["add", "examples"], ["verify"]):
        ran = run(*command, "-a", file)
        ran.complains(ran.status, "notes")
    assert file.read_text(encoding="utf-8") == "words"


def test_a_locked_archive_is_said_and_stays_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wiring, "PATIENCE", 0.5)
    folder = tmp_path / "a"
    assert run("add", EXAMPLE_RECORDS[3], "-a", folder).status == 0
    with closing(sqlite3.connect(folder / "archive.db", isolation_level=None)) as other:
        other.execute("begin exclusive")
        with pytest.raises(ArchiveError, match="another process is writing"):
            add_paths(folder, [EXAMPLE_RECORDS[4]])
        other.execute("rollback")
    assert run("verify", "-a", folder).out == f"no faults in 1 record of {folder}\n"


def test_search_shows_where_the_words_stand(archive: Path) -> None:
    ran = run("search", "terrorist", "-a", archive, "--speaker", "Rahmon", "--spoken")
    assert (ran.status, ran.err) == (0, "")
    assert f"{TRANSCRIPT}.t" in ran.out
    assert "Emomali Rahmon, President" in ran.out
    assert ran.out.splitlines()[-1].split()[1] in {"passage", "passages"}
    assert "\x1b" not in ran.out  # it is no terminal


def test_search_gives_data(archive: Path) -> None:
    hits = json.loads(run("search", "security", "-a", archive, "--format", "json").out)
    assert hits["total"] >= len(hits["hits"]) > 1
    lines = run("search", "security", "-a", archive, "--format", "jsonl").out.splitlines()
    assert [json.loads(line) for line in lines] == hits["hits"]


def test_a_search_that_finds_nothing_is_no_error(archive: Path) -> None:
    assert run("search", "xylophone", "-a", archive).out == "no passages found\n"


def test_search_counts_and_sorts(archive: Path) -> None:
    ran = run(
        *["search", "security", "--facets", "--sort", "oldest", "--limit", "1", "--spoken", "-a"],
        archive,
    )
    assert "2020-12-02" in ran.out.splitlines()[0]
    assert re.search(r"^of: Russia \d+", ran.out, re.MULTILINE)


def test_a_query_that_cannot_be_read_is_shown_with_its_place(archive: Path) -> None:
    ran = run("search", 'peace\t"open', "-a", archive)
    assert (ran.status, ran.out) == (2, "")
    told, query, sign = ran.err.splitlines()
    assert told.startswith("greffier: query, column 7: ")
    assert query[sign.index("^")] == '"'
    assert "\t" not in ran.err


def test_a_question_that_cannot_be_read_is_one_line(archive: Path) -> None:
    run("search", "peace", "--from", "yesterday", "-a", archive).complains(2, "yesterday")


def test_show_gives_a_record_its_facts_and_a_person(archive: Path) -> None:
    assert "Meeting of the CSTO" in run("show", TRANSCRIPT, "-a", archive).out
    session = run("show", f"{TRANSCRIPT}.s1", "-a", archive).out
    assert "Date\n  2020-12-02\n" in session
    assert "\n    “December 2, 2020”\n" in session  # the words that support it
    assert run("show", f"{TRANSCRIPT}.t2", "-a", archive).out.startswith("Turn: ")
    assert run("show", "vladimir-putin", "-a", archive).out.startswith("Vladimir Putin\n")


def test_show_gives_data(archive: Path) -> None:
    reading = json.loads(run("show", TRANSCRIPT, "-a", archive, "--format", "json").out)
    assert reading["schema"] == "greffier/reading/1"
    shown = json.loads(run("show", f"{TRANSCRIPT}.t2", "-a", archive, "--format", "json").out)
    assert shown["record"]["id"] == TRANSCRIPT
    (turn,) = shown["facts"]
    text = reading["witness"]["text"]
    assert turn["words"] == [text[start:end] for start, end in turn["fact"]["spans"]]
    person = json.loads(run("show", "vladimir-putin", "-a", archive, "--format", "jsonl").out)
    assert person["name"] == "Vladimir Putin"


@pytest.mark.parametrize("key", ["0" * 16, f"{TRANSCRIPT}.s99", "nobody", "", "../etc", "s1.s1"])
def test_what_is_not_there_cannot_be_shown(archive: Path, key: str) -> None:
    run("show", key, "-a", archive).complains(2)


def test_a_whole_archive_has_no_faults(archive: Path) -> None:
    assert run("verify", "-a", archive).out == f"no faults in 4 records of {archive}\n"
    assert json.loads(run("verify", "-a", archive, "--format", "json").out) == []


@pytest.mark.parametrize(
    "damage",
    [
        "DELETE FROM state",
        "INSERT INTO state VALUES ('other', 1, NULL, NULL)",
        "UPDATE state SET generation = 'many'",
        "DROP TABLE person",
    ],
)
def test_however_an_archive_is_damaged_its_faults_are_printed(
    archive: Path, tmp_path: Path, damage: str
) -> None:
    work = shutil.copytree(archive, tmp_path / "work")
    with closing(sqlite3.connect(work / "archive.db")) as database:
        database.execute(damage)
        database.commit()
    ran = run("verify", "-a", work)
    assert (ran.status, ran.err) == (1, "")
    assert "restore the archive from a copy" in ran.out
    assert "fault" in ran.out.splitlines()[-1]
