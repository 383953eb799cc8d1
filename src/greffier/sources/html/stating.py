"""What a page states about itself: in its head, in JSON-LD, in microdata, in its headings."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from greffier.model import Hint, Span
from greffier.sources.html.furniture import classes, names
from greffier.sources.titles import folded, on_its_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.sources.html.choosing import Main
    from greffier.sources.html.parsing import Element, Parsed
    from greffier.sources.html.writing import Written

# What the fields of a page's head are called, the surest first.
_META = {
    "title": ("og:title", "dc.title", "dcterms.title", "citation_title", "title", "twitter:title"),
    "date": (
        "article:published_time", "og:article:published_time", "datepublished", "date",
        "dc.date", "dc.date.issued", "dcterms.date", "dcterms.issued", "dcterms.created",
        "citation_publication_date", "pubdate", "publishdate", "publication_date",
    ),
    "publisher": ("og:site_name", "dc.publisher", "dcterms.publisher", "citation_publisher"),
    "url": ("og:url",),
    "place": ("dcterms.spatial", "geo.placename"),
}  # fmt: skip
_SEPARATORS = re.compile(r"\s[|•·–—:»/-]\s")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_PLACES = frozenset({"contentLocation", "locationCreated", "location", "dateline"})
_DATES = frozenset({"datePublished", "dateCreated"})
_PUBLISHED = frozenset({"published", "pubdate", "date", "dateline", "posted"})
_LOWER = frozenset({"h2", "h3", "h4"})
_SHORTEST = 10  # characters of a lower heading, so that it is no name of a part
_LONGEST_JSON = 512 * 1024
# What hides a script from browsers that know none, and what ends one.
_AROUND_JSON = re.compile(
    r"\A\s*+(?:/[/*]\s*+)?(?:<!--|<!\[CDATA\[)(?:\s*+\*/)?"
    r"|(?:;|(?:/[/*]\s*+)?(?:-->|\]\]>)(?:\s*+\*/)?)\s*+\Z"
)
_LONGEST = 1000


def heading_of(page: Parsed) -> int | None:
    """Give the element with the page's title: the `<h1>` that stands first in the head's title.

    Where a page has none, a lower heading that has the words of the head's title is it.
    """
    found = [n for n, one in enumerate(page.elements) if one.tag == "h1"]
    found = [n for n in found if page.words(n)] or [
        n for n, one in enumerate(page.elements) if "headline" in _properties(one)
    ]
    if len(found) == 1:
        return found[0]
    shortest = 0
    if not found:
        found = [n for n, one in enumerate(page.elements) if one.tag in _LOWER]
        shortest = _SHORTEST
    titles = [folded(value) for key, value in _head(page) if key == "title"]
    places = [
        (title.find(words), -len(words), n)
        for n in found
        for title in titles
        if (words := folded(page.words(n))) in title and len(words) >= shortest
    ]
    return min(places)[2] if places else None


def marked(page: Parsed, main: Main) -> dict[str, int]:
    """Give the elements in which the main text has its title, date and place, by what they have."""
    out = {"title": main.heading} if main.heading is not None else {}
    for n, element in _shown(page, main):
        if "date" not in out and _is_date(element):
            out["date"] = n
        if "place" not in out and _is_place(element):
            out["place"] = n
    return out


def stated(page: Parsed, main: Main, writing: Written, where: dict[str, int]) -> tuple[Hint, ...]:
    """Give what a page states about itself, each field once, with its words where they are shown.

    A card or tooltip that was left out is a hint `gloss` on the words that it explains; where the
    page does not show what its main text is, `extraction` says who found it.
    """
    fields: dict[str, Hint] = {}
    for key, n in where.items():
        if hint := _shown_hint(key, page, n, writing.spans.get(n)):
            fields[key] = hint
    for key, value in _all(page):
        words = " ".join(value.split())[:_LONGEST]
        if words and key not in fields:
            fields[key] = Hint(key=key, value=words, span=None)
    title = fields.get("title")
    if title and title.span is None:
        fields["title"] = on_its_line(title, writing.words)
    out = [fields[key] for key in sorted(fields, key=_order)]
    if not main.sure:
        out.append(Hint(key="extraction", value="extractor" if main.extracted else "own rules"))
    out += [Hint(key="gloss", value=words, span=span) for words, span in writing.glosses]
    return tuple(out)


def _order(key: str) -> tuple[int, str]:
    keys = ("title", "date", "place", "publisher", "url", "language")
    return (keys.index(key) if key in keys else len(keys), key)


def _shown_hint(key: str, page: Parsed, n: int, span: Span | None) -> Hint | None:
    words = page.words(n)
    if key == "date":
        printed = page.elements[n].attributes.get("datetime") or ""
        iso = _ISO.match(printed.strip())
        words = iso[0] if iso else words
    return Hint(key=key, value=words, span=span) if words and span else None


def _shown(page: Parsed, main: Main) -> Iterator[tuple[int, Element]]:
    """Yield the elements of the main text that are not left out."""
    end = -1
    for n, element in enumerate(page.elements):
        if element.start < end:
            continue
        if n in main.left_out:
            end = element.end
        elif any(
            page.elements[top].start <= element.start <= page.elements[top].end
            for top in main.parts
        ):
            yield n, element


def _is_date(element: Element) -> bool:
    if not _DATES.isdisjoint(_properties(element)):
        return element.tag != "meta"
    if element.tag != "time":
        return False
    return "pubdate" in element.attributes or not names(element).isdisjoint(_PUBLISHED)


def _is_place(element: Element) -> bool:
    if not _PLACES.isdisjoint(_properties(element)):
        return element.tag != "meta"
    return not classes(element).isdisjoint({"p-location", "dateline-place", "location"})


def _properties(element: Element) -> set[str]:
    return set((element.attributes.get("itemprop") or "").split())


def _all(page: Parsed) -> Iterator[tuple[str, str]]:
    """Yield what is stated where it is not shown, the surest first."""
    yield from _head(page)
    yield from _json(page)
    for node in page.root.css("body meta[itemprop][content]"):
        attributes = node.attributes
        if "datePublished" in (attributes.get("itemprop") or ""):
            yield "date", _day(attributes.get("content") or "")
    times = {_day(node.attributes["datetime"] or "") for node in page.root.css("time[datetime]")}
    if len(times) == 1:  # of several, one is of another page
        yield "date", times.pop()
    for node in page.root.css("html[lang]")[:1]:
        yield "language", node.attributes.get("lang") or ""


def _head(page: Parsed) -> Iterator[tuple[str, str]]:
    """Yield what the head of a page has for each field."""
    values: dict[str, str] = {}
    for node in page.root.css("meta[content]"):
        attributes = node.attributes
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        values.setdefault((name or "").lower(), attributes.get("content") or "")
    for key, called in _META.items():
        for name in called:
            if values.get(name):
                yield key, _day(values[name]) if key == "date" else values[name]
    for node in page.root.css("link[rel=canonical][href]")[:1]:
        if (target := node.attributes.get("href") or "").startswith(("https://", "http://")):
            yield "url", target
    for node in page.root.css("head title, body > title")[:1]:
        title = node.text()
        yield "title", title
        yield "title", _SEPARATORS.split(title)[0]


def _json(page: Parsed) -> Iterator[tuple[str, str]]:
    """Yield what JSON-LD states of the page's article, or of the page."""
    for node in page.root.css('script[type="application/ld+json"]'):
        source = _AROUND_JSON.sub("", node.text()[: _LONGEST_JSON + 1])
        try:
            value = json.loads(source, strict=False) if len(source) <= _LONGEST_JSON else None
        except (ValueError, RecursionError):
            yield "unread", "JSON-LD, which is broken"
            continue
        for thing in _things(value):
            yield from _of_thing(thing)


def _of_thing(thing: dict[str, Any]) -> Iterator[tuple[str, str]]:
    if isinstance(thing.get("headline"), str):
        yield "title", thing["headline"]
    if isinstance(thing.get("datePublished"), str):
        yield "date", _day(thing["datePublished"])
    for key in ("contentLocation", "locationCreated"):
        if isinstance(thing.get(key), dict) and isinstance(thing[key].get("name"), str):
            yield "place", thing[key]["name"]
    publisher = thing.get("publisher")
    if isinstance(publisher, dict) and isinstance(publisher.get("name"), str):
        yield "publisher", publisher["name"]


def _things(value: object) -> Iterator[dict[str, Any]]:
    """Yield the objects of JSON-LD, those inside lists and graphs among them."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, list):
            waiting += reversed(one)
        elif isinstance(one, dict):
            yield one
            waiting += [one[key] for key in ("@graph", "mainEntity") if key in one]


def _day(printed: str) -> str:
    found = _ISO.match(printed.strip())
    return found[0] if found else printed
