"""Feeds and site maps: what they list."""

from __future__ import annotations

import gzip
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier.fetching.listing import Entry, Listing, listing_of

MOST = 10_000_000
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"


def listed(text: str, encoding: str = "utf-8") -> Listing:
    found = listing_of(text.encode(encoding), most=MOST)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "kind", "entries"),
    [
        (
            (
                f'<?xml version="1.0"?><urlset xmlns="{SITEMAP}" xmlns:x="http://www.w3.org/1999/xhtml"'
                ' xmlns:i="http://www.google.com/schemas/sitemap-image/1.1">'
                '<url><x:link rel="alternate" hreflang="ru" href="/ru/1"/>'
                "<i:image><i:loc>/i.png</i:loc>"
                "</i:image><loc> https://a.org/1?x=1&amp;y=2 </loc>"
                "<lastmod>2026-11-20T10:00:00Z</lastmod>"
                "</url><url><loc>/2</loc><lastmod>yesterday</lastmod></url><url/></urlset>"
            ),
            "sitemap",
            [Entry("https://a.org/1?x=1&y=2", "2026-11-20"), Entry("/2")],
        ),
        (
            (
                f'<s:sitemapindex xmlns:s="{SITEMAP}"><s:sitemap><s:loc>/a.xml.gz</s:loc>'
                "<s:lastmod>2026-01-02</s:lastmod></s:sitemap></s:sitemapindex>"
            ),
            "index",
            [Entry("/a.xml.gz", "2026-01-02")],
        ),
        (
            (
                '<rss version="2.0" xmlns:a="http://www.w3.org/2005/Atom"><channel><link>/</link>'
                '<a:link rel="self" href="/feed"/><item><title>One</title>'
                "<pubDate>Thu, 16 Sep 2021 23:30:00 +0300</pubDate>"
                "<guid>urn:1</guid>"
                '<a:link rel="enclosure" href="/1.mp3"/><link><![CDATA[https://a.org/1]]></link>'
                "<source><link>/x</link></source></item><item><title>None</title></item></channel></rss>"
            ),
            "feed",
            [Entry("https://a.org/1", None, "2021-09-16")],
        ),
        (
            (
                '<feed xmlns="http://www.w3.org/2005/Atom"><link href="/"/><entry><link rel="edit" '
                'href="/e"/><link href="/1"/>'
                '<link rel="alternate" type="application/pdf" href="/1.pdf"/>'
                "<updated>2026-02-03T00:00:00Z</updated><published>2026-01-01</published></entry>"
                "</feed>"
            ),
            "feed",
            [Entry("/1", "2026-02-03", "2026-01-01")],
        ),
        (
            (
                '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/'
                '1.0/"><channel><link>/</link></channel><item><link>/1</link>'
                '<dc:date xmlns:dc="http://purl.org/dc/elements/1.1/">soon</dc:date></item></r:RDF>'
            ),
            "feed",
            [Entry("/1")],
        ),
    ],
    ids=["sitemap", "index", "RSS", "Atom", "RDF"],
)
def test_what_is_listed(text: str, kind: str, entries: list[Entry]) -> None:
    assert listed(text) == Listing(kind=kind, entries=tuple(entries))  # type: ignore[arg-type] # of those
    packed = listing_of(gzip.compress(text.encode()), most=MOST)
    assert packed == listed(text)


def test_a_day_that_no_machine_counts_to_is_none() -> None:
    text = "<rss><channel><item><link>/1</link><pubDate>{}</pubDate></item></channel></rss>"
    when = f"Mon, 01 Jan {'9' * 20} 00:00:00 GMT"
    assert listed(text.format(when)).entries == (Entry("/1"),)


@pytest.mark.parametrize("encoding", ["windows-1251", "koi8-r", "utf-16", "utf-8-sig"])
def test_any_encoding_that_is_declared(encoding: str) -> None:
    declared = encoding.removesuffix("-sig")
    text = (
        f'<?xml version="1.0" encoding="{declared}"?><rss><item><link>/запись</link></item></rss>'
    )
    assert listed(text, encoding).entries == (Entry("/запись"),)


@pytest.mark.parametrize(
    "data",
    [
        *(b"", b"words", b"<", b"<html><body>x</body></html>", b"<!DOCTYPE html><html></html>"),
        *(b"%PDF-1.4", b"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'/>"),
        *(b"<note/>", b"\xff\xfe<\x00", b"<?xml version='1.0' encoding='none'?><rss/>"),
        *(b"<url><loc>/1</loc></url>", gzip.compress(b"words")),
    ],
)
def test_what_is_no_listing(data: bytes) -> None:
    assert listing_of(data, most=MOST) is None


def test_what_is_read_before_a_fault_is_not_lost() -> None:
    found = listed("<urlset><url><loc>/1</loc></url><url><loc>/2</loc>")
    assert found.entries == (Entry("/1"),)
    assert found.fault is not None
    assert found.fault.startswith("it cannot be read to its end")


@pytest.mark.parametrize("kind", ["urlset", "rss"])
def test_a_hundred_thousand_entries(kind: str) -> None:
    name, link = ("url", "loc") if kind == "urlset" else ("item", "link")
    entries = "".join(f"<{name}><{link}>/records/{n}</{link}></{name}>" for n in range(100_000))
    begun = time.process_time()
    found = listed(f"<{kind}>{entries}</{kind}>")
    assert len({one.reference for one in found.entries}) == 100_000
    assert time.process_time() - begun < 5


def test_there_is_an_end_to_entries() -> None:
    found = listed(f"<urlset>{'<url><loc>/1</loc></url>' * 500_001}</urlset>")
    assert (len(found.entries), found.fault) == (
        500_000,
        "it cannot be read to its end (more than 500,000 entries)",
    )


@given(st.binary(max_size=200))
def test_any_bytes_are_a_listing_or_none(data: bytes) -> None:
    found = listing_of(b"<urlset><url><loc>" + data, most=MOST)
    assert found is not None
    assert found.fault is not None
