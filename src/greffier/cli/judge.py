"""`greffier judge`: what a person decides over what was worked out."""

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from greffier.cli.options import Archive, Format, folder
from greffier.cli.words import counted, shown
from greffier.settings import Settings

if TYPE_CHECKING:
    from greffier.archive.protocol import Archive as OpenArchive
    from greffier.model import Judged

judge = typer.Typer(
    help="Decide over what was worked out: every judgement is logged and can be undone.\n\n"
    "Example: greffier judge list"
)

Because = Annotated[
    str,
    typer.Option("--because", metavar="WORDS", help="Why, in a sentence.", show_default=False),
]
Author = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="Who decides. [default: GREFFIER_AUTHOR, or your name on this machine]",
        show_default=False,
    ),
]


def _named(told: str, metavar: str) -> object:
    return typer.Argument(metavar=metavar, help=told, show_default=False)


@judge.command()
def split(
    witness: Annotated[str, _named("The witness that carries another record.", "WITNESS")],
    *,
    because: Because,
    author: Author = None,
    archive: Archive = None,
) -> None:
    """Put a witness apart from the record that it was put to.

    Example: greffier judge split 4b3a21895fcf664d --because "the speech of another year"
    """
    from greffier import wiring
    from greffier.jobs import judging
    from greffier.model import of_witnesses

    with wiring.archive_in(folder(archive)) as opened:
        record = opened.record(witness)
        others = tuple(one.id for one in opened.witnesses(record.id) if one.id != witness)
        number = judging.judge(
            opened,
            of_witnesses("split", witness, others, author=_author(author), reason=because),
        )
        _say(opened, number, witness, *others)


@judge.command()
def merge(
    one: Annotated[str, _named("A record, or a witness of it.", "RECORD")],
    other: Annotated[str, _named("The record that it is, or a witness of it.", "OTHER")],
    *,
    because: Because,
    author: Author = None,
    archive: Archive = None,
) -> None:
    """Put the witnesses of two records together: they are of one.

    Example: greffier judge merge a4231deef9788138 4b3a21895fcf664d --because "a translation"
    """
    from greffier import wiring
    from greffier.jobs import judging
    from greffier.model import of_witnesses

    with wiring.archive_in(folder(archive)) as opened:
        first, second = opened.record(one), opened.record(other)
        number = judging.judge(
            opened,
            of_witnesses(
                "merge",
                first.base,
                tuple(each.id for each in opened.witnesses(second.id)),
                author=_author(author),
                reason=because,
            ),
        )
        _say(opened, number, first.base, second.base)


@judge.command()
def undo(
    number: Annotated[int, _named("The number of the judgement.", "NUMBER")],
    *,
    archive: Archive = None,
) -> None:
    """Take a judgement back. It stays in the log.

    Example: greffier judge undo 3
    """
    from greffier import wiring
    from greffier.cli.output import print_lines
    from greffier.jobs import judging

    with wiring.archive_in(folder(archive)) as opened:
        judgement = judging.undo(opened, number)
        print_lines([f"Judgement {number} is undone."])
        print_lines(_records(opened, *judgement.witnesses))


@judge.command("list")
def list_judgements(*, archive: Archive = None, shape: Format = "text") -> None:
    """List the judgements, the earliest first, those that were undone among them.

    Example: greffier judge list --format jsonl
    """
    from greffier import wiring
    from greffier.cli.output import print_each

    with wiring.archive_in(folder(archive)) as opened:
        print_each(opened.judgements(), shape, lines=_lines)


def _author(given: str | None) -> str:
    """Give who decides; a log of judgements without names would be worth little."""
    from getpass import getuser

    return given or Settings.read(os.environ).author or getuser()


def _say(opened: "OpenArchive", number: int, *witnesses: str) -> None:
    from greffier.cli.output import print_lines

    print_lines([f"Judgement {number} is kept."])
    print_lines(_records(opened, *witnesses))


def _records(opened: "OpenArchive", *witnesses: str) -> Iterator[str]:
    """Yield which records the witnesses carry now."""
    records = {one.id: one for one in map(opened.record, witnesses)}
    for record in records.values():
        count = counted(record.witnesses, "witness", "witnesses")
        yield f"{record.id}  {count}  {shown(record.title or record.name)}"


def _lines(one: "Judged") -> Iterator[str]:
    undone = f", undone {one.undone}" if one.undone else ""
    made = one.judgement
    yield shown(f"{one.n}  {made.kind}  {made.author}, {one.made}{undone}: {made.reason}")
    yield f"  {made.subject.name} / {', '.join(other.name for other in made.others)}"
