"""Open everything with everything hostile in it, and count what is not shown as words.

Stored: an archive of as many records as there are payloads, so that each place of a record, a
judgement, a watch and an imported authority has had each of them; every page and file that leads
from there is opened, read as a browser reads markup, and opened in Chromium, as it is served and
with the policy and the dispositions taken away. Asked: each payload in each parameter of each route
of the program's own table. The payloads, and what counts as found, are those of `tests.hostile`.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks.reliability.figures import Figures, Table, keep
from playwright.sync_api import sync_playwright
from starlette.testclient import TestClient
from tests.hostile.driving import chromium, opener
from tests.hostile.looking import faults
from tests.hostile.opening import HOST, START, linked, named, reflected, shown, together
from tests.hostile.payloads import LONG, PAYLOADS
from tests.hostile.routes import routes
from tests.hostile.serving import served
from tests.hostile.stored import fill, hostile_record

from greffier.archive import open_archive
from greffier.settings import Settings
from greffier.web import create_app
from greffier.web.tries import Tries

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from fastapi import FastAPI
    from playwright.sync_api import Browser
    from tests.hostile.payloads import Payload
    from tests.hostile.routes import Route

    from greffier.archive import Archive

TOKEN: Final = "of-this-measurement-alone"  # noqa: S105 - of an archive that is gone afterwards
FORMS: Final = ("/judge", "/judgements", "/judgements/1/undo", "/judge/leave", "/view")
FIELDS: Final = ("token", "author", "back", "seal", "kind", "one", "other", "reason", "size")
_FILES: Final = 2  # of each kind that Chromium is made to show
# A route is given one payload of so many, the next route the next.
_QUARTER: Final = 4
_STEP: Final = 6
_PUT: Final = f"""\
{len(PAYLOADS)} payloads of our own (elements, attributes, addresses, SVG, MathML, templates, XML, \
JSON, headers, logs, terminals, formulas, other alphabets, signs that are not seen) stand in every \
place that text comes from: the words of a witness, all that is read out of them, file names, \
addresses, judgements, watches, imported authorities; and in every parameter of every route. The \
routes are read off the program's own table."""
_LOOKED: Final = """\
Found is whatever is not words: an element or attribute of a payload, a script that is not ours, a \
dialog, a violation of the policy, an address or a request that leads elsewhere, a header that was \
added, XML or JSON that cannot be read. Without policy: the policy on scripts and the dispositions \
are taken off the answers, so that whatever is a script would run, and feeds, pictures, documents \
and witnesses are shown as pages of the site, which they never are. Every record and session is \
opened, of other pages and files some of each kind; each parameter of a route is asked with one \
payload in four, in Chromium one in six, those of the next route with the next. \
`tests/e2e/test_hostile.py` puts a script into a page, and it is noticed both ways."""


@dataclass(slots=True)
class Row:
    """What was opened in one way, and what was found there."""

    what: str
    routes: set[str] = field(default_factory=set)
    places: int = 0
    opened: int = 0
    found: int = 0

    def count(self, route: str, address: str, met: Iterable[str]) -> None:
        """Count an address that was opened, and say what was met there."""
        self.routes.add(route)
        self.opened += 1
        for fault in met:
            self.found += 1
            print(f"found: {self.what}: {address}: {fault}", file=sys.stderr)

    @property
    def cells(self) -> list[str | int | float]:
        """The row of the table."""
        return [
            self.what,
            len(self.routes),
            self.places,
            len(PAYLOADS),
            self.opened,
            self.found,
        ]


class Measured:
    """One archive, its routes, and everything that is opened of it.

    Args:
        archive: filled already.
        payloads: those that are put into addresses.
    """

    def __init__(self, archive: Archive, payloads: tuple[Payload, ...]) -> None:
        self._archive = archive
        self._payloads = payloads
        self.settings = Settings(token=TOKEN)
        self._app = create_app(archive, self.settings)
        self._client = TestClient(self._app, base_url=HOST, follow_redirects=False)
        given = {"token": TOKEN, "author": PAYLOADS[4].words}
        entered = self._client.post("/judge", data=given)
        self._cookie = entered.headers["set-cookie"].partition(";")[0]
        self._table = tuple(one for one in routes(self._app) if one.reads)
        key = next(iter(archive.records(limit=1, offset=0))).id
        self._known = {"key": key, "name": f"{key}.t1", "title": "President", "form": "csl"}
        self._pages: list[tuple[str, str]] = []
        self._files: list[tuple[str, str]] = []

    def parsed(self) -> Iterator[Row]:
        """Yield what reading every answer as a browser does finds."""
        yield self._stored()
        asked = Row("asked for, read as markup")
        places = set()
        for start, route in enumerate(self._table):
            some = self._payloads[start % _QUARTER :: _QUARTER]
            for address, place in reflected([route], some, self._known):
                answer = self._client.get(address)
                asked.count(route.path, address, faults(answer.content, answer.headers))
                places.add(place)
        asked.places = len(places)
        yield asked
        yield self._posted(self._app)

    def _stored(self) -> Row:
        row = Row("stored, read as markup", places=places_of_text())
        of_kind: Counter[str] = Counter()
        found = list(linked(self._client, self._table, START, most=len(PAYLOADS)))
        there = {route.path for route, _, _ in found}
        for route in self._table:
            if route.path not in there:
                found += (
                    (route, one, self._client.get(one)) for one in named(route, self._archive)
                )
        for route, address, answer in found:
            row.count(route.path, address, faults(answer.content, answer.headers))
            kind = f"{route.path} {answer.headers.get('content-type', '')}"
            of_kind[kind] += 1
            if shown(answer):
                self._pages.append((route.path, address))
            elif of_kind[kind] <= _FILES and "format=" not in address:
                self._files.append((route.path, address))
        return row

    def _posted(self, app: FastAPI) -> Row:
        row = Row("posted, read as markup", places=len(FORMS) * len(FIELDS))
        for payload in self._payloads:
            app.state.tries = Tries()  # else it is soon asked to wait
            for path in FORMS:
                fields = dict.fromkeys(FIELDS, payload.words)
                answer = self._client.post(path, data=fields)
                row.count(path, path, faults(answer.content, answer.headers))
        return row

    def in_chromium(self, browser: Browser, site: str) -> Iterator[Row]:
        """Yield what a real browser meets."""
        for walls, what in ((True, "as served"), (False, "without policy")):
            row = Row(f"stored, in Chromium, {what}", places=places_of_text())
            with opener(browser, site, walls=walls, cookie=self._cookie) as page:
                for route, address in (*self._pages, *(() if walls else self._files)):
                    row.count(route, address, page.open(address))
            yield row
        row = Row("asked for, in Chromium, without policy")
        row.places = sum(len(one.inside) + len(one.asked) for one in self._table)
        with opener(browser, site, walls=False) as page:
            for route, address in self._asked():
                row.count(route.path, address, page.open(address))
        yield row

    def _asked(self) -> Iterator[tuple[Route, str]]:
        """Yield addresses with a payload in all their places at once."""
        for start, route in enumerate(self._table):
            for payload in self._payloads[start % _STEP :: _STEP]:
                for address in together(route, payload, self._known):
                    yield route, address


def places_of_text() -> int:
    """Count the places for text that one record has, as many as take a payload."""
    taken = count()
    hostile_record(f"word {next(taken)}" for _ in iter(int, 1))
    return next(taken)


def main() -> int:
    """Open all of it, and keep what was found; 1 where anything was."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--payloads", type=int, default=len(PAYLOADS), help="only the first of them"
    )
    payloads = PAYLOADS[: parser.parse_args().payloads]
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        with closing(open_archive(folder / "archive", create=True)) as archive:
            fill(archive, (*payloads, LONG), folder, records=len(payloads))
            rows = list(_rows(Measured(archive, payloads), archive))
    if len(payloads) == len(PAYLOADS):
        _keep(rows)
    for row in rows:
        print(row.cells)
    return 1 if any(row.found for row in rows) else 0


def _rows(measured: Measured, archive: Archive) -> Iterator[Row]:
    yield from measured.parsed()
    with sync_playwright() as playwright, served(archive, measured.settings) as port:
        browser = chromium(playwright)
        yield from measured.in_chromium(browser, f"http://127.0.0.1:{port}")
        browser.close()


def _keep(rows: list[Row]) -> None:
    keep(
        "hostile",
        Figures(
            title="Hostile records and addresses run nothing",
            command="python -m benchmarks.reliability.hostile",
            text=[_PUT, _LOOKED],
            table=Table(
                columns=["what", "routes", "places", "payloads", "opened", "found"],
                rows=[row.cells for row in rows],
            ),
        ),
    )


if __name__ == "__main__":
    sys.exit(main())
