"""What is cited says who, what, where, when, and which bytes vouch for it."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema.validators import Draft7Validator

from greffier.errors import UsageError
from greffier.exports.citing import item_of, part, passage
from tests.exports.takings import alone, copied
from tests.places import SHARED
from tests.readings import bare, meeting, scrape

if TYPE_CHECKING:
    from greffier.exports.citing import Cited
    from greffier.model import Reading


def turn_of(name: str) -> dict[str, Any]:
    """Cite the first turn of a speaker."""
    _, reading = meeting()
    key = next(one.id for one in reading.participants if one.name == name)
    n = next(one.n for one in reading.turns if one.participant == key)
    return item_of(part(alone(reading), f"t{n}"))


def test_a_turn_is_cited_under_its_speaker_and_office_of_the_day() -> None:
    item = turn_of("Talant Mamytov")
    assert item["author"] == [{"literal": "Talant Mamytov"}]
    assert item["title"] == "Statement as Acting President of Kyrgyzstan"
    assert item["container-title"] == "Meeting of the CSTO Collective Security Council"
    assert item["issued"] == {"date-parts": [[2020, 12, 2]]}


def test_a_speaker_who_was_not_made_out_is_no_author() -> None:
    _, reading = scrape()
    item = item_of(part(alone(reading), "t1"))
    assert "author" not in item
    assert item["title"] == "Statement by “President of Russia Vladimir Putin”"


def test_what_is_cited_has_the_digest_of_its_witness() -> None:
    _, reading = meeting()
    for key in ("", "s1", "t1", "t1p1"):
        assert item_of(part(alone(reading), key))["archive_location"] == reading.witness.digest


def test_a_record_of_no_known_kind_has_no_genre() -> None:
    _, reading = bare("x")
    assert "genre" not in item_of(part(alone(reading)))


def test_a_session_is_cited_under_who_met() -> None:
    _, reading = meeting()
    item = item_of(part(alone(reading), "s1"))
    assert item["type"] == "event"
    assert [one["literal"] for one in item["author"]] == ["CSTO", "Collective Security Council"]


def test_the_day_of_access_is_the_day_the_witness_came() -> None:
    assert item_of(part(copied()))["accessed"] == {"date-parts": [[2026, 1, 2]]}
    _, reading = meeting()
    assert "accessed" not in item_of(part(alone(reading)))


def test_an_interval_is_two_dates() -> None:
    _, reading = meeting()
    dated = replace(
        reading,
        record=replace(
            reading.record,
            date=replace(reading.record.date, value="2021-09-16/2021-09"),  # type: ignore[type-var] # it has one
        ),
    )
    assert item_of(part(alone(dated)))["issued"] == {"date-parts": [[2021, 9, 16], [2021, 9]]}


def test_a_passage_has_its_place_and_its_words() -> None:
    _, reading = meeting()
    text = reading.witness.text
    start = text.index("Nayomnik")
    found = passage(alone(reading), start, start + 8)
    item = item_of(found)
    assert found.turn is reading.turns[0]
    assert item["annote"] == "Nayomnik"
    assert item["custom"]["spans"] == [[start, start + 8]]
    assert item["section"] == f"turn 1, characters {start} to {start + 8}"
    assert item["author"] == [{"literal": "Vladimir Putin"}]


def test_a_passage_beyond_a_turn_is_cited_from_the_record() -> None:
    _, reading = meeting()
    found = passage(alone(reading), 0, reading.witness.length)
    assert found.turn is None
    assert item_of(found)["title"] == "Meeting of the CSTO Collective Security Council"


@pytest.mark.parametrize("key", ["t0", "t99999", "t1p0", "t1p99", "s9", "x1", "t1p", "tp1"])
def test_what_is_not_there_is_not_cited(key: str) -> None:
    _, reading = meeting()
    with pytest.raises(UsageError, match="nothing has this name"):
        part(alone(reading), key)


@pytest.mark.parametrize(("start", "end"), [(5, 5), (9, 3), (0, 10**8)])
def test_a_passage_lies_in_its_text(start: int, end: int) -> None:
    _, reading = meeting()
    with pytest.raises(UsageError, match="no passage of the record"):
        passage(alone(reading), start, end)


def everything(reading: Reading) -> list[Cited]:
    """Cite all that a record has."""
    taken = alone(reading)
    keys = [one.id for one in reading.sessions] + [f"t{one.n}" for one in reading.turns]
    keys += [f"t{one.n}p1" for one in reading.turns if one.paragraphs]
    keys += [f"q{n}" for n, _ in enumerate(reading.quotations, start=1)]
    return [part(taken, key) for key in ("", *keys)]


def test_citations_are_valid_csl_json(readings: dict[str, Reading]) -> None:
    path = SHARED / "schemas" / "csl-data.json"
    if not path.is_file():
        pytest.skip("no folder of schemas beside the checkout")
    items = [item_of(one) for reading in readings.values() for one in everything(reading)]
    items.append(item_of(part(copied())))
    assert len(items) > 50
    schema = json.loads(path.read_text(encoding="utf-8"))
    assert [error.message for error in Draft7Validator(schema).iter_errors(items)] == []


@given(st.text(min_size=1).filter(str.strip))
def test_whatever_a_record_is_called_its_citation_is_one_line(name: str) -> None:
    _, reading = bare("x", name=name)
    title = item_of(part(alone(reading)))["title"]
    assert len(title.splitlines()) == 1
    title.encode()
