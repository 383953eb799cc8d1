"""One reading as an Akoma Ntoso document of the type `debate`.

Turns are speeches; what stands between them is a narrative, or a scene where it stands in brackets.
Furniture and glosses inside a speech are notes. What Akoma Ntoso has no place for (the witness and
its digest, every fact with the words for it) is in `proprietary`, in a namespace of our own; `at`
in that namespace says where words stand in the text of the witness.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from greffier.errors import PeriodError
from greffier.exports.akn.body import Body
from greffier.exports.akn.names import Names, at
from greffier.exports.markup import DECLARATION, element, empty, start
from greffier.model import bounds
from greffier.query import capacity, facts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.exports.taking import Taken

_NAMESPACE: Final = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_OWN: Final = "urn:greffier:akn"
# No country: the bodies are of many. ISO 3166 leaves this code to whoever uses it.
_COUNTRY: Final = "zz"
_UNDATED: Final = "0001-01-01"
_DAY: Final = 10  # characters of a whole date
_TOLD: Final = (
    "at: from one code point of the text of the witness up to another, which is not included. The "
    "country zz is none. A date named unknown is none, and one named earliest the first day that a "
    "date less exact may be. The picture of a control character (U+2400 and following), or U+FFFD, "
    "stands for a character that XML cannot hold."
)


def document(taken: Taken) -> Iterator[str]:
    """Yield a reading as an Akoma Ntoso document, piece by piece."""
    reading = taken.reading
    names = Names(reading)
    body = Body(reading, names)
    yield DECLARATION
    yield start("akomaNtoso", {"xmlns": _NAMESPACE, "xmlns:g": _OWN}) + "\n"
    yield '<debate name="debate">\n<meta>\n'
    yield from _identification(taken)
    yield from _references(taken, names)
    if body.notes:
        yield '<notes source="#greffier">\n'
        yield from body.notes
        yield "</notes>\n"
    yield from _proprietary(taken)
    yield "</meta>\n"
    yield from body.written()
    yield "</debate>\n</akomaNtoso>\n"


def _identification(taken: Taken) -> Iterator[str]:
    reading = taken.reading
    value = taken.record.date.value if taken.record and taken.record.date else None
    day, called = _day(value or (reading.record.date.value if reading.record.date else ""))
    work = f"/akn/{_COUNTRY}/debate/{'unknown' if called == 'unknown' else day}/{taken.id}"
    tongue = reading.witness.language
    expression = f"{work}/{quote(tongue, safe='')}@"
    author = "#publisher" if reading.publisher else "#greffier"
    yield '<identification source="#greffier">\n'
    for name, uri, by, more in (
        ("FRBRWork", work, author, empty("FRBRcountry", {"value": _COUNTRY})),
        ("FRBRExpression", expression, author, empty("FRBRlanguage", {"language": tongue})),
        ("FRBRManifestation", f"{expression}.xml", "#greffier", ""),
    ):
        yield f"<{name}>{empty('FRBRthis', {'value': f'{uri}/!main'})}"
        yield empty("FRBRuri", {"value": uri})
        yield empty("FRBRdate", {"date": day, "name": called})
        yield f"{empty('FRBRauthor', {'href': by})}{more}</{name}>\n"
    yield "</identification>\n"


def _day(value: str) -> tuple[str, str]:
    """Give the day of a date as this form wants it, and what kind of day that is."""
    try:
        first, _ = bounds(value)
    except PeriodError:
        return _UNDATED, "unknown"
    exact = len(value) == _DAY
    return first.isoformat(), "record" if exact else "earliest"


def _references(taken: Taken, names: Names) -> Iterator[str]:
    reading = taken.reading
    yield '<references source="#greffier">\n'
    yield _reference("TLCOrganization", "greffier", "Greffier")
    if reading.publisher:
        yield _reference("TLCOrganization", "publisher", reading.publisher)
    for key, session in names.sessions.items():
        date = f", {session.date.value}" if session.date else ""
        yield _reference("TLCEvent", key, f"{session.name}{date}", session.name)
    for key, organisation in names.organisations.items():
        yield _reference("TLCOrganization", key, organisation)
    for key, participant in names.participants.items():
        yield _reference(
            "TLCPerson", key, participant.name or capacity(participant), taken.person(participant)
        )
    for role, key in names.roles.items():
        yield _reference("TLCRole", key, role)
    if names.unknown:
        yield _reference("TLCPerson", "unknown", "speaker not made out")
    yield "</references>\n"


def _reference(kind: str, key: str, shown: str, named: str | None = None) -> str:
    path = quote("-".join((named or shown).lower().split()), safe="", errors="replace") or "unnamed"
    href = f"/akn/ontology/{kind.removeprefix('TLC').lower()}/{path}"
    return empty(kind, {"eId": key, "href": href, "showAs": shown or "unnamed"}) + "\n"


def _proprietary(taken: Taken) -> Iterator[str]:
    reading = taken.reading
    witness = reading.witness
    yield '<proprietary source="#greffier">\n'
    told = {
        "digest": witness.digest,
        "name": witness.name,
        "url": witness.url,
        "mediaType": witness.media_type,
        "codePoints": str(witness.length),
        "reader": reading.reader,
        "record": taken.record.id if taken.record else None,
        "kind": reading.record.kind,
        "date": reading.record.date.value if reading.record.date else None,
    }
    yield empty("g:witness", told) + "\n"
    for one in taken.witnesses:
        told = {"digest": one.digest, "name": one.name, "url": one.url, "added": one.added}
        yield (empty("g:witness", told) + "\n") if one.id != witness.id else ""
    yield element("g:told", _TOLD) + "\n"
    for fact in facts(reading):
        if fact.kind != "turn":
            told = {
                "id": fact.id,
                "kind": fact.kind,
                "label": fact.label,
                "at": at(fact.spans),
                "rule": fact.rule,
            }
            yield element("g:fact", fact.value, told) + "\n"
    yield "</proprietary>\n"
