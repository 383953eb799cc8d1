"""A session's page holds it against the rules, and leads from each finding to its words."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from typing import TYPE_CHECKING

from tests.readings import meeting
from tests.web.conftest import archive_of, client_of
from tests.web.test_pages import marked

if TYPE_CHECKING:
    from starlette.testclient import TestClient


def section(page: str) -> str:
    """Give the part of a page that holds a session against the rules."""
    return page[page.index('<section aria-labelledby="rules">') :].partition("</section>")[0]


def test_a_finding_leads_to_its_words(client: TestClient, record: str) -> None:
    part = section(client.get(f"/sessions/{record}.s1").text)
    assert "Was the floor given in the alphabetical order of the members&#39; names?" in part
    assert "After the chair, Russia: Armenia, Belarus, Kazakhstan" in part
    links = re.findall(r'<a href="([^"]+)" aria-label="The words that show: Armenia"', part)
    words = marked(client.get(unescape(links[0])).text)
    assert [" ".join(one.split()) for one in words] == [
        "Prime Minister of the Republic of Armenia Nikol Pashinyan"
    ]


def test_every_answer_is_a_word_and_names_its_source(client: TestClient, record: str) -> None:
    part = section(client.get(f"/sessions/{record}.s1").text)
    answers = re.findall(r'<span class="answer">(\w+)</span>', part)
    assert answers == re.findall(r'<li class="is-(\w+)">', part)
    assert {"yes", "unknown"} == set(answers)
    assert "Charter of the CSTO, 2002" in part


def test_a_session_that_is_only_named_is_held_against_nothing(
    client: TestClient, record: str
) -> None:
    assert "Held against the rules" not in client.get(f"/sessions/{record}.s2").text


def test_what_a_record_prints_is_escaped() -> None:
    came, reading = meeting()
    first, *rest = reading.participants
    hostile = replace(first, name='<script>alert("1")</script>')
    kept = replace(reading, participants=(hostile, *rest))
    part = section(client_of(archive_of((came, kept))).get(f"/sessions/{came.witness.id}.s1").text)
    assert "<script>" not in part
    assert "&lt;script&gt;" in part
