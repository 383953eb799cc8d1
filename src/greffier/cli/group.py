"""`greffier group`: which witnesses carry one record."""

from typing import Annotated

import typer

from greffier.cli.options import Archive, folder
from greffier.cli.words import counted


def group(
    *,
    again: Annotated[
        bool, typer.Option("--again", help="All witnesses anew, not only those that wait for it.")
    ] = False,
    archive: Archive = None,
) -> None:
    """Put witnesses to the records that they carry, and work out who is who.

    `greffier add` does this for what it adds. It is needed after a newer version has changed how
    witnesses are grouped or persons and sessions told apart, or where `greffier verify` says so;
    judgements stay in force.

    Example: greffier group --again --archive archive
    """
    from greffier import wiring
    from greffier.cli.output import print_lines
    from greffier.jobs import grouping

    with wiring.archive_in(folder(archive)) as opened:
        found = grouping.group_all(opened, again=again)
        opened.refresh()
        counts = opened.counts()
    grouped = counted(found, "witness", "witnesses")
    records = counted(counts.records, "record")
    held = counted(counts.witnesses, "witness", "witnesses")
    print_lines([f"{grouped} looked at; the archive holds {records} in {held}"])
