"""A real browser opens everything in an archive that strangers filled, and runs nothing of it."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Final, NamedTuple

import pytest
from starlette.testclient import TestClient

from greffier.archive import open_archive
from greffier.settings import Settings
from greffier.web import create_app
from tests.hostile.driving import opener
from tests.hostile.opening import START, linked, named, shown, together
from tests.hostile.payloads import LONG, PAYLOADS
from tests.hostile.routes import routes
from tests.hostile.serving import served
from tests.hostile.stored import fill

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser
    from playwright.sync_api import Route as Sent

    from greffier.archive import Archive
    from tests.hostile.routes import Route

TOKEN: Final = "a-token-for-these-tests"  # noqa: S105 - of no archive that anybody has


class Hostile(NamedTuple):
    """A hostile archive behind a port: where, its routes, and addresses of each."""

    site: str
    table: tuple[Route, ...]
    found: dict[str, list[str]]
    files: list[str]
    key: str
    cookie: str


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hostile]:
    folder = tmp_path_factory.mktemp("hostile")
    with closing(open_archive(folder / "archive", create=True)) as archive:
        fill(archive, (*PAYLOADS, LONG), folder, records=2)
        settings = Settings(token=TOKEN)
        with served(archive, settings) as port:
            yield _found(archive, settings, f"http://127.0.0.1:{port}")


def _found(archive: Archive, settings: Settings, site: str) -> Hostile:
    app = create_app(archive, settings)
    client = TestClient(app, base_url="http://localhost", follow_redirects=False)
    given = client.post("/judge", data={"token": TOKEN, "author": PAYLOADS[4].words})
    table = tuple(one for one in routes(app) if one.reads)
    found: dict[str, list[str]] = {one.path: [] for one in table}
    files = []
    for route, address, answer in linked(client, table, START, most=1):
        if shown(answer):
            found[route.path].append(address)
        elif answer.status_code == 200:
            files.append(address)
    for one in table:
        if not found[one.path]:
            found[one.path] += list(named(one, archive))[:2]
    key = next(iter(archive.records(limit=1, offset=0))).id
    return Hostile(site, table, found, files, key, given.headers["set-cookie"].partition(";")[0])


@pytest.mark.browser
@pytest.mark.parametrize("walls", [True, False], ids=["as served", "without the policy"])
def test_nothing_that_is_stored_runs(browser: Browser, hostile: Hostile, *, walls: bool) -> None:
    with opener(browser, hostile.site, walls=walls, cookie=hostile.cookie) as page:
        for path, addresses in hostile.found.items():
            assert addresses, path
            for address in addresses:
                assert page.open(address) == (), address


@pytest.mark.browser
def test_no_file_runs_where_a_browser_shows_it(browser: Browser, hostile: Hostile) -> None:
    """Pictures, feeds, documents and witnesses, shown as pages, which they never are."""
    kinds = {address.partition("?")[0].rpartition("/")[2] for address in hostile.files}
    assert {"witness", "feed", "export"} <= kinds
    with opener(browser, hostile.site, walls=False) as page:
        for address in hostile.files:
            assert page.open(address) == (), address


@pytest.mark.browser
def test_nothing_that_is_asked_runs(browser: Browser, hostile: Hostile) -> None:
    """Each payload comes once, in all the places of a route; the reliability run tries them all."""
    known = {"key": hostile.key, "name": f"{hostile.key}.t1", "title": "President", "form": "csl"}
    table = [one for one in hostile.table if one.inside or one.asked]
    with opener(browser, hostile.site, walls=False) as page:
        for number, payload in enumerate(PAYLOADS):
            for address in together(table[number % len(table)], payload, known):
                assert page.open(address) == (), address


@pytest.mark.browser
def test_a_script_that_does_run_is_noticed(browser: Browser, hostile: Hostile) -> None:
    """Else nothing above is proved: a page is given what no page has."""
    for walls, met in ((False, "alert"), (True, "policy: script-src")):
        with opener(browser, hostile.site, walls=walls) as opened:
            opened.page.route("**/quality", _with_a_script)
            told = opened.open("/quality")
            assert any(one.startswith(met) for one in told), told
            assert any("zq" in one for one in told), told


def _with_a_script(route: Sent) -> None:
    got = route.fetch()
    body = got.text().replace("</main>", "<img zq src=x onerror=alert(1)></main>")
    route.fulfill(response=got, body=body)
