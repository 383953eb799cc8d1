"""What stands between the archive and whoever asks from elsewhere."""

from __future__ import annotations

import logging
from contextlib import closing
from http.client import HTTPConnection
from itertools import product
from typing import TYPE_CHECKING, Final
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.datastructures import Headers
from starlette.testclient import TestClient

from greffier.errors import DataError
from greffier.settings import Settings
from greffier.web import create_app
from greffier.web.security import allowed_hosts, from_here
from greffier.web.tries import FROM_ALL, FROM_ONE, SECONDS, Tries
from greffier.web.view import local_path
from tests.hostile.routes import Route, routes
from tests.hostile.serving import asked, served
from tests.test_logs import told
from tests.web.conftest import archive_of, client_of
from tests.web.test_waiting import served as as_the_command

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.archive import Archive
    from greffier.logs import LogFormat

TOKEN: Final = "0123456789abcdef-token"  # noqa: S105 - of this test
ELSEWHERE: Final = (
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Sec-Fetch-Site": "none"},
    {"Origin": "http://evil.example"},
    {"Origin": "http://localhost.evil.example"},
    {"Origin": "http://localhost:1"},
    {"Origin": "null"},
    {"Origin": "http://["},
    {"Origin": ""},
)
OUTSIDE: Final = (b"etc/passwd", b"archive.db", b"greffier.css/../../app.py", b"app.py", b"")
UP: Final = (
    *(b"../", b"..%2f", b"%2e%2e/", b"%2e%2e%2f", b"..%5c", b"..\\", b"%252e%252e%252f"),
    *(b"/", b"%2f", b"//", b"....//", b"%c0%ae%c0%ae/", b"%00/", b"..%00/", b"~/", b"C:%5c"),
)


@pytest.fixture(scope="module")
def port(archive: Archive) -> Iterator[int]:
    with served(archive, Settings(token=TOKEN, hosts=("archive.example",))) as taken:
        yield taken


def _writing(archive: Archive) -> list[Route]:
    return [one for one in routes(create_app(archive, Settings())) if not one.reads]


def test_nothing_is_changed_from_another_site(archive: Archive) -> None:
    """Every route that is not only read refuses what another site sends, whatever it carries."""
    client = client_of(archive, token=TOKEN)
    bearer = {"Authorization": f"Bearer {TOKEN}"}
    writing = _writing(archive)
    assert len(writing) > 5
    for route, elsewhere in product(writing, ELSEWHERE):
        path = route.address({"number": "1"})
        answer = client.post(path, json={"kind": "reject"}, headers={**elsewhere, **bearer})
        assert answer.status_code == 403, (path, elsewhere)
        assert "set-cookie" not in answer.headers


def test_nothing_is_changed_without_a_token_that_is_set(archive: Archive) -> None:
    client = client_of(archive)
    for route in _writing(archive):
        if route.path != "/view":  # it keeps nothing but a cookie of the reader's own
            assert client.post(route.address({"number": "1"}), json={}).status_code in {400, 404}
    body = {"kind": "reject", "one": "x", "author": "A", "reason": "b"}
    for bearer in ("", "Bearer ", "Bearer None", "Basic Og=="):
        headers = {"Authorization": bearer}
        assert client.post("/api/judgements", json=body, headers=headers).status_code == 404
    assert archive.judgements() == ()


def test_a_route_that_only_reads_takes_no_other_method(archive: Archive) -> None:
    client = client_of(archive, token=TOKEN)
    both = {one.path for one in routes(create_app(archive, Settings())) if not one.reads}
    for route in routes(create_app(archive, Settings())):
        if route.path in both or not route.reads:
            continue
        path = route.address(dict.fromkeys(route.inside, "x"))
        for method in ("POST", "PUT", "PATCH", "DELETE", "TRACE", "CONNECT", "PROPFIND", "GETX"):
            assert client.request(method, path).status_code in {404, 405}, (method, path)


@pytest.mark.parametrize(
    "over",
    [
        {"X-HTTP-Method-Override": "POST"},
        {"X-HTTP-Method": "POST"},
        {"X-Method-Override": "POST"},
    ],
)
def test_nothing_stands_for_another_method(client: TestClient, over: dict[str, str]) -> None:
    assert client.get("/view?_method=POST", headers=over).status_code == 405
    assert client.get("/api/judgements/1/undo?_method=POST", headers=over).status_code == 405


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"]
)
def test_the_api_takes_json_and_no_form(archive: Archive, kind: str) -> None:
    """A form of another site can be sent as these without a question, and as JSON it cannot."""
    client = client_of(archive, token=TOKEN)
    headers = {"Content-Type": kind, "Authorization": f"Bearer {TOKEN}"}
    body = b'{"kind":"reject","one":"x","author":"A","reason":"b"}'
    assert client.post("/api/judgements", content=body, headers=headers).status_code == 400


@given(st.text(st.characters(codec="latin-1"), max_size=60))
def test_any_origin_is_answered(origin: str) -> None:
    named = Headers({"origin": origin, "host": "localhost"})
    assert not from_here(named) or origin.lower().endswith("://localhost")


@given(st.text(max_size=60))
def test_any_way_back_stays_here(wanted: str) -> None:
    path = local_path(wanted)
    assert path.startswith("/")
    assert not path.startswith(("//", "/\\"))


# -- hosts ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("host", "status"),
    [
        (b"localhost", 200),
        (b"LOCALHOST:1", 200),
        (b"127.0.0.1:8642", 200),
        (b"[::1]", 200),
        (b"[::1]:8642", 200),
        (b"archive.example:80", 200),
        (b"evil.example", 400),
        (b"evil.example:8642", 400),
        (b"localhost.evil.example", 400),
        (b"localhost@evil.example", 400),
        (b"evil.example#localhost", 400),
        (b"localhost, evil.example", 400),
        (b"localhost/evil", 400),
        (b"localhost:x", 400),
        (b"::1", 400),
        (b"[::1", 400),
        (b"[::1].evil.example", 400),
        (b"[::ffff:127.0.0.1]", 400),
        (b"0x7f000001", 400),
        (b"127.1", 400),
        (b"0.0.0.0", 400),
        (b"", 400),
    ],
)
def test_only_known_hosts_are_answered(port: int, host: bytes, status: int) -> None:
    for path in (b"/", b"/api/records", b"/static/greffier.css", b"/healthz"):
        assert asked(port, path, b"Host: " + host)[0] == status, path


def test_two_hosts_are_none(port: int) -> None:
    assert asked(port, b"/", b"Host: localhost", b"Host: evil.example")[0] == 400
    status, got = asked(port, b"/", b"Host: localhost", b"X-Forwarded-Host: evil.example")
    assert (status, b"evil.example" in got) == (200, False)
    assert asked(port, b"http://evil.example/", b"Host: evil.example")[0] == 400


@pytest.mark.parametrize("given_as", ["fd00::7", "FD00:0::7", "[fd00::7]"])
def test_an_address_of_ipv6_is_answered_in_brackets(archive: Archive, given_as: str) -> None:
    client = client_of(archive, hosts=(given_as,))
    assert client.get("/healthz", headers={"host": "[fd00::7]:8642"}).status_code == 200
    assert client.get("/healthz", headers={"host": "[fd00::8]:8642"}).status_code == 400
    assert "localhost" in allowed_hosts(())


# -- paths ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("up", UP)
@pytest.mark.parametrize(
    "before", [b"/static/", b"/records/", b"/cite/", b"/watches/", b"/api/records/", b"/"]
)
def test_no_path_leads_out(port: int, before: bytes, up: bytes) -> None:
    for outside in OUTSIDE:
        status, got = asked(port, before + up * 6 + outside)
        assert status in {307, 400, 404, 422}, (before, up, outside)
        assert not any(inside in got for inside in (b"root:", b"SQLite format", b"from fastapi"))


# -- the token ------------------------------------------------------------------------------------


def test_the_token_cannot_be_guessed_at_leisure(archive: Archive) -> None:
    client = client_of(archive, token=TOKEN)
    wrong = {"token": "x" * 20, "author": "A"}
    for _ in range(FROM_ONE):
        assert client.post("/judge", data=wrong).status_code == 403
    waiting = client.post("/judge", data=wrong)
    assert waiting.status_code == 429
    assert 0 < int(waiting.headers["retry-after"]) <= SECONDS
    # The right one is not told apart from others then, on the page and over HTTP.
    assert client.post("/judge", data={"token": TOKEN, "author": "A"}).status_code == 429
    body = {"kind": "reject", "one": "x", "author": "A", "reason": "b"}
    bearer = {"Authorization": f"Bearer {TOKEN}"}
    assert client.post("/api/judgements", json=body, headers=bearer).status_code == 429
    assert client.get("/judgements").status_code == 200


def test_no_header_says_who_guesses(archive: Archive) -> None:
    form = urlencode({"token": "x" * 20, "author": "A"})
    with as_the_command(create_app(archive, Settings(token=TOKEN))) as port:
        statuses = []
        for n in range(FROM_ONE + 1):
            with closing(HTTPConnection("127.0.0.1", port, timeout=20)) as connection:
                kind = "application/x-www-form-urlencoded"
                headers = {"X-Forwarded-For": f"192.0.2.{n}", "Content-Type": kind}
                connection.request("POST", "/judge", form, headers)
                statuses.append(connection.getresponse().status)
    assert statuses == [*[403] * FROM_ONE, 429]


@pytest.mark.parametrize(
    ("client", "said", "secure"),
    [
        ("127.0.0.1", "https", True),
        ("::1", "https", True),
        ("127.0.0.1", "http", False),
        ("127.0.0.1", "javascript", False),
        ("192.0.2.1", "https", False),  # no server in front, but whoever asks
        ("nobody", "https", False),
    ],
)
def test_a_server_in_front_says_how_it_was_asked(client: str, said: str, secure: bool) -> None:  # noqa: FBT001 - what is expected
    app = create_app(archive_of(), Settings(token=TOKEN))
    browser = TestClient(
        app, base_url="http://localhost", follow_redirects=False, client=(client, 1)
    )
    form = {"token": TOKEN, "author": "A"}
    entered = browser.post("/judge", data=form, headers={"X-Forwarded-Proto": said})
    assert ("secure" in entered.headers["set-cookie"].lower()) is secure


def test_who_has_the_token_is_never_asked_to_wait(archive: Archive) -> None:
    client = client_of(archive, token=TOKEN)
    body = {"kind": "reject", "one": "x", "author": "A", "reason": "b"}
    for _ in range(FROM_ONE * 2):
        headers = {"Authorization": f"Bearer {TOKEN}"}
        assert client.post("/api/judgements", json=body, headers=headers).status_code == 404


def test_tries_are_counted_by_address_and_by_all() -> None:
    clock = [0.0]
    tries = Tries(lambda: clock[0])
    assert [tries.begin("192.0.2.1") for _ in range(FROM_ONE)] == [0.0] * FROM_ONE
    assert tries.begin("192.0.2.1") == SECONDS
    assert tries.begin("192.0.2.2") == 0.0
    # All addresses of one network of IPv6 are one; those that only write IPv4 are not.
    assert [tries.begin(f"2001:db8::{n:x}") for n in range(FROM_ONE)] == [0.0] * FROM_ONE
    assert tries.begin("2001:db8::ffff") > 0
    assert tries.begin("2001:db8:0:1::1") == 0.0
    assert [tries.begin(f"198.51.100.{n}") for n in range(200)].count(0.0) == FROM_ALL - 22
    clock[0] = SECONDS
    assert tries.begin("192.0.2.1") == 0.0


def test_the_right_token_is_not_counted() -> None:
    tries = Tries(lambda: 0.0)
    for _ in range(FROM_ALL * 2):
        assert tries.begin("192.0.2.1") == 0.0
        tries.right("192.0.2.1")


def test_the_token_is_told_nowhere(
    archive: Archive, caplog: pytest.LogCaptureFixture, record: str
) -> None:
    """Neither in a page nor in an address, a header, an error or the log."""
    caplog.set_level(logging.DEBUG)
    settings = Settings(token=TOKEN)
    client = TestClient(
        create_app(archive, settings),
        base_url="http://localhost",
        follow_redirects=False,
        raise_server_exceptions=False,
    )
    entered = client.post("/judge", data={"token": TOKEN, "author": "A", "back": "/judge"})
    assert entered.status_code == 303
    answers = [entered]
    bearer = {"Authorization": f"Bearer {TOKEN}"}
    for path in ("/judge", "/judgements", f"/judge/{record}.s1", "/nowhere", "/api/openapi.json"):
        answers.append(client.get(path, headers=bearer))
        answers.append(client.post(path, headers=bearer, json={"one": 1}))
    answers.append(client.post("/api/judgements", headers=bearer, json={"one": 1}))
    answers.append(client.post("/judge", data={"token": TOKEN, "author": ""}))
    said = "".join(f"{answer.headers}{answer.text}" for answer in answers)
    assert TOKEN not in said + repr(settings) + str(settings) + caplog.text


@pytest.mark.parametrize("shape", ["text", "json"])
def test_a_path_writes_no_line_into_the_log(
    archive: Archive, monkeypatch: pytest.MonkeyPatch, shape: LogFormat
) -> None:
    def broken(*_: object) -> None:
        raise DataError("a\nplace", "what\x1b[2J is", "what would\rbe")

    monkeypatch.setattr(type(archive), "record", broken)
    with told("debug", shape) as stream:
        client = client_of(archive, raising=False)
        client.get("/records/x%0AERROR%20all%20is%20well%1b%5b2J%c2%9b%e2%80%ae")
        client.get("/", headers={"X-Request-ID": "x\x1b[2J" + "y" * 9})
    lines = stream.getvalue().splitlines()
    assert 2 <= len(lines) <= 4
    assert all("ERROR all" not in line[:40] and line.isprintable() for line in lines)


def test_a_cookie_is_sealed_and_hidden() -> None:
    app = create_app(archive_of(), Settings(token=TOKEN))
    for scheme, secure in (("http", False), ("https", True)):
        client = TestClient(app, base_url=f"{scheme}://localhost", follow_redirects=False)
        entered = client.post("/judge", data={"token": TOKEN, "author": "A"})
        flags = {part.strip().lower() for part in entered.headers["set-cookie"].split(";")}
        assert {"httponly", "samesite=strict", "path=/"} <= flags
        assert ("secure" in flags) is secure
        assert not any(part.startswith("domain") for part in flags)
        shown = client.get("/judgements")
        assert shown.headers["cache-control"] == "no-store"
