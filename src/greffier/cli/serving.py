"""The server: a port, the pages, and the browser that shows them."""

from __future__ import annotations

import asyncio
import errno
import logging
import os
import socket as sockets
import sys
import threading
from typing import TYPE_CHECKING

import uvicorn

from greffier import logs
from greffier.cli.connections import LARGEST_HEAD, Connection
from greffier.cli.telling import tell_work
from greffier.cli.words import shown
from greffier.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from socket import socket as Socket  # noqa: N812 - a class

    from fastapi import FastAPI

# Seconds for which one thread has the interpreter to itself. What looks through passages never lets
# go before; with Python's own 0.005 a quick page next to it waits so long for each of its steps.
_TURN = 0.001
_PATIENCE = 3  # seconds that answers under way may still take once the end was asked for


def bound(host: str, port: int, *, exactly: bool) -> Socket:
    """Take a port on an address.

    Args:
        host: a name or number of this machine.
        port: which port.
        exactly: this one and no other; else any that is free, where it is in use.

    Raises:
        UsageError: the port is in use, or the address is none of this machine.
    """
    place = f"{host}:{port}"
    try:
        ((family, kind, protocol, _, address), *_) = sockets.getaddrinfo(
            host, port, type=sockets.SOCK_STREAM, flags=sockets.AI_PASSIVE
        )
        return _bound(sockets.socket(family, kind, protocol), address)
    except sockets.gaierror as error:
        raise UsageError(place, "no address", "serve on an address of this machine") from error
    except OSError as error:
        if error.errno == errno.EADDRINUSE and not exactly:
            return bound(host, 0, exactly=True)
        met = (error.strerror or str(error)).lower()
        raise UsageError(place, met, "take another with --host or --port") from error


def _bound(taken: Socket, address: object) -> Socket:
    # Without this, a port stays taken for a minute after the program that had it has ended.
    taken.setsockopt(sockets.SOL_SOCKET, sockets.SO_REUSEADDR, 1)
    try:
        taken.bind(address)  # type: ignore[arg-type] # an address of the socket's own family
        taken.listen()
    except OSError:
        taken.close()
        raise
    return taken


def run(app: FastAPI, socket: Socket, *, browser: bool = False) -> None:
    """Serve until Ctrl-C is pressed or the process is told to end; print where, once it answers."""
    if not logs.is_set_up():
        tell_work()
    logging.getLogger("uvicorn.error").addFilter(_is_fault)
    sys.setswitchinterval(_TURN)
    server = _Server(config_of(app), browser=browser)
    try:
        server.run(sockets=[socket])
    except KeyboardInterrupt:  # how serving ends
        sys.stderr.write("\n")
    finally:
        socket.close()


def config_of(app: FastAPI) -> uvicorn.Config:
    """Give how the server is set up: the same everywhere, whatever else is installed."""
    return uvicorn.Config(
        app,
        http=Connection,
        ws="none",
        h11_max_incomplete_event_size=LARGEST_HEAD,
        log_config=None,  # what it says comes out with our own, in the same form
        log_level="warning",
        access_log=False,
        server_header=False,
        # Whoever asks could write in a header where he comes from, and so evade every count of it.
        proxy_headers=False,
        timeout_graceful_shutdown=_PATIENCE,
    )


def _is_fault(told: logging.LogRecord) -> bool:
    """Say whether what the server tells is one: that answers were cut short at its end is none."""
    kind = told.exc_info[0] if told.exc_info else None
    ended = kind is not None and issubclass(kind, asyncio.CancelledError)
    return not ended and "timeout graceful shutdown" not in told.getMessage()


class _Server(uvicorn.Server):
    """Says where it serves as soon as it does."""

    def __init__(self, config: uvicorn.Config, *, browser: bool) -> None:
        super().__init__(config)
        self._browser = browser

    async def startup(self, sockets: list[Socket] | None = None) -> None:
        await super().startup(sockets)
        for socket in sockets or ():
            url = url_of(socket)
            sys.stdout.write(f"Serving {url} (Ctrl-C ends it)\n")
            sys.stdout.flush()
            if self._browser and has_display(os.environ, sys.platform):
                threading.Thread(target=_show, args=[url], daemon=True).start()


def url_of(socket: Socket) -> str:
    """Give the address of the pages, one that a browser on this machine can open."""
    host, port = socket.getsockname()[:2]
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - recognised, not bound
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def has_display(environment: Mapping[str, str], platform: str) -> bool:
    """Say whether a browser has where to show itself; else it would take the terminal over."""
    windowed = {"DISPLAY", "WAYLAND_DISPLAY", "BROWSER"}
    return platform in {"darwin", "win32"} or any(environment.get(name) for name in windowed)


def _show(url: str) -> None:
    import webbrowser

    if not webbrowser.open(url):
        sys.stderr.write(f"greffier: no browser could be opened; open {shown(url)} in one\n")
