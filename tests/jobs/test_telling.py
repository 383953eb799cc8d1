"""How a record was read, as it is told: every fact with its rule and its words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from greffier import jobs
from greffier.model.facts import facts
from tests.places import EXAMPLE_RECORDS
from tests.test_logs import told

if TYPE_CHECKING:
    from pathlib import Path


def lines_of(path: Path) -> tuple[list[dict[str, Any]], Any]:
    with told("debug") as stream:
        received, reading = jobs.read_item(path)
    assert received.witness.length
    return [json.loads(line) for line in stream.getvalue().splitlines()], reading


@pytest.mark.parametrize("path", EXAMPLE_RECORDS, ids=lambda path: path.stem)
def test_every_fact_is_told_with_rule_and_words(path: Path) -> None:
    lines, reading = lines_of(path)
    assert {line["record"] for line in lines} == {path.name}
    told_of = {line["fact"]: line for line in lines if line["event"] == "fact"}
    assert list(told_of) == [one.id for one in facts(reading)]
    text = reading.witness.text
    for name, line in told_of.items():
        assert line["rule"], line
        # How many labels there are says what kind of record it is, and remarks may be of the whole.
        assert line["spans"] or name == "record.kind" or name.startswith("r"), line
        for span, words in zip(line["spans"], line["words"], strict=True):
            start, end = map(int, span.split(".."))
            assert text[start:end].startswith(words.removesuffix("…"))


def test_what_was_not_taken_for_a_fact_is_told_with_the_reason(tmp_path: Path) -> None:
    path = tmp_path / "record.txt"
    # One colon of running speech among labels.
    printed = (
        "Meeting of the Council\n\nDecember 2, 2020\n\n"
        "Jane Doe: Good morning to all of you.\n\nOne thing is plain.\n\nBudget: it is short.\n\n"
        "John Roe: Thank you, madam.\n\nJane Doe: We go on with the agenda.\n\n"
        "John Roe: I agree with that.\n"
    )
    path.write_text(printed, encoding="utf-8")
    lines, reading = lines_of(path)
    (refused,) = [line for line in lines if line["event"] == "refused"]
    assert (refused["what"], refused["words"]) == ("label", "Budget")
    assert refused["rule"].startswith("label:")
    assert "label" in refused["why"]
    assert [turn.label for turn in reading.turns] == ["Jane Doe", "John Roe"] * 2


def test_a_reading_is_the_same_whether_it_is_told_or_not() -> None:
    path = EXAMPLE_RECORDS[2]
    _, reading = lines_of(path)
    assert reading == jobs.read_item(path)[1]


def test_what_cannot_be_read_is_told_with_the_reason(tmp_path: Path) -> None:
    path = tmp_path / "empty.txt"
    path.write_bytes(b"")
    with told("info") as stream:
        (outcome,) = jobs.InThisProcess().run(jobs.units([path]))
    assert isinstance(outcome, jobs.Failed)
    line = json.loads(stream.getvalue())
    assert (line["event"], line["met"]) == ("not read", "an empty file")
