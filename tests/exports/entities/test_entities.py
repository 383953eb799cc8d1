"""Entities are of schemas that FollowTheMoney has, say what the reading says, and have their proof.

`schema.json` was read off followthemoney 4.11.2 by `tools/following.py`; `make check-exports` holds
the same entities against the program itself.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier.exports.entities import Entity, entities
from greffier.exports.taking import Taken
from tests.exports.takings import alone, copied
from tests.readings import bare, meeting

if TYPE_CHECKING:
    from greffier.model import Reading

SCHEMA: Final[dict[str, Any]] = json.loads(
    (Path(__file__).parent / "schema.json").read_text(encoding="utf-8")
)
_FORMS: Final = {
    "date": re.compile(r"\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}:\d{2})?)?)?"),
    "url": re.compile(r"https?://[^\s<>\"]+"),
    "country": re.compile(r"[a-z]{2}"),
    "language": re.compile(r"[a-z]{3}"),
    "mimetype": re.compile(r"[a-z]+/[a-z0-9.+-]+"),
}


def of_meeting() -> dict[str, Entity]:
    """Give the entities of the meeting by their ids, without the prefix."""
    _, reading = meeting()
    return {one["id"].removeprefix("greffier-"): one for one in entities(alone(reading))}


# A reference to any other is dropped, and what stands behind a point is taken for a signature.
_ID: Final = re.compile(r"[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?")


def check(made: list[Entity]) -> None:
    """Check what FollowTheMoney asks of the entities of one record."""
    kinds = {one["id"]: SCHEMA[one["schema"]]["is"] for one in made}
    assert len(kinds) == len(made)
    for one in made:
        assert _ID.fullmatch(one["id"])
        schema = SCHEMA[one["schema"]]
        assert set(schema["required"]) <= set(one["properties"]), one
        for key, values in one["properties"].items():
            kind, range_ = schema["properties"][key]
            assert values
            assert all(isinstance(value, str) and value for value in values)
            assert len(set(values)) == len(values), (key, values)
            if kind == "entity":
                assert all(range_ in kinds[value] for value in values), (key, values)
            if kind in _FORMS:
                assert all(_FORMS[kind].fullmatch(value) for value in values), (key, values)


def test_entities_are_of_the_published_schemas(readings: dict[str, Reading]) -> None:
    for taken in (*map(alone, readings.values()), copied()):
        check(list(entities(taken)))


@given(st.text(min_size=1).filter(str.strip))
def test_whatever_a_file_is_called_its_entities_hold(name: str) -> None:
    _, reading = bare("x", name=name)
    check(list(entities(alone(reading))))
    json.dumps(list(entities(alone(reading)))).encode()


def test_a_person_in_other_letters_is_the_same_one_everywhere() -> None:
    _, reading = meeting()
    first = replace(reading.participants[0], name="Касым-Жомарт Токаев")
    renamed = replace(reading, participants=(first,))
    made = {one["schema"]: one for one in entities(alone(renamed))}
    (key,) = made["Occupancy"]["properties"]["holder"]
    assert made["Person"]["id"] == key
    assert re.fullmatch(r"greffier-person-[0-9a-f]{20}", key)


def test_who_held_the_office_is_an_occupancy_of_the_day_with_the_words() -> None:
    found = of_meeting()
    _, reading = meeting()
    acting = next(one for one in reading.participants if one.acting)
    said = found[f"{reading.witness.id}-{acting.id}"]["properties"]
    assert said["holder"] == ["greffier-person-talant-mamytov"]
    assert said["post"] == ["greffier-position-president-of-kyrgyzstan"]
    assert (said["date"], said["status"]) == (["2020-12-02"], ["acting"])
    assert said["description"] == ["Talant Mamytov"]
    assert "startDate" not in said  # when it began nobody said


def test_a_session_is_an_event_of_its_organisation_and_body() -> None:
    found = of_meeting()
    _, reading = meeting()
    said = found[f"{reading.witness.id}-s1"]["properties"]
    assert said["organizer"] == [
        "greffier-organisation-csto",
        "greffier-body-collective-security-council-csto",
    ]
    assert said["date"] == ["2020-12-02"]
    assert len(said["involved"]) == 7


def test_an_organisation_and_a_state_are_known_by_name_and_code() -> None:
    found = of_meeting()
    csto = found["organisation-csto"]["properties"]
    assert csto["abbreviation"] == ["CSTO"]
    assert csto["name"] == ["Collective Security Treaty Organisation"]
    assert found["state-kg"]["properties"]["country"] == ["kg"]


def test_everything_leads_to_the_witness() -> None:
    _, reading = meeting()
    document = f"greffier-{reading.witness.id}"
    for one in entities(alone(reading)):
        assert one["id"] == document or one["properties"]["proof"] == [document]


@pytest.mark.parametrize(
    ("url", "given_url"),
    [
        ("https://example.org/a b?c=«d»", "https://example.org/a%20b?c=%C2%ABd%C2%BB"),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
    ],
)
def test_only_an_address_of_the_web_is_a_source(url: str, given_url: str | None) -> None:
    _, reading = meeting()
    elsewhere = replace(reading, witness=replace(reading.witness, url=url))
    for one in entities(Taken(reading=elsewhere)):
        assert one["properties"].get("sourceUrl") == ([given_url] if given_url else None)


def test_the_archive_s_persons_are_named(readings: dict[str, Reading]) -> None:
    reading = next(one for one in readings.values() if one.participants)
    one = next(each for each in reading.participants if each.name)
    made = entities(Taken(reading=reading, persons={one.id: "somebody-else"}))
    assert "greffier-person-somebody-else" in {each["id"] for each in made}


def test_a_session_of_several_records_is_one_event() -> None:
    _, reading = meeting()
    made = entities(Taken(reading=reading, sessions={"s1": "00000000000000aa.s3"}))
    events = [one for one in made if one["schema"] == "Event"]
    assert events[0]["id"] == "greffier-00000000000000aa-s3"
    assert events[0]["properties"]["recordId"] == [f"{reading.witness.id}.s1"]
