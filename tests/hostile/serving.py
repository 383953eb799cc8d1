"""The program behind a real port, for what no client library would send."""

from __future__ import annotations

import socket
import threading
import time
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Final

import uvicorn

from greffier.web import create_app

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.archive import Archive
    from greffier.settings import Settings

_PATIENCE: Final = 20.0  # seconds until the server must answer


@contextmanager
def served(archive: Archive, settings: Settings) -> Iterator[int]:
    """Serve an archive on a free port of this machine until the block ends; give the port."""
    with closing(socket.socket()) as bound:
        bound.bind(("127.0.0.1", 0))
        bound.listen()
        config = uvicorn.Config(create_app(archive, settings), log_level="error", lifespan="off")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]}, daemon=True)
        thread.start()
        end = time.monotonic() + _PATIENCE
        while not server.started and time.monotonic() < end:
            time.sleep(0.02)
        assert server.started, "the server did not start"
        yield int(bound.getsockname()[1])
        server.should_exit = True
        thread.join(_PATIENCE)


def said(port: int, request: bytes) -> tuple[int, bytes]:
    """Send bytes as they are, and give the status and all that came back."""
    with closing(socket.create_connection(("127.0.0.1", port), timeout=_PATIENCE)) as line:
        line.sendall(request)
        got = b""
        while part := line.recv(65_536):
            got += part
    return int(got.split(b" ", 2)[1]), got


def asked(port: int, path: bytes, *headers: bytes, method: bytes = b"GET") -> tuple[int, bytes]:
    """Ask for a path as it is, undecoded and uncleaned."""
    own = () if any(one.lower().startswith(b"host:") for one in headers) else (b"Host: localhost",)
    lines = (method + b" " + path + b" HTTP/1.1", *own, b"Connection: close", *headers, b"", b"")
    return said(port, b"\r\n".join(lines))
