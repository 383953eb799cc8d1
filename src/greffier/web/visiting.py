"""Who may judge on the pages: whoever gave the token, as a cookie remembers it for some hours.

The cookie holds no token. It says who judges and until when, sealed under the token, so that the
server keeps nothing and another token ends every visit. A form carries a second seal, which is
over the cookie, so that a page elsewhere can post none.
"""

from __future__ import annotations

import hmac
import secrets
import time
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from hashlib import sha256
from math import ceil
from typing import TYPE_CHECKING, Final, cast

from starlette.exceptions import HTTPException

from greffier.web.security import from_here

if TYPE_CHECKING:
    from starlette.requests import Request

    from greffier.web.tries import Tries

COOKIE: Final = "judge"
COOKIE_AGE: Final = 12 * 60 * 60
LONGEST_NAME: Final = 100
_LONGEST: Final = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """Who asks for a page.

    Args:
        possible: whether anybody can judge here at all: a token is set.
        author: under which name the visitor judges; empty for one who has not given the token.
        seal: what his forms carry.
    """

    possible: bool = False
    author: str = ""
    seal: str = ""


def visitor_of(request: Request) -> Visitor:
    """Give who asks, by the cookie; anything but a whole and fresh cookie is nobody's."""
    token = token_of(request)
    cookie = request.cookies.get(COOKIE, "")
    author = _author(token, cookie) if token else ""
    seal = _mac(token, "form", cookie) if author else ""
    return Visitor(possible=bool(token), author=author, seal=seal)


def token_of(request: Request) -> str:
    """Give the token that is set; empty where none is."""
    return cast("str", request.app.state.token)


def opens(token: str, given: str) -> bool:
    """Say whether what was given is the token that is set; how long it takes tells nothing."""
    wanted, got = (sha256(one.encode("utf-8", "replace")).digest() for one in (token, given))
    return bool(token) and hmac.compare_digest(wanted, got)


def admitted(request: Request, given: str) -> bool:
    """Say whether what was given with a request is the token; guesses are counted.

    Raises:
        HTTPException: 429 where there were too many within a minute. The token is not looked at
            then, the right one neither, since that would tell.
    """
    tries = cast("Tries", request.app.state.tries)
    address = request.client.host if request.client else ""
    if wait := tries.begin(address):
        after = {"Retry-After": str(ceil(wait))}
        raise HTTPException(429, "too many tokens that were not the right one", headers=after)
    if not opens(token_of(request), given):
        return False
    tries.right(address)
    return True


def cookie_of(token: str, author: str) -> str:
    """Give the cookie of whoever gave the token and calls himself so."""
    until = int(time.time()) + COOKIE_AGE
    name = urlsafe_b64encode(author.encode("utf-8", "replace")).decode()
    told = f"{until}.{secrets.token_hex(8)}.{name}"
    return f"{told}.{_mac(token, 'visit', told)}"


def require_own_form(request: Request, seal: str | None = None) -> None:
    """Refuse what another site posts; and, where there is a seal, a form that lacks it.

    Raises:
        HTTPException: 404 where nobody can judge here, 403 where this visitor cannot.
    """
    visitor = visitor_of(request)
    if not visitor.possible:
        raise HTTPException(404, "nobody can judge here")
    if not from_here(request.headers):
        raise HTTPException(403, "a form of another site")
    if seal is None:
        return
    if not visitor.author:
        raise HTTPException(403, "the token was not given, or too long ago")
    if not hmac.compare_digest(visitor.seal.encode(), seal.encode("utf-8", "replace")):
        raise HTTPException(403, "a form that is not of this visit")


def _author(token: str, cookie: str) -> str:
    told, _, seal = cookie.rpartition(".")
    if len(cookie) > _LONGEST or not hmac.compare_digest(
        _mac(token, "visit", told).encode(), seal.encode("utf-8", "replace")
    ):
        return ""
    until, _, name = told.split(".")  # sealed, so it is ours
    return urlsafe_b64decode(name).decode() if int(until) > time.time() else ""


def _mac(token: str, use: str, words: str) -> str:
    data = f"{use}\n{words}".encode("utf-8", "replace")
    return hmac.new(token.encode(), data, sha256).hexdigest()
