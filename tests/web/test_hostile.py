"""Whatever strangers put into records and addresses is shown as words and nothing else."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest
from starlette.testclient import TestClient

from greffier.settings import Settings
from greffier.web import create_app
from greffier.web.tries import Tries
from tests.hostile.looking import faults, in_page, in_xml, leads_here, opens_as_formula
from tests.hostile.opening import START, linked, named, reflected
from tests.hostile.payloads import LONG, PAYLOADS
from tests.hostile.routes import routes
from tests.hostile.stored import fill
from tests.web.conftest import archive_of, client_of

if TYPE_CHECKING:
    from httpx2 import Response

    from greffier.archive import Archive
    from tests.hostile.routes import Route

TOKEN = "a-token-for-these-tests"  # noqa: S105 - of no archive that anybody has
KNOWN = {"name": "President", "form": "csl"}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    archive = archive_of()
    fill(archive, (*PAYLOADS, LONG), tmp_path_factory.mktemp("hostile"), records=2)
    return archive


@pytest.fixture(scope="module")
def client(hostile: Archive) -> TestClient:
    made = client_of(hostile, token=TOKEN, raising=False)
    form = {"token": TOKEN, "author": PAYLOADS[4].words, "back": "/judge"}
    assert made.post("/judge", data=form).status_code == 303
    return made


@pytest.fixture(scope="module")
def table(hostile: Archive) -> tuple[Route, ...]:
    return routes(create_app(hostile, Settings(token=TOKEN)))


@pytest.fixture(scope="module")
def opened(
    client: TestClient, table: tuple[Route, ...], hostile: Archive
) -> list[tuple[Route, str, Response]]:
    """Open addresses of every route that reads: what pages lead to, and what the archive names."""
    found = list(linked(client, table, START, most=1))
    there = {one.path for one, _, _ in found}
    found += [
        (one, address, client.get(address))
        for one in table
        if one.reads and one.path not in there
        for address in named(one, hostile)
    ]
    return found


def _told(answer: Response) -> list[str]:
    told = list(faults(answer.content, answer.headers))
    return [*told, *([f"status {answer.status_code}"] if answer.status_code >= 500 else [])]


def test_the_table_of_routes_is_whole(table: tuple[Route, ...]) -> None:
    paths = {one.path for one in table}
    assert {"/", "/records/{key}", "/watches/{name:path}/feed", "/api/records/{key}"} <= paths
    assert "speaker" in next(one for one in table if one.path == "/search").asked


def test_what_is_stored_runs_nowhere(
    table: tuple[Route, ...], opened: list[tuple[Route, str, Response]]
) -> None:
    for _, address, answer in opened:
        assert _told(answer) == [], address
    assert {one.path for one in table if one.reads} == {one.path for one, _, _ in opened}
    shown = "".join(answer.text for _, _, answer in opened)
    missing = [one.mark for one in PAYLOADS if one.mark not in shown]
    assert missing == [], "what is nowhere shown was not tested"


def test_what_is_asked_runs_nowhere(
    client: TestClient, table: tuple[Route, ...], hostile: Archive
) -> None:
    """Every parameter of every route has some payloads; the reliability run gives it all."""
    key = next(iter(hostile.records(limit=1, offset=0))).id
    for start, route in enumerate(table):
        some = [PAYLOADS[(start * 3 + n) % len(PAYLOADS)] for n in range(3)]
        for address, place in reflected([route], some, {**KNOWN, "key": key}):
            assert _told(client.get(address)) == [], place


def test_what_is_posted_runs_nowhere(hostile: Archive) -> None:
    app = create_app(hostile, Settings(token=TOKEN))
    client = TestClient(app, base_url="http://localhost", follow_redirects=False)
    fields = ("token", "author", "back", "seal", "kind", "one", "other", "reason", "size")
    for payload in PAYLOADS:
        app.state.tries = Tries()  # else it is soon asked to wait
        for path in ("/judge", "/judgements", "/judgements/1/undo", "/judge/leave", "/view"):
            answer = client.post(path, data=dict.fromkeys(fields, payload.words))
            assert answer.status_code in {303, 403}, (path, payload.words)
            assert list(faults(answer.content, answer.headers)) == [], (path, payload.words)


def test_tables_that_are_kept_open_no_formula(opened: list[tuple[Route, str, Response]]) -> None:
    """What a browser keeps as CSV is opened in a spreadsheet with a click."""
    tables = 0
    for _, address, answer in opened:
        if "csv" in answer.headers["content-type"]:
            rows = csv.reader(io.StringIO(answer.text, newline=""))
            cells = [cell for row in rows for cell in row]
            assert [cell for cell in cells if opens_as_formula(cell)] == [], address
            tables += any("zqx" in cell for cell in cells)
    assert tables > 3


def test_what_is_looked_for_would_be_found() -> None:
    """A payload that is put into a page as it stands is met; else nothing above is proved."""
    for payload in PAYLOADS[:28]:
        assert list(in_page(f"<main>{payload.words}</main>")), payload.words
    for payload in PAYLOADS[29:34]:
        broken = f"<a title=\"{payload.words}\">a</a><a title='{payload.words}'>b</a>"
        unquoted = f"<a title={payload.words}>c</a>"
        assert list(in_page(broken + unquoted)), payload.words
    assert list(in_xml(b"<svg><script>a</script></svg>")) == ["<script>"]


@pytest.mark.parametrize(
    ("address", "here"),
    [
        ("/records", True),
        ("#fact", True),
        ("?page=2", True),
        ("//evil.example", False),
        ("/\\evil.example", False),
        ("/\t/evil.example", False),
        ("javascript:alert(1)", False),
        (" java\nscript:alert(1)", False),
        ("https://evil.example", False),
    ],
)
def test_what_leads_away_is_known(address: str, *, here: bool) -> None:
    assert leads_here(address) is here
