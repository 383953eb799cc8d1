"""`greffier who`: who held an office, and which offices somebody held."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from greffier.cli.options import Archive, Format, folder
from greffier.cli.people import names_of
from greffier.cli.words import counted, shown

if TYPE_CHECKING:
    from greffier.model import Holding, Observation, Tenure
    from greffier.query.who import Answer


def who(
    words: Annotated[
        list[str],
        typer.Argument(metavar="WORDS", help="An office, or a person's name.", show_default=False),
    ],
    *,
    on: Annotated[
        str | None,
        typer.Option(
            metavar="DATE", help="Who held it on this day, month or year.", show_default=False
        ),
    ] = None,
    archive: Archive = None,
    shape: Format = "text",
) -> None:
    """Say who held an office, or which offices somebody held, as the records show it.

    What no record shows is not assumed: between two records that show the same holder nobody else
    is seen; before the first and after the last it is open. A person may be named as any record
    names him; all his names are told, and what is left undecided about who he is.

    Example: greffier who "President of Kyrgyzstan" --on 2020-12-02
    """
    from greffier import wiring
    from greffier.authority import shipped
    from greffier.cli.output import print_one
    from greffier.query.who import who as ask

    with wiring.archive_in(folder(archive)) as opened:
        answer = ask(opened, " ".join(words), shipped(), on=on)
    print_one(answer, shape, lines=_lines(answer))


def _lines(answer: "Answer") -> Iterator[str]:
    yield shown(f"{answer.asked}, {answer.on}" if answer.on else answer.asked)
    yield from _names(answer)
    if answer.on:
        for holding in answer.holdings:
            yield from _held(holding, answer)
    else:
        for tenure in answer.tenures:
            yield from _tenure(tenure, answer)
    if not (answer.holdings if answer.on else answer.tenures):
        yield "  nobody is seen in this office by any record with a date"
    for one in answer.imported:
        sure = "" if one.certainty == "imported" else "; whether on this day is not said"
        held = one.holder.occupancy
        acting = ", acting" if held.acting else ""
        told = f"{one.holder.person.name}{acting}: {held.title}, {held.period}{sure}"
        yield "  " + shown(f"imported, not seen: {told} [{one.holder.place}]")


def _names(answer: "Answer") -> Iterator[str]:
    """Yield how records name a person, and what is left open of who he is."""
    if (person := answer.person) is None:
        return
    yield from names_of(person.names, person.namesakes)
    for one in answer.doubts:
        other = one.other if one.one == person.id else one.one
        yield "  " + shown(f"undecided whether {other} is the same: {', '.join(one.reasons)}")


def _held(holding: "Holding", answer: "Answer") -> Iterator[str]:
    told = {
        "observed": "seen on the day",
        "between": "seen before and after, nobody else between",
        "possible": "possible: the nearest who is seen",
    }
    tenure = holding.tenure
    yield "  " + shown(f"{_name(tenure)}: {told[holding.certainty]}")
    for one in holding.shown_by:
        yield from _seen(one, answer)
    for one in tenure.beside:
        yield "    " + shown(f"beside {one.name}, {one.date}  {one.participant}")


def _tenure(tenure: "Tenure", answer: "Answer") -> Iterator[str]:
    office = " of ".join(filter(None, (tenure.office, tenure.of)))
    first, last = tenure.seen[0], tenure.seen[-1]
    until = f" to {last.date}" if last.date != first.date else ""
    times = counted(len(tenure.seen), "record")
    yield "  " + shown(f"{_name(tenure)}: {office}, {first.date}{until}, {times}")
    for one in dict.fromkeys((first.participant, last.participant)):
        yield from _seen(first if one == first.participant else last, answer)
    for name, other in (("before it", tenure.before), ("after it", tenure.after)):
        if other:
            yield "    " + shown(f"{name} {other.name}, {other.date}")


def _name(tenure: "Tenure") -> str:
    return f"{tenure.name}, acting" if tenure.acting else tenure.name


def _seen(one: "Observation", answer: "Answer") -> Iterator[str]:
    quote = answer.quotes.get(one.participant, "")
    yield "    " + shown(f"{one.date}  {one.participant}  {quote}")
