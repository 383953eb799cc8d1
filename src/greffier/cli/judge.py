"""`greffier judge`: what a person decides over what was read and worked out."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from greffier.cli.options import Archive, Format, folder
from greffier.cli.words import counted, shown
from greffier.settings import Settings

if TYPE_CHECKING:
    from greffier.archive.protocol import Archive as OpenArchive
    from greffier.archive.settlement import StoredDoubt
    from greffier.model import Judgement, Subject
    from greffier.query.judgements import Logged, Signature

    Making = Callable[[OpenArchive, Signature], Judgement]

judge = typer.Typer(
    help="Decide over what was read and worked out: every judgement is logged and can be undone.\n"
    "\nExample: greffier judge list"
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


Fact = Annotated[str, _named("A fact of a record, such as a4231deef9788138.s1.date.", "FACT")]


@judge.command()
def split(
    one: Annotated[str, _named("A witness, a participant, a session, or a person.", "ONE")],
    other: Annotated[str | None, _named("What it is put apart from.", "OTHER")] = None,
    *,
    because: Because,
    author: Author = None,
    archive: Archive = None,
) -> None:
    """Put something apart from the record, person or session that it was put to.

    A witness is named by its 16 digits, what a record tells of a session by .s1 after them, a
    participant by .p1. Without OTHER it is put apart from all that it is together with.

    Example: greffier judge split 4b3a21895fcf664d --because "the speech of another year"
    """
    from greffier.query.judgements import splitting

    _judge(archive, author, because, lambda opened, by: splitting(opened, one, other, by))


@judge.command()
def merge(
    one: Annotated[str, _named("A record, a person, a participant or a session.", "ONE")],
    other: Annotated[str, _named("What it is.", "OTHER")],
    *,
    because: Because,
    author: Author = None,
    archive: Archive = None,
) -> None:
    """Put two together: they are one record, one person or one session.

    Example: greffier judge merge sadyr-japarov sadyr-zhaparov --because "two spellings"
    """
    from greffier.query.judgements import merging

    _judge(archive, author, because, lambda opened, by: merging(opened, one, other, by))


@judge.command()
def reassign(
    turn: Annotated[str, _named("A turn, such as a4231deef9788138.t12.", "TURN")],
    speaker: Annotated[str | None, _named("A participant or a person.", "SPEAKER")] = None,
    *,
    because: Because,
    author: Author = None,
    archive: Archive = None,
) -> None:
    """Give a turn to whoever took it; without a speaker, to nobody known.

    Example: greffier judge reassign a4231deef9788138.t12 stanislav-zas --because "he thanks him"
    """
    from greffier.query.judgements import reassigning

    _judge(archive, author, because, lambda opened, by: reassigning(opened, turn, speaker, by))


@judge.command()
def reject(fact: Fact, *, because: Because, author: Author = None, archive: Archive = None) -> None:
    """Say that a fact is wrong: it is left out wherever the record is shown or searched.

    Example: greffier judge reject a4231deef9788138.s1.date --because "the day of another session"
    """
    from greffier.query.judgements import deciding

    _judge(archive, author, because, lambda opened, by: deciding(opened, "reject", fact, by))


@judge.command()
def confirm(
    fact: Fact, *, because: Because, author: Author = None, archive: Archive = None
) -> None:
    """Say that a fact is right.

    Example: greffier judge confirm a4231deef9788138.p3.office --because "the decree is of that day"
    """
    from greffier.query.judgements import deciding

    _judge(archive, author, because, lambda opened, by: deciding(opened, "confirm", fact, by))


@judge.command()
def undo(
    number: Annotated[int, _named("The number of the judgement.", "NUMBER")],
    *,
    archive: Archive = None,
) -> None:
    """Take a judgement back: all is as it was. It stays in the log.

    Example: greffier judge undo 3
    """
    from greffier import wiring
    from greffier.cli.output import print_lines
    from greffier.jobs import judging

    with wiring.archive_in(folder(archive)) as opened:
        judgement = judging.undo(opened, number)
        print_lines([f"Judgement {number} is undone."])
        print_lines(_now(opened, judgement))


@judge.command("list")
def list_judgements(*, archive: Archive = None, shape: Format = "text") -> None:
    """List the judgements, the earliest first, with what each applies to now.

    Those that were undone are among them, and so are those that apply to nothing that the reader
    of this version finds.

    Example: greffier judge list --format jsonl
    """
    from greffier import wiring
    from greffier.cli.output import print_each
    from greffier.query.judgements import logged

    with wiring.archive_in(folder(archive)) as opened:
        print_each(logged(opened), shape, lines=_lines)


@judge.command("doubts")
def list_doubts(*, archive: Archive = None, shape: Format = "text") -> None:
    """List what waits for a judgement: persons and sessions that may be one.

    Example: greffier judge doubts
    """
    from greffier import wiring
    from greffier.cli.output import print_each

    with wiring.archive_in(folder(archive)) as opened:
        print_each(opened.doubts(), shape, lines=_doubt)


def _judge(archive: Path | None, author: str | None, reason: str, making: "Making") -> None:
    from greffier import wiring
    from greffier.cli.output import print_lines
    from greffier.jobs import judging
    from greffier.query.judgements import Signature

    with wiring.archive_in(folder(archive)) as opened:
        judgement = making(opened, Signature(author=_author(author), reason=reason))
        number = judging.judge(opened, judgement)
        print_lines([f"Judgement {number} is kept."])
        print_lines(_now(opened, judgement))


def _author(given: str | None) -> str:
    """Give who decides; a log of judgements without names would be worth little."""
    from getpass import getuser

    return given or Settings.read(os.environ).author or getuser()


def _now(opened: "OpenArchive", judgement: "Judgement") -> Iterator[str]:
    """Yield what came of a judgement."""
    if judgement.about == "witness":
        records = {one.id: one for one in map(opened.record, judgement.witnesses)}
        for record in records.values():
            count = counted(record.witnesses, "witness", "witnesses")
            yield f"{record.id}  {count}  {shown(record.title or record.name)}"
        return
    yield shown(f"{judgement.kind}  {_told(judgement.subject)}")
    if judgement.about == "person":
        both = (judgement.subject, *judgement.others)
        persons = (opened.persons_of(one.witness).get(one.id) for one in both)
        yield from (f"  {one}" for one in dict.fromkeys(filter(None, persons)))
    elif judgement.about == "session":
        both = (judgement.subject, *judgement.others)
        yield from dict.fromkeys(f"  {opened.session(one.name).id}" for one in both)


def _told(one: "Subject") -> str:
    return f"{one.name}  {one.value}" if one.value else one.name


def _lines(one: "Logged") -> Iterator[str]:
    made, judged = one.judged.judgement, one.judged
    undone = f", undone {judged.undone}" if judged.undone else ""
    yield shown(f"{judged.n}  {made.kind}  {made.author}, {judged.made}{undone}: {made.reason}")
    others = ", ".join(map(_told, made.others))
    yield "  " + shown(f"{_told(made.subject)} / {others}" if others else _told(made.subject))
    if one.note and not judged.undone:
        yield "  " + shown(one.note)


def _doubt(one: "StoredDoubt") -> Iterator[str]:
    yield shown(f"{one.kind}  {one.one} / {one.other}  [{one.rule}]")
    yield from ("  " + shown(reason) for reason in one.reasons)
