"""Words in context, side by side and set against each other, on their pages."""

from __future__ import annotations

import csv
import re
from dataclasses import replace
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest

from greffier.archive import Question
from greffier.jobs import add_all
from greffier.query.collocates import collocates
from greffier.query.concordance import concordance
from greffier.query.keywords import keywords
from greffier.query.positions import positions
from greffier.web.asking import Asked
from greffier.web.corpus import asking
from tests.builders import reading_of, received
from tests.places import EXAMPLES
from tests.web.conftest import archive_of, client_of

if TYPE_CHECKING:
    from starlette.testclient import TestClient

    from greffier.archive import Archive

PAGES = ("/concordance", "/positions", "/collocates", "/keywords")


@pytest.fixture(scope="module")
def archive() -> Archive:
    """Give an archive of the five examples."""
    made = archive_of()
    add_all(made, [EXAMPLES])
    return made


@pytest.fixture(scope="module")
def client(archive: Archive) -> TestClient:
    """Give a client of the pages over it."""
    return client_of(archive)


def text_of(html: str) -> str:
    """Give what is read of a piece of a page."""
    return " ".join(unescape(re.sub(r"<[^>]{1,2000}>", " ", html)).split())


def rows_of(page: str) -> list[str]:
    """Give the rows of the table of a page, without its head."""
    (body,) = re.findall(r"<tbody>(.*)</tbody>", page, re.DOTALL)
    return str(body).split("<tr>")[1:]


def table_of(client: TestClient, page: str) -> list[list[str]]:
    """Give the table of a page as its link to it as a file has it."""
    (link,) = re.findall(r'href="([^"]+take=[a-z]+\.csv)"', page)
    answer = client.get(unescape(link))
    assert answer.headers["content-type"].startswith("text/csv")
    return list(csv.reader(answer.text.splitlines()))


def test_lines_stand_on_the_page_as_they_are_counted(client: TestClient, archive: Archive) -> None:
    params = {"q": "terrorism", "order": "right", "context": "4"}
    page = client.get("/concordance", params=params).text
    question = replace(Asked(q="terrorism").question(), limit=50)
    lines = concordance(archive, question, context=4, by="right").lines[:50]
    rows = rows_of(page)
    assert len(lines) == len(rows) == 10
    for row, line in zip(rows, lines, strict=True):
        told = f"{line.left}{line.node}{line.right}".replace(" ", "")
        assert told in text_of(row).replace(" ", "")
        assert f"span={line.span.start}-{line.span.end}" in row
    heads, *table = table_of(client, page)
    assert heads[4:7] == ["Before", "Words", "After"]
    assert len(table) >= len(rows)
    assert table[0][5] == lines[0].node


def test_a_line_leads_to_its_place(client: TestClient) -> None:
    page = client.get("/concordance", params={"q": "terrorism"}).text
    link = unescape(re.findall(r'class="right" lang=""><bdi><a href="([^"]+)"', page)[0])
    answer = client.get(link.partition("#")[0], follow_redirects=True)
    assert re.search(r'<mark [^>]*id="hit"[^>]*>terroris', answer.text, re.IGNORECASE)


@pytest.mark.parametrize("path", PAGES)
def test_restrictions_are_kept_from_page_to_page(client: TestClient, path: str) -> None:
    params = {"q": "security", "organisation": "CSTO", "from": "2020", "spoken": "yes"}
    page = client.get(path, params=params).text
    (ways,) = re.findall(r'<nav class="ways".*?</nav>', page, re.DOTALL)
    links = [unescape(one) for one in re.findall(r'href="([^"]+)"', ways)]
    assert len(links) == 5
    for link in links:
        assert {key: one for key, (one,) in parse_qs(urlsplit(link).query).items()} == params
        assert client.get(link).status_code == 200
    (link,) = re.findall(r'href="([^"]+take=[a-z]+\.csv)"', page)
    taken = parse_qs(urlsplit(unescape(link)).query)
    assert params.items() <= {key: one[-1] for key, one in taken.items()}.items()
    assert 'name="organisation" value="CSTO"' in page
    told = "the organisation is CSTO , and the day is not before 2020 , and it was said"
    assert told in text_of(page)


def test_a_search_leads_to_all_of_them(client: TestClient) -> None:
    page = client.get("/search", params={"q": "security", "of": "Belarus", "page": "1"}).text
    for path in PAGES:
        assert f'href="{path}?q=security&amp;of=Belarus"' in page


def test_words_near_others_are_those_that_are_counted(client: TestClient, archive: Archive) -> None:
    page = client.get("/collocates", params={"q": "security", "window": "3"}).text
    found = collocates(archive, Asked(q="security").question(), window=3, limit=100)
    rows = rows_of(page)
    assert [text_of(row).split()[0] for row in rows] == [one.word for one in found]
    first = unescape(re.findall(r'href="([^"]+)"', rows[0])[0])
    lines = text_of(client.get(first).text)
    assert found[0].word in lines.casefold()
    assert len(table_of(client, page)) == len(found) + 1


def test_words_are_set_against_those_of_others(client: TestClient, archive: Archive) -> None:
    params = {"of": "Belarus", "against-of": "Russia"}
    page = client.get("/keywords", params=params).text
    ours, theirs = Asked(of="Belarus").question(), Asked(of="Russia").question()
    found = keywords(archive, ours, theirs, limit=100)
    assert [text_of(row).split()[0] for row in rows_of(page)] == [one.word for one in found]
    assert f"Here {found[0].of:,} words in all; there, of Russia" in text_of(page)
    others = client.get("/keywords", params={"of": "Belarus"}).text
    assert "all the rest" in others
    table = table_of(client, page)
    assert float(table[1][6]) > 0


def test_who_said_most_stands_side_by_side(client: TestClient, archive: Archive) -> None:
    page = client.get("/positions", params={"q": "threat*"}).text
    offered = re.findall(r'name="column" value="=([^"]+)"( checked)?', page)
    chosen = [name for name, checked in offered if checked]
    assert len(chosen) == 3 < len(offered)
    found = positions(archive, Asked(q="threat*").question(), [f"={one}" for one in chosen])
    assert len(rows_of(page)) == len(found.rows)
    said = [one for row in found.rows for cell in row.cells for one in cell]
    assert len(table_of(client, page)) == len(said) + 1
    for one in said:
        words = [match.cut(one.text).casefold() for match in one.matches]
        assert words
        assert all(word.startswith("threat") for word in words)
    assert page.count("<mark") >= len(found.rows)


def test_named_columns_stand_in_their_order(client: TestClient) -> None:
    params = {"q": "security", "column": ["Tajikistan", "Kyrgyz Republic"]}
    page = client.get("/positions", params=params).text
    (head,) = re.findall(r"<thead>(.*?)</thead>", page, re.DOTALL)
    assert text_of(head) == "Session Tajikistan Kyrgyzstan"
    by_speaker = client.get("/positions", params={"q": "security", "by": "speaker"}).text
    assert re.search(r'name="column" value="=[^"]+Putin" checked', by_speaker)


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/concordance?q=%22", "query, column 1"),
        ("/concordance?q=a&order=weather", "weather"),
        ("/concordance?q=a&page=401", "at most 400"),
        ("/collocates?q=%22", "query, column 1"),
        ("/collocates?q=a&window=0", "query.window"),
        ("/keywords?q=%22", "query, column 1"),
        ("/keywords?of=Atlantis", "no passage is left"),
        ("/positions?q=%22", "query, column 1"),
        ("/positions?q=a&by=weather", "weather"),
        ("/positions?q=a&" + "&".join(f"column={n}" for n in range(13)), "13 columns"),
        ("/concordance?q=%22&take=concordance.csv", "query, column 1"),
    ],
)
def test_what_cannot_be_shown_is_said(client: TestClient, path: str, said: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 400
    assert said in text_of(answer.text)


@pytest.mark.parametrize("path", PAGES)
def test_what_is_asked_is_never_taken_for_markup(client: TestClient, path: str) -> None:
    hostile = '"><script>alert(1)</script>'
    for params in ({"q": hostile}, {"q": "a", "speaker": hostile, "column": hostile}):
        answer = client.get(path, params=params)
        assert answer.status_code in {200, 400}
        assert "<script>alert" not in answer.text
    assert client.get(path, params={"q": "a", "take": "other.csv"}).status_code == 404


@pytest.mark.parametrize("path", PAGES)
def test_an_empty_page_says_what_it_is_for(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert 'class="lede"' in answer.text


@pytest.mark.parametrize("path", ["/collocates?q=security", "/keywords?of=Belarus"])
def test_more_than_anybody_waits_for_is_not_counted(
    client: TestClient, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "MOST", 5)
    answer = client.get(path)
    assert answer.status_code == 400
    assert "passages to count" in answer.text


@pytest.mark.parametrize(
    "path", ["/frequency?q=security&by=of", "/collocates?q=security", "/keywords?of=Russia&least=2"]
)
def test_words_of_several_languages_are_told_with_a_way_to_one(
    client: TestClient, archive: Archive, path: str
) -> None:
    assert 'class="caveat"' not in client.get(path).text
    came = received("Волков: Угроза терроризма растёт.\n", language="ru")
    both = archive_of((came, reading_of(came.witness)))
    add_all(both, [EXAMPLES])
    page = client_of(both).get(path).text
    ((told, links),) = re.findall(
        r'class="caveat">The words counted are of ([^.]*)\.(.*)</p>', page
    )
    (english,) = (one.words for one in archive.languages(Question(words="")))
    assert told == f"several languages: en {english:,} words, ru 3 words"
    narrowed = [unescape(one) for one in re.findall(r'href="([^"]*)"', links)]
    # Nobody speaks Russian for Russia here: that would be compared with nothing.
    keep = [["en"]] if "of=" in path else [["en"], ["ru"]]
    assert [parse_qs(urlsplit(one).query)["language"] for one in narrowed] == keep
    asked = parse_qs(urlsplit(path).query)
    for one in narrowed:
        assert asked.items() <= parse_qs(urlsplit(one).query).items()
        answer = client_of(both).get(one)
        assert (answer.status_code, 'class="caveat"' in answer.text) == (200, False)
