"""A real server on loopback that answers each path as it is told to, well or badly."""

from __future__ import annotations

import contextlib
import socket
import struct
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self, TypeAlias

if TYPE_CHECKING:
    from types import TracebackType

Behaviour: TypeAlias = Callable[[socket.socket], None]
PAGE = (
    b"<html><head><title>Meeting of the Council</title></head><body><h1>Meeting of the Council</h1>"
    b"<p><b>Vladimir Putin:</b> Colleagues, good afternoon.</p>"
    b"<p><b>Emomali Rahmon:</b> Thank you.</p></body></html>"
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as it came: its target, and its headers by their names in small letters."""

    target: str
    headers: dict[str, str]


@dataclass(slots=True)
class Server:
    """Answers on 127.0.0.1; to be used in a `with` statement.

    Args:
        paths: what to do for a target, one after the other; the last goes on for ever. Whatever
            has no entry, with its query or without, is not found.
    """

    paths: dict[str, list[Behaviour]] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    _threads: list[threading.Thread] = field(default_factory=list)
    _socket: socket.socket = field(default_factory=socket.socket)

    def __enter__(self) -> Self:
        self._socket.bind(("127.0.0.1", 0))
        self._socket.listen(16)
        self._start(self._serve)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        for thread in self._threads:
            thread.join(timeout=10)

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self._socket.getsockname()[1])

    def url(self, target: str = "/", host: str = "127.0.0.1") -> str:
        """Give the address of a target."""
        return f"http://{host}:{self.port}{target}"

    def does(self, target: str, *behaviours: Behaviour) -> None:
        """Say what becomes of requests for a target, one after the other."""
        self.paths[target] = list(behaviours)

    def targets(self) -> list[str]:
        """Give what was asked for, in order, beside robots.txt."""
        return [one.target for one in self.asked if one.target != "/robots.txt"]

    def _start(self, work: Callable[..., None], *arguments: socket.socket) -> None:
        thread = threading.Thread(target=work, args=arguments, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            self._start(self._answer, connection)

    def _answer(self, connection: socket.socket) -> None:
        with connection, contextlib.suppress(OSError):
            connection.settimeout(10)
            asked = _read(connection)
            self.asked.append(asked)
            self._next(asked.target)(connection)

    def _next(self, target: str) -> Behaviour:
        behaviours = self.paths.get(target) or self.paths.get(target.partition("?")[0])
        behaviours = behaviours or [answer(b"", status="404 Not Found")]
        return behaviours.pop(0) if len(behaviours) > 1 else behaviours[0]


def _read(connection: socket.socket) -> Asked:
    data = b""
    while b"\r\n\r\n" not in data:
        piece = connection.recv(4096)
        if not piece:
            raise ConnectionError("no request")
        data += piece
    first, *lines = data.decode("latin-1").partition("\r\n\r\n")[0].split("\r\n")
    parts = (line.partition(":") for line in lines)
    return Asked(first.split(" ")[1], {name.lower(): value.strip() for name, _, value in parts})


def answer(
    body: bytes = PAGE, *headers: str, status: str = "200 OK", media_type: str = "text/html"
) -> Behaviour:
    """Answer as one should."""
    head = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers]
    if body:
        head.append(f"Content-Type: {media_type}")
    return raw("\r\n".join([*head, "", ""]).encode("latin-1") + body)


def raw(data: bytes) -> Behaviour:
    """Send these bytes and close."""
    return lambda connection: connection.sendall(data)


def redirect(to: str, status: str = "302 Found") -> Behaviour:
    """Lead elsewhere."""
    return answer(b"", f"Location: {to}", status=status)


def drip(head: bytes, piece: bytes, *, every: float) -> Behaviour:
    """Send a little now and then, for ever."""

    def behave(connection: socket.socket) -> None:
        connection.sendall(head)
        while True:
            connection.sendall(piece)
            time.sleep(every)

    return behave


def silent(head: bytes = b"") -> Behaviour:
    """Send a beginning, and then nothing until the other side has had enough."""

    def behave(connection: socket.socket) -> None:
        connection.sendall(head)
        connection.recv(1)

    return behave


def reset(head: bytes) -> Behaviour:
    """Send a beginning, and break the connection off."""

    def behave(connection: socket.socket) -> None:
        connection.sendall(head)
        time.sleep(0.02)  # so that what was sent is received before the break is
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    return behave
