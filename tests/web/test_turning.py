"""What is found comes in pages that make the whole, and a changed archive is told."""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import TYPE_CHECKING

import pytest

from tests.web.conftest import archive_of, client_of

if TYPE_CHECKING:
    from starlette.testclient import TestClient

    from greffier.model import Reading, Received

QUESTIONS = [
    "/api/search?q=security",
    "/api/search?q=security&sort=oldest&facets=3",
    "/api/search?speaker=Putin",
    "/api/kwic?q=security",
    "/api/kwic?q=security&by=left",
]


def _items(answer: dict[str, list[object]]) -> list[object]:
    return answer["hits"] if "hits" in answer else answer["lines"]


@pytest.mark.parametrize("question", QUESTIONS)
def test_pages_make_the_whole(examples: TestClient, question: str) -> None:
    whole = examples.get(f"{question}&limit=500")
    assert "next" not in whole.links
    got, address = [], f"{question}&limit=3"
    while address:
        answer = examples.get(address)
        assert answer.status_code == 200
        got += _items(answer.json())
        address = answer.links.get("next", {}).get("url", "")
        assert len(got) <= len(_items(whole.json()))
    assert got == _items(whole.json())
    assert len(got) > 3


@pytest.mark.parametrize("question", QUESTIONS[::3])
def test_a_changed_archive_is_told(
    received: dict[str, Received], readings: dict[str, Reading], question: str
) -> None:
    (first, *_, last) = [(received[name], readings[name]) for name in readings]
    archive = archive_of(first)
    client = client_of(archive)
    following = client.get(f"{question}&limit=1").links["next"]["url"]
    assert client.get(following).status_code == 200
    archive.add(*last)
    answer = client.get(following)
    assert answer.status_code == 409
    assert "changed" in answer.json()["error"]["met"]
    assert "next" in client.get(f"{question}&limit=1").links


@pytest.mark.parametrize("question", QUESTIONS[::3])
@pytest.mark.parametrize("offset", ["-1", "1e3", "١", "9" * 20, "", "1.5"])
def test_a_cursor_of_nobody_is_refused(examples: TestClient, question: str, offset: str) -> None:
    address = examples.get(f"{question}&limit=1").links["next"]["url"]
    cursor = address.partition("after=")[2].partition("&")[0].replace("%3D", "=")
    state, told, _ = json.loads(urlsafe_b64decode(cursor))
    forged = urlsafe_b64encode(json.dumps([state, told, offset]).encode()).decode()
    answer = examples.get(f"{question}&after={forged}")
    assert answer.status_code == 400
    assert answer.json()["error"]["place"] == "after"


def test_a_cursor_leads_on_in_its_own_question_only(examples: TestClient) -> None:
    address = examples.get("/api/search?q=security&limit=1").links["next"]["url"]
    assert examples.get(address.replace("q=security", "q=peace")).status_code == 400
    assert examples.get(address.replace("limit=1", "limit=2")).status_code == 200
    assert examples.get(address.replace("search", "kwic")).status_code == 400


def test_hits_that_nobody_turns_to_are_refused_plainly(examples: TestClient) -> None:
    address = examples.get("/api/search?q=security&limit=1").links["next"]["url"]
    cursor = address.partition("after=")[2].partition("&")[0].replace("%3D", "=")
    state, told, _ = json.loads(urlsafe_b64decode(cursor))
    far = urlsafe_b64encode(json.dumps([state, told, "999999999"]).encode()).decode()
    answer = examples.get(f"/api/search?q=security&after={far}")
    assert answer.status_code == 400
    assert "none of them after" in answer.json()["error"]["wanted"]
