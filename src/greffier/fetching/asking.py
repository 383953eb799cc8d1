"""One request and its answer, with the bytes of both as they went over the wire."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Final, Self, TypeAlias

import h11

from greffier.errors import FetchError
from greffier.fetching.address import Address
from greffier.fetching.limits import MEGABYTE
from greffier.fetching.unpacking import CODINGS, TooLargeError, unpacked
from greffier.logs import fields

if TYPE_CHECKING:
    from greffier.fetching.connecting import Network, Wire
    from greffier.fetching.limits import Clock, Limits

# Told of status and headers before the rest is received; raises what ends it.
Heed: TypeAlias = Callable[[Address, "Head"], None]

_log: Final = logging.getLogger(__name__)
_HEAD: Final = 64 * 1024  # bytes of status and headers
_ANY: Final = "text/html, application/xhtml+xml, application/pdf, text/plain, application/xml, */*"


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """Status and headers of an answer.

    Args:
        status: as a number: 200, 404.
        headers: names in small letters, and values; letters that are not ASCII are read as UTF-8,
            or else each byte as a character.
    """

    status: int
    headers: tuple[tuple[str, str], ...] = ()

    def header(self, name: str) -> str | None:
        """Give the first header of a name, in small letters."""
        return next((value for one, value in self.headers if one == name), None)

    @property
    def media_type(self) -> str:
        """What the answer says that it is, in small letters; empty where it does not say."""
        return (self.header("content-type") or "").partition(";")[0].strip().lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Head):
    """What a server answered.

    Args:
        address: what it was asked for.
        at: when, in UTC.
        ip: where the server was.
        request: the request as it was sent.
        received: the answer as it came.
        body: what it brought, unpacked.
    """

    address: Address
    at: datetime
    ip: str
    request: bytes = field(repr=False)
    received: bytes = field(repr=False)
    body: bytes = field(repr=False)


def ask(  # noqa: PLR0913 - what is asked for, and the four that a caller always has with it
    address: Address,
    network: Network,
    limits: Limits,
    clock: Clock,
    *,
    headers: tuple[tuple[str, str], ...],
    heed: Heed | None = None,
) -> Answer:
    """Ask for one address, once, over a connection of its own.

    Args:
        address: what is asked for.
        network: the way there.
        limits: how long it may take and how much it may bring.
        clock: tells when it was asked.
        headers: those of the request, beside `Host` and what says how the answer may come.
        heed: if anything is to be looked at before the rest is received.

    Raises:
        FetchError: no server is reached, it takes too long, brings too much, closes too early, or
            what it says is no answer.
    """
    at = clock.day()
    request, machine = _request(address, headers)
    with network.connect(address, limits) as wire:
        wire.send(request)
        came = _Reception(machine, wire, address, limits.size, heed).whole()
    _log.info(
        "asked",
        extra=fields(
            address=str(address), ip=wire.ip, status=came.head.status, bytes=len(came.received)
        ),
    )
    return Answer(
        status=came.head.status,
        headers=came.head.headers,
        address=address,
        at=at,
        ip=wire.ip,
        request=request,
        received=bytes(came.received),
        body=_decoded(came.head, bytes(came.body), address, limits.size),
    )


def _request(
    address: Address, headers: tuple[tuple[str, str], ...]
) -> tuple[bytes, h11.Connection]:
    machine = h11.Connection(h11.CLIENT, max_incomplete_event_size=_HEAD)
    asked = [
        ("Host", address.authority),
        *headers,
        ("Accept", _ANY),
        ("Accept-Encoding", "gzip"),
        ("Connection", "close"),
    ]
    sent = machine.send(h11.Request(method="GET", target=address.target, headers=asked))
    return (sent or b"") + (machine.send(h11.EndOfMessage()) or b""), machine


class _Reception:
    """Receives one answer: its head, all of its bytes, and its body without the chunks.

    Args:
        machine: what divides the bytes; the request has gone through it.
        wire: where they come from.
        address: what was asked for.
        size: bytes that the body may have, as it comes.
        heed: if anything is to be looked at before the body is received.
    """

    def __init__(
        self,
        machine: h11.Connection,
        wire: Wire,
        address: Address,
        size: int,
        heed: Heed | None,
    ) -> None:
        self._machine = machine
        self._wire = wire
        self._address = address
        self._size = size
        self._heed = heed
        self.head = Head(status=0)
        self.received = bytearray()
        self.body = bytearray()

    def whole(self) -> Self:
        """Receive all of it. Raises FetchError."""
        try:
            while self._goes_on(self._machine.next_event()):
                pass
        except h11.RemoteProtocolError as error:
            if "closed connection" in str(error):
                raise _cut_off(self._address) from error
            met = f"what it answers is no HTTP ({_said(error)})"
            wanted = "ask those who run the site"
            raise FetchError(str(self._address), met, wanted, "answer") from error
        return self

    def _goes_on(self, event: object) -> bool:
        """Take what the machine made out; say whether there is more to come."""
        if event is h11.NEED_DATA:
            self._receive()
        elif isinstance(event, h11.InformationalResponse):
            self.received = bytearray(self._machine.trailing_data[0])  # the answer comes after it
        elif isinstance(event, h11.Response):
            self.head = _head(event)
            if self._heed is not None:
                self._heed(self._address, self.head)
            _see_the_size(_announced(self.head), self._size, self._address)
        elif isinstance(event, h11.Data):
            self.body += event.data
            _see_the_size(len(self.body), self._size, self._address)
        else:
            beyond = len(self._machine.trailing_data[0])
            del self.received[len(self.received) - beyond :]
            return False
        return True

    def _receive(self) -> None:
        piece = self._wire.receive()
        if not piece and not self.head.status:
            raise _cut_off(self._address)
        self.received += piece
        _see_the_size(len(self.received), self._size + _HEAD, self._address)
        self._machine.receive_data(piece)


def _head(event: h11.Response) -> Head:
    named = tuple((name.decode("ascii"), _text(value)) for name, value in event.headers)
    return Head(status=event.status_code, headers=named)


def _text(value: bytes) -> str:
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("latin-1")


def _announced(head: Head) -> int:
    """Give how long the answer says that it is; the library has seen that it is a number."""
    return int(head.header("content-length") or 0)


def _see_the_size(length: int, most: int, address: Address) -> None:
    if length > most:
        raise _too_large(address, most)


def _decoded(head: Head, body: bytes, address: Address, most: int) -> bytes:
    """Unpack what was packed on its way."""
    coding = (head.header("content-encoding") or "identity").strip().lower()
    if coding in {"identity", ""} or not body:
        return body
    if coding not in CODINGS:
        met = f"packed as `{coding[:40]}`, which was not asked for"
        raise FetchError(str(address), met, "ask those who run the site", "answer")
    try:
        return unpacked(body, most)
    except TooLargeError as error:
        raise _too_large(address, most) from error
    except ValueError as error:
        met = f"it cannot be unpacked ({error})"
        raise FetchError(str(address), met, "ask again later", "cut") from error


def _too_large(address: Address, most: int) -> FetchError:
    met = f"more than {most // MEGABYTE} MB" if most >= MEGABYTE else f"more than {most} bytes"
    return FetchError(str(address), met, "a record is a few megabytes at most", "large")


def _cut_off(address: Address) -> FetchError:
    met = "the server closed before all had come"
    return FetchError(str(address), met, "ask again later", "cut")


def _said(error: Exception) -> str:
    """Give what the library says, without the bytes that it quotes: they may be anything."""
    return str(error).partition(":")[0].partition("bytearray")[0].strip()[:80]
