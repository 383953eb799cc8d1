"""What the API does with questions that nobody asks in earnest, and how long it lasts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from starlette.testclient import TestClient

from greffier.settings import Settings
from greffier.web import create_app, rendering
from greffier.web.bounds import LONGEST_ADDRESS, LONGEST_BODY, MOST_FIELDS
from tests.web.conftest import archive_of, client_of

if TYPE_CHECKING:
    from starlette.types import Receive, Scope, Send

    from greffier.archive import Archive
    from greffier.model import Reading, Received

LISTS = [
    *("/api/sessions", "/api/records", "/api/persons", "/api/states", "/api/organisations"),
    *("/api/offices", "/api/doubts"),
]
FIELDS = ["q", "speaker", "office", "of", "organisation", "body", "session", "from", "to"]


def _has_shape(error: dict[str, str]) -> bool:
    return {"place", "met", "wanted"} <= set(error)


@pytest.mark.parametrize("path", LISTS)
def test_pages_of_a_list_make_the_whole_list(client: TestClient, path: str) -> None:
    whole = client.get(f"{path}?limit=500").json()
    got, address = [], f"{path}?limit=1"
    while address:
        answer = client.get(address)
        got += answer.json()
        address = answer.links.get("next", {}).get("url", "")
        assert len(got) <= len(whole)
    assert got == whole


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize("cursor", ["x", "é", "W10=", "bnVsbA==", "W1sxXV0=", "%00", "W" * 3_999])
def test_a_cursor_of_nobody_is_refused(client: TestClient, path: str, cursor: str) -> None:
    answer = client.get(f"{path}?after={cursor}")
    if not client.get(path).json():
        assert answer.json() == []  # nothing to go on in
        return
    assert answer.status_code == 400
    assert answer.json()["error"]["place"] == "after"


@pytest.mark.parametrize("path", ["/api/records", "/api/sessions", "/api/persons"])
def test_a_list_goes_on_where_it_was_whatever_comes_meanwhile(
    received: dict[str, Received], readings: dict[str, Reading], path: str
) -> None:
    kept = [(received[name], readings[name]) for name in readings]
    archive = archive_of(*kept[:2])
    client = client_of(archive)
    early = [one["id"] for one in client.get(path).json()]
    answer = client.get(f"{path}?limit=1")
    got = [one["id"] for one in answer.json()]
    for one in kept[2:]:
        archive.add(*one)
    while "next" in answer.links:
        answer = client.get(answer.links["next"]["url"])
        got += [one["id"] for one in answer.json()]
    assert len(got) == len(set(got))
    assert set(early) <= set(got)


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize(
    "value",
    ["%ED%A0%80", "%00", "a%00b", "9" * 400, "%F0%9F%98%80", "a" * 999, "..%2F..%2F", "%ff"],
)
@pytest.mark.parametrize("path", ["/api/search", "/api/kwic", "/api/frequency"])
def test_strange_words_are_answered_or_refused(
    client: TestClient, path: str, field: str, value: str
) -> None:
    words = "" if field == "q" else "q=peace&"
    answer = client.get(f"{path}?{words}{field}={value}")
    assert answer.status_code in {200, 400}
    assert answer.status_code == 200 or _has_shape(answer.json()["error"])


@pytest.mark.parametrize("value", ["%ED%A0%80", "%00", "9" * 400, "a%2Fb", "a/b", "%ff", "x" * 999])
@pytest.mark.parametrize(
    "path",
    [
        *("records", "sessions", "persons", "states", "organisations", "bodies", "offices"),
        *("lines", "citations", "watches"),
    ],
)
def test_strange_names_are_not_found(client: TestClient, path: str, value: str) -> None:
    answer = client.get(f"/api/{path}/{value}")
    assert answer.status_code in {400, 404}
    assert _has_shape(answer.json()["error"])


@pytest.mark.parametrize("number", ["1e9", "9" * 400, "-1", "0x10", "", "١٢", "NaN"])
@pytest.mark.parametrize("field", ["limit", "context"])
def test_numbers_out_of_bounds_are_refused(client: TestClient, field: str, number: str) -> None:
    answer = client.get("/api/kwic", params={"q": "peace", field: number})
    assert answer.status_code in {200, 400}  # Arabic digits are digits
    assert answer.status_code == 200 or _has_shape(answer.json()["error"])


def test_what_is_given_twice_is_taken_once(client: TestClient) -> None:
    assert client.get("/api/search?q=peace&q=security").json() == (
        client.get("/api/search?q=security").json()
    )
    assert client.get("/api/positions?q=a" + "&state=Russia" * 50).status_code == 400


@pytest.mark.parametrize("path", ["/api/records", "/api/export", "/api/search?q=a", "/api/nope"])
def test_a_head_is_the_answer_without_its_body(client: TestClient, path: str) -> None:
    head, got = client.head(path), client.get(path)
    assert (head.status_code, head.content) == (got.status_code, b"")
    assert head.headers["content-type"] == got.headers["content-type"]
    assert head.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "POST"])
def test_what_cannot_be_done_is_refused_in_the_one_shape(client: TestClient, method: str) -> None:
    answer = client.request(method, "/api/records")
    assert answer.status_code == 405
    assert "GET" in answer.headers["allow"]
    assert _has_shape(answer.json()["error"])


def test_a_body_that_is_too_long_is_refused(client: TestClient) -> None:
    answer = client.post("/api/judgements", content=b" " * (LONGEST_BODY + 1))
    assert answer.status_code == 413
    assert _has_shape(answer.json()["error"])


@pytest.mark.parametrize(
    "address",
    [
        f"/api/search?q={'a' * LONGEST_ADDRESS}",
        f"/search?q=peace{'&q=war' * MOST_FIELDS}",
        f"/records/{'%41' * (LONGEST_ADDRESS // 2)}",
        f"/api/records?{'&' * MOST_FIELDS}",
    ],
)
def test_an_address_that_is_too_long_is_refused(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 414
    assert "content-security-policy" in answer.headers
    if address.startswith("/api"):
        assert answer.json()["error"]["place"] == "address"
    else:
        assert "ask for less" in answer.text


def test_a_page_takes_no_body_that_is_too_long(client: TestClient) -> None:
    assert client.post("/view", content=b"a" * (LONGEST_BODY + 1)).status_code == 413


def test_an_answer_has_a_length(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rendering, "LONGEST", 250)
    answer = client.get("/api/records")
    assert answer.status_code == 503
    assert "/api/export" in answer.json()["error"]["wanted"]


def test_a_file_is_not_sent_where_its_end_would_not_show(archive: Archive) -> None:
    """By HTTP/1.0 a file ends where the connection does, be it whole or not."""

    async def old(scope: Scope, receive: Receive, send: Send) -> None:
        await app({**scope, "http_version": "1.0"}, receive, send)

    app = create_app(archive, Settings())
    client = TestClient(old, base_url="http://localhost")
    answer = client.get("/api/export?format=jsonl")
    assert answer.status_code == 505
    assert "HTTP/1.1" in answer.json()["error"]["wanted"]
    assert client.get("/api/records").status_code == 200


def test_a_fault_of_the_program_has_the_one_shape(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(archive), "search", lambda *_: 1 // 0)
    answer = client_of(archive, raising=False).get("/api/search?q=a")
    assert answer.status_code == 500
    assert _has_shape(answer.json()["error"])


@pytest.mark.parametrize("path", ["/api", "/api/", "/api/nope"])
def test_what_is_not_there_has_the_one_shape(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert _has_shape(answer.json()["error"])


def test_another_host_is_refused_in_the_one_shape(client: TestClient) -> None:
    answer = client.get("/api/records", headers={"host": "elsewhere.example"})
    assert answer.status_code == 400
    assert answer.json()["error"]["place"] == "header.host"


def test_appearances_of_a_person_come_in_pages(examples: TestClient) -> None:
    whole = examples.get("/api/persons/vladimir-putin")
    assert "next" not in whole.links
    got, address = [], "/api/persons/vladimir-putin?limit=1"
    while address:
        answer = examples.get(address)
        got += answer.json()["appearances"]
        address = answer.links.get("next", {}).get("url", "")
    assert got == whole.json()["appearances"]
    assert len(got) > 1


@pytest.mark.parametrize("text", [r"\ud800", r"\u0000", "9" * 290, "a/b", " "])
def test_a_judgement_on_strange_names_is_refused(archive: Archive, text: str) -> None:
    token = "x" * 20
    client = client_of(archive, token=token, raising=False)
    body = f'{{"kind":"merge","one":"{text}","other":"{text}","author":"a","reason":"{text}"}}'
    headers = {"authorization": f"Bearer {token}", "content-type": "application/json"}
    answer = client.post("/api/judgements", content=body, headers=headers)
    assert answer.status_code in {400, 404}
    assert _has_shape(answer.json()["error"])
