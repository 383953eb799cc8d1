"""The program: its commands, and what becomes of an error."""

import gc
import io
import os
import sys
from collections.abc import Sequence
from typing import Annotated, Final

import typer

from greffier import __version__
from greffier.cli.add import add
from greffier.cli.check import check
from greffier.cli.cite import cite
from greffier.cli.collocates import collocates
from greffier.cli.compare import compare
from greffier.cli.copies import backup, restore
from greffier.cli.export import export
from greffier.cli.frequency import frequency
from greffier.cli.group import group
from greffier.cli.imports import import_files, list_clashes
from greffier.cli.judge import judge
from greffier.cli.keywords import keywords
from greffier.cli.kwic import kwic
from greffier.cli.line import line
from greffier.cli.mcp import mcp
from greffier.cli.open import open_records
from greffier.cli.options import Debug, LogFormat, LogLevel
from greffier.cli.positions import positions
from greffier.cli.read import read
from greffier.cli.schema import schema
from greffier.cli.score import score
from greffier.cli.search import search
from greffier.cli.serve import serve
from greffier.cli.show import show
from greffier.cli.telling import is_set, tell_work
from greffier.cli.terminal import guard
from greffier.cli.verify import verify
from greffier.cli.watch import watch
from greffier.cli.who import who
from greffier.cli.words import complain, point
from greffier.errors import GreffierError, QueryError

app = typer.Typer(
    name="greffier",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.command("open")(open_records)
for command in (
    *(read, add, serve, search, kwic, frequency, keywords, collocates, show, who, line),
    *(positions, check, compare, cite, export),
    *(score, schema, group, verify, backup, restore, mcp),
):
    app.command()(command)
app.command("import")(import_files)
app.command("clashes")(list_clashes)
app.add_typer(judge, name="judge")
app.add_typer(watch, name="watch")
# What the fields of a question are called here, where that is not their own name.
_OPTIONS: Final = {"since": "--from", "until": "--to"}


def _version(asked: bool) -> None:  # noqa: FBT001 - typer hands it over by place
    if asked:
        typer.echo(f"greffier {__version__}")
        raise typer.Exit


@app.callback(
    invoke_without_command=True,
    epilog="Settings, from the environment: GREFFIER_ARCHIVE, the folder of the archive; "
    "GREFFIER_HOST and GREFFIER_PORT, where to serve; GREFFIER_HOSTS, names (with commas between "
    "them) under which the pages are reached from elsewhere; GREFFIER_AUTHOR, who "
    "judges; GREFFIER_TOKEN, what is asked of whoever judges on the pages; GREFFIER_CONTACT, where "
    "those who run a site can write to whoever fetches from it; "
    "GREFFIER_LOG_LEVEL and GREFFIER_LOG_FORMAT, what is told of the work, and how.",
)
def greffier(
    context: typer.Context,
    *,
    version: Annotated[  # noqa: ARG001 - its callback does what it says
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say which version.")
    ] = False,
    log_level: LogLevel = None,
    log_format: LogFormat = None,
    debug: Debug = False,
) -> None:
    """Read the published records of meetings, and keep the words that support every fact."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help(), err=True)
        raise typer.Exit(2)
    if debug or log_level or log_format or is_set():
        tell_work("debug" if debug else log_level, log_format)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and give its exit status: 0, 1 (something in the data) or 2 (wrong usage).

    Whatever Greffier raises on purpose becomes one line on standard error, and so does a command
    line that cannot be understood. Where nobody reads on, the program ends without a word.
    """
    # Rules and what is known are many objects that stay: to look through them for garbage at each
    # step of a start costs up to a tenth of it.
    gc.set_threshold(100_000, 20, 20)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal need not know every character
            stream.reconfigure(errors="backslashreplace")
    guard()
    try:
        status = app(arguments, prog_name="greffier", standalone_mode=False)
        sys.stdout.flush()
    except GreffierError as error:
        complain(error.named(_OPTIONS) if isinstance(error, QueryError) else error)
        if isinstance(error, QueryError) and error.pieces:
            point(error.pieces)
        return error.status
    except typer.TyperException as error:
        return _misused(error)
    except OSError as error:
        return _unwritable(error)
    return status if isinstance(status, int) else 0


def _misused(error: typer.TyperException) -> int:
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "greffier"
    message = error.format_message().rstrip(".").replace("Value error, ", "")
    complain(f"{command}: {message[:1].lower()}{message[1:]}; see `{command} --help`", named=False)
    return error.exit_code


def _unwritable(error: OSError) -> int:
    """Say that what was to be printed could not be, unless the one who was to read it has gone."""
    if not isinstance(error, BrokenPipeError):
        place = error.filename or "standard output"
        complain(f"{place}: {(error.strerror or str(error)).lower()}; it must be writable")
    # What is still to be written would fail again when the interpreter ends.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    return 1
