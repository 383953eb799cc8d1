"""What a page shows can be taken away from it, and is what the command line gives."""

from __future__ import annotations

import io
import json
import re
import zipfile
from html import unescape
from typing import TYPE_CHECKING

import pytest

from greffier.exports import FORMATS, Each, Passages, Several
from greffier.exports.tei import reading_of
from greffier.form import decode
from greffier.jobs import add_all
from tests.places import EXAMPLE_RECORDS
from tests.readings import meeting, scrape
from tests.web.conftest import archive_of, client_of

if TYPE_CHECKING:
    from starlette.testclient import TestClient

# Two copies of one record: which of them comes first must make no difference.
_COPIES = [*EXAMPLE_RECORDS[:2]][::-1]
_NAMES = [name for name, one in FORMATS.items() if not isinstance(one.writer, Passages)]


@pytest.fixture(scope="module")
def copies() -> TestClient:
    """Give a client of the pages over two copies of one record."""
    archive = archive_of()
    add_all(archive, _COPIES)
    return client_of(archive)


@pytest.mark.parametrize("name", _NAMES)
def test_a_record_in_every_format(client: TestClient, record: str, name: str) -> None:
    answer = client.get(f"/api/export?format={name}&record={record}")
    format_ = FORMATS[name]
    assert answer.status_code == 200
    assert answer.content
    several = isinstance(format_.writer, Several)
    expected = "application/zip" if several else format_.media_type
    assert answer.headers["content-type"].startswith(expected)
    ending = f"{name}.zip" if several else format_.ending
    assert f'attachment; filename="{record}.' in answer.headers["content-disposition"]
    assert answer.headers["content-disposition"].endswith(ending)
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_a_witness_that_is_no_base_is_given_itself(copies: TestClient) -> None:
    records = copies.get("/api/records").json()
    (shared,) = [one for one in records if one["witnesses"] == 2]
    other = ({one["id"] for one in _witnesses(copies, shared["id"])} - {shared["base"]}).pop()
    for asked, given in (
        (f"witness={other}", other),
        (f"witness={shared['base']}", shared["base"]),
        (f"record={shared['id']}", shared["base"]),
    ):
        (line,) = copies.get(f"/api/export?{asked}").content.splitlines()
        assert decode(line).witness.id == given
    shown = copies.get(f"/records/{shared['id']}?witness={other}").text
    assert f"format=tei&amp;witness={other}" in shown


def _witnesses(client: TestClient, record: str) -> list[dict[str, str]]:
    found: list[dict[str, str]] = client.get(f"/api/records/{record}/witnesses").json()
    return found


def test_a_record_in_tei_is_the_reading(client: TestClient, record: str) -> None:
    answer = client.get(f"/api/export?format=tei&record={record}")
    assert reading_of(answer.content).turns == meeting()[1].turns


@pytest.mark.parametrize("name", [one for one in _NAMES if isinstance(FORMATS[one].writer, Each)])
def test_records_of_a_document_each_come_in_a_zip_file(client: TestClient, name: str) -> None:
    answer = client.get(f"/api/export?format={name}")
    assert answer.headers["content-type"] == "application/zip"
    packed = zipfile.ZipFile(io.BytesIO(answer.content))
    assert packed.testzip() is None
    ids = {reading.witness.id for _, reading in (meeting(), scrape())}
    assert set(packed.namelist()) == {one + FORMATS[name].ending for one in ids}


def test_only_the_records_that_a_search_finds(client: TestClient, record: str) -> None:
    answer = client.get("/api/export?format=jsonl&q=Nayomnik")
    assert [decode(line).witness.id for line in answer.content.splitlines()] == [record]
    assert len(client.get("/api/export").content.splitlines()) == 2


def test_the_passages_that_a_search_finds(client: TestClient) -> None:
    every = client.get("/api/search?q=terrorism").json()
    lines = client.get("/api/export?format=hits&q=terrorism").content.splitlines()
    assert len(lines) == every["total"] > 0
    assert json.loads(lines[0]) == every["hits"][0]


@pytest.mark.parametrize(
    ("asked", "status", "place"),
    [
        ("format=docx", 400, "format"),
        ("format=hits", 400, "format"),
        ("format=tei&record=nope", 404, "nope"),
        ("format=csv&record=nope", 404, "nope"),
        ("format=tei&witness=nope", 404, "nope"),
        ("format=tei&record=nope&q=peace", 400, "record"),
        ("format=tei&record=nope&witness=nope", 400, "record"),
        ("format=jsonl&q=%22", 400, "query, column 1"),
        ("format=tei&q=%22", 400, "query, column 1"),
    ],
)
def test_what_cannot_be_taken_away_is_an_error(
    client: TestClient, asked: str, status: int, place: str
) -> None:
    answer = client.get(f"/api/export?{asked}")
    assert (answer.status_code, answer.json()["error"]["place"]) == (status, place)


@pytest.mark.parametrize(
    "page",
    ["/records", "/records/RECORD", "/sessions/RECORD.s1", "/search?q=terrorism&speaker=Putin"],
)
def test_every_link_of_a_page_leads_to_a_file(client: TestClient, record: str, page: str) -> None:
    shown = client.get(page.replace("RECORD", record)).text
    links = [unescape(one) for one in re.findall(r'href="(/api/export[^"]+)"', shown)]
    assert len(links) >= 6
    for link in links:
        answer = client.get(link)
        assert answer.status_code == 200, link
        assert answer.headers["content-disposition"].startswith("attachment")
