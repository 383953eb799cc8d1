"""Progress is for people who watch, and leaves nothing behind."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.cli.running import COMMAND, environment, run
from tests.places import ROOT

if TYPE_CHECKING:
    from pathlib import Path

pty = pytest.importorskip("pty", reason="no terminals here")


def on_a_terminal(*arguments: str) -> str:
    """Run the program with standard error on a terminal and give what appeared there."""
    ours, theirs = pty.openpty()
    try:
        subprocess.run(
            [*COMMAND, *arguments],
            cwd=ROOT,
            env=environment(),
            stdout=subprocess.DEVNULL,
            stderr=theirs,
            timeout=60,
            check=True,
        )
        os.write(theirs, b"END")
        seen = b""
        while not seen.endswith(b"END"):
            seen += os.read(ours, 4096)
    finally:
        os.close(ours)
        os.close(theirs)
    return seen.decode().removesuffix("END")


@pytest.mark.parametrize("command", ["read", "add"])
def test_progress_is_shown_on_a_terminal_and_taken_away(tmp_path: Path, command: str) -> None:
    where = ["-a", str(tmp_path / "a")] if command == "add" else []
    seen = on_a_terminal(command, "examples", *where)
    assert "\r\x1b[K1 of 5  000_" in seen
    assert seen.endswith("\r\x1b[K")


def test_progress_is_shown_nowhere_else(tmp_path: Path) -> None:
    assert run("add", "examples", "-a", tmp_path / "a").err == ""
