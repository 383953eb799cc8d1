"""The API gives what the pages show, and says what it gives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from greffier.form import decode
from tests.readings import meeting

if TYPE_CHECKING:
    from starlette.testclient import TestClient


@pytest.fixture(scope="module")
def described(client: TestClient) -> dict[str, Any]:
    """Give the description that the API publishes."""
    answer: dict[str, Any] = client.get("/api/openapi.json").json()
    return answer


def test_a_reading_comes_whole(client: TestClient, record: str) -> None:
    assert decode(client.get(f"/api/records/{record}/reading").content) == meeting()[1]


@pytest.mark.parametrize(
    ("route", "asked"),
    [
        ("/api/sessions", "/api/sessions"),
        ("/api/sessions/{key}", "/api/sessions/RECORD.s1"),
        ("/api/sessions/{key}/findings", "/api/sessions/RECORD.s1/findings"),
        ("/api/records", "/api/records?limit=1"),
        ("/api/records/{key}", "/api/records/RECORD"),
        ("/api/records/{key}/reading", "/api/records/RECORD/reading"),
        ("/api/records/{key}/compare", "/api/records/RECORD/compare?class=gloss"),
        ("/api/search", "/api/search?q=terrorism&speaker=Putin"),
        ("/api/persons/{key}", "/api/persons/vladimir-putin"),
    ],
)
def test_an_answer_is_what_the_description_says(
    client: TestClient, described: dict[str, Any], record: str, route: str, asked: str
) -> None:
    answer = client.get(asked.replace("RECORD", record))
    assert answer.status_code == 200
    said = described["paths"][route]["get"]["responses"]["200"]["content"]["application/json"]
    schema = said["schema"] | {"components": described["components"]}
    Draft202012Validator(schema).validate(answer.json())
    assert answer.json()


@pytest.mark.parametrize(
    ("asked", "status", "place"),
    [
        ("/api/records/nope", 404, "nope"),
        ("/api/sessions/nope.s1", 404, "nope.s1"),
        ("/api/persons/nope", 404, "nope"),
        ("/api/search?q=%22", 400, "query, column 1"),
        ("/api/search?q=a&kind=sermon", 400, "kind"),
        ("/api/search?q=a&from=soon", 400, "from"),
        ("/api/search?q=a&from=2022&to=2020", 400, "to"),
        ("/api/search?q=threat&state=Russia", 400, "state"),
        ("/api/kwic?q=threat&order=right", 400, "order"),
        ("/api/records/nope?raw=true", 400, "raw"),
        ("/api/formats?x", 400, "x"),
        ("/api/judgements?q=a", 400, "q"),
        ("/api/search?q=a&facets=-1", 400, "query.facets"),
        ("/api/sessions?limit=0", 400, "query.limit"),
        ("/api/nothing", 404, "/api/nothing"),
    ],
)
def test_every_error_has_one_shape(
    client: TestClient, described: dict[str, Any], asked: str, status: int, place: str
) -> None:
    answer = client.get(asked)
    assert answer.status_code == status
    Draft202012Validator(described["components"]["schemas"]["Error"]).validate(answer.json())
    assert answer.json()["error"]["place"] == place


def test_a_query_that_cannot_be_read_has_its_place(client: TestClient) -> None:
    error = client.get("/api/search", params={"q": "peace (and"}).json()["error"]
    assert error["at"] == [6, 7]


def test_passages_are_counted_where_that_is_asked(client: TestClient) -> None:
    assert client.get("/api/search?q=security").json()["facets"] == []
    found = client.get("/api/search?q=security&facets=1").json()
    (speaker,) = (one for one in found["facets"] if one["name"] == "speaker")
    assert len(speaker["values"]) == 1


def test_a_list_can_be_asked_for_in_parts(client: TestClient) -> None:
    whole = client.get("/api/records").json()
    assert len(whole) == 2
    first = client.get("/api/records?limit=1")
    assert first.json() == whole[:1]
    last = client.get(first.links["next"]["url"])
    assert last.json() == whole[1:]
    assert "next" not in last.links
