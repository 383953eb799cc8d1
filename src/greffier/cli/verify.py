"""`greffier verify`: whether an archive can be trusted."""

import typer

from greffier.cli.options import Archive, Format, folder
from greffier.cli.words import counted, shown
from greffier.errors import GreffierError


def verify(*, archive: Archive = None, shape: Format = "text") -> None:
    """Check every digest, every span and the index of an archive, and what was fetched for it.

    Example: greffier verify --archive archive
    """
    from greffier import authority, wiring
    from greffier.archive.place import FETCHED
    from greffier.cli.output import print_each, print_lines
    from greffier.jobs import verifying
    from greffier.jobs.fetching import faults_in

    where = folder(archive)
    with wiring.archive_in(where) as opened:
        faults = list(verifying.verify(opened, authority.shipped()))
        faults += faults_in(where / FETCHED)
        try:
            records = f"{counted(opened.counts().records, 'record')} of "
        except GreffierError:  # so damaged that they cannot be counted, as the faults say
            records = ""
    print_each(
        faults, shape, lines=lambda fault: [shown(f"{fault.place}: {fault.met}; {fault.advice}")]
    )
    if shape == "text":
        found = counted(len(faults), "fault")
        print_lines([f"{found} in {records}{shown(where)}"])
    if faults:
        raise typer.Exit(1)
