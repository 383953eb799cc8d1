"""The command line itself: help, misuse, output that cannot be written."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from greffier import __version__
from tests.cli.running import COMMAND, environment, run
from tests.places import ROOT

COMMANDS = ["add", "check", "open", "read", "schema", "search", "serve", "show", "verify"]
# These take from a tenth to a half of a second each, and `--version` needs none of them.
HEAVY = {"fastapi", "rich", "sqlalchemy", "sqlite3", "starlette", "tantivy", "uvicorn", "yaml"}


def test_version() -> None:
    assert run("--version").out == f"greffier {__version__}\n"


def test_without_a_command_the_help_is_shown() -> None:
    ran = run()
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("Usage: greffier ")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_says_what_it_does(command: str) -> None:
    ran = run(command, "--help")
    assert ran.status == 0
    assert f"Example: greffier {command}" in ran.out


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["raed"], "did you mean 'read'?"),
        (["read"], "missing argument 'path'"),
        (["read", "examples", "--format", "xml"], "'xml' is not one of"),
        (["read", "examples", "--nope"], "no such option"),
        (["serve", "--port", "0"], "--port"),
        (["search", "peace", "--kind", "poem"], "'poem' is not one of"),
        (["search", "peace", "--limit", "0"], "--limit"),
    ],
)
def test_misuse_is_one_line(arguments: list[str], part: str) -> None:
    ran = run(*arguments)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.count("\n") == 1
    assert part in ran.err.lower()
    assert "--help`" in ran.err


@pytest.mark.parametrize(
    "arguments", [["serve"], ["search", "peace"], ["show", "a4231deef9788138"], ["verify"]]
)
def test_a_missing_archive_is_said_and_not_made(tmp_path: Path, arguments: list[str]) -> None:
    run(*arguments, cwd=tmp_path).complains(2, "archive: ", "greffier add")
    run(*arguments, cwd=tmp_path, GREFFIER_ARCHIVE="other").complains(2, "other: ")
    assert list(tmp_path.iterdir()) == []


def test_a_setting_that_cannot_be_understood_is_named() -> None:
    run("serve", GREFFIER_PORT="http").complains(2, "GREFFIER_PORT: `http`")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_output_that_cannot_be_written_is_one_line() -> None:
    with Path("/dev/full").open("wb") as full:
        made = subprocess.run(
            [*COMMAND, "read", "examples"],
            cwd=ROOT,
            env=environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=60,
            check=False,
        )
    assert made.returncode == 1
    assert made.stderr.startswith(b"greffier: standard output: no space left")
    assert made.stderr.count(b"\n") == 1


@pytest.mark.parametrize("shape", ["text", "json", "jsonl"])
def test_a_reader_that_goes_away_is_no_error(shape: str) -> None:
    reading_end, writing_end = os.pipe()
    os.close(reading_end)
    try:
        made = subprocess.run(
            [*COMMAND, "read", "examples", "--format", shape],
            cwd=ROOT,
            env=environment(),
            stdout=writing_end,
            stderr=subprocess.PIPE,
            timeout=60,
            check=False,
        )
    finally:
        os.close(writing_end)
    assert made.stderr == b""
    assert made.returncode == 1


def test_what_is_heavy_is_loaded_when_it_is_needed() -> None:
    program = "import sys, greffier.cli; print(*sorted(m for m in sys.modules if '.' not in m))"
    made = subprocess.run(
        [sys.executable, "-c", program],
        env=environment(),
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    loaded = set(made.stdout.split())
    assert "greffier" in loaded
    assert loaded & HEAVY == set()
