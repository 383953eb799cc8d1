"""Tests of `greffier.web.known_parameters`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.testclient import TestClient


def test_a_parameter_that_is_not_known_is_named_with_those_that_are(client: TestClient) -> None:
    error = client.get("/api/search?q=threat&state=Russia").json()["error"]
    assert error["place"] == "state"
    known = error["wanted"].removeprefix("the parameters here are ").split(", ")
    assert {"q", "of", "from", "to", "facets", "after", "limit"} <= {*known}
    assert "since" not in known


def test_every_name_that_is_described_is_known_and_no_other(client: TestClient) -> None:
    for path, operations in client.get("/api/openapi.json").json()["paths"].items():
        for method, operation in operations.items():
            where = re.sub(r"\{\w+\}", "1", path)
            answer = client.request(method, where, params={"nobody-asks-this": ""})
            error = answer.json()["error"]
            assert (answer.status_code, error["place"]) == (400, "nobody-asks-this"), path
            told = [one["name"] for one in operation.get("parameters", ()) if one["in"] == "query"]
            wanted = f"the parameters here are {', '.join(told)}" if told else "there are none"
            assert sorted(error["wanted"]) == sorted(wanted), path


def test_pages_take_no_notice_of_what_they_do_not_know(client: TestClient) -> None:
    for path in ("/search?q=the&utm_source=x", "/?x=1", "/keywords?x=1"):
        assert client.get(path).status_code == 200
