"""`greffier kwic`: every place where something was said, with the words on each side."""

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from greffier.cli.options import Archive, Limit, Offset, Table, Words, folder
from greffier.cli.restricting import restricted
from greffier.cli.words import shown

if TYPE_CHECKING:
    from greffier.archive.stored import Question, Sort
    from greffier.query.concordance import Line, Neighbour

Sorted = Literal["oldest", "newest", "relevance", "left", "right", "speaker"]

_WITHIN = (80, 160)  # characters of a line, whatever the terminal


@restricted
def kwic(  # noqa: PLR0913 - one argument for each option
    words: Words,
    *,
    archive: Archive = None,
    question: "Question",
    sort: Annotated[
        Sorted,
        typer.Option(metavar="ORDER", help="oldest, newest, relevance, left, right or speaker."),
    ] = "oldest",
    context: Annotated[
        int, typer.Option(min=0, max=50, metavar="NUMBER", help="Words on each side.")
    ] = 8,
    limit: Limit = 50,
    offset: Offset = 0,
    shape: Table = "text",
) -> None:
    """Show every place where something was said in a line, with the words on each side of it.

    With left or right the lines are sorted by the words before or after it.

    Example: greffier kwic terrorism --of Tajikistan --sort right
    """
    from greffier import wiring
    from greffier.cli.tables import print_rows
    from greffier.cli.words import complain
    from greffier.query.concordance import ALL_SORTED, Line, concordance

    asked, by = _order(sort)
    question = replace(question, words=" ".join(words), sort=asked, limit=limit, offset=offset)
    with wiring.archive_in(folder(archive)) as opened:
        found = concordance(opened, question, context=context, by=by, most=ALL_SORTED)
    print_rows(Line, found.lines, shape, lines=_lines)
    if not found.complete:
        complain(f"only the first {found.sorted_from} lines are sorted: ask for less", named=False)


def _order(sort: Sorted) -> "tuple[Sort, Neighbour | None]":
    """Give the order of the passages, and what their lines are sorted by instead."""
    match sort:
        case "left" | "right" | "speaker":
            return "oldest", sort
        case _:
            return sort, None


def _lines(lines: "Sequence[Line]") -> Iterator[str]:
    """Yield lines of a concordance, what was asked for below each other."""
    wide = min(max(shutil.get_terminal_size((120, 0)).columns, _WITHIN[0]), _WITHIN[1])
    heads = [_head(line) for line in lines]
    first = max(map(len, heads), default=0)
    room = max((wide - first - 20) // 2, 20)
    for line, head in zip(lines, heads, strict=True):
        left, right = shown(line.left)[-room:], shown(line.right)
        rest = f"{shown(line.node)} {right}"[: wide - first - room - 3]
        yield f"{head:{first}}  {left:>{room}} {rest}".rstrip()
    if not lines:
        yield "nothing found"


def _head(line: "Line") -> str:
    address = line.witness if line.turn is None else f"{line.witness}.t{line.turn}"
    who = shown(line.speaker or "")[:24]
    return "  ".join((f"{line.date or 'undated':10}", f"{address:22}", who))
