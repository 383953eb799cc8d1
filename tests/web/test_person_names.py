"""Tests of a person's page: which names lead to it, and what it says of who he is."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from greffier.archive.store import SqliteArchive
from greffier.authority import shipped
from greffier.jobs.settling import settle
from tests.builders import reading_of, received
from tests.web.conftest import client_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from starlette.testclient import TestClient

ROWS = (
    ("Vladimir Putin", "President", "Russia", "2020-01-05"),
    ("В.Путин", "President", "Russia", "2021-01-05"),
    ("Sergei Ivanov", "Minister of Defence", "Russia", "2005-01-05"),
    ("Sergei Ivanov", "CEO", "<b>ALROSA</b>", "2018-01-05"),
    ("Ivan Petrov", "President", "Russia", "2020-01-05"),
    ("Oleg Petrov", "President", "Belarus", "2020-01-05"),
    ("Petrov", "President", "Russia", "2020-01-05"),
    ("Petrov", "President", "Belarus", "2020-01-05"),
)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder: Path = tmp_path_factory.mktemp("persons") / "a"
    with SqliteArchive.open(folder, create=True) as archive:
        for name, office, of, date in ROWS:
            came = received(f"{name}: Good afternoon on {date}.\n\n{office} of {of}.\n")
            reading = reading_of(came.witness, cast={name: (name, office, of)}, date=date)
            archive.add(came, reading)
        settle(archive, shipped())
        yield client_of(archive)


@pytest.mark.parametrize("name", ["в-путин", "В.Путин", "Vladimir Putin", "VLADIMIR PUTIN"])
def test_every_name_leads_to_the_one_address_of_a_person(client: TestClient, name: str) -> None:
    answer = client.get(f"/persons/{quote(name)}")
    assert (answer.status_code, answer.headers["location"]) == (307, "/persons/vladimir-putin")


def test_the_page_says_all_names_with_their_records(client: TestClient) -> None:
    page = client.get("/persons/vladimir-putin").text
    assert "Printed as" in page
    assert "<bdi>В.Путин</bdi>" in page
    assert "Left undecided" not in page


def test_the_page_says_what_is_left_undecided(client: TestClient) -> None:
    page = client.get("/persons/sergei-ivanov-2").text
    assert "Left undecided" in page
    assert 'href="/persons/sergei-ivanov"' in page
    assert "many bear this name" in page
    other = client.get("/persons/sergei-ivanov").text
    assert 'href="/persons/sergei-ivanov-2"' in other
    assert "<b>" not in page + other  # what records print is never markup


def test_a_name_that_leads_to_several_gives_the_choice(client: TestClient) -> None:
    answer = client.get("/persons/petrov")
    assert answer.status_code == 300
    assert 'href="/persons/ivan-petrov"' in answer.text
    assert 'href="/persons/oleg-petrov"' in answer.text
    found = client.get("/api/persons/petrov")
    assert found.status_code == 300
    assert "ivan-petrov, oleg-petrov" in found.json()["error"]["wanted"]


def test_the_list_has_each_person_once(client: TestClient) -> None:
    page = client.get("/persons").text
    assert page.count('href="/persons/vladimir-putin"') == 1
    assert "в-путин" not in page
