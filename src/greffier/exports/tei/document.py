"""One reading as a TEI document, by the conventions of Parla-CLARIN.

The head says which witness was read, what it is of and who took part; the body has the text, with
the turns as utterances; `standOff` has every other fact. All point into the text of the witness:
`w:12,34` is what stands there from code point 12 up to 34, which is not included, and `rule:` names
the rule that read it so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from greffier.exports.markup import (
    DECLARATION,
    UNWRITABLE,
    element,
    empty,
    identifier,
    picture,
    plain,
    start,
)
from greffier.exports.tei.body import body
from greffier.exports.tei.facts import facts
from greffier.exports.tei.header import NAMESPACE, date, places, tongue, when

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.archive import StoredWitness
    from greffier.exports.taking import Taken
    from greffier.model import Participant, Reading

_TOLD: Final = (
    "Turns are u, with the label that is printed before them as a note of the type speaker; what "
    "is printed between them is a note, or an incident where it stands in brackets. Furniture of "
    "the page and glosses (tooltips flattened into the text) are notes, those inside an utterance "
    "lifted out of it: an anchor has their place. The words of the body, each note with a target "
    "put back at its anchor, are the text of the witness, white space and all."
)
_UNWRITABLE: Final = (
    "A character that XML cannot hold is a g in the body, which names it; elsewhere its picture "
    "(U+2400 and following) stands for it, or U+FFFD where there is none."
)
_POINTERS: Final = (
    (
        "w",
        "([0-9]+),([0-9]+)",
        "{digest}#$1,$2",
        "The text of the witness from one code point up to another, which is not included.",
    ),
    ("rule", "(.+)", "greffier:rule/$1", "The rule of the reader that read it so."),
    ("action", "(.+)", "greffier:action/$1", "What the record says became of an instrument."),
)
"""The schemes of pointers: prefix, what follows it, what both stand for, and what that is."""


def document(taken: Taken) -> Iterator[str]:
    """Yield a reading as a TEI document, piece by piece."""
    reading = taken.reading
    witness = reading.witness
    yield DECLARATION
    yield start("TEI", {"xmlns": NAMESPACE, "xml:id": f"w{witness.id}", "xml:lang": "en"}) + "\n"
    yield "<teiHeader>\n"
    yield from _file(taken)
    yield from _encoding(reading)
    yield from _profile(taken)
    yield "</teiHeader>\n"
    yield from facts(reading)
    yield start("text", {"xml:lang": tongue(witness.language)}) + "\n"
    yield from body(reading)
    yield "</text>\n</TEI>\n"


def _file(taken: Taken) -> Iterator[str]:
    reading = taken.reading
    yield "<fileDesc>\n<titleStmt>"
    yield element("title", _title(taken), {"xml:lang": tongue(reading.witness.language)})
    for session in reading.sessions:
        if session.subject:
            told = {"corresp": f"#{identifier(session.id)}"}
            yield element("meeting", session.name, told)
    yield "</titleStmt>\n<editionStmt>"
    yield element("edition", f"Reader {reading.reader}", {"n": reading.reader})
    yield "</editionStmt>\n<extent>"
    for unit, number in (("codePoints", reading.witness.length), ("turns", len(reading.turns))):
        yield element("measure", str(number), {"unit": unit, "quantity": str(number)})
    yield "</extent>\n<publicationStmt><p>"
    yield "Read by Greffier from the witness that is described.</p></publicationStmt>\n"
    yield "<sourceDesc>\n"
    yield from _source(taken)
    yield "</sourceDesc>\n</fileDesc>\n"


def _title(taken: Taken) -> str:
    if taken.record and taken.record.title:
        return taken.record.title.value
    title = taken.reading.record.title
    return title.text if title else taken.reading.witness.name


def _source(taken: Taken) -> Iterator[str]:
    """Yield the witness that was read, and the others of its record."""
    reading = taken.reading
    witness = reading.witness
    told = {stored.id: stored for stored in taken.witnesses}
    yield start("bibl", {"type": "witness", "subtype": reading.record.kind})
    yield element("title", _title(taken))
    if reading.publisher:
        yield element("publisher", reading.publisher)
    if reading.record.dateline_place:
        yield element("pubPlace", reading.record.dateline_place.text)
    yield date(reading.record.date.value if reading.record.date else None)
    yield from _identified(witness.digest, witness.name, witness.url, told.get(witness.id))
    yield element("idno", witness.media_type, {"type": "media-type"})
    if taken.record:
        yield element("idno", taken.record.id, {"type": "record"})
    yield "</bibl>\n"
    for stored in taken.witnesses:
        if stored.id != witness.id:
            yield start("bibl", {"type": "witness", "subtype": "other"})
            yield element("title", stored.name)
            yield from _identified(stored.digest, stored.name, stored.url, stored)
            yield "</bibl>\n"


def _identified(
    digest: str, name: str, url: str | None, stored: StoredWitness | None
) -> Iterator[str]:
    yield element("idno", digest.removeprefix("sha256:"), {"type": "sha256"})
    yield element("idno", name, {"type": "file"})
    if url:
        yield element("idno", url, {"type": "URL"})
    if stored and stored.added:
        yield element("date", stored.added, {"type": "received", "when": stored.added[:10]})


def _encoding(reading: Reading) -> Iterator[str]:
    found = sorted(set(UNWRITABLE.findall(reading.witness.text)))
    yield f"<encodingDesc>\n<editorialDecl><p>{plain(_TOLD)}</p><p>{plain(_UNWRITABLE)}</p>"
    yield "</editorialDecl>\n<listPrefixDef>\n"
    for name, pattern, pointed, meant in _POINTERS:
        target = pointed.replace("{digest}", reading.witness.digest)
        told = {"ident": name, "matchPattern": pattern, "replacementPattern": target}
        yield f"{start('prefixDef', told)}{element('p', meant)}</prefixDef>\n"
    yield "</listPrefixDef>\n"
    if found:
        yield "<charDecl>"
        for char in found:
            code = f"{ord(char):04x}"
            yield start("char", {"xml:id": f"u{code}"})
            yield element("mapping", f"U+{code.upper()}", {"type": "codepoint"})
            yield f"{element('mapping', picture(char), {'type': 'picture'})}</char>"
        yield "</charDecl>\n"
    yield "</encodingDesc>\n"


def _profile(taken: Taken) -> Iterator[str]:
    reading = taken.reading
    yield "<profileDesc>\n"
    language = reading.witness.language
    if tongue(language):
        yield f"<langUsage>{element('language', language, {'ident': language})}</langUsage>\n"
    subject = reading.subject
    if subject:
        yield "<settingDesc><setting>"
        for name in (*subject.organisations, subject.body):
            yield element("orgName", name) if name else ""
        yield date(subject.date.value if subject.date else None)
        yield element("placeName", subject.venue) if subject.venue else ""
        yield element("activity", ", ".join((*subject.formats, subject.mode)))
        yield "</setting></settingDesc>\n"
    if reading.participants:
        yield "<particDesc>\n<listPerson>\n"
        days = {one.id: one.date.value if one.date else None for one in reading.sessions}
        for participant in reading.participants:
            day = days.get(participant.session or "")
            yield from _person(participant, day, taken.persons.get(participant.id))
        yield "</listPerson>\n</particDesc>\n"
    yield "</profileDesc>\n"


def _person(participant: Participant, day: str | None, known: str | None) -> Iterator[str]:
    key = identifier(participant.id)
    told = {
        "xml:id": key,
        "n": participant.id if key != participant.id else None,
        "role": participant.role,
        "source": places(participant.spans),
    }
    yield start("person", told)
    if participant.name:
        yield element("persName", participant.name)
    if participant.office or participant.of or participant.acting:
        yield start("affiliation", when(day))
        if participant.office or participant.acting:
            acting = "acting" if participant.acting else None
            yield element("roleName", participant.office or "", {"type": acting})
        yield f" {element('name', participant.of)}" if participant.of else ""
        yield "</affiliation>"
    if participant.person:
        yield element("idno", participant.person, {"type": "person"})
    if known:
        yield element("idno", known, {"type": "archive"})
    if participant.mode != "unknown":
        yield element("note", participant.mode, {"type": "mode"})
    if participant.session:
        yield empty("ptr", {"type": "session", "target": f"#{identifier(participant.session)}"})
    yield "</person>\n"
