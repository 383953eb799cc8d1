"""`greffier search`: where something was said."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from greffier.cli.options import Archive, Format, folder
from greffier.cli.words import counted, shown
from greffier.model import RecordKind

if TYPE_CHECKING:
    from greffier.archive.stored import Hit, Hits

_AROUND = 140  # characters shown before and after the first word that was found


def _option(told: str, *names: str, metavar: str = "WORDS") -> object:
    return typer.Option(*names, metavar=metavar, help=told, show_default=False)


def search(  # noqa: PLR0913 - one argument for each option
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="WORDS",
            show_default=False,
            help='Words, "phrases", AND, OR, NOT, prefix*. Inflected forms are found too.',
        ),
    ],
    *,
    archive: Archive = None,
    speaker: Annotated[str | None, _option("Only what this person said.")] = None,
    office: Annotated[str | None, _option("Only what holders of this office said.")] = None,
    of: Annotated[str | None, _option("Only those who speak for this state.")] = None,
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
    limit: Annotated[int, typer.Option(min=1, metavar="NUMBER", help="How many to show.")] = 20,
    offset: Annotated[int, typer.Option(min=0, metavar="NUMBER", help="How many to pass.")] = 0,
    shape: Format = "text",
) -> None:
    """Find where something was said or stands in a record.

    Example: greffier search "collective security" --speaker Rahmon --from 2020
    """
    from greffier import wiring
    from greffier.archive.stored import Question
    from greffier.authority import shipped
    from greffier.cli.output import print_each, print_one
    from greffier.query import named

    question = Question(
        words=" ".join(words),
        speaker=speaker,
        office=office,
        of=of,
        organisation=organisation,
        body=body,
        since=since,
        until=until,
        kind=kind,
        spoken=spoken,
        limit=limit,
        offset=offset,
    )
    with wiring.archive_in(folder(archive)) as opened:
        hits = opened.search(named(question, shipped()))
    if shape == "jsonl":
        print_each(hits.hits, shape, lines=lambda _: ())
    else:
        print_one(hits, shape, lines=_lines(hits, offset))


def _lines(hits: "Hits", offset: int) -> Iterator[str]:
    for hit in hits.hits:
        yield _heading(hit)
        yield f"  {_passage(hit)}"
    last = offset + len(hits.hits)
    of = f"; {offset + 1} to {last} shown" if hits.hits and len(hits.hits) < hits.total else ""
    yield f"{counted(hits.total, 'passage')} found{of}"


def _heading(hit: "Hit") -> str:
    """Give where a passage stands: its name as an address, the day, who spoke, the record."""
    address = hit.witness if hit.turn is None else f"{hit.witness}.t{hit.turn}"
    held = " of ".join(filter(None, (hit.office, hit.of)))
    parts = (hit.record.date, hit.speaker, held, hit.record.title or hit.record.name)
    return shown(f"{address}  {', '.join(filter(None, parts))}")


def _passage(hit: "Hit") -> str:
    """Give the part of a passage around the first word that was found, that and the others bold."""
    from greffier.cli.words import stressed

    start = hit.span.start
    first = hit.matches[0].start - start if hit.matches else 0
    begin, end = max(0, first - _AROUND), min(len(hit.quote), first + _AROUND)
    marks = [(span.start - start, span.end - start) for span in hit.matches]
    inside = [(max(a, begin), min(b, end)) for a, b in marks if a < end and b > begin]
    before, after = "…" if begin else "", "…" if end < len(hit.quote) else ""
    return before + stressed(hit.quote, begin, end, inside) + after
