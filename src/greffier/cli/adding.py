"""From files into an archive, as the commands that do it tell of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from greffier import jobs, sources, wiring
from greffier.cli.progress import ProgressLine
from greffier.cli.words import complain, counted, shown

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def add_paths(where: Path, paths: Iterable[Path]) -> jobs.Summary:
    """Add what is under `paths` to the archive in `where`, and say which files could not be read.

    No archive is made where none of the files can be read.
    """
    files = list(sources.find(paths))
    refused = jobs.refusals(files)
    if refused is not None:
        summary = jobs.Summary(failures=refused)
    else:
        with wiring.archive_in(where, create=True) as archive, ProgressLine() as line:
            summary = jobs.add_all(archive, files, report=line.report, executor=wiring.executor())
    for error in summary.failures:
        complain(error)
    return summary


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
