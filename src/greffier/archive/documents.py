"""A reading as the documents of the search index, one for each passage."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec
import tantivy

from greffier.archive.passages import passages
from greffier.archive.rows import bounds
from greffier.archive.words import cut, fold, plain, stemming, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from greffier.archive.passages import Passage
    from greffier.model import Reading, Turn

# Raise this whenever what stands in the index changes: the fields, the passages, the analysis.
FORMAT = 3
STEMMED, PLAIN = "greffier_stemmed", "greffier_plain"
# The names by which hits can be restricted: each by its words, and in `_is` as a whole.
NAMED = ("speaker", "office", "of", "organisation", "body")
COUNTED = ("speaker", "of", "organisation", "body")  # in `_as` as it is told when hits are counted
UNDATED = 99_991_231  # where a passage without a day stands among those that have one: last


class Kept(msgspec.Struct, array_like=True, frozen=True):
    """What is kept of a passage beside its words in the index, to tell a hit without the store.

    `session` is the first that the passage is of, by its identifier in the reading, `day` the first
    that is known of it. `quote` is the passage as printed, `clean` what is searched where that is
    not the same: glosses and furniture are blanked in it. Both are bytes, for a text may hold half
    characters.
    """

    witness: str
    turn: int | None
    session: str | None
    span: tuple[int, int]
    speaker: str | None
    office: str | None
    of: str | None
    day: int | None
    quote: bytes
    clean: bytes | None


def schema() -> tantivy.Schema:
    """Give the fields of the index.

    `words` are stems with their places, for words and phrases; `forms` are words as printed, for
    those that are looked for exactly and for patterns. Of what a hit must be, the fields in `_is`
    hold a name whole, as it is compared, those in `_as` as it is told.
    """
    builder = tantivy.SchemaBuilder()
    builder.add_bytes_field("kept", stored=True)
    builder.add_text_field("words", tokenizer_name=STEMMED)
    builder.add_text_field("forms", tokenizer_name=PLAIN)
    for text in NAMED:
        builder.add_text_field(text, tokenizer_name=PLAIN, index_option="basic")
    for name in ("witness", "session", *(f"{one}_is" for one in NAMED)):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in ("kind", "language", *(f"{one}_as" for one in COUNTED)):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
    for yes in ("spoken", "copy"):
        builder.add_boolean_field(yes, indexed=True)
    for day in ("first", "last"):
        builder.add_integer_field(day, indexed=True, fast=True)
    for order in ("oldest", "newest", "length"):
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
    common = _of_witness(reading) | {"copy": not base}
    speakers = {turn.n: _of_turn(reading, turn) for turn in reading.turns}
    subjects = [session.id for session in reading.sessions if session.subject]
    of_turns = {turn.n: [turn.session] if turn.session else subjects for turn in reading.turns}
    witness = reading.witness.id
    for passage in passages(reading):
        text = fold(passage.text).text
        speaker = speakers.get(passage.turn) if passage.turn is not None else None
        sessions = of_turns.get(passage.turn or 0, subjects)
        kept = _kept(reading, passage, speaker, sessions, common.get("first"))
        fields = common | {
            "kept": msgspec.msgpack.encode(kept),
            "words": text,
            "forms": text,
            "length": len(cut(text)),
            "spoken": passage.turn is not None,
            "session": [f"{witness}.{one}" for one in sessions],
        }
        if speaker is not None:
            fields |= _names(speaker._asdict())
        yield tantivy.Document(**fields)


def _kept(
    reading: Reading,
    passage: Passage,
    speaker: _Speaker | None,
    sessions: list[str],
    day: int | None,
) -> Kept:
    quote = _bytes(passage.span.cut(reading.witness.text))
    clean = _bytes(passage.text)
    return Kept(
        witness=reading.witness.id,
        turn=passage.turn,
        session=sessions[0] if sessions else None,
        span=passage.span,
        **(speaker or _NOBODY)._asdict(),
        day=day,
        quote=quote,
        clean=None if clean == quote else clean,
    )


def text_of(kept: bytes) -> str:
    """Give back the text that was kept as bytes."""
    return kept.decode("utf-8", "surrogatepass")


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


class _Speaker(NamedTuple):
    """Who speaks in a turn, and in which capacity."""

    speaker: str | None
    office: str | None
    of: str | None


_NOBODY = _Speaker(None, None, None)


def _of_turn(reading: Reading, turn: Turn) -> _Speaker:
    speaker = reading.participant(turn.participant)
    if speaker is None:
        return _Speaker(turn.label, None, None)
    return _Speaker(speaker.name or turn.label, speaker.office, speaker.of)


def _of_witness(reading: Reading) -> dict[str, Any]:
    """Give what every passage of a witness has in common."""
    subjects = [session for session in reading.sessions if session.subject]
    organisations = [name for session in subjects for name in session.organisations]
    bodies = [session.body for session in subjects if session.body]
    fields: dict[str, Any] = {
        "witness": reading.witness.id,
        "kind": reading.record.kind,
        "language": reading.witness.language,
        "oldest": UNDATED,
        "newest": 0,
        **_names({"organisation": organisations, "body": bodies}),
    }
    dates = [session.date for session in subjects if session.date is not None]
    if not dates and reading.record.date is not None:
        dates = [reading.record.date]
    known = [(first, last) for first, last in map(bounds, dates) if first and last]
    if known:
        first = min(first for first, _ in known)
        fields |= {"first": first, "oldest": first, "newest": first}
        fields["last"] = max(last for _, last in known)
    return fields


def _names(named: Mapping[str, list[str] | str | None]) -> dict[str, list[str]]:
    """Give names as the fields hold them: by their words, as a whole, as they are told."""
    fields: dict[str, list[str]] = {}
    for field, value in named.items():
        names = [value] if isinstance(value, str) else list(dict.fromkeys(value or ()))
        if names:
            fields[field] = [fold(name).text for name in names]
            fields[f"{field}_is"] = [whole(name) for name in names]
            if field in COUNTED:
                fields[f"{field}_as"] = [_unbroken(name) for name in names]
    return fields


def _unbroken(name: str) -> str:
    """Give a name as it is told: half characters have no place in an index."""
    return name.encode("utf-8", "replace").decode()
