"""Tests of `greffier.web.feeds`, and of the watches that they tell of."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree as ET

import pytest

from greffier.archive import Question
from greffier.errors import QueryError, UsageError
from greffier.model import witness_of
from greffier.query.watching import begin, feed, news
from greffier.web.asking import asked_of
from tests.readings import meeting, scrape
from tests.web.conftest import archive_of, client_of

if TYPE_CHECKING:
    from greffier.archive import Archive

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def watched() -> Archive:
    """Give an archive into which a record came after a watch was begun."""
    archive = archive_of(meeting())
    begin(archive, "a & b/<c>", Question(words="the"))
    begin(archive, "all", Question(words="the"), everything=True)
    archive.add(*scrape())
    return archive


def test_what_came_since_is_told_once(watched: Archive) -> None:
    scraped = scrape()[0].witness.id
    found = news(watched, "a & b/<c>")
    assert found.hits.total == len(found.hits.hits) > 0
    assert {hit.witness for hit in found.hits.hits} == {scraped}
    assert news(watched, "a & b/<c>").hits == found.hits
    watched.looked("a & b/<c>", seen=found.seen)
    assert news(watched, "a & b/<c>").hits.total == 0
    everything = news(watched, "all", limit=1_000).hits
    assert {hit.witness for hit in everything.hits} == {scraped, meeting()[0].witness.id}


def test_a_feed_is_there_whether_it_was_looked_at_or_not(watched: Archive) -> None:
    _, before = feed(watched, "all")
    watched.looked("all", seen=2)
    watch, after = feed(watched, "all")
    assert watch.seen == 2
    assert after == before
    assert [one.hit.witness for one in after] == sorted(
        (one.hit.witness for one in after), key=lambda key: key != scrape()[0].witness.id
    )


def test_the_feed_is_atom_whatever_the_watch_is_called(watched: Archive) -> None:
    client = client_of(watched)
    page = client.get("/watches").text
    assert "a &amp; b/&lt;c&gt;" in page
    link = "/watches/a%20%26%20b%2F%3Cc%3E/feed"
    assert link in page
    answer = client.get(link)
    assert answer.headers["content-type"] == "application/atom+xml; charset=utf-8"
    root = ET.fromstring(answer.text)  # noqa: S314 - our own
    for part in (root, *root.iter(f"{ATOM}entry")):
        assert {child.tag for child in part} >= {
            f"{ATOM}{name}" for name in ("id", "title", "updated")
        }
    entries = list(root.iter(f"{ATOM}entry"))
    assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == len(entries) > 0
    where = entries[0].find(f"{ATOM}link")
    assert where is not None
    assert client.get(where.attrib["href"]).status_code == 200


def test_a_watch_leads_to_the_search_that_it_is() -> None:
    archive = archive_of(meeting())
    asked = Question(words="the", of="Russia", since="2020", spoken=True)
    begin(archive, "x", asked)
    page = client_of(archive).get("/watches").text
    (link,) = re.findall(r'href="(/search[^"]*)"><bdi>x<', page)
    values = parse_qs(urlsplit(unescape(link)).query)
    assert values == {"q": ["the"], "of": ["Russia"], "from": ["2020"], "spoken": ["yes"]}
    assert asked_of(asked).question() == asked
    told = "the, where the speaker stands for Russia, the day is not before 2020 and it was said"
    assert f"<bdi>{told}</bdi>" in page
    atom = ET.fromstring(client_of(archive).get("/watches/x/feed").content)  # noqa: S314 - our own
    assert atom.findtext(f"{ATOM}subtitle") == told


def test_what_cannot_be_watched_is_said() -> None:
    archive = archive_of(meeting())
    with pytest.raises(QueryError):
        begin(archive, "x", Question(words='"open'))
    begin(archive, "x", Question(words="the"))
    with pytest.raises(UsageError, match="is there"):
        begin(archive, "x", Question(words="other"))
    archive.unwatch("x")
    for tried in (archive.unwatch, lambda name: news(archive, name)):
        with pytest.raises(UsageError, match="nothing is watched"):
            tried("x")
    with pytest.raises(UsageError, match="nothing is watched"):
        archive.looked("x", seen=1)
    assert client_of(archive).get("/watches/x/feed").status_code == 404


def test_nothing_came_into_an_empty_archive() -> None:
    archive = archive_of()
    begin(archive, "x", Question(words="the"))
    assert feed(archive, "x")[1] == ()
    assert witness_of("words").id not in {one.witness for one in archive.arrivals()}
