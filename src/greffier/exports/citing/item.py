"""What is cited as an item of CSL-JSON, from which every other form of a citation is made.

A name is given whole, as the record has it: which part of it is the family's is not said there.
The day on which the archive received the witness stands as that of access: it is the day from which
the digest vouches for the words.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeAlias

from greffier.exports.signs import one_line
from greffier.model import record_of

if TYPE_CHECKING:
    from greffier.exports.citing.naming import Cited
    from greffier.model import Participant, Reading, Session, Turn

Item: TypeAlias = dict[str, Any]
"""An item of CSL-JSON."""

# As print has it; that a record is of no known kind is nothing to cite.
_GENRES = {"communique": "communiqué", "participants": "list of participants", "other": ""}
_QUOTED = 400  # code points of a passage; a longer one is told by where it stands


def item_of(cited: Cited) -> Item:
    """Give what is cited as an item of CSL-JSON."""
    made = _of_record(cited)
    if cited.session:
        made |= _of_session(cited.session)
    elif cited.turn:
        made |= _of_turn(cited.taken.reading, cited.turn)
    if cited.place:
        made["section"] = cited.place
    if cited.spans:
        made["custom"]["spans"] = [list(span) for span in cited.spans]
    if cited.place and (quote := _quote(cited)):
        made["annote"] = quote
    return {key: value for key, value in made.items() if value}


def _of_record(cited: Cited) -> Item:
    taken, reading = cited.taken, cited.taken.reading
    witness, record = reading.witness, taken.record or record_of([reading], base=taken.id)
    title = one_line(record.title.value if record.title else witness.name)
    subject = reading.subject
    speaker = _only_speaker(reading)
    return {
        "id": cited.name,
        "type": "speech" if speaker else "webpage" if witness.url else "document",
        "author": _authors(speaker.name) if speaker and speaker.name else None,
        "title": title,
        "genre": _GENRES.get(reading.record.kind, reading.record.kind),
        "event-title": one_line(subject.name) if subject else None,
        "event-place": one_line(subject.venue) if subject and subject.venue else None,
        "event-date": _date(subject.date.value) if subject and subject.date else None,
        "issued": _date(record.date.value) if record.date else None,
        "publisher": one_line(record.publisher.value) if record.publisher else None,
        "publisher-place": one_line(record.place.value) if record.place else None,
        "URL": one_line(witness.url) if witness.url else None,
        "accessed": _received(cited),
        "language": None if witness.language == "und" else one_line(witness.language),
        "archive": "Greffier",
        "archive_location": witness.digest,
        "custom": {"record": taken.id, "witness": witness.id, "reader": reading.reader},
    }


def _of_session(session: Session) -> Item:
    organs = [*session.organisations, *([session.body] if session.body else [])]
    made = {
        "type": "event",
        "author": _authors(*organs),
        "title": one_line(session.name),
        "event-title": one_line(session.name),
        "event-place": one_line(session.venue) if session.venue else None,
        "event-date": _date(session.date.value) if session.date else None,
        "status": session.status,
    }
    # What is told beside it is told of the session that is the record's subject.
    return made | ({"issued": _date(session.date.value)} if session.date else {})


def _of_turn(reading: Reading, turn: Turn) -> Item:
    speaker = reading.participant(turn.participant)
    name = speaker.name if speaker else None
    title = reading.record.title.text if reading.record.title else reading.witness.name
    return {
        "type": "speech",
        "author": _authors(name) if name else None,
        "title": _told(turn, speaker),
        "container-title": one_line(title),
    }


def _told(turn: Turn, speaker: Participant | None) -> str:
    """Say in what capacity somebody spoke: `Statement as Acting President of Kyrgyzstan`."""
    if speaker is None:
        return f"Statement by “{one_line(turn.label)}”"
    acting = "Acting " if speaker.acting and speaker.office else ""
    held = " of ".join(filter(None, (speaker.office and f"{acting}{speaker.office}", speaker.of)))
    return f"Statement as {one_line(held)}" if held else "Statement"


def _only_speaker(reading: Reading) -> Participant | None:
    """Give who speaks in an address, which one person gives."""
    speaking = {one.participant for one in reading.turns}
    if reading.record.kind != "address" or len(speaking) != 1:
        return None
    return reading.participant(speaking.pop())


def _authors(*names: str) -> list[dict[str, str]]:
    return [{"literal": one_line(name)} for name in names]


def _date(value: str) -> dict[str, Any]:
    return {"date-parts": [[int(part) for part in one.split("-")] for one in value.split("/")]}


def _received(cited: Cited) -> dict[str, Any] | None:
    witness = cited.taken.reading.witness.id
    added = next((one.added for one in cited.taken.witnesses if one.id == witness), None)
    return _date(datetime.fromisoformat(added).date().isoformat()) if added else None


def _quote(cited: Cited) -> str:
    text = cited.taken.reading.witness.text
    quote = one_line("\n".join(span.cut(text) for span in cited.spans))
    return quote if len(quote) <= _QUOTED else ""
