"""`greffier read`: what is read out of each record."""

import typer

from greffier.cli.options import Debug, Format, Paths


def read(
    paths: Paths,
    *,
    shape: Format = "text",
    debug: Debug = False,  # noqa: ARG001 - its callback does what it says
) -> None:
    """Print what is read out of records, and keep nothing.

    Example: greffier read examples --format jsonl; and, to see how, greffier read --debug RECORD
    """
    # The reader is not loaded for `--help`.
    from greffier import sources
    from greffier.cli.account import lines_of
    from greffier.cli.output import print_each
    from greffier.cli.readings import Readings

    readings = Readings(list(sources.find(paths)))
    print_each(readings, shape, lines=lines_of, between="\n")
    if readings.failures:
        raise typer.Exit(1)
