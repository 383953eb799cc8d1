"""`greffier score`: how well records were read."""

from pathlib import Path
from typing import Annotated

import typer

from greffier.cli.options import Format

Gold = Annotated[
    Path,
    typer.Argument(
        metavar="GOLD",
        help="What a careful person reads out of the records: one JSON object a line.",
        show_default=False,
    ),
]
Read = Annotated[
    Path,
    typer.Argument(
        metavar="READINGS",
        help="What was read: `greffier read PATH... --format jsonl`.",
        show_default=False,
    ),
]
Show = Annotated[
    int,
    typer.Option("--show", metavar="N", min=0, help="Show the first N errors of each kind."),
]


def score(gold: Gold, readings: Read, *, show: Show = 0, shape: Format = "text") -> None:
    """Compare readings with gold: a figure from 0 to 1 for each kind of finding.

    A gold record names its "file", and has any of the keys that docs/quality.md lists; a reading is
    matched where its witness's name ends so. The exit status is 1 where a gold record has none.

    Example: greffier score tests/quality/seeds.json readings.jsonl --show 5
    """
    from greffier import scoring
    from greffier.cli.output import print_each
    from greffier.cli.scores import lines_of

    result = scoring.score(scoring.golds_in(gold), scoring.readings_in(readings))
    print_each(result.figures(), shape, lines=lines_of(result, show=show))
    if any(fault.kind == scoring.READ for fault in result.faults):
        raise typer.Exit(1)
