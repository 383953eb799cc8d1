"""`greffier import` and `greffier clashes`: what the user knows, beside what the records show."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from greffier.cli.options import Archive, Format, Shape, folder
from greffier.cli.words import counted, shown
from greffier.errors import UsageError

if TYPE_CHECKING:
    from greffier.archive.protocol import Archive as OpenArchive
    from greffier.model import Authority, Holder, Observation
    from greffier.query.clashes import Clash


def import_files(  # noqa: PLR0913 - one parameter for each option
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="FILE",
            help="FollowTheMoney entities, a Popolo document, or CSV.",
            show_default=False,
        ),
    ] = None,
    *,
    replace: Annotated[
        bool, typer.Option("--replace", help="In the place of the older file of the same name.")
    ] = False,
    listed: Annotated[bool, typer.Option("--list", help="List what was imported.")] = False,
    drop: Annotated[
        int | None,
        typer.Option(metavar="NUMBER", help="Let go of what was imported.", show_default=False),
    ] = None,
    archive: Archive = None,
    shape: Format = "text",
) -> None:
    """Import who held which office, and say where the records gainsay it.

    It is kept beside what the records show, never mixed with it. CSV has the columns name and
    office, and may have of, since, until, other_names (with ; between them) and id.

    Example: greffier import presidents.csv
    """
    from greffier import wiring
    from greffier.cli.output import print_each
    from greffier.query.clashes import clashes

    if (bool(files) + listed + (drop is not None)) != 1:
        raise UsageError("greffier import", "nothing to do, or several things", "name files")
    with wiring.archive_in(folder(archive)) as opened:
        if drop is not None:
            opened.drop_authority(drop)
        if not files:
            print_each(opened.authorities(), shape, lines=_authority)
            return
        _import(opened, files, shape, replace=replace)
        if shape == "text":
            from greffier.authority import shipped

            print_each(clashes(opened, shipped()), shape, lines=_clash)


def list_clashes(*, archive: Archive = None, shape: Format = "text") -> None:
    """List where imported authorities and the records, or two of their rows, gainsay each other.

    Example: greffier clashes
    """
    from greffier import wiring
    from greffier.authority import shipped
    from greffier.cli.output import print_each
    from greffier.query.clashes import clashes

    with wiring.archive_in(folder(archive)) as opened:
        print_each(clashes(opened, shipped()), shape, lines=_clash)


def _import(opened: "OpenArchive", files: list[Path], shape: Shape, *, replace: bool) -> None:
    from greffier.authority import shipped
    from greffier.cli.output import print_each, print_lines
    from greffier.jobs.importing import import_file

    for path in files:
        changed = import_file(opened, path, shipped(), replace=replace)
        if not changed and shape == "text":
            print_lines([shown(f"{path.name} was imported before: nothing changed")])
    names = {path.name for path in files}
    print_each((one for one in opened.authorities() if one.name in names), shape, lines=_authority)


def _authority(one: "Authority") -> Iterator[str]:
    told = f"{counted(one.persons, 'person')}, {counted(one.occupancies, 'office')} held"
    yield shown(f"{one.n}  {one.name}  {one.format}, {told}, imported {one.made}")


def _clash(one: "Clash") -> Iterator[str]:
    held = one.holder.occupancy
    may = ", who may be the same" if one.undecided else ""
    yield shown(f"{held.office} of {held.of}: {holder_told(one.holder)}")
    if one.other:
        yield "  " + shown(f"and {holder_told(one.other)}{may}")
    if one.seen:
        yield "  " + shown(f"but records show {one.seen[0].name}{may}")
        yield from ("    " + shown(_seen(each)) for each in one.seen[:3])
        if len(one.seen) > 3:  # noqa: PLR2004 - so many are told
            yield f"    and {len(one.seen) - 3} more"


def _seen(one: "Observation") -> str:
    return f"{one.date}  {one.participant}"


def holder_told(one: "Holder") -> str:
    """Give who held an office when, as a file says, with the place in it."""
    return f"{one.person.name}, {one.occupancy.period} [{one.place}]"
