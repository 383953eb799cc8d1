"""`greffier search`: where something was said."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from greffier.cli.options import Archive, Format, Limit, Offset, Order, Words, folder
from greffier.cli.restricting import restricted
from greffier.cli.words import counted, shown

if TYPE_CHECKING:
    from greffier.archive.stored import Hit, Hits, Question

_FACETS = 10  # values that are counted of each
_AROUND = 140  # characters shown before and after the first word that was found


@restricted
def search(  # noqa: PLR0913 - one argument for each option
    words: Words,
    *,
    archive: Archive = None,
    question: "Question",
    sort: Order = "relevance",
    facets: Annotated[
        bool, typer.Option("--facets", help="Count the passages by speaker, body, year and so on.")
    ] = False,
    limit: Limit = 20,
    offset: Offset = 0,
    shape: Format = "text",
) -> None:
    """Find where something was said or stands in a record.

    A name with = before it is meant whole: --of =Guinea.

    Example: greffier search "collective security" --speaker Rahmon --from 2020
    """
    from greffier import wiring
    from greffier.authority import shipped
    from greffier.cli.output import print_each, print_one
    from greffier.query.holding import held

    question = replace(
        question,
        words=" ".join(words),
        sort=sort,
        facets=_FACETS if facets else 0,
        limit=limit,
        offset=offset,
    )
    with wiring.archive_in(folder(archive)) as opened:
        hits = opened.search(held(opened, question, shipped()))
    if shape == "jsonl":
        print_each(hits.hits, shape, lines=lambda _: ())
    else:
        print_one(hits, shape, lines=lines(hits, offset))


def lines(hits: "Hits", offset: int = 0) -> Iterator[str]:
    """Yield hits as they are printed: where each stands, its words, and how many there are."""
    for hit in hits.hits:
        yield _heading(hit)
        yield f"  {_passage(hit)}"
    last = offset + len(hits.hits)
    of = f"; {offset + 1} to {last} shown" if hits.hits and len(hits.hits) < hits.total else ""
    yield f"{counted(hits.total, 'passage')} found{of}"
    for facet in hits.facets:
        told = [f"{shown(one.value)} {one.passages}" for one in facet.values]
        others = [f"others {facet.others}"] if facet.others else []
        yield f"{facet.name}: {', '.join([*told, *others])}"


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
