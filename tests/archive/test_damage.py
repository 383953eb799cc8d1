"""Whatever is changed behind an archive's back is found: each column of each table, each file.

`benchmarks/reliability/damage.py` does the same thousands of times over more records.
"""

from __future__ import annotations

import random
import shutil
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from benchmarks.reliability.damage import of_rows
from benchmarks.reliability.damaging import FREE, FREE_FILES, cut, flip, move_span, take_away
from benchmarks.reliability.sample import FILE, RECORDS, make

from greffier.archive import open_archive
from greffier.archive.tables import METADATA
from greffier.authority import shipped
from greffier.jobs.verifying import verify

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

RNG = random.Random(2021)  # noqa: S311 - not for secrets
# Empty in the archive that is damaged: nothing is left open in it, and nothing waits.
EMPTY = {"doubt", "unsettled"}


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("damage") / "sound"
    make(folder, (RECORDS[0], RECORDS[4]))
    return folder


def faults(folder: Path) -> list[str]:
    with closing(open_archive(folder)) as archive:
        return [f"{one.place}: {one.met}" for one in verify(archive, shipped())]


def test_a_change_of_any_column_is_found(sound: Path) -> None:
    assert faults(sound) == []
    outcomes = [(place, outcome) for _, place, outcome in of_rows(sound, RNG, 1)]
    assert [place for place, outcome in outcomes if outcome == "missed"] == []
    tried = {place.split()[0] for place, _ in outcomes}
    wanted = {f"{table.name}." for table in METADATA.sorted_tables if table.name not in EMPTY}
    assert wanted <= tried  # a row of each was taken out, or put in


def test_what_is_free_is_in_the_tables() -> None:
    assert all(column in METADATA.tables[table].c for table, column in FREE)


@pytest.mark.parametrize("damage", [flip, cut, take_away])
def test_a_damaged_file_of_the_index_is_named(
    sound: Path, tmp_path: Path, damage: Callable[[Path, random.Random], bool]
) -> None:
    for path in sorted((sound / "index").iterdir()):
        if path.name not in FREE_FILES:
            work = shutil.copytree(sound, tmp_path / path.name)
            assert damage(work / "index" / path.name, RNG)
            assert path.name in faults(work)[0]


def test_a_span_moved_in_a_reading_is_found(sound: Path, tmp_path: Path) -> None:
    work = shutil.copytree(sound, tmp_path / "work")
    assert move_span(work / FILE, RNG)
    assert any("the table reading differs from what was written" in one for one in faults(work))
