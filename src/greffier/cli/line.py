"""`greffier line`: the chair of an organisation in time."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from greffier.cli.options import Archive, Format, folder
from greffier.cli.words import shown

if TYPE_CHECKING:
    from greffier.query.lines import Line, Step


def line(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME", help="An organisation or body, such as CSTO.", show_default=False
        ),
    ],
    *,
    archive: Archive = None,
    shape: Format = "text",
) -> None:
    """Show who held the chair of an organisation, by which words, and who was next.

    Where a rule of rotation is known, it is said whether it names the next one too.

    Example: greffier line CSTO
    """
    from greffier import wiring
    from greffier.authority import shipped
    from greffier.cli.output import print_one
    from greffier.query.lines import line as ask

    with wiring.archive_in(folder(archive)) as opened:
        found = ask(opened, name, shipped())
    print_one(found, shape, lines=_lines(found))


def _lines(found: "Line") -> Iterator[str]:
    yield shown(f"The chair of {found.organisation}")
    for step in found.steps:
        yield from _step(step)
    if not found.steps:
        yield "  no record of this archive tells of it"


def _step(step: "Step") -> Iterator[str]:
    passes = " → ".join(filter(None, (step.holder or "?", step.next)))
    date = f"about {step.date}, inferred" if step.inferred else step.date or "undated"
    yield "  " + shown(f"{date}: {passes} ({step.record})")
    if step.inferred:
        yield "    " + shown(f"inferred: {step.inferred}")
    for one in step.told:
        yield "    " + shown(f"{one.holder}, {one.phase}  {one.id}  {one.quote}")
    if step.next:
        told = {"yes": "as the rule says", "no": "not as the rule says", "unknown": "no rule says"}
        yield "    " + shown(f"{told[step.by_rule]}: {step.reason or 'no rule is known'}")
