"""What an answer means beside its body: where it leads, what failed, how long to wait."""

from __future__ import annotations

from datetime import UTC
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from greffier.errors import FetchError

if TYPE_CHECKING:
    from datetime import datetime

    from greffier.fetching.address import Address
    from greffier.fetching.asking import Answer

REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
FOR_NOW: Final = frozenset({429, 500, 502, 503, 504})
_LONGEST: Final = 9  # digits of the seconds to wait


def led(answer: Answer) -> Address:
    """Give the address that an answer leads to. Raises FetchError where it leads to none."""
    where = answer.header("location")
    if not where:
        met = f"{said(answer.status)} that says not where to"
        raise FetchError(str(answer.address), met, "ask those who run the site", "answer")
    try:
        return answer.address.joined(where)
    except FetchError as error:
        met = f"it leads to {error.place}: {error.met}"
        raise FetchError(str(answer.address), met, error.wanted, "redirects") from error


def failure(address: Address, status: int) -> FetchError:
    """Give the error that a status is which brings nothing."""
    wanted = "ask again later" if status in FOR_NOW else "see whether it has moved"
    return FetchError(str(address), f"the server answered {said(status)}", wanted, "status")


def wanted_wait(answer: Answer, now: datetime) -> float:
    """Give how many seconds the server wants waited before another try; 0 where it says nothing."""
    value = (answer.header("retry-after") or "").strip()
    if value.isascii() and value.isdigit():
        return float(value[:_LONGEST]) if len(value) <= _LONGEST else float("inf")
    try:
        until = parsedate_to_datetime(value)
    except (ValueError, OverflowError):  # the latter of years that no machine counts to
        return 0
    return max(0.0, ((until if until.tzinfo else until.replace(tzinfo=UTC)) - now).total_seconds())


def said(status: int) -> str:
    """Give a status with its words."""
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)
