"""`greffier read`: what is read out of each record."""

from collections.abc import Iterator
from pathlib import Path

import typer

from greffier.cli.options import Format, Paths
from greffier.cli.words import complain
from greffier.model import Reading


def read(paths: Paths, *, shape: Format = "text") -> None:
    """Print what is read out of records, and keep nothing.

    Example: greffier read examples --format jsonl
    """
    # The reader is not loaded for `--help`.
    from greffier import sources
    from greffier.cli.account import lines_of
    from greffier.cli.output import print_each

    failures: list[object] = []
    files = list(sources.find(paths))
    print_each(_readings(files, failures), shape, lines=lines_of, between="\n")
    if failures:
        raise typer.Exit(1)


def _readings(files: list[Path], failures: list[object]) -> Iterator[Reading]:
    """Yield the reading of each file that has one; say at once which have none."""
    from greffier import jobs, wiring

    for result in wiring.executor().run(jobs.units(files)):
        if isinstance(result, jobs.Failed):
            complain(result.error)
            failures.append(result.error)
        else:
            yield result.reading
