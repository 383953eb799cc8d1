"""Pages say how to cite what they show, to people and to machines."""

from __future__ import annotations

import html
import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from tests.readings import bare
from tests.web.conftest import archive_of, client_of

if TYPE_CHECKING:
    from starlette.testclient import TestClient

ENDING = "</script><script>alert(1)</script><!-- \u2028"


def linked(page: str) -> dict[str, Any]:
    """Give what a page says to machines, read out of it as a browser would."""
    (block,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    said: dict[str, Any] = json.loads(block)
    return said


def copied(page: str) -> list[str]:
    """Give what the page offers to copy."""
    found = re.findall(r"data-copied[^>]*>(?:<bdi>)?(.*?)</", page)
    return [html.unescape(one) for one in found]


def test_a_record_page_cites_it_in_two_styles(client: TestClient, record: str) -> None:
    note, reference = copied(client.get(f"/records/{record}").text)
    for told in (note, reference):
        assert "Meeting of the CSTO Collective Security Council" in told
        assert f"sha256:{record}" in told
    assert "(2020)" in reference


def test_a_session_page_cites_the_session(client: TestClient, record: str) -> None:
    note, _ = copied(client.get(f"/sessions/{record}.s1").text)
    assert note.startswith("CSTO and Collective Security Council, ‘Meeting of the CSTO")


def test_every_turn_has_its_citation(client: TestClient, record: str) -> None:
    page = client.get(f"/records/{record}").text
    addresses = re.findall(r'class="citing" href="([^"]+)"', page)
    assert len(addresses) == page.count('class="turn" id=')
    note, _ = copied(client.get(addresses[0]).text)
    assert note.startswith("Vladimir Putin, ‘Statement as President of Russia’, turn 1, in ")


def test_a_passage_is_shown_with_its_words(client: TestClient, record: str) -> None:
    page = client.get(f"/records/{record}?fact=q1").text
    (where,) = re.findall(r'href="(/cite/[^"]+)">Cite ', page)
    words, note, _ = copied(client.get(where).text)
    assert words == "Nayomnik"
    assert "turn 1, characters " in note


@pytest.mark.parametrize(
    ("form", "ending", "head"),
    [("csl", "json", '[{"id":'), ("bibtex", "bib", "@misc{"), ("ris", "ris", "TY  - GEN")],
)
def test_a_reference_manager_gets_a_file(
    client: TestClient, record: str, form: str, ending: str, head: str
) -> None:
    answer = client.get(f"/cite/{record}/{form}")
    assert answer.text.startswith(head)
    given = answer.headers["content-disposition"]
    assert given == f'attachment; filename="{record}.{ending}"'


@pytest.mark.parametrize("name", ["nothing", "0" * 16, "%2e%2e", "a" * 61])
def test_what_is_not_there_is_said(client: TestClient, name: str) -> None:
    assert 400 <= client.get(f"/cite/{name}").status_code < 500
    assert 400 <= client.get(f"/cite/{name}/csl").status_code < 500


def test_programs_are_told_the_same(client: TestClient, record: str) -> None:
    said = client.get(f"/api/citations/{record}.t1").json()
    assert said["item"]["author"] == [{"literal": "Vladimir Putin"}]
    assert list(said["texts"].values()) == copied(client.get(f"/cite/{record}.t1").text)
    fault = client.get(f"/api/citations/{record}.t999")
    assert (fault.status_code, list(fault.json())) == (404, ["error"])


def test_no_page_reads_a_style_from_a_file(client: TestClient, record: str) -> None:
    plain = client.get(f"/cite/{record}").text
    assert (
        client.get(f"/cite/{record}?style=/etc/passwd").text.replace("?style=/etc/passwd", "")
        == plain
    )


def test_a_record_is_a_work_with_the_digest_of_its_bytes(client: TestClient, record: str) -> None:
    said = linked(client.get(f"/records/{record}").text)
    assert said["@type"] == "CreativeWork"
    assert said["datePublished"] == "2020-12-02"
    assert said["encoding"]["sha256"].startswith(record)
    assert said["about"][0]["@id"] == f"http://localhost/sessions/{record}.s1"
    assert client.get(said["encoding"]["contentUrl"]).status_code == 200


def test_a_session_is_an_event_with_those_who_took_part(client: TestClient, record: str) -> None:
    said = linked(client.get(f"/sessions/{record}.s1").text)
    assert (said["@type"], said["startDate"]) == ("Event", "2020-12-02")
    assert said["eventAttendanceMode"] == "https://schema.org/OnlineEventAttendanceMode"
    jobs = {one["name"]: one["jobTitle"] for one in said["attendee"]}
    assert jobs["Talant Mamytov"] == "Acting President of Kyrgyzstan"


def test_a_person_has_the_offices_that_records_show(client: TestClient) -> None:
    said = linked(client.get("/persons/talant-mamytov").text)
    assert (said["@type"], said["name"]) == ("Person", "Talant Mamytov")
    assert said["jobTitle"] == ["Acting President of Kyrgyzstan"]


def test_no_words_end_the_block_for_machines() -> None:
    came, reading = bare(f"{ENDING} and more", title=ENDING)
    page = client_of(archive_of((came, reading))).get(f"/records/{reading.witness.id}").text
    assert linked(page)["name"].split() == ENDING.split()
    assert "<script>alert" not in page
