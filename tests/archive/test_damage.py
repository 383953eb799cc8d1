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
from benchmarks.reliability.damaging import (
    FREE,
    FREE_FILES,
    changes,
    cut,
    drop_index,
    flip,
    move_span,
    put_trigger,
    put_view,
    take_away,
)
from benchmarks.reliability.sample import FILE, RECORDS, make

from greffier.archive import open_archive
from greffier.archive.tables import METADATA
from greffier.authority import shipped
from greffier.jobs.grouping import group_all
from greffier.jobs.verifying import verify

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

RNG = random.Random(2021)  # noqa: S311 - not for secrets
# Empty in the archive that is damaged: nothing is left open in it, and nothing waits.
EMPTY = {"doubt", "unsettled"}
# Worked out over all records.
ACROSS = {"grouping", "identity", "meeting", "person", "posting", "record", "telling"}


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


def test_what_is_advised_mends(sound: Path, tmp_path: Path) -> None:
    """What is worked out over all records is there again once it is worked out anew."""
    work, mended = tmp_path / "work", set()
    for change in changes(sound / FILE, RNG, times=1):
        if change.table not in ACROSS or change.what.startswith("a value"):
            continue
        shutil.rmtree(work, ignore_errors=True)
        assert change.done(shutil.copytree(sound, work) / FILE)
        with closing(open_archive(work)) as archive:
            if all("group --again" in one.advice for one in verify(archive, shipped())):
                group_all(archive, again=True)
                assert list(verify(archive, shipped())) == [], change
                mended.add(change.table)
    assert {"meeting", "person", "posting", "telling"} <= mended


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


@pytest.mark.parametrize("damage", [drop_index, put_trigger, put_view])
def test_a_database_of_another_frame_is_found(
    sound: Path, tmp_path: Path, damage: Callable[[Path, random.Random], bool]
) -> None:
    work = shutil.copytree(sound, tmp_path / "work")
    assert damage(work / FILE, RNG)
    assert faults(work)[0].startswith(f"{work}: the ")


def test_a_span_moved_in_a_reading_is_found(sound: Path, tmp_path: Path) -> None:
    work = shutil.copytree(sound, tmp_path / "work")
    assert move_span(work / FILE, RNG)
    assert any("the table reading differs from what was written" in one for one in faults(work))
