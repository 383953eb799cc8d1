"""A reading as the documents of the search index, one for each passage."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

import msgspec
import tantivy

from greffier.archive.numbers import About, number_of, number_of_language, number_of_sitting
from greffier.archive.passages import passages
from greffier.archive.rows import bounds
from greffier.archive.words import Cut, fold, plain, stemming, words
from greffier.model import RecordKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from greffier.archive.passages import Passage
    from greffier.model import Reading, Turn

# Raise this whenever what stands in the index changes: the fields, the passages, the analysis.
FORMAT = 5
STEMMED, PLAIN = "greffier_stemmed", "greffier_plain"
# The names by which hits can be restricted: each by its words, and in `_is` as a whole.
NAMED = ("speaker", "office", "of", "organisation", "body")
COUNTED = ("speaker", "of", "organisation", "body", "sitting")  # by which hits are counted
KINDS: tuple[str, ...] = get_args(RecordKind)
YEAR, MONTH = 10_000, 100  # of a day as a number
UNDATED = 99_991_231  # where a passage without a day stands among those that have one: last


class Kept(msgspec.Struct, array_like=True, frozen=True):
    """What is kept of a passage beside its words in the index, to tell a hit without the store.

    `session` is the first that the passage is of, by its identifier in the reading, `date` its date
    or, without one, the record's: as precise as it is known. `quote` is the passage as printed,
    `clean` what is searched where that is not the same: glosses and furniture are blanked in it.
    Both are bytes, for a text may hold half characters.
    """

    witness: str
    turn: int | None
    session: str | None
    span: tuple[int, int]
    speaker: str | None
    office: str | None
    of: str | None
    organisations: tuple[str, ...]
    bodies: tuple[str, ...]
    date: str | None
    quote: bytes
    clean: bytes | None


@cache
def schema() -> tantivy.Schema:
    """Give the fields of the index.

    `words` are stems with their places, for words and phrases; `forms` are words as printed, for
    those that are looked for exactly and for patterns. Of what a hit must be, the fields in `_is`
    hold a name whole. Hits are counted by numbers (`_id`, `about`), several times as fast as by
    words, and as fast again where every passage has one: 0 stands for none.
    """
    builder = tantivy.SchemaBuilder()
    builder.add_bytes_field("kept", stored=True)
    builder.add_text_field("words", tokenizer_name=STEMMED)
    builder.add_text_field("forms", tokenizer_name=PLAIN)
    for text in NAMED:
        builder.add_text_field(text, tokenizer_name=PLAIN, index_option="basic")
    for name in ("witness", "session", *(f"{one}_is" for one in NAMED)):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in COUNTED:
        builder.add_integer_field(f"{name}_id", indexed=True, fast=True)
    for number in ("kind_id", "language_id"):
        builder.add_integer_field(number, indexed=True)
    for yes in ("spoken", "copy"):
        builder.add_boolean_field(yes, indexed=True)
    for day in ("first", "last"):
        builder.add_integer_field(day, indexed=True, fast=True)
    for order in ("oldest", "newest", "year", "month", "about", "length"):
        builder.add_integer_field(order, fast=True)
    return builder.build()


def prepare(index: tantivy.Index) -> None:
    """Tell an index that has just been opened how its text is analysed; it does not remember."""
    index.register_tokenizer(STEMMED, stemming())
    index.register_tokenizer(PLAIN, plain())


def whole(name: str) -> str:
    """Give a name as the fields in `_is` hold it."""
    return " ".join(word.form for word in words(name))


def documents(reading: Reading, *, base: bool) -> Iterator[tantivy.Document]:
    """Yield the passages of a witness as documents.

    Args:
        reading: of the witness.
        base: whether it stands for the record that it carries.
    """
    common = _of_witness(reading)
    fields = common.fields | {"copy": not base}
    turns = {turn.n: _of_turn(reading, turn) for turn in reading.turns}
    for passage in passages(reading):
        ours = common.rest if passage.turn is None else turns[passage.turn]
        text = fold(passage.text).text
        kept = _kept(reading, passage, common, ours)
        yield tantivy.Document(
            **fields,
            **ours.fields,
            kept=msgspec.msgpack.encode(kept),
            words=text,
            forms=text,
            length=len(Cut(text).words),
            spoken=passage.turn is not None,
        )


class _Speaker(NamedTuple):
    """Who speaks in a turn, in which capacity and session; nobody, in the rest of a record."""

    speaker: str | None
    office: str | None
    of: str | None
    session: str | None
    fields: dict[str, Any]


class _Common(NamedTuple):
    """What every passage of a witness has in common, and what those outside the turns have."""

    organisations: tuple[str, ...]
    bodies: tuple[str, ...]
    date: str | None
    fields: dict[str, Any]
    rest: _Speaker


def _kept(reading: Reading, passage: Passage, common: _Common, ours: _Speaker) -> Kept:
    quote = _bytes(passage.span.cut(reading.witness.text))
    clean = _bytes(passage.text)
    return Kept(
        witness=reading.witness.id,
        turn=passage.turn,
        session=ours.session,
        span=passage.span,
        speaker=ours.speaker,
        office=ours.office,
        of=ours.of,
        organisations=common.organisations,
        bodies=common.bodies,
        date=common.date,
        quote=quote,
        clean=None if clean == quote else clean,
    )


def text_of(kept: bytes) -> str:
    """Give back the text that was kept as bytes."""
    return kept.decode("utf-8", "surrogatepass")


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _of_turn(reading: Reading, turn: Turn) -> _Speaker:
    speaker = reading.participant(turn.participant)
    name, office, of = turn.label, None, None
    if speaker is not None:
        name, office, of = speaker.name or turn.label, speaker.office, speaker.of
    sessions = [turn.session] if turn.session else _subjects(reading)
    fields = _names({"speaker": name, "office": office, "of": of}) | _held(reading, sessions)
    fields |= {"speaker_id": number_of(name), "of_id": number_of(of)}
    return _Speaker(name, office, of, next(iter(sessions), None), fields)


def _subjects(reading: Reading) -> list[str]:
    return [session.id for session in reading.sessions if session.subject]


def _held(reading: Reading, sessions: list[str]) -> dict[str, Any]:
    return {"session": [f"{reading.witness.id}.{one}" for one in sessions]}


def _of_witness(reading: Reading) -> _Common:
    subjects = [session for session in reading.sessions if session.subject]
    named = (name for session in subjects for name in session.organisations)
    organisations = tuple(dict.fromkeys(named))
    bodies = tuple(dict.fromkeys(session.body for session in subjects if session.body))
    date, first, last = _dated(reading)
    year, month = (
        first // length if first and last and first // length == last // length else 0
        for length in (YEAR, MONTH)
    )
    kind, language = KINDS.index(reading.record.kind), number_of_language(reading.witness.language)
    fields: dict[str, Any] = {
        "witness": reading.witness.id,
        "kind_id": kind,
        "language_id": language,
        "year": year,
        "month": month,
        "about": About(year, kind, language).number,
        "sitting_id": number_of_sitting(organisations, bodies),
        "oldest": first or UNDATED,
        "newest": first or 0,
        **_names({"organisation": organisations, "body": bodies}),
        "organisation_id": [number_of(name) for name in organisations] or [0],
        "body_id": [number_of(name) for name in bodies] or [0],
    }
    if first and last:
        fields |= {"first": first, "last": last}
    sessions = _subjects(reading)
    held = _held(reading, sessions) | {"speaker_id": 0, "of_id": 0}
    rest = _Speaker(None, None, None, next(iter(sessions), None), held)
    return _Common(organisations, bodies, date, fields, rest)


def _dated(reading: Reading) -> tuple[str | None, int | None, int | None]:
    """Give when a record is of, as printed and as days: when its sessions were, else its date."""
    sessions = (session for session in reading.sessions if session.subject)
    dates = [session.date for session in sessions if session.date is not None]
    if not dates and reading.record.date is not None:
        dates = [reading.record.date]
    known = [(first, last, one) for one in dates for first, last in [bounds(one)] if first and last]
    if not known:
        return None, None, None
    first, last = min(one[0] for one in known), max(one[1] for one in known)
    values = sorted({one[2].value for one in known})
    if len(values) == 1:
        return values[0], first, last
    return f"{values[0].split('/')[0]}/{values[-1].split('/')[-1]}", first, last


def _names(named: Mapping[str, tuple[str, ...] | str | None]) -> dict[str, list[Any]]:
    """Give names as the fields hold them: by their words, as a whole, by their numbers."""
    fields: dict[str, list[Any]] = {}
    for field, value in named.items():
        names = (value,) if isinstance(value, str) else value
        if names:
            fields[field] = [fold(name).text for name in names]
            fields[f"{field}_is"] = [whole(name) for name in names]
    return fields
