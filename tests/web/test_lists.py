"""What lists leave out they say, and their links lead somewhere."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from typing import TYPE_CHECKING

import pytest

from greffier.model import Remark
from greffier.web import passages
from tests.readings import bare, meeting
from tests.web.conftest import archive_of, client_of
from tests.web.test_corpus import text_of
from tests.web.test_pages import marked

if TYPE_CHECKING:
    from starlette.testclient import TestClient

LONG = "A threat. " + "Some words between. " * 40 + "One threat, a threat, and threats."
ARABIC = "\u0627\u062c\u062a\u0645\u0627\u0639 \u0627\u0644\u0645\u062c\u0644\u0633"


@pytest.mark.parametrize("path", ["/search?q=the&spoken=yes", "/concordance?q=the&spoken=yes"])
def test_speakers_lead_to_persons_that_are_there(client: TestClient, path: str) -> None:
    links = set(re.findall(r'href="(/persons/[^"]+)"', client.get(path).text))
    assert links
    for link in links:
        assert client.get(unescape(link)).status_code == 200


@pytest.mark.parametrize("path", ["/search?q=the&spoken=yes", "/concordance?q=the&spoken=yes"])
def test_a_speaker_who_is_nobody_known_leads_nowhere(path: str) -> None:
    came, reading = meeting()
    turns = tuple(replace(one, participant=None) for one in reading.turns)
    page = client_of(archive_of((came, replace(reading, turns=turns)))).get(path).text
    assert "Vladimir Putin" in text_of(page)
    assert 'href="/persons/' not in page


def test_places_of_a_passage_that_are_not_shown_are_counted() -> None:
    client = client_of(archive_of(bare(LONG)))
    page = client.get("/search", params={"q": "threat"}).text
    assert marked(page) == ["threat"]
    found = re.search(r'href="([^"#]+)#hit">3 more in this passage<', page)
    assert found
    assert len(marked(client.get(unescape(found[1])).text)) == 4
    whole = client_of(archive_of(bare("A threat, and threats."))).get("/search?q=threat").text
    assert "more in this passage" not in whole


def test_a_side_says_how_many_places_it_does_not_show(
    examples: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(passages, "_LENGTH", 60)
    monkeypatch.setattr(passages, "_BEFORE", 10)
    page = examples.get("/positions", params={"q": "the"}).text
    found = re.search(r'href="([^"#]+)#hit">(\d+) more in this passage<', page)
    assert found
    words = marked(examples.get(unescape(found[1])).text)
    assert len(words) > int(found[2])
    assert {one.casefold() for one in words} == {"the"}


def test_what_has_no_year_is_counted_beside_the_years() -> None:
    archive = archive_of(meeting(), bare("Of security.\n\nAnd security."))
    page = client_of(archive).get("/search", params={"q": "security"}).text
    assert re.search(r'<h3>Year</h3>.*?undated <span class="number">2<', page, re.DOTALL)
    dated = client_of(archive).get("/search", params={"q": "security", "from": "2020"}).text
    assert "undated <span" not in dated


@pytest.mark.parametrize(
    ("path", "said", "back"),
    [
        ("/search?q=the&page=999", "No passage stands on page 999 of this list", "/search?q=the"),
        ("/search?page=999", "nothing is asked for", "/search"),
        ("/concordance?q=the&page=300", "No line stands on page 300", "/concordance?q=the"),
        ("/positions?q=the&page=99", "No session stands on page 99", "/positions?q=the"),
        ("/?page=99", "Nothing stands on page 99", "/"),
        ("/records?page=99", "Nothing stands on page 99", "/records"),
        ("/persons?page=99", "Nothing stands on page 99", "/persons"),
    ],
)
def test_a_page_beyond_the_last_leads_back(
    client: TestClient, path: str, said: str, back: str
) -> None:
    page = client.get(path).text
    (told,) = re.findall(r'<p class="empty">(.*?)</p>', page, re.DOTALL)
    assert said in text_of(told)
    link = unescape(re.findall(r'href="([^"]+)"', told)[0])
    assert link.startswith(back)
    assert client.get(link).status_code == 200
    assert "page=" not in link
    assert 'class="pager"' not in page


def test_the_last_page_is_the_last(client: TestClient) -> None:
    told = client.get("/search?q=the&page=999").text
    last = re.findall(r'href="(/search[^"]+)">To the last<', told)[0]
    page = client.get(unescape(last)).text
    assert '<ol class="hits"' in page
    assert 'rel="next"' not in page


@pytest.mark.parametrize("title", [ARABIC, None])
def test_a_heading_runs_in_its_own_direction(title: str | None) -> None:
    archive = archive_of(bare(f"{ARABIC}\n\nMore.", name=f"{ARABIC}.txt", title=title))
    (record,) = archive.records()
    page = client_of(archive).get(f"/records/{record.id}").text
    (heading,) = re.findall(r"<h1[^>]*>.*?</h1>", page)
    assert re.match(r'<h1 lang="" dir="auto">', heading)
    assert "<bdi>" not in heading  # its letters would not count for the direction
    assert ARABIC in text_of(heading)


def test_a_remark_on_a_label_stands_in_no_other_link() -> None:
    came, reading = meeting()
    turn = reading.turns[0]
    remark = Remark(code="label.doubt", message="Who it is.", span=turn.label_span)
    archive = archive_of((came, replace(reading, remarks=(remark,))))
    page = client_of(archive).get(f"/records/{reading.witness.id}").text
    (label,) = re.findall(r'<h2 class="label"[^>]*>(.*?)</h2>', page)[:1]
    number, _, name = label.partition("</a>")
    assert 'class="remark-ref"' in number
    assert 'href="/persons/vladimir-putin"' not in number
    assert 'href="/persons/vladimir-putin"' in name
