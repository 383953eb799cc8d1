"""Tests of `greffier watch`: what is asked is told whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.cli.running import run

if TYPE_CHECKING:
    from pathlib import Path


def test_a_watch_is_told_with_all_that_restricts_it(tmp_path: Path) -> None:
    place = tmp_path / "archive"
    assert run("add", "examples", "-a", place).status == 0
    asked = ("threat", "--speaker", "Putin", "--from", "2020")
    told = "threat, where the speaker is Putin and the day is not before 2020"
    assert run("watch", "add", *asked, "-a", place).out == f"Watched as threat: {told}.\n"
    name, question = run("watch", "list", "-a", place).out.splitlines()
    assert name.startswith("threat since ")
    assert question == told
