"""What takes too long is given up and said, and what is quick goes on beside it."""

from __future__ import annotations

import asyncio
import contextlib
import json
import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from http.client import HTTPConnection, IncompleteRead
from itertools import count
from typing import TYPE_CHECKING

import pytest
import uvicorn
from sqlalchemy import text
from starlette.responses import PlainTextResponse, Response, StreamingResponse

from greffier.cli.connections import Connection
from greffier.cli.serving import config_of
from greffier.patience import check
from greffier.settings import Settings
from greffier.web import create_app
from greffier.web.bounds import LARGEST_HEAD
from greffier.web.waiting import Waiting
from tests.loops import answered
from tests.test_patience import ENDLESS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fastapi import FastAPI
    from starlette.types import Message, Receive, Scope, Send

    from greffier.archive import Archive
    from greffier.archive.store import SqliteArchive

SOON = 0.5  # seconds, in place of thirty
START = 20.0


@contextmanager
def served(app: FastAPI, protocol: type[Connection] = Connection) -> Iterator[int]:
    """Serve an application as the command does, and give the port."""
    with closing(socket.socket()) as bound:
        bound.bind(("127.0.0.1", 0))
        bound.listen()
        config = config_of(app)
        config.http = protocol
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]}, daemon=True)
        thread.start()
        end = time.monotonic() + START
        while not server.started and time.monotonic() < end:
            time.sleep(0.02)
        yield bound.getsockname()[1]
        server.should_exit = True
        thread.join(START)
        assert not thread.is_alive()


def app_of(archive: Archive, *, seconds: float = SOON, at_once: int = 50) -> FastAPI:
    """Make the application with less patience, and with routes as anybody might add them."""
    app = create_app(archive, Settings())
    (wall,) = (one for one in app.user_middleware if "waiting" in one.cls.__module__)
    wall.kwargs.update(seconds=seconds, piece=seconds, at_once=at_once, grace=0.2)
    slow: SqliteArchive = archive  # type: ignore[assignment] # its database is asked below

    def endless() -> Response:
        with slow._reading() as connection:  # noqa: SLF001 - what every question runs in
            connection.execute(text(ENDLESS)).all()
        return PlainTextResponse("never")

    def deaf() -> Response:
        """Never ask whether to go on, as a long sum in a library does not."""
        time.sleep(SOON * 3)
        return PlainTextResponse("too late")

    def stream() -> Response:
        return StreamingResponse(map(piece, count()), media_type="text/plain")

    def piece(number: int) -> bytes:
        while number == 3:
            check()
        return b"a piece\n"

    for path, route in (("/endless", endless), ("/deaf", deaf), ("/stream", stream)):
        app.add_api_route(path, route)
        app.add_api_route(f"/api{path}", route)
    return app


def got(port: int, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    """Ask the server, and give status, headers and body."""
    with closing(HTTPConnection("127.0.0.1", port, timeout=START)) as connection:
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        return answer.status, {key.lower(): one for key, one in answer.getheaders()}, answer.read()


@pytest.fixture(scope="module")
def port(archive: Archive) -> Iterator[int]:
    """Serve the archive with little patience."""
    with served(app_of(archive)) as port:
        yield port


@pytest.mark.parametrize("path", ["/endless", "/deaf"])
def test_a_question_that_takes_too_long_is_given_up(port: int, path: str) -> None:
    """Wherever it is at work: inside the database, or where nobody asks whether to go on."""
    began = time.monotonic()
    status, headers, body = got(port, f"/api{path}")
    assert (status, headers["content-type"]) == (503, "application/json")
    assert set(json.loads(body)["error"]) == {"place", "met", "wanted"}
    assert "content-security-policy" in headers
    status, headers, body = got(port, path)
    assert status == 503
    assert "This takes too long" in body.decode()
    assert "content-security-policy" in headers
    assert time.monotonic() - began < 10


def test_what_is_quick_goes_on_beside_what_takes_long(archive: Archive) -> None:
    with served(app_of(archive, seconds=6.0)) as port:
        slow = [threading.Thread(target=got, args=(port, "/endless")) for _ in range(6)]
        for one in slow:
            one.start()
        time.sleep(0.5)
        for path in ("/", "/search?q=security", "/api/records", "/healthz"):
            began = time.monotonic()
            assert got(port, path)[0] == 200
            assert time.monotonic() - began < 3
        assert any(one.is_alive() for one in slow)
        for one in slow:
            one.join(START)


def test_who_asks_waits_in_turn(archive: Archive) -> None:
    """More threads than there is work for would each have its turn, and all would be late."""
    app, at_work, most = app_of(archive, seconds=START), set[int](), list[int]()

    def working() -> Response:
        at_work.add(threading.get_ident())
        most.append(len(at_work))
        time.sleep(0.05)
        at_work.discard(threading.get_ident())
        return PlainTextResponse("done")

    app.add_api_route("/working", working)
    with served(app) as port, ThreadPoolExecutor(40) as clients:
        answers = list(clients.map(lambda _: got(port, "/working")[0], range(80)))
    assert answers == [200] * 80
    assert 1 < max(most) <= 16


def test_a_file_that_is_broken_off_does_not_look_whole(port: int) -> None:
    with closing(HTTPConnection("127.0.0.1", port, timeout=START)) as connection:
        connection.request("GET", "/stream")
        answer = connection.getresponse()
        assert answer.status == 200
        with pytest.raises(IncompleteRead) as raised:
            answer.read()
    assert raised.value.partial == b"a piece\n" * 3


@pytest.mark.parametrize("path", ["/api/deaf", "/deaf"])
def test_there_is_room_for_so_many_requests(archive: Archive, path: str) -> None:
    with served(app_of(archive, seconds=START, at_once=1)) as port:
        first = threading.Thread(target=got, args=(port, "/deaf"))
        first.start()
        time.sleep(0.4)
        status, headers, body = got(port, path)
        assert (status, headers["retry-after"]) == (503, "5")
        assert b"1 requests are at work" in body
        first.join(START)
        assert got(port, "/healthz")[0] == 200


class Short(Connection):
    """A connection that waits for a moment, and of which there are few."""

    head = 0.3
    most = 2


@pytest.mark.parametrize("sent", [b"", b"GET / HTTP/1.1\r\nHost: localhost\r\nX: "])
def test_a_request_that_never_comes_whole_is_not_waited_for(archive: Archive, sent: bytes) -> None:
    with served(app_of(archive), Short) as port:
        with socket.create_connection(("127.0.0.1", port), timeout=START) as connection:
            connection.sendall(sent)
            assert connection.recv(100) == b""
        with socket.create_connection(("127.0.0.1", port), timeout=START) as connection:
            connection.sendall(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n")
            assert b"200 OK" in connection.recv(1_000)
            connection.sendall(sent)
            while connection.recv(1_000):
                pass


def test_there_is_room_for_so_many_connections(archive: Archive) -> None:
    with served(app_of(archive), Short) as port:
        address = ("127.0.0.1", port)
        with socket.create_connection(address), socket.create_connection(address):
            time.sleep(0.1)
            status, headers, body = got(port, "/healthz")
            assert (status, headers["retry-after"]) == (503, "5")
            assert b'"wanted"' in body
        time.sleep(0.1)
        assert got(port, "/healthz")[0] == 200


@pytest.mark.parametrize("name", ["cookie", "x-anything"])
def test_headers_that_are_too_long_are_refused(port: int, name: str) -> None:
    assert got(port, "/healthz", **{name: "a" * LARGEST_HEAD})[0] == 431
    with contextlib.suppress(ConnectionError):  # or closed at once, while they are sent
        assert got(port, "/healthz", **{name: "a" * 1_000_000})[0] == 400
    assert got(port, "/healthz", **{name: "a" * (LARGEST_HEAD // 2)})[0] == 200


def test_the_last_answer_is_the_only_one() -> None:
    """What comes of a question after it was given up is sent to nobody."""
    sent: list[Message] = []

    async def app(_: Scope, __: Receive, send: Send) -> None:
        try:
            await asyncio.sleep(60)
        except asyncio.CancelledError:
            await send({"type": "http.response.start", "status": 200, "headers": []})
            raise

    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(message: Message) -> None:
        sent.append(message)

    async def asked() -> None:
        scope = {"type": "http", "method": "GET", "path": "/api/x", "headers": []}
        await Waiting(app, seconds=0.05, grace=0.05)(scope, receive, send)
        await asyncio.sleep(0.05)

    answered(asked())
    assert [one.get("status") for one in sent] == [503, None]
