"""From files into an archive, as the commands that do it tell of it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from greffier import form, jobs, sources, wiring
from greffier.cli.progress import ProgressLine
from greffier.cli.words import complain, counted, shown
from greffier.errors import GreffierError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from greffier.sources import Item

    Told = Callable[[Item, jobs.Became], None]


def add_paths(
    where: Path, paths: Iterable[Path | Item], *, told: Told | None = None
) -> jobs.Summary:
    """Add what is under `paths` to the archive in `where`, and say which files could not be read.

    No archive is made where none of the files can be read.

    Args:
        where: the folder of the archive.
        paths: files and folders of records, and what was found in them or fetched before.
        told: of each file, with what became of it, as soon as it is kept or cannot be.
    """
    files = list(sources.find(paths))
    refused = jobs.refusals(files)
    if refused is not None:
        summary = jobs.Summary(failures=refused)
        if told:
            for item, error in zip(files, refused, strict=True):
                told(item, error)
    else:
        with wiring.archive_in(where, create=True) as archive, ProgressLine() as line:
            report = _both(line.report, told) if told else line.report
            summary = jobs.add_all(archive, files, report=report, executor=wiring.executor())
    for error in summary.failures:
        complain(error)
    return summary


def print_told(item: Item, became: jobs.Became) -> None:
    """Print what became of a file as one line of JSON, at once."""
    told: dict[str, str | None] = {"file": item.name}
    if isinstance(became, GreffierError):
        told |= {"outcome": "failed", "witness": None, "error": str(became)}
    else:
        told |= {"outcome": became.outcome, "witness": became.witness, "error": None}
    sys.stdout.buffer.writelines(form.encode_lines([told]))
    sys.stdout.buffer.flush()  # what reads along must not wait, and may count on what it has read


def _both(report: jobs.Report, told: Told) -> jobs.Report:
    def both(progress: jobs.Progress) -> None:
        report(progress)
        told(progress.item, progress.became)

    return both


def told_of(summary: jobs.Summary, where: Path) -> str:
    """Give in one line what became of the files."""
    parts = [f"{counted(summary.count('added'), 'witness', 'witnesses')} added to {shown(where)}"]
    if again := summary.count("reread"):
        parts.append(f"{again} read again with a newer reader")
    if known := summary.count("known"):
        parts.append(f"{known} there already")
    if summary.failures:
        parts.append(f"{len(summary.failures)} could not be read")
    return ", ".join(parts)
