"""How often something was said, on its page and by the API."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

import pytest

from greffier.jobs import add_all
from greffier.query.frequency import Frequency
from greffier.web.figures.frequency import frequency_figure
from tests.places import EXAMPLES
from tests.web.conftest import archive_of, client_of
from tests.web.figures.test_figures import labels, links

if TYPE_CHECKING:
    from starlette.testclient import TestClient


@pytest.fixture(scope="module")
def client() -> TestClient:
    """Give a client of the pages over the five examples."""
    archive = archive_of()
    add_all(archive, [EXAMPLES])
    return client_of(archive)


def row(value: str | None, occurrences: int, words: int = 1_000) -> Frequency:
    return Frequency(
        value=value,
        occurrences=occurrences,
        passages=occurrences,
        words=words,
        per_million=occurrences * 1_000_000 / words,
    )


def test_years_without_a_record_stand_between_the_others() -> None:
    rows = [row("2015", 2), row("2018", 1), row(None, 3)]
    figure = frequency_figure(rows, {"q": "threat"}, by="year", per_million=False)
    assert figure
    assert figure.svg.count('class="bar') == 4
    assert "2016: no record" in figure.svg
    assert "/search?q=threat&from=2015&to=2015" in links(figure)
    assert figure.notes == ("3 more where it is not known.",)
    assert [cells[0].text for cells in figure.rows] == ["2015", "2018", "not known"]


def test_months_go_on_into_the_next_year() -> None:
    rows = [row("2020-11", 1), row("2021-02", 1)]
    figure = frequency_figure(rows, {}, by="month", per_million=False)
    assert figure
    assert figure.svg.count('class="bar') == 4
    assert "2021-01: no record" in figure.svg


def test_in_a_million_words_another_may_come_first() -> None:
    rows = [row("Russia", 5, 100_000), row("Armenia", 4, 1_000), row("China", 0)]
    raw = frequency_figure(rows, {}, by="of", per_million=False)
    relative = frequency_figure(rows, {}, by="of", per_million=True)
    assert raw
    assert relative
    assert labels(raw) == ["Russia", "Armenia"]
    assert labels(relative) == ["Armenia", "Russia"]
    assert frequency_figure([], {}, by="of", per_million=False) is None


def test_a_page_counts_what_a_search_finds(client: TestClient) -> None:
    page = client.get("/frequency", params={"q": "terrorism", "by": "of"}).text
    (total,) = re.findall(r"<h2[^>]*>(\d+) occurrences?, by state</h2>", page)
    told = client.get("/api/frequency", params={"q": "terrorism", "by": "of"}).json()
    assert sum(one["occurrences"] for one in told) == int(total) > 1
    link = next(one for one in re.findall(r'href="(/search[^"]+of=%3D[^"]+)"', page))
    assert client.get(unescape(link)).status_code == 200
    found = client.get("/search", params={"q": "terrorism"}).text
    assert 'href="/frequency?q=terrorism"' in found


def test_a_page_takes_the_restrictions_of_a_search(client: TestClient) -> None:
    params = {"q": "security", "speaker": "Lukashenko", "from": "2020", "per": "million"}
    page = client.get("/frequency", params=params).text
    assert '<input type="hidden" name="speaker" value="Lukashenko">' in page
    assert "speaker is <bdi>Lukashenko</bdi>" in page
    take = next(one for one in re.findall(r'href="([^"]+take=frequency.csv)"', page))
    answer = client.get(unescape(take))
    assert answer.text.splitlines()[0].startswith("Year,Occurrences")


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/frequency?q=%22", "query, column 1"),
        ("/frequency?q=a&by=weather", "weather"),
        ("/api/frequency?q=%22", "query, column 1"),
        ("/api/frequency?q=", "no word to count"),
    ],
)
def test_what_cannot_be_counted_is_said(client: TestClient, path: str, said: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 400
    assert said in answer.text


def test_an_empty_page_asks_for_words(client: TestClient) -> None:
    answer = client.get("/frequency")
    assert answer.status_code == 200
    assert "<figure" not in answer.text
