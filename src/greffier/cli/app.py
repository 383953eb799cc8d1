"""The program: its commands, and what becomes of an error."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from greffier import __version__
from greffier.cli.faults import one_line
from greffier.cli.read import read
from greffier.errors import GreffierError

if TYPE_CHECKING:
    from collections.abc import Sequence

app = typer.Typer(
    name="greffier",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.command()(read)


def _version(asked: bool) -> None:  # noqa: FBT001 - typer hands it over by place
    if asked:
        typer.echo(f"greffier {__version__}")
        raise typer.Exit


@app.callback()
def greffier(
    *,
    version: Annotated[  # noqa: ARG001 - what it does is done by its callback
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say which version.")
    ] = False,
) -> None:
    """Read the published records of meetings, and keep the words that support every fact."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and give its exit status: 0, 1 (something in the data) or 2 (wrong usage).

    Whatever Greffier raises on purpose becomes one line on standard error.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        status = app(arguments, standalone_mode=False)
        sys.stdout.flush()
    except GreffierError as error:
        typer.echo(one_line(str(error)), err=True)
        return error.status
    except typer.TyperException as error:
        typer.echo(one_line(error.format_message()), err=True)
        return 2
    return int(status or 0)
