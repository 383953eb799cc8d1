"""`greffier kwic`, `frequency`, `keywords`, `collocates` and `positions`: what they print."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.running import run
from tests.places import EXAMPLES

if TYPE_CHECKING:
    from pathlib import Path

ASKED = {
    "kwic": ("terrorism",),
    "frequency": ("terrorism", "--by", "of"),
    "keywords": ("--of", "Russia", "--against", "of=Tajikistan", "--least", "1"),
    "collocates": ("security", "--least", "2"),
    "positions": ("Afghanistan", "--of", "Russia", "--of", "Tajikistan"),
}

RUSSIAN = """Выступление Министра иностранных дел России Ивана Волкова

17 сентября 2021 года

И.Волков: Уважаемые коллеги, угроза терроризма растёт, и мы должны вместе отвечать на неё.

Благодарю всех за внимание и за совместную работу в нашей организации.
"""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp("corpus") / "archive"
    assert run("add", EXAMPLES, "-a", folder).status == 0
    return folder


@pytest.mark.parametrize("command", ASKED)
def test_rows_are_the_same_in_every_form(archive: Path, command: str) -> None:
    asked = (command, *ASKED[command], "-a", str(archive))
    found = json.loads(run(*asked, "--format", "json").out)
    rows = found["rows"] if command == "positions" else found
    assert rows
    lines = run(*asked, "--format", "jsonl").out.splitlines()
    assert [json.loads(line) for line in lines] == rows
    head, *cells = csv.reader(io.StringIO(run(*asked, "--format", "csv").out))
    assert cells
    assert {len(row) for row in cells} == {len(head)}
    if command != "positions":  # there a row of the table is a passage
        assert head == list(rows[0])
        assert len(cells) == len(rows)


@pytest.mark.parametrize("command", ASKED)
def test_every_command_says_what_it_does(command: str) -> None:
    assert f"Example: greffier {command}" in run(command, "--help").out


def test_lines_of_a_concordance_stand_below_each_other(archive: Path) -> None:
    out = run("kwic", "terrorism", "--sort", "right", "-a", archive).out.splitlines()
    assert len(out) > 5
    assert len({line.lower().index(" terrorism", 60) for line in out}) == 1


def test_people_get_columns(archive: Path) -> None:
    head, *rows = run("frequency", "terrorism", "-a", archive).out.splitlines()
    assert head.split() == ["value", "occurrences", "passages", "words", "per", "million"]
    assert rows[0].split()[0] == "2020"


def test_positions_are_under_the_name_of_their_session(archive: Path) -> None:
    out = run("positions", "Afghanistan", "--of", "Russia", "--of", "Tajikistan", "-a", archive).out
    assert "2021-09-17" in out
    assert "Russia: Vladimir Putin" in out
    assert out.splitlines()[-1].endswith("found")


@pytest.mark.parametrize(
    "asked",
    [
        ("kwic", "(terror"),
        ("kwic", "terror", "--from", "yesterday"),
        ("keywords", "--of", "Russia", "--against", "Tajikistan"),
        ("keywords", "--of", "Atlantis"),
        ("positions", "Afghanistan"),
        ("positions", "Afghanistan", "--of", "Russia", "--speaker", "Putin"),
    ],
)
def test_what_cannot_be_answered_is_told(archive: Path, asked: tuple[str, ...]) -> None:
    ran = run(*asked, "-a", archive)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("greffier: ")
    assert "; " in ran.err


def test_a_time_is_named_as_it_was_given(archive: Path) -> None:
    asked = ("kwic", "terror", "-a", str(archive))
    run(*asked, "--from", "yesterday").complains(2, "--from: 'yesterday'")
    run(*asked, "--to", "2020/2021").complains(2, "--to: ")
    run(*asked, "--from", "2022", "--to", "2020").complains(2, "--to: '2020'", "before '2022'")


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of an archive of two languages."""
    folder: Path = tmp_path_factory.mktemp("both")
    (folder / "ru.txt").write_text(RUSSIAN)
    assert run("add", EXAMPLES, folder / "ru.txt", "-a", folder / "archive").status == 0
    return folder / "archive"


@pytest.mark.parametrize(
    "asked",
    [
        ("frequency", "threat"),
        ("collocates", "threat", "--least", "1"),
        ("keywords", "--of", "Russia"),
    ],
)
def test_words_of_several_languages_are_not_counted_unsaid(
    both: Path, asked: tuple[str, ...]
) -> None:
    ran = run(*asked, "--format", "csv", "-a", both)
    assert ran.status == 0
    assert ran.err.startswith("the words counted are of several languages: en ")
    assert ", ru " in ran.err
    assert ran.err.endswith("; `--language en` keeps to one\n")
    assert "several" not in ran.out
    assert run(*asked, "--language", "en", "-a", both).err == ""


def test_sides_that_share_no_language_are_told(both: Path) -> None:
    asked = ("keywords", "--speaker", "Putin", "--against", "speaker=Волков", "--least", "1")
    assert "no language is on both sides" in run(*asked, "-a", both).err
