"""Addresses on the web: read strictly, written in one way, and never with a user's name in them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final
from urllib.parse import quote, urljoin, urlsplit

from greffier.errors import FetchError

PORTS: Final = {"http": 80, "https": 443}
_LONGEST: Final = 8_000  # characters; servers take no longer ones
_SHOWN: Final = 200  # characters of what is none
_FIRST_FREE_PORT: Final = 1024  # what answers below it, but for the web's own two, is no web server
# What may stand in a path or query as it is; `%` is there, since what is escaped stays escaped.
_PLAIN: Final = "%/:?@!$&'()*+,;=-._~|[]"
_CONTROLS: Final = re.compile(r"[\x00-\x1f\x7f]")
_WANTED: Final = "give one such as `https://example.org/records/1`"


@dataclass(frozen=True, slots=True, order=True)
class Address:
    """An address that can be fetched.

    Args:
        scheme: `http` or `https`.
        host: a name in ASCII, or an IP address; in small letters, IPv6 without its brackets.
        port: the one that is connected to.
        target: path and query, in ASCII; begins with `/`.
    """

    scheme: str
    host: str
    port: int
    target: str

    @property
    def authority(self) -> str:
        """Give host and port as they stand in an address and in the `Host` header."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def site(self) -> str:
        """Give what one robots.txt is for: scheme, host and port."""
        return f"{self.scheme}://{self.authority}"

    def __str__(self) -> str:
        return f"{self.site}{self.target}"

    def joined(self, reference: str) -> Address:
        """Give the address that a reference found at this one leads to.

        Raises:
            FetchError: it leads to none that could be fetched.
        """
        reference = reference.strip()
        if reference.startswith(("https://", "http://")):
            return address_of(reference)
        try:
            return address_of(urljoin(str(self), reference))
        except ValueError as error:  # `FetchError` is one of data and none of these
            raise _refused(reference, "no address") from error


def is_address(text: str) -> bool:
    """Say whether what a user gave is meant as an address, and not as a file."""
    scheme, colon, rest = text.partition("://")
    return bool(colon and rest) and scheme.isascii() and scheme.replace("+", "").isalnum()


def address_of(text: str) -> Address:
    """Read an address; what follows a `#` is left out.

    Raises:
        FetchError: it is none, not of the web, names a user, or a port that is no web server's.
    """
    if not _has_characters(text):
        raise _refused(text, "bytes that are no characters in an address")
    if len(text) > _LONGEST:
        raise _refused(text, f"{len(text):,} characters, more than {_LONGEST:,}")
    if _CONTROLS.search(text):
        raise _refused(text, "a control character in an address")
    try:
        parts = urlsplit(text.strip().partition("#")[0])
        port = parts.port
        host = _host(parts.hostname or "")
    except ValueError:
        raise _refused(text, "no address") from None  # what the error says may be a password
    if parts.scheme not in PORTS:
        raise _refused(text, f"an address of `{parts.scheme}`", "only http and https are fetched")
    if "@" in parts.netloc:
        raise _refused(text, "the name of a user in an address", "give it without")
    if not host:
        raise _refused(text, "an address without a host")
    port = PORTS[parts.scheme] if port is None else port
    if port not in PORTS.values() and port < _FIRST_FREE_PORT:
        met = f"port {port}"
        raise _refused(text, met, f"80, 443 and those from {_FIRST_FREE_PORT} are fetched from")
    target = quote(parts.path or "/", safe=_PLAIN)
    if parts.query:
        target += "?" + quote(parts.query, safe=_PLAIN)
    return Address(parts.scheme, host, port, target)


def without_user(text: str) -> str:
    """Give what may be no address so that it can be shown: without what could name a user.

    Where a password holds what divides addresses nobody can say where it ends, so that all before
    the last `@` goes.
    """
    scheme, slashes, rest = text.partition("//")
    return scheme + slashes + rest.rpartition("@")[2] if slashes else text.rpartition("@")[2]


def _has_characters(text: str) -> bool:
    """Say whether a text could be written: what a terminal gave may hold bytes that are none."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


@lru_cache(maxsize=1_000)  # a site map names one host a hundred thousand times
def _host(name: str) -> str:
    """Give a host in ASCII; a name in other letters as the web writes it."""
    if ":" in name:  # IPv6, which `urlsplit` has looked at
        if "%" in name:
            raise ValueError("an IPv6 address with a zone")
        return name.lower()
    encoded = name.encode("idna").decode("ascii").lower()
    if any(not (char.isalnum() or char in "-._") for char in encoded):
        raise ValueError("a host has letters, digits, hyphens and full stops")
    return encoded


def _refused(text: str, met: str, wanted: str = _WANTED) -> FetchError:
    shown = without_user(text).encode("utf-8", "replace").decode("utf-8")
    return FetchError(shown[:_SHOWN], met, wanted, "address")
