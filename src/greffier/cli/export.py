"""`greffier export`: records taken away, in forms that other programs read."""

from pathlib import Path
from typing import Annotated

import typer

from greffier.cli.options import Archive
from greffier.exports.registry import FORMATS
from greffier.model import RecordKind

_TOLD = "; ".join(f"{one.name}, {one.told}" for one in FORMATS.values())


def _option(told: str, *names: str, metavar: str = "WORDS") -> object:
    return typer.Option(*names, metavar=metavar, help=told, show_default=False)


def export(  # noqa: PLR0913 - one argument for each option
    what: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="WHAT",
            help="Files and folders of records, or names of records of the archive; "
            "everything in the archive unless said.",
            show_default=False,
        ),
    ] = None,
    *,
    shape: Annotated[
        str, typer.Option("--format", metavar="NAME", help=f"In which form: {_TOLD}.")
    ] = "jsonl",
    to: Annotated[
        Path | None,
        _option(
            "Where to: a file, or a folder or .zip file where there are several files. "
            "[default: standard output]",
            "--output",
            "-o",
            metavar="PLACE",
        ),
    ] = None,
    archive: Archive = None,
    words: Annotated[
        str | None, _option("Only records with a passage that a search for these finds.")
    ] = None,
    speaker: Annotated[str | None, _option("Only where this person spoke.")] = None,
    office: Annotated[str | None, _option("Only where holders of this office spoke.")] = None,
    of: Annotated[str | None, _option("Only where somebody spoke for this state.")] = None,
    organisation: Annotated[str | None, _option("Only sessions of this organisation.")] = None,
    body: Annotated[str | None, _option("Only sessions of this body.")] = None,
    since: Annotated[
        str | None, _option("Not before this day, month or year.", "--from", metavar="DATE")
    ] = None,
    until: Annotated[
        str | None, _option("Not after this day, month or year.", "--to", metavar="DATE")
    ] = None,
    kind: Annotated[RecordKind | None, _option("Only this kind of record.", metavar="KIND")] = None,
    spoken: Annotated[
        bool | None,
        typer.Option("--spoken/--unspoken", help="Only what was said, or only the rest."),
    ] = None,
) -> None:
    """Take records away: files of records, or an archive, or what a search of it finds.

    Nothing is held in memory whole, so that an archive of any size can be written out.

    Example: greffier export --words "collective security" --from 2020 -o found.jsonl
    """
    from greffier.archive.stored import Question
    from greffier.cli.exporting import exported

    question = Question(
        words=words or "",
        speaker=speaker,
        office=office,
        of=of,
        organisation=organisation,
        body=body,
        since=since,
        until=until,
        kind=kind,
        spoken=spoken,
    )
    asked = question if question != Question(words="") else None
    if exported(what or [], asked, archive, shape, to):
        raise typer.Exit(1)
