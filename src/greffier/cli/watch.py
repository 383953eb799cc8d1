"""`greffier watch`: what came in since the last look."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from greffier.cli.options import Archive, Format, Limit, folder
from greffier.cli.restricting import restricted
from greffier.cli.words import shown

if TYPE_CHECKING:
    from greffier.archive.stored import Question, Watch
    from greffier.query.watching import News

watch = typer.Typer(
    help="Watch for what comes into an archive; the pages have a feed of each watch.\n\n"
    "Example: greffier watch look afghanistan"
)

Name = Annotated[
    str, typer.Argument(metavar="NAME", help="What the watch is called.", show_default=False)
]


@restricted
def add(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="WORDS", help="As `greffier search` takes them.", show_default=False
        ),
    ],
    *,
    archive: Archive = None,
    question: "Question",
    name: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", help="What to call it. [default: the words]", show_default=False
        ),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--everything", help="Begin with what is there already.")
    ] = False,
) -> None:
    """Watch for a question from now on.

    Example: greffier watch add "peacekeep*" --of Tajikistan --name peacekeepers
    """
    from greffier import wiring
    from greffier.cli.output import print_lines
    from greffier.query.watching import begin
    from greffier.query.wording import in_words

    asked = replace(question, words=" ".join(words))
    with wiring.archive_in(folder(archive)) as opened:
        kept = begin(opened, name or asked.words, asked, everything=everything)
    print_lines([f"Watched as {shown(kept.name)}: {shown(in_words(kept.question))}."])


watch.command()(add)


@watch.command()
def look(
    name: Name,
    *,
    archive: Archive = None,
    keep: Annotated[bool, typer.Option("--keep", help="Show the same again next time.")] = False,
    limit: Limit = 20,
    shape: Format = "text",
) -> None:
    """Show what came since the last look, the newest records first.

    Example: greffier watch look peacekeepers
    """
    from greffier import wiring
    from greffier.cli.output import print_one
    from greffier.query.watching import news

    with wiring.archive_in(folder(archive)) as opened:
        found = news(opened, name, limit=limit)
        print_one(found, shape, lines=_told(found))
        if not keep:
            opened.looked(name, seen=found.seen)


@watch.command("list")
def list_watches(*, archive: Archive = None, shape: Format = "text") -> None:
    """List what is watched.

    Example: greffier watch list
    """
    from greffier import wiring
    from greffier.cli.output import print_each

    with wiring.archive_in(folder(archive)) as opened:
        print_each(opened.watches(), shape, lines=_lines)


@watch.command()
def remove(name: Name, *, archive: Archive = None) -> None:
    """Watch no more.

    Example: greffier watch remove peacekeepers
    """
    from greffier import wiring
    from greffier.cli.output import print_lines

    with wiring.archive_in(folder(archive)) as opened:
        opened.unwatch(name)
    print_lines([f"{shown(name)} is watched no more."])


def _told(found: "News") -> Iterator[str]:
    from greffier.cli.search import lines

    return lines(found.hits)


def _lines(one: "Watch") -> Iterator[str]:
    from greffier.query.wording import in_words

    yield shown(f"{one.name}  since {one.made}")
    yield shown(f"  {in_words(one.question)}")
