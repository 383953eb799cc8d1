"""`greffier check`: a session held against the rules of whoever met."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from greffier.cli.options import Archive, Format, folder
from greffier.cli.words import shown

if TYPE_CHECKING:
    from greffier.archive.protocol import Archive as OpenArchive
    from greffier.archive.stored import StoredSession
    from greffier.model.checks import Finding


class _Checked(NamedTuple):
    """A session, its findings, and the text that their words stand in."""

    stored: "StoredSession"
    findings: "tuple[Finding, ...]"
    text: str


def check(
    key: Annotated[
        str,
        typer.Argument(metavar="SESSION|RECORD", help="What is checked.", show_default=False),
    ],
    *,
    archive: Archive = None,
    shape: Format = "text",
) -> None:
    """Hold a session against the rules of whoever met; say what was found.

    A finding is no verdict: it answers yes, no or unknown, with the words of the record and the
    source of the rule. Of a record the sessions are checked that it is of.

    Example: greffier check a4231deef9788138.s1
    """
    from greffier import wiring
    from greffier.cli.output import print_each, print_lines

    with wiring.archive_in(folder(archive)) as opened:
        checked = list(_checked(opened, key))
    if shape == "text":
        if not checked:
            print_lines([shown(f"{key} is of no session")])
        print_each(checked, shape, lines=_lines, between="\n")
    else:
        print_each((one for some in checked for one in _values(some)), shape, lines=lambda _: ())


def _checked(archive: "OpenArchive", key: str) -> Iterator[_Checked]:
    from greffier.authority.institutions import institutions
    from greffier.query.checks import findings

    if "." in key:
        sessions = [archive.session(key)]
    else:
        base = archive.record(key).base
        sessions = [one for one in archive.sessions_of(base) if one.session.subject]
    for stored in sessions:
        reading = archive.reading(stored.witness)
        found = findings(reading, stored.session, institutions())
        yield _Checked(stored, found, reading.witness.text)


def _values(checked: _Checked) -> Iterator[dict[str, object]]:
    for one in checked.findings:
        words = [evidence.span.cut(checked.text) for evidence in one.evidence]
        yield {"session": checked.stored.id, "finding": one, "words": words}


def _lines(checked: _Checked) -> Iterator[str]:
    from greffier.query import sitting

    yield shown(f"{sitting(checked.stored.session)}  {checked.stored.id}")
    apart = len({one.of for one in checked.findings}) > 1
    for one in checked.findings:
        yield ""
        yield shown(f"{one.of}: {one.question}" if apart else one.question)
        yield "  " + shown(f"{one.agrees}: {one.found}")
        for evidence in one.evidence:
            yield "    " + shown(f"{evidence.shows}: “{evidence.span.cut(checked.text)}”")
        for rule in one.against:
            yield "    " + shown(f"held against: {rule.says} [{rule.source}]")
    if not checked.findings:
        yield "  the record says too little of it to be held against any rule"
