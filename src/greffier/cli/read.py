"""`greffier read`: what was read out of each record."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from greffier.cli.faults import one_line
from greffier.errors import DataError


def read(
    paths: Annotated[list[Path], typer.Argument(help="Files, or folders of records.")],
    *,
    shape: Annotated[
        Literal["text", "json", "jsonl"], typer.Option("--format", help="How to print it.")
    ] = "text",
) -> None:
    """Print the reading of each record.

    Example: greffier read examples --format jsonl
    """
    from greffier import form, jobs, sources

    failed = False
    for path in sources.find(paths):
        try:
            _, reading = jobs.read_path(path)
        except DataError as error:
            typer.echo(one_line(str(error)), err=True)
            failed = True
            continue
        sys.stdout.buffer.write(form.encode(reading) + b"\n")
    if failed:
        raise typer.Exit(1)
