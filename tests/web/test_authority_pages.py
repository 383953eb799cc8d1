"""The pages of offices, states, organisations and bodies, and what the API says of them."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Any, Final

import pytest
from jsonschema import Draft202012Validator

from greffier.jobs import add_all
from tests.places import EXAMPLES
from tests.web.conftest import archive_of, client_of
from tests.web.pictures.looks import parsed
from tests.web.test_security import HOSTILE, without_our_scripts

if TYPE_CHECKING:
    from starlette.testclient import TestClient

PAGES: Final = (
    "/persons",
    "/persons/vladimir-putin",
    "/search?q=security",
    "/offices",
    "/offices?of=Kyrgyzstan",
    "/offices/President",
    "/offices/President?of=Kyrgyzstan",
    "/offices/President?of=Kyrgyzstan&on=2020-12-02",
    "/states",
    "/states/Kyrgyzstan",
    "/states/Japan",
    "/organisations",
    "/organisations/CSTO",
    "/organisations/CSTO?on=2021-09-17",
    "/organisations/EU",
    "/bodies/Collective%20Security%20Council?of=CSTO",
)


@pytest.fixture(scope="module")
def client() -> TestClient:
    """Give a client of the pages over the five examples."""
    archive = archive_of()
    add_all(archive, [EXAMPLES])
    return client_of(archive)


@pytest.fixture(scope="module")
def described(client: TestClient) -> dict[str, Any]:
    """Give the description that the API publishes."""
    answer: dict[str, Any] = client.get("/api/openapi.json").json()
    return answer


@pytest.mark.parametrize("path", PAGES)
def test_every_link_of_a_page_leads_somewhere(client: TestClient, path: str) -> None:
    """Links within this site, one of each kind of address, and the places on the page itself."""
    page = client.get(path).text
    assert len(names := re.findall(r'\sid="([^"]+)"', page)) == len(set(names))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(names)
    found = {re.sub(r"[0-9a-f]{16}", "", one): one for one in re.findall(r'href="(/[^"#]+)', page)}
    for link in found.values():
        assert client.get(unescape(link)).status_code == 200, link


@pytest.mark.parametrize("path", PAGES)
def test_every_picture_has_its_table_and_its_files(client: TestClient, path: str) -> None:
    page = client.get(path).text
    assert page.count("<figure") == page.count("The same as a table")
    for link in map(unescape, re.findall(r'href="([^"]+take=[^"]+)"', page)):
        answer = client.get(link)
        assert answer.status_code == 200
        assert "attachment" in answer.headers["content-disposition"]
        if link.endswith(".svg"):
            assert parsed(answer.text).attrib["width"] != "100%"
        else:
            assert len(answer.text.splitlines()) > 1


@pytest.mark.parametrize("path", PAGES)
def test_a_page_uses_nothing_that_the_policy_forbids(client: TestClient, path: str) -> None:
    page = without_our_scripts(client.get(path).text)
    for forbidden in (" style=", "<style", "<script", " onclick", "javascript:"):
        assert forbidden not in page, forbidden


def test_an_office_is_told_on_its_day_with_the_words(client: TestClient) -> None:
    page = client.get("/offices/President", params={"of": "Kyrgyzstan", "on": "2020-12-02"}).text
    held = page[page.index('<ul class="held">') :].split("</ul>")[0]
    assert "Talant Mamytov" in held
    assert ", acting" in held
    assert "seen on that day" in held
    assert "Acting President of Kyrgyzstan Talant Mamytov" in held.replace("\xa0", " ")
    later = client.get("/offices/President", params={"of": "Kyrgyzstan", "on": "2021-09-17"}).text
    assert "Sadyr Japarov" in later[later.index('<ul class="held">') :].split("</ul>")[0]


def test_an_office_without_its_state_leads_to_each(client: TestClient) -> None:
    page = client.get("/offices/president").text
    assert 'href="/offices/President?of=Kyrgyzstan"' in page
    assert 'href="/offices/President?of=Belarus"' in page


def test_a_person_has_his_offices_in_time(client: TestClient) -> None:
    page = client.get("/persons/talant-mamytov").text
    assert "Acting President of Kyrgyzstan" in page[page.index('id="offices-held"') :]
    assert 'href="/offices/President?of=Kyrgyzstan"' in page
    assert 'href="/states/Kyrgyzstan"' in page


def test_who_spoke_and_for_what_leads_to_their_pages(client: TestClient) -> None:
    page = client.get("/search", params={"q": "security", "speaker": "Lukashenko"}).text
    assert 'href="/states/Belarus"' in page
    assert 'href="/offices/President?of=Belarus"' in page
    person = re.search(r'<strong><a href="(/persons/[^"]+)"', page)
    assert person
    assert client.get(person[1], follow_redirects=True).status_code == 200


def test_a_session_shows_who_spoke_how_much(client: TestClient) -> None:
    listed = client.get("/").text
    links = re.findall(r'href="(/sessions/[^"#]+)"', listed)
    pages = [client.get(link).text for link in links]
    page = next(one for one in pages if "Talant Mamytov" in one and 'id="speech"' in one)
    shares = page[page.index('id="speech"') :].split("</figure>")[0]
    assert re.search(r"Talant Mamytov.*?\d+%", shares, re.DOTALL)
    assert 'href="/offices/President?of=Kyrgyzstan"' in page
    assert 'href="/bodies/Collective%20Security%20Council?of=CSTO"' in page


def test_a_state_has_its_persons_and_its_memberships(client: TestClient) -> None:
    page = client.get("/states/Kyrgyzstan").text
    assert "Acting President: Talant Mamytov" in page
    assert "President: Sadyr Japarov" in page
    assert "CSTO: member" in page
    assert "Charter" in page  # a source
    assert 'href="/search?of=Kyrgyzstan&amp;spoken=yes"' in page


@pytest.mark.parametrize(
    ("asked", "there"),
    [
        ("/states/KG", "/states/Kyrgyzstan"),
        ("/states/Kyrgyz%20Republic", "/states/Kyrgyzstan"),
        ("/organisations/ОДКБ", "/organisations/CSTO"),
        (
            "/bodies/CSC?of=Collective%20Security%20Treaty%20Organization",
            "/bodies/Collective%20Security%20Council?of=CSTO",
        ),
    ],
)
def test_another_name_leads_to_the_page(client: TestClient, asked: str, there: str) -> None:
    answer = client.get(asked)
    assert (answer.status_code, answer.headers["location"]) == (301, there)


def test_an_organisation_has_members_rules_and_a_line(client: TestClient) -> None:
    page = client.get("/organisations/CSTO", params={"on": "2005"}).text
    members = page[page.index('<ul class="inline members">') :].split("</ul>")[0]
    assert "Kazakhstan" in members
    assert "Charter of the CSTO, 2002, art. 12 and 13" in page
    assert "in the Russian alphabetical order" in page
    assert "Tajikistan" in page[page.index('id="chair"') :].split("</figure>")[0]
    assert 'href="/bodies/Collective%20Security%20Council?of=CSTO"' in page


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/states/Atlantis", 404, "no state is known"),
        ("/organisations/Nobody", 404, "no record names it"),
        ("/bodies/Nobody", 404, "no record names it"),
        ("/offices/Wizard?of=Russia", 404, "no record shows anybody"),
        ("/organisations/CSTO?on=tomorrow", 400, "tomorrow"),
        ("/offices/President?of=Russia&on=tomorrow", 400, "tomorrow"),
        ("/offices/President?of=Russia&take=held.png", 404, "no picture"),
        ("/organisations/CSTO?take=none.csv", 404, "no picture"),
        ("/api/states/Atlantis", 404, "no state is known"),
        ("/api/organisations/CSTO?on=tomorrow", 400, "tomorrow"),
    ],
)
def test_what_is_not_there_is_said(client: TestClient, path: str, status: int, said: str) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert said in answer.text


def test_hostile_names_are_shown_as_text(client: TestClient) -> None:
    asked = {"of": HOSTILE, "on": HOSTILE[:20], "take": HOSTILE[:30]}
    for path in (f"/offices/{HOSTILE}", f"/states/{HOSTILE}", f"/organisations/{HOSTILE}"):
        page = client.get(path, params=asked).text
        assert "<script" not in page
        assert "<img" not in page
    page = client.get("/offices", params={"of": HOSTILE}).text
    assert "<script" not in page


@pytest.mark.parametrize(
    ("route", "asked"),
    [
        ("/api/offices", "/api/offices?of=Kyrgyzstan"),
        ("/api/offices/{title}", "/api/offices/President?of=Kyrgyzstan&on=2020-12-02"),
        ("/api/states", "/api/states"),
        ("/api/states/{name}", "/api/states/Kyrgyzstan?limit=1"),
        ("/api/organisations", "/api/organisations"),
        ("/api/organisations/{name}", "/api/organisations/CSTO?on=2021-09-17"),
        ("/api/bodies/{name}", "/api/bodies/Collective%20Security%20Council?of=CSTO"),
    ],
)
def test_an_answer_is_what_the_description_says(
    client: TestClient, described: dict[str, Any], route: str, asked: str
) -> None:
    answer = client.get(asked)
    assert answer.status_code == 200
    said = described["paths"][route]["get"]["responses"]["200"]["content"]["application/json"]
    schema = said["schema"] | {"components": described["components"]}
    Draft202012Validator(schema).validate(answer.json())
    assert answer.json()


def test_the_api_tells_who_held_an_office(client: TestClient) -> None:
    found = client.get("/api/offices/President?of=Kyrgyzstan&on=2020-12-02").json()
    (held,) = found["holdings"]
    assert (held["certainty"], held["tenure"]["person"]) == ("observed", "talant-mamytov")
    assert found["quotes"][held["shown_by"][0]["participant"]]
