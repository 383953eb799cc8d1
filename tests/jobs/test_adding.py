"""From files into an archive: stopped, gone on with, done again."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from greffier import jobs, sources
from greffier.errors import UsageError
from greffier.jobs import Done, Failed, InThisProcess, Progress, Unit, add_all
from greffier.model import Span, Text
from greffier.wiring import archive_in
from tests.places import EXAMPLE_RECORDS, EXAMPLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from greffier.model import Received
    from greffier.sources import Item


class Stopped(InThisProcess):
    """Is interrupted after so many units, as by Ctrl-C."""

    def __init__(self, after: int) -> None:
        self.after = after

    def run(self, work: Iterable[Unit]) -> Iterator[Done | Failed]:
        """Yield the outcomes of the first units."""
        for number, outcome in enumerate(super().run(work)):
            if number == self.after:
                raise KeyboardInterrupt
            yield outcome


class Halved(InThisProcess):
    """Reads half a character into the title of the first record."""

    def run(self, work: Iterable[Unit]) -> Iterator[Done | Failed]:
        """Yield the outcomes."""
        for number, outcome in enumerate(super().run(work)):
            if number == 0 and isinstance(outcome, Done):
                record = replace(
                    outcome.reading.record,
                    publisher=Text(text="\ud800", span=Span(0, 1), rule="any"),
                )
                yield replace(outcome, reading=replace(outcome.reading, record=record))
            else:
                yield outcome


class Noted(InThisProcess):
    """Notes what it was given to do."""

    def __init__(self) -> None:
        self.given: list[Path] = []

    def run(self, work: Iterable[Unit]) -> Iterator[Done | Failed]:
        """Yield what became of each unit."""
        for unit in work:
            self.given.append(unit.item.path)
            yield from super().run([unit])


def test_a_second_run_has_nothing_to_read(tmp_path: Path) -> None:
    with archive_in(tmp_path / "a", create=True) as archive:
        first = add_all(archive, [EXAMPLES])
        again = Noted()
        second = add_all(archive, [EXAMPLES], executor=again)
        assert (first.count("added"), second.count("known"), again.given) == (5, 5, [])
        assert {one.witness for one in first.kept} == {one.witness for one in second.kept}


def test_a_run_that_was_stopped_goes_on(tmp_path: Path) -> None:
    with archive_in(tmp_path / "a", create=True) as archive:
        with pytest.raises(KeyboardInterrupt):
            add_all(archive, [EXAMPLES], executor=Stopped(2))
        assert archive.counts().witnesses == 2
    with archive_in(tmp_path / "a") as archive:
        rest = Noted()
        add_all(archive, [EXAMPLES], executor=rest)
        assert rest.given == EXAMPLE_RECORDS[2:]
        assert archive.counts().witnesses == 5
        assert list(archive.verify()) == []


def test_a_bad_witness_in_the_middle_is_reported_at_the_end(tmp_path: Path) -> None:
    folder = tmp_path / "records"
    folder.mkdir()
    shutil.copy(EXAMPLE_RECORDS[4], folder / "a.txt")
    (folder / "b.txt").write_bytes(b"%PDF-1.7")
    shutil.copy(EXAMPLE_RECORDS[3], folder / "c.txt")
    seen: list[Progress] = []
    with archive_in(tmp_path / "a", create=True) as archive:
        summary = add_all(archive, [folder], report=seen.append)
    assert summary.count("added") == 2
    assert [error.place for error in summary.failures] == [(folder / "b.txt").as_posix()]
    assert [(one.done, one.total) for one in seen] == [(1, 3), (2, 3), (3, 3)]
    assert sorted((one.item.path.name, one.outcome) for one in seen) == [
        ("a.txt", "added"),
        ("b.txt", "failed"),
        ("c.txt", "added"),
    ]


def test_a_reading_that_cannot_be_written_stops_no_other(tmp_path: Path) -> None:
    with archive_in(tmp_path / "a", create=True) as archive:
        summary = add_all(archive, EXAMPLE_RECORDS[:3], executor=Halved())
        assert [len(summary.kept), len(summary.failures)] == [2, 1]
        assert "half a character" in str(summary.failures[0])
        assert not list(archive.verify())


@pytest.fixture
def _failing_source(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the source fail on what begins with `!`, in a way that nobody thought of."""
    receive, digest = sources.receive, sources.digest

    def failing(item: Item) -> None:
        if item.path.read_bytes().startswith(b"!"):
            raise ZeroDivisionError("of no kind that is known")

    def received(item: Item) -> Received:
        failing(item)
        return receive(item)

    def digested(item: Item) -> str:
        failing(item)
        return digest(item)

    monkeypatch.setattr("greffier.sources.receive", received)
    monkeypatch.setattr("greffier.sources.digest", digested)


@pytest.mark.usefixtures("_failing_source")
def test_a_source_that_fails_costs_one_record_and_is_told(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    folder = tmp_path / "records"
    folder.mkdir()
    (folder / "0.txt").write_bytes(b"!")  # before every other: an archive is only made for those
    shutil.copy(EXAMPLE_RECORDS[3], folder / "1.txt")
    assert jobs.refusals([folder / "0.txt", folder / "1.txt"]) is None
    with caplog.at_level("INFO"), archive_in(tmp_path / "a", create=True) as archive:
        summary = add_all(archive, [folder])
        assert archive.counts().witnesses == 1
    (error,) = summary.failures
    assert error.place == (folder / "0.txt").as_posix()
    assert error.met.startswith("the reader failed on it (ZeroDivisionError: of no kind")
    assert error.status == 1
    assert any(one.exc_info for one in caplog.records if one.message == "fault")


@pytest.mark.usefixtures("_failing_source")
def test_where_every_source_fails_each_is_told(tmp_path: Path) -> None:
    (tmp_path / "0.txt").write_bytes(b"!")
    (error,) = jobs.refusals([tmp_path / "0.txt"]) or ()
    assert "ZeroDivisionError" in error.met


def test_two_copies_are_one_record(tmp_path: Path) -> None:
    copy = tmp_path / "copy.txt"
    shutil.copy(EXAMPLE_RECORDS[4], copy)
    with archive_in(tmp_path / "a", create=True) as archive:
        summary = add_all(archive, [EXAMPLE_RECORDS[4], copy])
        assert (summary.count("added"), summary.count("known")) == (1, 1)
        assert archive.counts().records == 1


def test_nothing_is_added_where_a_path_is_missing(tmp_path: Path) -> None:
    with archive_in(tmp_path / "a", create=True) as archive:
        with pytest.raises(UsageError):
            add_all(archive, [EXAMPLES, tmp_path / "nowhere"])
        assert archive.counts().records == 0


def test_files_of_which_one_can_be_received_are_not_refused(tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    assert jobs.refusals([empty, EXAMPLE_RECORDS[0]]) is None
    assert [error.met for error in jobs.refusals([empty]) or ()] == ["an empty file"]
