"""Nothing that a stranger wrote steers the terminal of whoever reads it there."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import unicodedata
from contextlib import closing
from typing import TYPE_CHECKING, Final

import pytest
import typer.main
from hypothesis import given
from hypothesis import strategies as st

from greffier.archive import open_archive
from greffier.cli.app import app, main
from greffier.cli.terminal import visible
from tests.cli.running import COMMAND, environment
from tests.hostile.payloads import PAYLOADS
from tests.hostile.stored import fill
from tests.places import ROOT

if TYPE_CHECKING:
    from pathlib import Path

STEERING: Final = "\x1b]0;x\x07\x1b[2J\x9b31m\u202e\x08\rgood"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of an archive that strangers filled; it and its name are odd as well."""
    folder = tmp_path_factory.mktemp("hostile")
    place = folder / "a?mode=ro&x=%41#b \x1b[2J\u202e'\";--"
    with closing(open_archive(place, create=True)) as archive:
        fill(archive, PAYLOADS, folder, records=2)
    return place


@pytest.fixture(scope="module")
def key(hostile: Path) -> str:
    with closing(open_archive(hostile)) as archive:
        return next(iter(archive.records(limit=1, offset=0))).id


# What is asked of each command that shows something of an archive: its arguments.
ASKED: Final[dict[str, list[str]]] = {
    "search": ["alert"],
    "kwic": ["alert"],
    "frequency": ["alert", "--by", "speaker"],
    "keywords": ["--speaker", "zqx001", "--against-speaker", "zqx002"],
    "collocates": ["alert"],
    "positions": ["alert", "--speaker", PAYLOADS[0].words],
    "show": ["KEY"],
    "who": [PAYLOADS[0].words.replace("\x00", "")],
    "line": ["KEY"],
    "check": ["KEY"],
    "compare": ["KEY"],
    "cite": ["KEY.t1"],
    "clashes": [],
    "verify": [],
    "judge list": [],
    "judge doubts": [],
    "watch list": [],
    "watch look": [PAYLOADS[0].words],
}
# What shows nothing of an archive to a person, or writes into it: told apart by hand.
OTHERS: Final = frozenset(
    {
        *("open", "read", "add", "serve", "export", "score", "schema", "group", "mcp"),
        *("backup", "restore", "import", "watch add", "watch remove"),
        *("judge merge", "judge split", "judge reassign", "judge reject", "judge confirm"),
        "judge undo",
    }
)


def _commands() -> set[str]:
    whole = typer.main.get_command(app)
    found: set[str] = set()
    for name, command in whole.commands.items():  # type: ignore[attr-defined] # a group
        inner = getattr(command, "commands", None)
        found |= {f"{name} {each}" for each in inner} if inner else {name}
    return found


def test_every_command_is_tried_or_told_apart() -> None:
    assert _commands() - OTHERS == set(ASKED)


@pytest.mark.parametrize("command", ASKED)
def test_words_for_people_are_all_to_be_seen(
    command: str, hostile: Path, key: str, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = [one.replace("KEY", key) for one in ASKED[command]]
    status = main([*command.split(), *asked, "-a", str(hostile)])
    told = capsys.readouterr()
    assert status in {0, 1, 2}
    assert "Traceback" not in told.err
    for line in (told.out + told.err).split("\n"):
        assert line.isprintable(), line


@pytest.mark.parametrize("name", ["\x1b[2Ja.txt", "a\nERROR all is well.txt", "\u202etxt.exe"])
def test_a_name_that_cannot_be_read_is_told_on_one_line(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / name).write_bytes(b"\x00\x01\x02")
    assert main(["read", str(tmp_path / name)]) == 1
    told = capsys.readouterr()
    assert told.err.count("\n") == 1
    assert told.err.rstrip("\n").isprintable()


@given(st.text())
def test_what_is_visible_neither_steers_nor_hides(words: str) -> None:
    for char in visible(words.replace("\x1b", "").replace("\r", "")):
        assert char.isprintable() or char in "\n\t" or unicodedata.category(char) == "Zs"


@given(st.recursive(st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_json_stays_json(value: object) -> None:
    assert json.loads(visible(json.dumps(value, ensure_ascii=False))) == value


def test_our_own_marks_reach_the_terminal() -> None:
    assert visible("\x1b[1mbold\x1b[0m \r\x1b[K\x1b[2J") == "\x1b[1mbold\x1b[0m \r\x1b[K\\u001b[2J"


@pytest.mark.parametrize("shape", ["text", "json", "jsonl"])
def test_a_terminal_is_sent_nothing_that_steers_it(tmp_path: Path, shape: str) -> None:
    file = tmp_path / f"a{STEERING[:9]}.txt"
    file.write_text(f"The Chair: Good {STEERING} day.\n\nMr Smith: Привет.\n", encoding="utf-8")
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [*COMMAND, "read", str(file), "--format", shape],
        cwd=ROOT,
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs,
    ):
        os.close(theirs)
        got = _all_of(ours)
    assert "good" in got or shape == "text"
    assert "Привет" in got or shape == "text"
    assert got.replace("\r\n", "\n").replace("\n", "").isprintable()


def _all_of(terminal: int) -> str:
    got = b""
    while True:
        try:
            part = os.read(terminal, 65_536)
        except OSError:  # nobody writes to it any more
            os.close(terminal)
            return got.decode()
        got += part
