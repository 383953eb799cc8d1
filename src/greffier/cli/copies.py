"""`greffier backup` and `greffier restore`: copies of an archive, and archives of copies."""

from pathlib import Path
from typing import Annotated

import typer

from greffier.cli.options import Archive, Format, folder
from greffier.cli.words import complain, counted, shown


def _file(told: str) -> object:
    return typer.Argument(metavar="FILE", help=told, show_default=False)


def backup(
    to: Annotated[Path, _file("Where the copy comes; nothing may be there yet.")],
    *,
    archive: Archive = None,
    shape: Format = "text",
) -> None:
    """Copy an archive into one file, as it is at one moment, while others read and write it.

    What was fetched from the web comes into a folder beside it, with `.fetched` behind the name.

    Example: greffier backup archive-2026-11.db --archive archive
    """
    from greffier.cli.output import print_one
    from greffier.jobs.copying import back_up

    where = folder(archive)
    digest, fetched = back_up(where, to)
    told = {
        "archive": where.as_posix(),
        "file": to.as_posix(),
        "digest": f"sha256:{digest}",
        "fetched": fetched.as_posix() if fetched else None,
    }
    lines = [f"{shown(where)} is copied to {shown(to)}, sha256:{digest}"]
    if fetched:
        lines.append(f"what was fetched for it is copied to {shown(fetched)}")
    print_one(told, shape, lines=lines)


def restore(
    file: Annotated[Path, _file("A copy that `greffier backup` made.")],
    *,
    archive: Archive = None,
    shape: Format = "text",
) -> None:
    """Make an archive of a copy, and check all that is in it.

    Example: greffier restore archive-2026-11.db --archive restored
    """
    from greffier import authority, wiring
    from greffier.archive.place import FETCHED
    from greffier.cli.output import print_one
    from greffier.jobs import copying
    from greffier.jobs.fetching import faults_in
    from greffier.jobs.verifying import verify

    where = folder(archive)
    fetched = copying.restore(file, where)
    with wiring.archive_in(where) as opened:
        opened.refresh()
        faults = [*verify(opened, authority.shipped()), *faults_in(where / FETCHED)]
        counts = opened.counts()
    for fault in faults:
        complain(f"{fault.place}: {fault.met}; {fault.advice}")
    witnesses = counted(counts.witnesses, "witness", "witnesses")
    held = f"{counted(counts.records, 'record')} in {witnesses}"
    said = f"{shown(where)} holds {held}; {counted(len(faults), 'fault')} in it"
    told = {
        "archive": where.as_posix(),
        "records": counts.records,
        "witnesses": counts.witnesses,
        "faults": len(faults),
        "fetched": fetched.as_posix() if fetched else None,
    }
    missing = f"nothing that was fetched lies beside the copy, as {shown(copying.beside(file))}"
    back = f"what was fetched is in {shown(fetched)}" if fetched else missing
    print_one(told, shape, lines=[back, said])
    if faults:
        raise typer.Exit(1)
