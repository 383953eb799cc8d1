"""What is told of the API holds: its examples are asked, its addresses are there."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from tests.places import ROOT

if TYPE_CHECKING:
    from starlette.testclient import TestClient

PAGE = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```http\nGET (\S+)\n```\n\n```json\n(.+)\n```", PAGE)


@pytest.mark.parametrize(("address", "told"), EXAMPLES)
def test_an_example_is_answered_as_told(examples: TestClient, address: str, told: str) -> None:
    _holds(json.loads(told), examples.get(address).json())


def test_every_question_is_told(client: TestClient) -> None:
    described = client.get("/api/openapi.json").json()["paths"]
    told = set(re.findall(r"`(/api/[^`?]+)`", PAGE)) - {"/api/openapi.json"}
    assert told <= set(described)
    # What is below a session or a record stands in the row of it.
    assert {one.split("/{")[0] for one in described} == {one.split("/{")[0] for one in told}


def _holds(told: object, answer: object) -> None:
    """Hold what is told of an answer, which may leave out what it likes, against the answer."""
    if isinstance(told, dict):
        assert isinstance(answer, dict)
        for key, value in told.items():
            _holds(value, answer[key])
    elif isinstance(told, list) and told and isinstance(told[0], dict):
        assert isinstance(answer, list)
        assert len(answer) >= len(told)
        for one, other in zip(told, answer, strict=False):
            _holds(one, other)
    else:
        assert answer == told
