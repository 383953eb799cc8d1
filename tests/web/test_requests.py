"""What is told of requests: enough to find a fault, and nothing that is the visitor's own."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from tests.readings import meeting, scrape
from tests.test_logs import told
from tests.web.conftest import archive_of, client_of
from tests.web.test_judging import TOKEN, enter

if TYPE_CHECKING:
    import io

    from starlette.testclient import TestClient


def lines(stream: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


@pytest.mark.parametrize(
    ("path", "route", "status"),
    [
        ("/search?q=secret", "/search", 200),
        ("/records/nothing", "/records/{key}", 404),
        ("/api/search?q=secret", "/api/search", 200),
        ("/api/records/nothing", "/api/records/{key}", 404),
        ("/nowhere", None, 404),
        ("/search?q=secret%20AND", "/search", 400),
    ],
)
def test_a_request_is_one_line(
    client: TestClient, path: str, route: str | None, status: int
) -> None:
    with told("info") as stream:
        answer = client.get(path)
    (line,) = lines(stream)
    assert "secret" not in stream.getvalue()
    assert (line["event"], line["level"]) == ("request", "info")
    assert (line["method"], line["route"], line["status"]) == ("GET", route, status)
    assert line["path"] == path.partition("?")[0]
    assert line["bytes"] == len(answer.content)
    assert line["ms"] > 0
    assert line["request"] == answer.headers["x-request-id"]


def test_a_number_given_by_a_server_before_this_one_is_kept(client: TestClient) -> None:
    given = "0f-edge.17_b"
    assert client.get("/", headers={"X-Request-ID": given}).headers["x-request-id"] == given
    for other in ("short", "a" * 65, "<script>alert</script>", "a b c d e f g h"):
        got = client.get("/", headers={"X-Request-ID": other}).headers["x-request-id"]
        assert re.fullmatch(r"[0-9a-f]{16}", got)


def test_quiet_requests_are_told_to_nobody_who_did_not_ask(client: TestClient) -> None:
    with told("warning") as stream:
        client.get("/")
    assert stream.getvalue() == ""


def test_a_fault_is_told_with_its_request_and_answered_with_its_number() -> None:
    archive = archive_of(meeting())
    archive.close()
    client = client_of(archive, raising=False)
    client.app.state.archive = None  # type: ignore[attr-defined] # whatever a fault may be
    with told("warning") as stream:
        answer = client.get("/")
    (line,) = lines(stream)
    assert (line["level"], line["status"]) == ("error", 500)
    assert answer.headers["x-request-id"] == line["request"]
    assert line["request"] in answer.text


def test_the_token_is_in_no_line() -> None:
    """Also not where nothing hides it: no line is made of it in the first place."""
    client = client_of(archive_of(meeting(), scrape()), token=TOKEN)
    record = meeting()[1].witness.id
    with told("debug") as stream:
        seal = enter(client)
        client.post("/judge", data={"token": f"{TOKEN}x", "author": "A"})
        client.get(f"/judge?token={TOKEN}")
        form = {"seal": seal, "kind": "reject", "one": f"{record}.s1.date", "reason": TOKEN}
        assert client.post("/judgements", data=form).status_code == 303
        body = {"kind": "confirm", "one": f"{record}.s1", "author": "A", "reason": "so it is"}
        bearer = {"Authorization": f"Bearer {TOKEN}"}
        assert client.post("/api/judgements", json=body, headers=bearer).status_code == 201
        client.post("/api/judgements", json=body, headers={"Authorization": f"Bearer {TOKEN}x"})
        client.post(f"/api/judgements?{TOKEN}", content=f'{{"a":"{TOKEN}"', headers=bearer)
        client.post("/judgements/1/undo", data={"seal": seal})
    assert TOKEN not in stream.getvalue()
    assert seal not in stream.getvalue()
    events = [line["event"] for line in lines(stream)]
    assert events.count("judged") == 2
    assert events.count("undone") == 1
    assert events.count("request") > 8
    judged = next(line for line in lines(stream) if line["event"] == "judged")
    assert judged["subject"] == f"{record}.s1.date"
    assert "request" in judged  # so that it is known by which request


def test_a_token_in_an_address_is_hidden() -> None:
    client = client_of(archive_of(meeting()), token=TOKEN)
    with told("debug", "json", TOKEN) as stream:
        client.get(f"/records/{TOKEN}", headers={"X-Request-ID": TOKEN})
    assert TOKEN not in stream.getvalue()
    assert lines(stream)[0]["path"] == "/records/[hidden]"


@pytest.mark.parametrize("length", range(180, 205, 5))
def test_no_part_of_a_token_is_told_where_a_path_is_cut(length: int) -> None:
    client = client_of(archive_of(meeting()), token=TOKEN)
    with told("debug", "json", TOKEN) as stream:
        client.get(f"/records/{'x' * (length - 9)}{TOKEN}")
    assert TOKEN[:4] not in stream.getvalue()
    assert len(lines(stream)[0]["path"]) <= 200


@pytest.mark.parametrize("times", [1, 2, 3, 20])
def test_a_token_that_is_escaped_again_and_again_is_hidden(times: int) -> None:
    client = client_of(archive_of(meeting()), token=TOKEN)
    escaped = f"%{'25' * times}{ord(TOKEN[0]):02x}{TOKEN[1:]}"
    with told("debug", "json", TOKEN) as stream:
        client.get(f"/records/{escaped}")
    assert TOKEN[1:] not in stream.getvalue()
    assert "[hidden]" in lines(stream)[0]["path"]
