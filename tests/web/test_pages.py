"""What the pages show, and where their links lead."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

import pytest

from tests.readings import bare, meeting
from tests.web.conftest import archive_of, client_of

if TYPE_CHECKING:
    from starlette.testclient import TestClient

    from greffier.archive import Archive


def marked(page: str) -> list[str]:
    """Give the words that a page highlights."""
    return [unescape(found) for found in re.findall(r"<mark[^>]*>(.*?)</mark>", page)]


def test_the_first_page_says_what_the_archive_holds(client: TestClient, record: str) -> None:
    page = client.get("/").text
    assert "2 sessions, and who said what in them" in page
    assert f'href="/sessions/{record}.s1"' in page
    assert '<time datetime="2020-12-02">2 December 2020</time>' in page
    assert f'href="/records/{record}"' in page


def test_a_session_leads_from_every_fact_to_its_words(client: TestClient, record: str) -> None:
    page = client.get(f"/sessions/{record}.s1").text
    links = re.findall(rf'href="(/records/{record}\?fact=[^"#]+)#fact"', page)
    assert f"/records/{record}?fact=s1.mode" in links
    assert f"/records/{record}?fact=p5" in links
    assert all(marked(client.get(unescape(link)).text) for link in links)


def test_a_session_says_where_no_words_support_a_fact(client: TestClient, record: str) -> None:
    page = client.get(f"/sessions/{record}.s1").text
    row = page[page.index('<th scope="rowgroup" rowspan="1">Status') :].split("</tr>")[0]
    assert "no words" in row


@pytest.mark.parametrize(
    ("fact", "words"),
    [
        ("s1.mode", ["via videoconference"]),
        ("s1.date", ["December 2, 2020"]),
        ("i1", ["Collective Security Declaration"]),
        ("q1", ["Nayomnik"]),
    ],
)
def test_a_chosen_fact_has_its_words_highlighted(
    client: TestClient, record: str, fact: str, words: list[str]
) -> None:
    page = client.get(f"/records/{record}", params={"fact": fact}).text
    assert [one.replace("\u00a0", " ") for one in marked(page)] == words
    assert page.count('id="fact"') == 1


def test_a_fact_that_is_not_there_is_said_not_to_be(client: TestClient, record: str) -> None:
    answer = client.get(f"/records/{record}", params={"fact": "s9.date"})
    assert answer.status_code == 200
    assert "This reading has no fact <bdi>s9.date</bdi>" in answer.text


def test_words_can_be_pointed_at(client: TestClient, record: str) -> None:
    text = meeting()[1].witness.text
    at = text.index("Echelon")
    page = client.get(f"/records/{record}", params={"span": f"{at}-{at + 7},x,9-3,1-99999999"}).text
    assert marked(page) == ["Echelon"]


def test_turns_and_paragraphs_have_permanent_names(client: TestClient, record: str) -> None:
    page = client.get(f"/records/{record}").text
    assert 'id="t3"' in page
    assert re.search(r'<p id="t3p1"[^>]* lang="en"[^>]*>Yes, we can hear that\.', page)
    names = re.findall(r'\sid="([^"]+)"', page)
    assert len(names) == len(set(names))


def test_every_link_within_a_page_leads_somewhere(client: TestClient, record: str) -> None:
    page = client.get(f"/records/{record}", params={"fact": "p1"}).text
    names = set(re.findall(r'\sid="([^"]+)"', page))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= names


def test_the_whole_text_is_on_the_page(client: TestClient, archive: Archive) -> None:
    """Whatever was printed stands on the page, and in the same order."""
    for key in (one.base for one in archive.records()):
        reading = archive.reading(key)
        page = client.get(f"/records/{key}").text
        shown = page[page.index("<main") : page.index('<nav class="turns"')]
        shown = re.sub(r'<(a|summary|p class="speaker")\b.*?</(a|summary|p)>', _label_only, shown)
        words = iter(re.findall(r"\w+", unescape(re.sub(r"<[^>]+>", " ", shown))))
        title = reading.record.title
        body = reading.witness.text[title.span.end if title else 0 :]
        missing = [word for word in re.findall(r"\w+", body) if word not in words]
        assert not missing


def _label_only(found: re.Match[str]) -> str:
    """Keep a printed label that is a link; drop links and notes that the page adds."""
    return found.group() if 'href="/persons/' in found.group() else " "


def test_furniture_is_folded_away(client: TestClient, record: str) -> None:
    page = client.get(f"/records/{record}").text
    folded = page[page.index('<details class="furniture">') :].split("</details>")[0]
    assert "Font size:" in folded


def test_furniture_that_holds_chosen_words_is_unfolded(client: TestClient, record: str) -> None:
    page = client.get(f"/records/{record}", params={"span": "0-4"}).text
    assert '<details class="furniture" open>' in page


def test_a_remark_stands_at_its_place_and_in_the_list(client: TestClient, record: str) -> None:
    page = client.get(f"/records/{record}").text
    assert 'href="#remark-1"' in page
    assert '<li id="remark-2"><bdi>The date of the next session is not said.' in page


def test_glosses_are_told_from_the_sentence(archive: Archive) -> None:
    key = next(one.base for one in archive.records() if archive.reading(one.base).glosses)
    page = client_of(archive).get(f"/records/{key}").text
    assert '<span class="gloss" title=' in page
    assert "Pashinyan NikolPrime Minister of the Republic of Armenia</span>" in page


def test_a_search_highlights_and_leads_to_the_words(client: TestClient) -> None:
    page = client.get("/search", params={"q": "Nayomnik"}).text
    assert marked(page) == ["Nayomnik"]
    link = re.search(r'<blockquote lang="en" dir="auto"><a href="([^"#]+)#hit">', page)
    assert link
    there = client.get(unescape(link[1])).text
    assert marked(there) == ["Nayomnik"]
    assert 'id="hit"' in there
    assert "/search?q=Nayomnik" in there


def test_a_search_is_narrowed_and_paged(client: TestClient) -> None:
    page = client.get("/search", params={"q": "the", "speaker": "Putin"}).text
    assert '<details class="narrow" open>' in page
    following = re.search(r'rel="next" href="([^"]+)"', page)
    assert following
    assert "speaker=Putin" in following[1]
    second = client.get(unescape(following[1])).text
    assert '<ol class="hits" start="21">' in second


def test_a_question_that_cannot_be_read_is_answered_in_its_place(client: TestClient) -> None:
    answer = client.get("/search", params={"q": 'a "b'})
    assert answer.status_code == 400
    assert 'role="alert"' in answer.text
    assert 'value="a &#34;b"' in answer.text
    assert "a <mark>&#34;</mark>b" in answer.text  # and shows the place


def test_what_was_found_is_counted_and_each_value_narrows_it(client: TestClient) -> None:
    page = client.get("/search", params={"q": "security", "sort": "newest"}).text
    links = re.findall(
        r'<li><a href="([^"]+)"><bdi>([^<]+)</bdi></a> <span class="number">(\d+)</span>', page
    )
    told = {label: (unescape(link), int(number)) for link, label, number in links}
    link, number = told["Vladimir Putin"]
    assert "q=security" in link
    assert "sort=newest" in link  # every option is kept
    narrower = client.get(link).text
    assert f'<h2 id="hits">{number} passage' in narrower
    back = re.search(r'<a href="([^"]+)" aria-label="without Vladimir Putin">', narrower)
    assert back
    assert client.get(unescape(back[1])).text == page


def test_an_order_that_is_on_no_list_is_said_to_be(client: TestClient) -> None:
    answer = client.get("/search", params={"q": "a", "sort": "loudest"})
    assert answer.status_code == 400
    assert "loudest" in answer.text


def test_a_kind_that_is_on_no_list_is_said_to_be(client: TestClient) -> None:
    answer = client.get("/search", params={"q": "a", "kind": "sermon"})
    assert answer.status_code == 400
    assert "sermon" in answer.text


def test_a_person_has_the_office_of_the_day(client: TestClient, record: str) -> None:
    page = client.get("/persons/talant-mamytov").text
    assert "Acting President of Kyrgyzstan" in page
    assert f'href="/records/{record}#t10"' in page


@pytest.mark.parametrize(
    "path",
    ["/records/nope", "/sessions/nope.s1", "/persons/nope", "/nowhere", "/records/nope/witness"],
)
def test_what_is_not_there_is_a_page_with_advice(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "What would be right" in answer.text


def test_a_page_number_that_is_none_is_a_page_with_advice(client: TestClient) -> None:
    answer = client.get("/", params={"page": "-1"})
    assert answer.status_code == 400
    assert "query.page" in answer.text


def test_the_bytes_are_given_as_received(client: TestClient, record: str) -> None:
    answer = client.get(f"/records/{record}/witness")
    assert answer.content == meeting()[0].data
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert answer.headers["content-disposition"].startswith("attachment;")


def test_an_archive_that_holds_nothing_says_so() -> None:
    client = client_of(archive_of())
    assert "0 sessions" in client.get("/").text
    for path in ("/records", "/persons", "/search?q=a"):
        assert client.get(path).status_code == 200


def test_long_lists_are_shown_a_page_at_a_time() -> None:
    client = client_of(archive_of(*(bare(f"Record {n}.") for n in range(51))))
    first = client.get("/records").text
    assert first.count("<h2>") == 50
    assert 'rel="next" href="/records?page=2"' in first
    assert client.get("/records", params={"page": 2}).text.count("<h2>") == 1


@pytest.mark.parametrize("path", ["/", "/records", "/persons", "/search", "/healthz"])
def test_head_is_answered_as_get(client: TestClient, path: str) -> None:
    assert client.head(path).status_code == client.get(path).status_code == 200
