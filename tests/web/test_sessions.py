"""The page of a session of which several records tell."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from greffier.archive import open_archive
from greffier.authority import shipped
from greffier.jobs.settling import settle
from tests.builders import meeting, reading_of, received
from tests.web.conftest import client_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from starlette.testclient import TestClient

    from greffier.archive import Archive

NOTICE = "A session of the <b>Council</b> & others.\n"


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    archive = open_archive(tmp_path / "a", create=True)
    came = received(NOTICE)
    reading = reading_of(came.witness, kind="notice", date="2020-12-01", held="2020-12-02", cast={})
    session = replace(reading.sessions[0], name="A session of <b>", mode="in person")
    archive.add(*meeting(held="2020-12-02"))
    archive.add(came, replace(reading, sessions=(session,)))
    settle(archive, shipped())
    yield archive
    archive.close()


@pytest.fixture
def client(archive: Archive) -> TestClient:
    return client_of(archive)


def test_the_name_of_any_telling_leads_to_the_session(client: TestClient, archive: Archive) -> None:
    (session,) = archive.sessions()
    other = session.tellings[1].id
    answer = client.get(f"/sessions/{other}")
    assert (answer.status_code, answer.headers["location"]) == (307, f"/sessions/{session.id}")
    assert client.get(f"/sessions/{session.id}").status_code == 200


def test_its_records_stand_by_kind_and_what_differs_side_by_side(
    client: TestClient, archive: Archive
) -> None:
    (session,) = archive.sessions()
    page = client.get(f"/sessions/{session.id}").text
    assert "2 records of this session" in page
    assert [page.index(f">{kind}</h3>") for kind in ("Transcript", "Notice")]
    assert "Told differently: mode." in page
    assert "A session of &lt;b&gt;" in page
    assert "<b>" not in page
    for one in session.tellings:
        assert f"/records/{one.witness}?fact=s1.mode#fact" in page
    assert "both are of the CSTO Collective Security Council, on 2020-12-02" in page


def test_the_list_says_how_many_records_there_are(client: TestClient, archive: Archive) -> None:
    (session,) = archive.sessions()
    assert f'href="/sessions/{session.id}#records">2 records</a>' in client.get("/").text


def test_the_api_gives_them_side_by_side(client: TestClient, archive: Archive) -> None:
    (session,) = archive.sessions()
    told = client.get(f"/api/sessions/{session.tellings[1].id}/told").json()
    assert [one["agreement"] for one in told["fields"] if one["field"] == "mode"] == ["differ"]
    assert len(client.get("/api/sessions?organisation=CSTO&state=Russia").json()) == 1
    assert client.get("/api/sessions?organisation=SCO").json() == []
