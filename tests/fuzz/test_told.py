"""What fuzzing came to is told whole: every run of a target counts, and every find."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.reliability.bombs import MEMORY, SECONDS, Outcome
from benchmarks.reliability.bombs import figures as of_bombs
from benchmarks.reliability.fuzz_told import WHAT, Run, figures, noted, runs

from tests.fuzz.targets import TARGETS

if TYPE_CHECKING:
    from pathlib import Path


def test_every_target_has_its_words() -> None:
    assert {*TARGETS, "changed"} == {*WHAT}


def test_runs_are_added_up(tmp_path: Path) -> None:
    journal = tmp_path / "journal.jsonl"
    noted(journal, Run(target="query", executions=10, edges=3, longest=0.5, memory=90))
    noted(journal, Run(target="query", executions=20, edges=5, memory=80, finds=["an error"]))
    noted(journal, Run(target="reader", executions=5, longest=1.0))
    made = figures(runs(journal))
    assert made.table.rows == [
        [WHAT["query"], 30, 5, 0.5, 90, 1],
        [WHAT["reader"], 5, "–", 1.0, 0, 0],
        ["all", 35, "", 1.0, 90, 1],
    ]
    assert "35 times" in made.text[0]


def test_what_took_too_much_is_told() -> None:
    sound = Outcome("a page", 1, "read", 1.0, 10)
    slow = Outcome("a slow page", 1, "read", SECONDS + 1, 10)
    large = Outcome("a large page", 1, "read", 1.0, MEMORY + 1)
    ended = Outcome("a page that ended it", 1, "", 0.0, 0)
    made = of_bombs([sound, slow, large, ended], [sound])
    assert "Of 5 files 2 were" in made.text[0]
    assert made.text[-1] == "These were not: a slow page; a large page; a page that ended it."
