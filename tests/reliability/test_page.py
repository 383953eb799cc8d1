"""docs/reliability.md says what was measured, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from benchmarks.reliability.figures import Figures, Table, keep, kept
from benchmarks.reliability.page import PAGE, page

if TYPE_CHECKING:
    from pathlib import Path

MADE = Figures(
    title="Cups",
    command="python -m benchmarks.reliability.cups",
    text=["Each was dropped."],
    table=Table(columns=["height", "broken", "share"], rows=[["a|b", 1200, 0.25]]),
    measured="2026-11-22",
    machine="a table",
)


def test_the_page_is_what_the_figures_say() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(kept()), "write it anew: make reliability"


def test_figures_are_kept_as_they_are(tmp_path: Path) -> None:
    keep("cups", MADE, folder=tmp_path)
    assert list(kept(tmp_path)) == [MADE]


def test_a_section_shows_its_rows_and_what_measures_them() -> None:
    shown = page([MADE])
    assert "| height | broken | share |" in shown
    assert "| a\\|b | 1,200 | 0.25 |" in shown  # a stroke would open another cell
    assert "`python -m benchmarks.reliability.cups`, 2026-11-22, a table." in shown


@pytest.mark.parametrize("one", list(kept()), ids=lambda one: str(one.title))
def test_what_measures_a_point_is_there(one: Figures) -> None:
    module = one.command.split(" -m ")[1].split()[0].replace(".", "/")
    assert (PAGE.parents[1] / f"{module}.py").is_file()
