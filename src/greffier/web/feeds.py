"""Feeds: what came into the archive for a watch, as Atom (RFC 4287)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import APIRouter, Request
from starlette.responses import Response

from greffier.exports.markup import DECLARATION, element, empty, start
from greffier.query.watching import feed
from greffier.query.wording import in_words
from greffier.web import addresses as address
from greffier.web.asking import asked_of
from greffier.web.rendering import answer_page, archive_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.archive.stored import Watch
    from greffier.query.watching import Entry

router = APIRouter()

_TYPE = "application/atom+xml; charset=utf-8"
_UNKNOWN = "1970-01-01T00:00:00+00:00"  # a feed must have a time; no record is as old


@router.api_route("/watches", methods=["GET", "HEAD"])
def watches(request: Request) -> Response:
    """Show what is watched, each with its feed."""
    watched = archive_of(request).watches()
    searches = {one.name: asked_of(one.question).named() for one in watched}
    told = {one.name: in_words(one.question) for one in watched}
    return answer_page(request, "watches.html", watches=watched, searches=searches, told=told)


@router.api_route("/watches/{name:path}/feed", methods=["GET", "HEAD"])
def atom(request: Request, name: str) -> Response:
    """Give the latest that a watch found as an Atom feed."""
    watch, entries = feed(archive_of(request), name)
    here = str(request.base_url).rstrip("/")
    made = "\n".join(_feed(watch, entries, here))
    return Response(f"{DECLARATION}{made}\n".encode(), media_type=_TYPE)


def _feed(watch: Watch, entries: tuple[Entry, ...], here: str) -> Iterator[str]:
    own = here + address.feed(watch.name)
    yield start("feed", {"xmlns": "http://www.w3.org/2005/Atom"})
    yield element("title", f"{watch.name}: Greffier")
    yield element("subtitle", in_words(watch.question))
    yield element("id", own)
    yield empty("link", {"rel": "self", "href": own, "type": "application/atom+xml"})
    yield element("updated", max((one.added or _UNKNOWN for one in entries), default=watch.made))
    yield start("author") + element("name", "Greffier") + "</author>"
    for entry in entries:
        yield from _entry(entry, here)
    yield "</feed>"


def _entry(entry: Entry, here: str) -> Iterator[str]:
    hit = entry.hit
    where = here + address.words(hit.witness, hit.matches or (hit.span,))
    about = filter(None, (hit.record.date, hit.speaker, hit.record.title or hit.record.name))
    yield start("entry")
    yield element("title", ", ".join(about))
    yield element("id", f"{here}{address.record(hit.witness)}#{hit.span.start}-{hit.span.end}")
    yield empty("link", {"rel": "alternate", "href": where})
    yield element("updated", entry.added or _UNKNOWN)
    yield element("content", hit.quote, {"type": "text"})
    yield "</entry>"
