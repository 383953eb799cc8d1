"""Connections to servers: the host is looked up once, checked, and that very address connected to.

A name may lead to a public address when it is checked and to a private one a moment later. So it is
never looked up again: what is connected to is the address that was checked. Proxies that the
environment names are not used, since they would look the name up themselves.
"""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Self, TypeAlias

from greffier.errors import FetchError
from greffier.fetching.public import is_public

if TYPE_CHECKING:
    from types import TracebackType

    from greffier.fetching.address import Address
    from greffier.fetching.limits import Limits

Resolve: TypeAlias = Callable[[str, int], tuple[str, ...]]
_MOMENT = 0.001  # seconds; what is left must not come to nothing, which would mean no bound
_TRIED = 4  # IP addresses of a host, where none answers; a name may have hundreds
_PIECE = 64 * 1024  # bytes received at a time


def look_up(host: str, port: int) -> tuple[str, ...]:
    """Give the IP addresses of a host, each once, in the system's order. Raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)
    return tuple(dict.fromkeys(str(where[0]) for *_, where in found))


class Network:
    """The way to servers.

    Args:
        allow_private: whether addresses that are not of the public network are connected to.
        resolve: gives the IP addresses of a host; the system does unless said.
        tls: how servers prove who they are; by the system's certificates unless said.
    """

    def __init__(
        self,
        *,
        allow_private: bool = False,
        resolve: Resolve = look_up,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self._allow_private = allow_private
        self._resolve = resolve
        self._tls = tls

    def connect(self, address: Address, limits: Limits) -> Wire:
        """Connect to the server of an address.

        Raises:
            FetchError: it leads to an address that is refused (`private`), or cannot be reached
                (`unreachable`, `silent`).
        """
        last: OSError | None = None
        for ip in self.checked(address)[:_TRIED]:
            try:
                return self._connected(ip, address, limits)
            except OSError as error:
                last = error
        raise _failed(address, last) from last

    def checked(self, address: Address) -> tuple[str, ...]:
        """Give the IP addresses of an address's host, all of which may be connected to.

        Raises:
            FetchError: the host has none, or one of them is refused.
        """
        try:
            found = self._resolve(address.host, address.port)
        except (OSError, UnicodeError) as error:
            raise _unknown(address, str(error)) from error
        if not found:
            raise _unknown(address, "no address")
        for ip in found:
            if not (self._allow_private or is_public(ip)):
                met = f"leads to {ip}, which is not of the public network"
                wanted = "`--allow-private` fetches from there all the same"
                raise FetchError(str(address), met, wanted, "private")
        return found

    def _connected(self, ip: str, address: Address, limits: Limits) -> Wire:
        family = socket.AF_INET6 if ":" in ip else socket.AF_INET
        plain = socket.socket(family, socket.SOCK_STREAM)
        try:
            plain.settimeout(limits.connecting)
            plain.connect((ip, address.port))
            if address.scheme == "https":
                self._tls = self._tls or ssl.create_default_context()
                wrapped = self._tls.wrap_socket(plain, server_hostname=address.host)
                return Wire(wrapped, address, ip, limits)
        except BaseException:
            plain.close()
            raise
        return Wire(plain, address, ip, limits)


class Wire:
    """An open connection that goes by the limits; to be used in a `with` statement.

    Args:
        connected: the socket.
        address: what is asked for over it.
        ip: where it leads.
        limits: how long it may take; counted from now.
    """

    def __init__(self, connected: socket.socket, address: Address, ip: str, limits: Limits) -> None:
        self._socket = connected
        self._address = address
        self._limits = limits
        self._end = time.monotonic() + limits.whole
        self.ip = ip

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._socket.close()

    def send(self, data: bytes) -> None:
        """Send all of it. Raises FetchError."""
        try:
            self._hurry()
            self._socket.sendall(data)
        except OSError as error:
            self._see_the_time()
            raise _failed(self._address, error) from error

    def receive(self) -> bytes:
        """Give what came next; nothing where the server has closed. Raises FetchError."""
        try:
            self._hurry()
            return self._socket.recv(_PIECE)
        except OSError as error:
            self._see_the_time()
            raise _failed(self._address, error) from error

    def _hurry(self) -> None:
        """Let the next step take no longer than a silence may last, or than there is time left."""
        self._see_the_time()
        self._socket.settimeout(min(self._end - time.monotonic(), self._limits.silence))

    def _see_the_time(self) -> None:
        if time.monotonic() >= self._end - _MOMENT:
            met = f"not whole after {self._limits.whole:g} seconds"
            raise FetchError(str(self._address), met, "ask again later", "slow")


def _failed(address: Address, error: OSError | None) -> FetchError:
    """Say what went wrong on the way to a server or back."""
    again = "ask again later"
    if isinstance(error, TimeoutError):
        return FetchError(str(address), "no answer in time", again, "silent")
    if isinstance(error, ssl.SSLCertVerificationError):
        met = f"its certificate is not to be trusted ({error.verify_message})"
        return FetchError(str(address), met, "ask those who run the site", "certificate")
    if isinstance(error, ssl.SSLError):
        met = f"no secure connection ({error.reason or 'it failed'})"
        return FetchError(str(address), met, again, "unreachable")
    if isinstance(error, ConnectionError) and not isinstance(error, ConnectionRefusedError):
        return FetchError(str(address), "the connection was broken off", again, "cut")
    met = (error.strerror or str(error)).lower() if error is not None else "no connection"
    return FetchError(str(address), met, again, "unreachable")


def _unknown(address: Address, met: str) -> FetchError:
    return FetchError(
        str(address), f"its host is not found ({met.lower()})", "see how it is spelt", "unreachable"
    )
