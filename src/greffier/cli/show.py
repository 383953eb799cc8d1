"""`greffier show`: one thing in the archive, and the words that support it."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, Annotated

import typer

from greffier.cli.options import Archive, Format, Shape, folder
from greffier.cli.people import names_of
from greffier.cli.words import counted, shown
from greffier.errors import UsageError

if TYPE_CHECKING:
    from greffier.archive.protocol import Archive as OpenArchive
    from greffier.archive.stored import Appearance, StoredPerson
    from greffier.model import Reading
    from greffier.query import Fact

_RECORD = re.compile(r"(?P<record>[0-9a-f]{16})(?:\.(?P<fact>[a-z]+[0-9]*(?:\.[a-z]+)?))?")

_SESSION = re.compile(r"s[0-9]+")


def show(
    key: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="A session, a record, a fact of one, or a person.",
            show_default=False,
        ),
    ],
    *,
    archive: Archive = None,
    shape: Format = "text",
) -> None:
    """Show a session, a record, a fact of one, or a person.

    A record is named by 16 digits, as `greffier read` and `greffier search` print them; its facts
    by a letter and a number after that: participants .p1, turns .t1, instruments .i1,
    chairmanships .c1, quotations .q1, and one field of what it tells of a session .s1.date. A
    session .s1 is shown as all its records tell of it, side by side. A person is named like
    `vladimir-putin`, or as any record names him.

    Example: greffier show a4231deef9788138.s1
    """
    from greffier import wiring

    with wiring.archive_in(folder(archive)) as opened:
        found = _RECORD.fullmatch(key)
        if found is None:
            _show_person(opened.person(key), shape)
        elif found["fact"] and _SESSION.fullmatch(found["fact"]):
            _show_session(opened, key, shape)
        elif found["fact"] is None:
            _show_record(opened.reading(opened.record(key).base), shape)
        else:
            _show_fact(opened, found["record"], found["fact"], shape)


def _show_record(reading: "Reading", shape: Shape) -> None:
    from greffier.cli.account import lines_of
    from greffier.cli.output import print_one

    print_one(reading, shape, lines=lines_of(reading))


def _show_session(archive: "OpenArchive", key: str, shape: Shape) -> None:
    from greffier.cli.output import print_one
    from greffier.cli.sitting import lines_of
    from greffier.query.telling import told

    session = archive.session(key)
    side = told(session, archive.reading)
    print_one({"session": session, "told": side}, shape, lines=lines_of(session, side))


def _show_person(person: "StoredPerson", shape: Shape) -> None:
    from greffier.cli.output import print_one

    names = names_of(person.names, person.namesakes)
    lines = chain([shown(person.name)], names, map(_appearance, person.appearances))
    print_one(person, shape, lines=lines)


def _appearance(one: "Appearance") -> str:
    from greffier.query import capacity, sitting

    session = sitting(one.session) if one.session else one.record.title or one.record.name
    turns = f"; {counted(len(one.turns), 'turn')}" if one.turns else ""
    day = one.record.date or "undated"
    return f"  {shown(f'{day}  {capacity(one.participant)}; {session}{turns}')}  {one.record.base}"


def _show_fact(archive: "OpenArchive", record: str, fact: str, shape: Shape) -> None:
    from greffier.cli.output import print_one
    from greffier.query import facts

    reading = archive.reading(record)
    found = [one for one in facts(reading) if one.id == fact or one.id.startswith(f"{fact}.")]
    if not found:
        raise UsageError(
            f"{record}.{fact}", "nothing has this name", f"see `greffier show {record}`"
        )
    text = reading.witness.text
    told = {
        "record": archive.record(record),
        "facts": [{"fact": one, "words": [span.cut(text) for span in one.spans]} for one in found],
    }
    print_one(told, shape, lines=(line for one in found for line in _fact(one, text)))


def _fact(fact: "Fact", text: str) -> Iterator[str]:
    """Yield a fact and, under it, the words that support it."""
    rule = f"  [{fact.rule}]" if fact.rule else ""
    yield shown(f"{fact.label}: {fact.value}{rule}")
    yield from (f"  {shown(span.cut(text))}" for span in fact.spans)
