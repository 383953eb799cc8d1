"""From files into an archive: can be stopped, gone on with and done again."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from greffier import sources
from greffier.archive.stored import Added, Outcome
from greffier.errors import FormError, GreffierError
from greffier.jobs.local import InThisProcess
from greffier.jobs.units import Failed, Unit, refusal, units
from greffier.logs import fields
from greffier.model import short
from greffier.sources import Item

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from greffier.archive.protocol import Archive
    from greffier.jobs.units import Done, Executor


_log = logging.getLogger(__name__)

# What became of one file: it is kept, or why it is not.
Became: TypeAlias = Added | GreffierError


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far the work is: `done` of `total` files, the last of them, and what became of it.

    What is said to be added is on the disk, with the record that it carries.
    """

    done: int
    total: int
    item: Item
    became: Became

    @property
    def outcome(self) -> Outcome | Literal["failed"]:
        """What became of the file, in a word."""
        return self.became.outcome if isinstance(self.became, Added) else "failed"


Report: TypeAlias = Callable[[Progress], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What became of all files: those in the archive, and why the others are not."""

    kept: tuple[Added, ...] = ()
    failures: tuple[GreffierError, ...] = ()

    def count(self, outcome: Outcome) -> int:
        """Say how many files had this outcome."""
        return sum(one.outcome == outcome for one in self.kept)


def add_all(
    archive: Archive,
    paths: Iterable[Path | Item],
    *,
    report: Report | None = None,
    executor: Executor | None = None,
) -> Summary:
    """Read every file under `paths` that is not in the archive yet, and add it.

    Each witness is kept whole, and put to the record that it carries, before the next is begun, so
    that a run which was stopped goes on where it was. A file that cannot be read does not stop the
    others.

    Args:
        archive: what is added to.
        paths: files, and folders of records.
        report: told of each file when it is done with.
        executor: where the reading is done; in this process unless said.

    Raises:
        UsageError: a path does not exist; nothing has been added then.
        DataError: a folder without records; nothing has been added then.
        ArchiveError: the archive cannot be written; what was added stays.
    """
    from greffier.jobs.grouping import group_all, group_next  # noqa: PLC0415 - loads numpy

    items = list(sources.find(paths))
    kept: list[Added] = []
    failures: list[GreffierError] = []
    while group_next(archive):  # what a run that was stopped left: in its turn, before what follows
        pass
    outcomes = _outcomes(archive, items, executor or InThisProcess())
    for number, (item, outcome) in enumerate(outcomes, start=1):
        if isinstance(outcome, Added):
            kept.append(outcome)
            told = fields(record=item.name, witness=outcome.witness, outcome=outcome.outcome)
            _log.info("kept", extra=told)
            if outcome.outcome != "known":
                group_next(archive)
        else:
            failures.append(outcome)
        if report is not None:
            report(Progress(done=number, total=len(items), item=item, became=outcome))
    group_all(archive)  # those that an older version added
    archive.refresh()
    return Summary(kept=tuple(kept), failures=tuple(failures))


def refusals(items: Iterable[Item | Path]) -> tuple[GreffierError, ...] | None:
    """Say why none of the things found can become a witness; None as soon as one can.

    Ask before an archive is made for them: an empty one would be left behind.
    """
    failures: list[GreffierError] = []
    for unit in units(items):
        try:
            sources.receive(unit.item)
        except Exception as error:  # noqa: BLE001 - what one source fails on may not stop the rest
            failures.append(refusal(unit.item.name, error))
        else:
            return None
    return tuple(failures)


def _outcomes(
    archive: Archive, items: Iterable[Item], executor: Executor
) -> Iterator[tuple[Item, Became]]:
    """Yield what became of each file: first those that need no reading, then the others."""
    fresh: list[Unit] = []
    for unit in units(items):
        try:
            digest = sources.digest(unit.item)
        except Exception as error:  # noqa: BLE001 - as above
            yield unit.item, refusal(unit.item.name, error)
            continue
        if archive.has(digest, reader=unit.reader):
            yield unit.item, Added(witness=short(digest), outcome="known")
        else:
            fresh.append(unit)
    for result in executor.run(fresh):
        if isinstance(result, Failed):
            yield result.unit.item, result.error
        else:
            yield result.unit.item, _kept(archive, result)


def _kept(archive: Archive, done: Done) -> Added | GreffierError:
    """Keep what was read; a reading that has no form, being of half characters, stops no other."""
    try:
        return archive.add(done.received, done.reading)
    except FormError as error:
        return error
