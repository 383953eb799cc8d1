"""Checks that fail on what they look at: that is a fault of it, and stops no other check."""

from __future__ import annotations

import logging
import sqlite3
from typing import TYPE_CHECKING, Final

from sqlalchemy.exc import SQLAlchemyError

from greffier.archive.stored import Fault
from greffier.errors import BusyError, GreffierError, TooLongError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_log = logging.getLogger(__name__)
_ADVICE: Final = "restore the archive from a copy"


def guarded(place: str, faults: Iterable[Fault]) -> Iterator[Fault]:
    """Yield what a check finds; where it fails on damage of a kind that it does not know, that.

    Args:
        place: what is checked.
        faults: the check.

    Raises:
        BusyError: it was broken off, as TooLongError says too.
        SQLAlchemyError: of the database itself; `told` puts it into words.
    """
    try:
        yield from faults
    except (BusyError, TooLongError, SQLAlchemyError, sqlite3.Error):
        raise
    except GreffierError as error:
        yield Fault(place=error.place, met=error.met, advice=error.wanted)
    except Exception as error:  # noqa: BLE001 - whatever was written there, it is damage
        _log.debug("fault", exc_info=error)
        met = f"it cannot be checked ({type(error).__name__}: {error})"
        yield Fault(place=place, met=met, advice=_ADVICE)
