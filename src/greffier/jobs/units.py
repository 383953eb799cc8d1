"""A unit of work: one thing to read, and the version of the reader that reads it."""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from greffier import authority, logs, reading, sources
from greffier.errors import DataError, GreffierError
from greffier.jobs.telling import tell_reading, tell_refused
from greffier.model import Reading, Received

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """What is to be done, small enough to be sent anywhere and to be noted once it is done."""

    item: sources.Item
    reader: str = reading.READER


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """A unit that gave a reading."""

    unit: Unit
    received: Received
    reading: Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """A unit that gave none, and why; the units after it are done all the same."""

    unit: Unit
    error: GreffierError


class Executor(Protocol):
    """Where units are done: in this process, on this machine's cores, on a cluster."""

    def run(self, work: Iterable[Unit]) -> Iterator[Done | Failed]:
        """Do each unit and yield what became of it, as they finish."""
        ...


def units(items: Iterable[sources.Item | Path]) -> Iterator[Unit]:
    """Yield the unit of work that each thing to read is, for the reader that is installed."""
    for one in items:
        yield Unit(item=one if isinstance(one, sources.Item) else sources.Item(one))


def read_item(item: sources.Item | Path) -> tuple[Received, Reading]:
    """Receive one file, or one thing in an archive, and read it with what is shipped.

    Raises:
        UsageError: the file is not there.
        WitnessError: it cannot become a witness.
    """
    with logs.about(record=item.name):
        received = sources.receive(item)
        began = time.perf_counter()
        found = reading.read(received.witness, authority.shipped())
        tell_reading(found, time.perf_counter() - began)
    return received, found


def done(unit: Unit) -> Done | Failed:
    """Do one unit; every executor calls this, wherever it runs.

    Any record at all should give a reading. Where the reader fails on one none the less, that is
    said of this record and costs none of the others.
    """
    try:
        received, found = read_item(unit.item)
    except Exception as error:  # noqa: BLE001 - one record in many thousands may not stop the rest
        return Failed(unit=unit, error=refusal(unit.item.name, error))
    return Done(unit=unit, received=received, reading=found)


def refusal(name: str, error: Exception) -> GreffierError:
    """Give why one thing cannot be read, whatever went wrong, and tell it in the log.

    Args:
        name: what to call it.
        error: what was raised by the source or the reader.
    """
    if isinstance(error, GreffierError):
        tell_refused(error)
        return error
    if isinstance(error, OSError):  # of the system, not of the record
        met = f"the system did not let it be read ({error.strerror or error})"
        wanted = "see that there is room and memory, then add it again"
        return DataError(name, met, wanted)
    met = f"the reader failed on it ({type(error).__name__}: {error})"
    _log.info("fault", exc_info=error, extra=logs.fields(record=name))
    return DataError(name, met, "please report this, with the record")
