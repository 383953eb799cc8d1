"""A run: what feeds and site maps list, what is asked for again, and where a run stops."""

from __future__ import annotations

import gzip
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from greffier.fetching import Wanted
from greffier.sources import MEDIA_TYPES, find
from tests.fetching.server import PAGE, Server, answer, redirect
from tests.fetching.trying import LIMITS, Loopback, StillClock, fetched

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from greffier.fetching import Outcome
    from tests.fetching.server import Behaviour

XML = "application/xml"
DAY = 24 * 3600


@pytest.fixture
def server() -> Iterator[Server]:
    """Give a server that has pages 1 to 5, a site map of them and an index of that."""
    with Server({f"/{n}": [answer()] for n in range(1, 6)}) as one:
        one.does("/map.xml", sitemap(*(f"/{n}" for n in range(1, 6))))
        one.does("/index.xml", answer(index("/map.xml"), media_type=XML))
        yield one


def sitemap(*targets: str, changed: str = "") -> Behaviour:
    """Answer with a site map."""
    last = f"<lastmod>{changed}</lastmod>" if changed else ""
    entries = "".join(f"<url><loc>{target}</loc>{last}</url>" for target in targets)
    return answer(f"<urlset>{entries}</urlset>".encode(), media_type=XML)


def index(*targets: str) -> bytes:
    """Give an index of site maps."""
    entries = "".join(f"<sitemap><loc>{target}</loc></sitemap>" for target in targets)
    return f"<sitemapindex>{entries}</sitemapindex>".encode()


def results(outcomes: list[Outcome]) -> list[str]:
    """Give what became of each address, or why it failed."""
    return [one.reason or one.result for one in outcomes]


def test_what_an_index_lists_is_fetched(server: Server, tmp_path: Path) -> None:
    outcomes = fetched(tmp_path, Loopback(server.port), server.url("/index.xml"))
    assert results(outcomes) == ["listed", "listed"] + ["fetched"] * 5
    assert [one.entries for one in outcomes[:2]] == [1, 5]
    assert server.targets() == ["/index.xml", "/map.xml", *(f"/{n}" for n in range(1, 6))]
    assert len(list(find([tmp_path]))) == 5  # the lists are kept, and are no records


@pytest.mark.parametrize(
    ("how", "packed"),
    [
        (answer(gzip.compress(index("/map.xml")), media_type="application/gzip"), "a file"),
        (
            answer(gzip.compress(index("/map.xml")), "Content-Encoding: gzip", media_type=XML),
            "on its way",
        ),
        (answer(index("/map.xml"), media_type="text/html"), "called a page"),
    ],
)
def test_a_list_may_be_packed(how: Behaviour, packed: str, server: Server, tmp_path: Path) -> None:
    assert packed
    server.does("/index.xml", how)
    outcomes = fetched(tmp_path, Loopback(server.port), server.url("/index.xml"))
    assert results(outcomes) == ["listed", "listed"] + ["fetched"] * 5
    assert len(list(find([tmp_path]))) == 5


def test_lists_of_lists_have_an_end(server: Server, tmp_path: Path) -> None:
    server.does("/index.xml", answer(index("/index2.xml", "/index.xml"), media_type=XML))
    server.does("/index2.xml", answer(index("/map.xml"), media_type=XML))
    outcomes = fetched(tmp_path, Loopback(server.port), server.url("/index.xml"))
    assert results(outcomes) == ["listed", "listing"]
    server.does("/map.xml", sitemap("/map2.xml"))
    server.does("/map2.xml", sitemap("/1"))
    outcomes = fetched(tmp_path, Loopback(server.port), server.url("/map.xml"))
    assert results(outcomes) == ["listed", "listing"]


def test_a_site_map_speaks_for_its_own_host_and_a_feed_for_any(
    server: Server, tmp_path: Path
) -> None:
    far = "http://far.test:8642/1"
    server.does("/map.xml", sitemap("/1", "/1#again", far, "mailto:a@b.org", "http://u:p@a.org/"))
    (listed, *rest) = fetched(tmp_path, Loopback(server.port), server.url("/map.xml"))
    assert (listed.entries, listed.passed, results(rest)) == (1, 4, ["fetched"])
    feed = f"<rss><item><link>{far}</link></item></rss>".encode()
    server.does("/feed", answer(feed, media_type="application/rss+xml"))
    (listed, other) = fetched(tmp_path, Loopback(server.port), server.url("/feed"))
    assert (listed.entries, other.address, other.reason) == (1, far, "robots")  # of no such host


def test_what_was_just_fetched_is_not_asked_for_again(server: Server, tmp_path: Path) -> None:
    clock = StillClock()
    network, url = Loopback(server.port), server.url("/map.xml")
    fetched(tmp_path, network, url, clock=clock)
    server.asked.clear()
    clock.at += DAY - 60
    assert results(fetched(tmp_path, network, url, clock=clock))[1:] == ["recent"] * 5
    assert server.targets() == ["/map.xml"]
    outcomes = fetched(
        tmp_path, network, url, clock=clock, wanted=Wanted(types=MEDIA_TYPES, again=True)
    )
    assert results(outcomes)[1:] == ["fetched"] * 5


def test_a_page_that_did_not_change_is_not_fetched_again(server: Server, tmp_path: Path) -> None:
    modified = "Sun, 01 Nov 2026 10:00:00 GMT"
    server.does(
        "/1",
        answer(PAGE, 'ETag: "one"', f"Last-Modified: {modified}"),
        answer(b"", status="304 Not Modified"),
        answer(PAGE + b" ", 'ETag: "two"'),
    )
    clock, network, url = StillClock(), Loopback(server.port), server.url("/1")
    (first,) = fetched(tmp_path, network, url, clock=clock)
    clock.at += DAY
    (second,) = fetched(tmp_path, network, url, clock=clock)
    assert (first.result, second.result) == ("fetched", "unchanged")
    asked = server.asked[-1].headers
    assert (asked["if-none-match"], asked["if-modified-since"]) == ('"one"', modified)
    assert first.page is not None
    assert second.page is not None
    assert (second.page.start, second.page.fetched) == (first.page.start, first.page.fetched)
    (third,) = fetched(tmp_path, network, url, clock=clock)  # for a day that is enough
    assert third.result == "recent"
    clock.at += DAY
    (fourth,) = fetched(tmp_path, network, url, clock=clock)
    assert fourth.page is not None
    assert (fourth.result, fourth.page.etag) == ("fetched", '"two"')
    assert len(list(find([tmp_path]))) == 2


@pytest.mark.parametrize("sign", ['"\x01"', '"а"', '"' + "a" * 2_000 + '"'])
def test_a_sign_that_may_not_be_sent_is_not_sent(server: Server, tmp_path: Path, sign: str) -> None:
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nETag: {sign}\r\n\r\n".encode()
    server.does("/1", lambda connection: connection.sendall(head + PAGE))
    clock, network, url = StillClock(), Loopback(server.port), server.url("/1")
    fetched(tmp_path, network, url, clock=clock)
    clock.at += DAY
    (outcome,) = fetched(tmp_path, network, url, clock=clock)
    assert outcome.result == "fetched"
    assert "if-none-match" not in server.asked[-1].headers


def test_a_page_that_asks_for_no_condition_and_is_told_304(server: Server, tmp_path: Path) -> None:
    server.does("/1", answer(b"", status="304 Not Modified"))
    (outcome,) = fetched(tmp_path, Loopback(server.port), server.url("/1"))
    assert (outcome.reason, outcome.page) == ("status", None)


def test_a_site_map_may_say_that_a_page_did_not_change(server: Server, tmp_path: Path) -> None:
    clock, network, url = StillClock(), Loopback(server.port), server.url("/map.xml")
    server.does("/map.xml", sitemap("/1", changed="2026-11-21"))
    fetched(tmp_path, network, url, clock=clock)
    clock.at += 30 * DAY
    assert results(fetched(tmp_path, network, url, clock=clock)) == ["listed", "recent"]
    server.does("/map.xml", sitemap("/1", changed="2026-11-22"))  # the day of its fetching
    assert results(fetched(tmp_path, network, url, clock=clock)) == ["listed", "fetched"]


def test_only_what_changed_since_a_day(server: Server, tmp_path: Path) -> None:
    entries = (("/1", "2026-01-01"), ("/2", "2026-02-01"), ("/3", ""))
    told = "".join(
        f"<url><loc>{target}</loc><lastmod>{day}</lastmod></url>" for target, day in entries
    )
    server.does("/map.xml", answer(f"<urlset>{told}</urlset>".encode(), media_type=XML))
    wanted = Wanted(types=MEDIA_TYPES, since="2026-02-01")
    fetched(tmp_path, Loopback(server.port), server.url("/map.xml"), wanted=wanted)
    assert server.targets() == ["/map.xml", "/2", "/3"]
    item = "<item><link>/{}</link><pubDate>{}</pubDate></item>"
    old, new = "Sat, 31 Jan 2026 23:00:00 GMT", "Sun, 01 Feb 2026 00:00:00 GMT"
    feed = f"<rss>{item.format(4, old)}{item.format(5, new)}</rss>".encode()
    server.does("/feed", answer(feed, media_type=XML))
    server.asked.clear()
    fetched(tmp_path, Loopback(server.port), server.url("/feed"), wanted=wanted)
    assert server.targets() == ["/feed", "/5"]


def test_so_many_and_no_more_and_the_next_run_goes_on(server: Server, tmp_path: Path) -> None:
    clock, network, url = StillClock(), Loopback(server.port), server.url("/map.xml")
    wanted = Wanted(types=MEDIA_TYPES, most=2)
    runs = [results(fetched(tmp_path, network, url, clock=clock, wanted=wanted)) for _ in range(4)]
    assert [run.count("fetched") for run in runs] == [2, 2, 1, 0]
    assert runs[3] == ["listed"] + ["recent"] * 5
    assert len(server.targets()) == 4 + 5


def test_a_run_that_is_left_in_the_middle_keeps_what_it_had(server: Server, tmp_path: Path) -> None:
    server.does("/3", redirect("/3"))
    outcomes = fetched(tmp_path, Loopback(server.port), server.url("/map.xml"))
    assert results(outcomes)[1:] == ["fetched", "fetched", "redirects", "fetched", "fetched"]
    server.does("/3", answer())
    server.asked.clear()
    outcomes = fetched(tmp_path, Loopback(server.port), server.url("/map.xml"))
    assert results(outcomes)[1:] == ["recent", "recent", "fetched", "recent", "recent"]
    assert server.targets() == ["/map.xml", "/3"]


def test_a_site_map_of_a_hundred_thousand(server: Server, tmp_path: Path) -> None:
    """All are put in line; that none but the first is asked for takes no time."""
    server.does("/map.xml", sitemap(*(f"/records/{n}" for n in range(100_000))))
    wanted = Wanted(types=MEDIA_TYPES, most=1)
    outcomes = fetched(
        tmp_path,
        Loopback(server.port),
        server.url("/map.xml"),
        wanted=wanted,
        limits=replace(LIMITS, size=20_000_000, whole=20),
    )
    assert outcomes[0].entries == 100_000
    assert server.targets() == ["/map.xml", "/records/0"]
