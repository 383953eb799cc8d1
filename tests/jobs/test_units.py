"""A unit of work: what becomes of it, and that it can be sent anywhere."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

import pytest

from greffier import jobs
from greffier.errors import ArchiveError, GreffierError, QueryError, UsageError, WitnessError
from greffier.jobs import Done, Failed, InThisProcess, Unit
from greffier.reading import READER
from greffier.sources import Item
from tests.places import EXAMPLE_RECORDS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from greffier.model import Known, Witness


def test_every_unit_has_an_outcome_in_order(tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    paths = [EXAMPLE_RECORDS[0], empty, tmp_path / "nowhere.txt", EXAMPLE_RECORDS[1]]
    outcomes = list(InThisProcess().run(jobs.units(paths)))
    assert [outcome.unit.item.path for outcome in outcomes] == paths
    assert [type(outcome) for outcome in outcomes] == [Done, Failed, Failed, Done]
    errors = [outcome.error for outcome in outcomes if isinstance(outcome, Failed)]
    assert [type(error) for error in errors] == [WitnessError, UsageError]


def test_work_is_done_when_it_is_asked_for() -> None:
    asked = []

    def paths() -> Iterator[Path]:
        for path in EXAMPLE_RECORDS:
            asked.append(path)
            yield path

    next(InThisProcess().run(jobs.units(paths())))
    assert asked == EXAMPLE_RECORDS[:1]


def test_reading_a_path_is_receiving_and_reading() -> None:
    received, reading = jobs.read_item(EXAMPLE_RECORDS[0])
    assert reading.witness.digest == received.witness.digest
    assert reading.reader == READER


def test_a_reader_that_fails_costs_one_record(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(witness: Witness, known: Known) -> None:
        raise KeyError(len(witness.text), len(known.states))

    monkeypatch.setattr("greffier.reading.read", broken)
    (outcome,) = InThisProcess().run(jobs.units(EXAMPLE_RECORDS[:1]))
    assert isinstance(outcome, Failed)
    assert outcome.error.status == 1
    assert outcome.error.met.startswith("the reader failed on it (KeyError: (")


@pytest.mark.parametrize("kind", [GreffierError, WitnessError, QueryError, ArchiveError])
def test_an_outcome_can_travel(kind: type[GreffierError]) -> None:
    sent = Failed(
        unit=Unit(item=Item(EXAMPLE_RECORDS[0])), error=kind("a.txt", "empty", "write in it")
    )
    got = pickle.loads(pickle.dumps(sent))  # noqa: S301 - our own bytes
    assert got.unit == sent.unit
    assert type(got.error) is kind
    assert str(got.error) == "a.txt: empty; write in it"
    assert got.error.status == kind.status
