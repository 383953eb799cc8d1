"""`greffier export`: records taken away, in forms that other programs read."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from greffier.cli.options import Archive
from greffier.cli.restricting import option, restricted
from greffier.exports.registry import FORMATS

if TYPE_CHECKING:
    from greffier.archive.stored import Question

_TOLD = "; ".join(f"{one.name}, {one.told}" for one in FORMATS.values())


@restricted
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
        option(
            "Where to: a file, or a folder or .zip file where there are several files. "
            "[default: standard output]",
            "--output",
            "-o",
            metavar="PLACE",
        ),
    ] = None,
    archive: Archive = None,
    words: Annotated[
        str | None,
        option("Only records in which a search for these finds something.", metavar="WORDS"),
    ] = None,
    question: "Question",
) -> None:
    """Take records away: files of records, or an archive, or what a search of it finds.

    The options of `greffier search` choose records: those with a passage that it would find.
    Nothing is held in memory whole, so that an archive of any size can be written out.

    Example: greffier export --words "collective security" --from 2020 -o found.jsonl
    """
    from greffier.archive.stored import Question
    from greffier.cli.exporting import exported

    asked = replace(question, words=words or "")
    if exported(what or [], asked if asked != Question(words="") else None, archive, shape, to):
        raise typer.Exit(1)
