"""Tests of `greffier.model.facts`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from greffier.query import capacity, facts
from tests.builders import MEETING, meeting

if TYPE_CHECKING:
    from greffier.model import Participant, Reading


def test_every_fact_has_a_name_a_value_and_its_words() -> None:
    _, reading = meeting(glosses=["colleagues"], date="2020-12-02")
    listed = [(fact.id, fact.label, fact.value) for fact in facts(reading)]
    assert listed == [
        ("record.kind", "Kind", "transcript"),
        ("record.title", "Title", "Meeting of the CSTO Collective Security Council"),
        ("record.date", "Date", "2020-12-02"),
        ("s1", "Session", "CSTO Collective Security Council"),
        ("s1.organisations", "Organisations", "CSTO"),
        ("s1.body", "Body", "Collective Security Council"),
        ("s1.status", "Status", "held"),
        ("s1.mode", "Mode", "videoconference"),
        ("s1.formats", "Formats", "regular"),
        ("p1", "Participant", "Vladimir Putin, President of Russia"),
        ("p1.name", "Name", "Vladimir Putin"),
        ("p1.office", "Office", "President"),
        ("p1.of", "Of", "Russia"),
        ("p1.role", "Role", "participant"),
        ("p2", "Participant", "Nikol Pashinyan, Prime Minister of Armenia"),
        ("p2.name", "Name", "Nikol Pashinyan"),
        ("p2.office", "Office", "Prime Minister"),
        ("p2.of", "Of", "Armenia"),
        ("p2.role", "Role", "participant"),
        ("t1", "Turn", "President of Russia Vladimir Putin"),
        ("t2", "Turn", "Prime Minister of Armenia Nikol Pashinyan"),
        ("t3", "Turn", "An interpreter"),
        ("i1", "Declaration, signed", "the declaration"),
        ("c1", "Chairmanship, current", "CSTO: Russia"),
        ("q1", "Quotation", "unnamed"),
        ("g1", "Gloss", "colleagues"),
        ("r1", "Remark", "doubt 0"),
    ]


def test_a_field_rests_on_its_own_words() -> None:
    by_id = {fact.id: fact for fact in facts(meeting()[1])}
    name = by_id["p2.name"]
    assert [span.cut(MEETING) for span in name.spans] == ["Nikol Pashinyan"]
    assert name.rule == "label"
    assert by_id["p2.office"].spans == ()  # the reading gives no words for it
    assert by_id["s1.mode"].rule == "lede.mode"


def test_a_date_that_is_not_stated_says_so() -> None:
    _, reading = meeting(held="2020-12-02")
    (date,) = [fact for fact in facts(reading) if fact.id == "s1.date"]
    assert date.value == "2020-12-02 (resolved)"
    assert date.spans


def test_each_fact_has_an_identifier_of_its_own(readings: dict[str, Reading]) -> None:
    for reading in readings.values():
        keys = [fact.id for fact in facts(reading)]
        assert len(keys) == len(set(keys))
        assert all(fact.value for fact in facts(reading))


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({}, "Vladimir Putin, President of Russia"),
        ({"acting": True}, "Vladimir Putin, Acting President of Russia"),
        ({"name": None}, "President of Russia"),
        ({"office": None}, "Vladimir Putin, Russia"),
        ({"office": None, "of": None}, "Vladimir Putin"),
        ({"name": None, "office": None, "of": None}, "unnamed"),
    ],
)
def test_a_capacity_is_one_line(changes: dict[str, object], line: str) -> None:
    participant: Participant = meeting()[1].participants[0]
    assert capacity(replace(participant, **changes)) == line  # type: ignore[arg-type] # as given
