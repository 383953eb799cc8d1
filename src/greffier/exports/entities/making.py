"""Entities of FollowTheMoney one by one: their names, and the properties that their schema has."""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from greffier.archive import person_id
from greffier.authority import find_organisation, find_state, shipped
from greffier.exports.signs import iri, one_line

if TYPE_CHECKING:
    from greffier.exports.taking import Taken
    from greffier.model import Reading, Span, Witness

Entity = dict[str, Any]
Values = dict[str, "str | list[str] | None"]

_WEB: Final = re.compile(r"https?://[^/\s]", re.IGNORECASE)
_PLAIN: Final = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]{0,118}[A-Za-z0-9])?")
_DIGITS: Final = 20
_QUOTED: Final = 1_000  # code points of the words that a property quotes
# FollowTheMoney names languages by three letters (ISO 639-2); these are what records come in.
_CODES: Final = (
    "ar:ara bg:bul ca:cat cs:ces da:dan de:deu el:ell en:eng es:spa et:est fa:fas fi:fin fr:fra "
    "he:heb hi:hin hr:hrv hu:hun hy:hye it:ita ja:jpn ka:kat kk:kaz ko:kor ky:kir lt:lit lv:lav "
    "mk:mkd nl:nld nn:nno no:nor pl:pol pt:por ro:ron ru:rus sk:slk sl:slv sr:srp sv:swe tg:tgk "
    "tr:tur uk:ukr uz:uzb zh:zho"
)
_LANGUAGES: Final = dict(one.split(":") for one in _CODES.split())
_KINDS: Final = {"text/plain": "PlainText", "text/html": "HyperText"}


def entity(schema: str, name: str, values: Values) -> Entity:
    """Give an entity; what is not known is left out, and every value stands on one line.

    Args:
        schema: as FollowTheMoney calls it.
        name: what it is called here; the same in every record.
        values: its properties.
    """
    listed = {
        key: [one_line(one) for one in ([value] if isinstance(value, str) else value or ())]
        for key, value in values.items()
    }
    return {
        "id": identifier(name),
        "schema": schema,
        "properties": {key: value for key, value in listed.items() if any(value)},
    }


def identifier(name: str) -> str:
    """Give what an entity is named by in FollowTheMoney, which knows ASCII there and no blanks.

    A name in other letters is named by its digest, the same wherever it stands. What stands behind
    a point would be taken for a signature.
    """
    if _PLAIN.fullmatch(name):
        return f"greffier-{name.replace('.', '-')}"
    kind = name.partition("-")[0]
    return f"greffier-{kind}-{hashlib.sha256(name.encode()).hexdigest()[:_DIGITS]}"


def document(taken: Taken) -> Entity:
    """Give the witness whose words support what is said: the proof of every other entity."""
    reading, witness = taken.reading, taken.reading.witness
    head = reading.record
    came = [_moment(one.added) for one in taken.witnesses if one.id == witness.id and one.added]
    return entity(
        _KINDS.get(witness.media_type, "Document"),
        witness.id,
        {
            "fileName": witness.name,
            "title": head.title.text if head.title else None,
            "mimeType": witness.media_type,
            "language": _LANGUAGES.get(witness.language),
            "publishedAt": dates(head.date.value)[0] if head.date else None,
            "retrievedAt": came,
            "publisher": reading.publisher,
            "sourceUrl": address(witness),
            "keywords": head.kind,
            "notes": [f"Witness {witness.digest}, read by reader {reading.reader}"],
        },
    )


def _moment(added: str) -> str:
    """Give a moment in UTC as FollowTheMoney writes it, which knows no other zones."""
    return datetime.fromisoformat(added).astimezone(UTC).replace(tzinfo=None).isoformat()


def proof(reading: Reading) -> Values:
    """Give the properties that lead from an entity to the witness that supports it."""
    witness = reading.witness
    return {"proof": identifier(witness.id), "sourceUrl": address(witness)}


def address(witness: Witness) -> str | None:
    """Give where a witness came from, where that is an address of the web."""
    return iri(witness.url) if witness.url and _WEB.match(witness.url) else None


def quoted(reading: Reading, spans: tuple[Span, ...]) -> list[str]:
    """Give the words of some spans, each once."""
    text = reading.witness.text
    return list(dict.fromkeys(one_line(span.cut(text)[:_QUOTED]) for span in spans))


def dates(value: str) -> tuple[str, str]:
    """Give the first and the last day, month or year of a date; the same where it is one."""
    first, _, last = value.partition("/")
    return first, last or first


def country(name: str | None) -> str | None:
    """Give the code of a state by its name."""
    state = find_state(shipped(), name) if name else None
    return state.code.lower() if state else None


def institution(name: str, values: Values) -> Entity:
    """Give an organisation, a state or another institution that a fact names.

    A state is a public body with its code; an organisation that is known has its whole name and its
    acronym; of any other its name is all that is said.
    """
    code = country(name)
    if code:
        return entity("PublicBody", f"state-{code}", {"name": name, "country": code, **values})
    known = find_organisation(shipped(), name)
    if known is None:
        return entity("Organization", f"body-{slug(name)}", {"name": name, **values})
    return entity(
        "Organization",
        f"organisation-{slug(known.acronym)}",
        {"name": known.name, "abbreviation": known.acronym, **values},
    )


def slug(name: str) -> str:
    """Give a name as a part of an identifier."""
    return person_id(name) or "unnamed"
