"""`greffier positions`: what each of several said of one thing, side by side."""

import csv
import io
import sys
import textwrap
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from greffier.cli.options import Archive, Table, Words, folder
from greffier.cli.words import complain, counted, shown

if TYPE_CHECKING:
    from greffier.query.positions import Positions

_WIDE = 96  # characters of a line


def positions(  # noqa: PLR0913 - one argument for each option
    words: Words,
    *,
    archive: Archive = None,
    of: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="A state or organisation: a column of its own each."),
    ] = None,
    speaker: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="A speaker instead: a column each.")
    ] = None,
    organisation: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only sessions of this organisation.")
    ] = None,
    body: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only sessions of this body.")
    ] = None,
    since: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="Not before this date.")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--to", metavar="DATE", help="Not after this date.")
    ] = None,
    shape: Table = "text",
) -> None:
    """Put side by side what several said of something: a session a row, a state a column.

    Example: greffier positions Afghanistan --of Russia --of Tajikistan
    """
    from greffier import wiring
    from greffier.archive.stored import Question
    from greffier.authority import shipped
    from greffier.cli.output import print_one
    from greffier.errors import QueryError
    from greffier.query import named
    from greffier.query.positions import positions as side_by_side

    if bool(of) == bool(speaker):
        wanted = "name the columns by --of, or by --speaker, not by both"
        raise QueryError("columns", "no columns" if not of else "both kinds of column", wanted)
    known = shipped()
    question = Question(
        words=" ".join(words), organisation=organisation, body=body, since=since, until=until
    )
    columns = [named(replace(question, of=one), known).of or one for one in of or ()]
    with wiring.archive_in(folder(archive)) as opened:
        found = side_by_side(
            opened,
            named(question, known),
            columns or speaker or (),
            by="of" if of else "speaker",
        )
    if shape == "csv":
        _print_csv(found)
    elif shape == "jsonl":
        for row in found.rows:
            print_one(row, "jsonl", lines=())
    else:
        print_one(found, "json" if shape == "json" else "text", lines=_lines(found))
    for name in found.cut:
        complain(f"of {name} only the first passages are shown: ask for less", named=False)


def _lines(found: "Positions") -> Iterator[str]:
    """Yield a session under its name, and under it what each said there."""
    for row in found.rows:
        yield shown(f"{row.date or 'undated'}  {row.name}  {row.session or row.record}")
        for column, cell in zip(found.columns, row.cells, strict=True):
            if not cell:
                yield f"  {shown(column)}: nothing found"
            for one in cell:
                yield f"  {shown(column)}: {shown(one.speaker or '')}  {shown(one.address)}"
                yield from textwrap.wrap(
                    shown(one.text), _WIDE, initial_indent="    ", subsequent_indent="    "
                )
        yield ""
    yield f"{counted(len(found.rows), 'session')} found"


def _print_csv(found: "Positions") -> None:
    """Print a row for each passage: a table of one value a cell."""
    out = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", errors="replace", newline="")
    table = csv.writer(out, lineterminator="\n")
    heads = ("session", "date", "name", "column", "speaker", "office", "address", "span", "text")
    table.writerow(heads)
    for row in found.rows:
        for column, cell in zip(found.columns, row.cells, strict=True):
            for one in cell:
                span = f"{one.span.start}-{one.span.end}"
                told = (column, one.speaker, one.office, one.address, span, one.text)
                table.writerow((row.session, row.date, row.name, *told))
    out.detach()
