"""A reading as the documents of the search index, one for each passage."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import tantivy

from greffier.archive.passages import passages
from greffier.archive.rows import bounds
from greffier.archive.words import fold, plain, stemming, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.model import Reading, Turn

# Raise this whenever what stands in the index changes: the fields, the passages, the analysis.
FORMAT = 2
STEMMED, PLAIN = "greffier_stemmed", "greffier_plain"


def schema() -> tantivy.Schema:
    """Give the fields of the index.

    `words` are stems with their places, for words and phrases; `forms` are words as printed, for
    prefixes. Of what a hit must be, the fields in `_is` hold a name whole.
    """
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("witness", stored=True, tokenizer_name="raw", index_option="basic")
    for number in ("turn", "start", "end"):
        builder.add_unsigned_field(number, stored=True)
    builder.add_text_field("words", tokenizer_name=STEMMED)
    for text in ("forms", "speaker", "office", "of", "organisation", "body"):
        builder.add_text_field(text, tokenizer_name=PLAIN, index_option="basic")
    for name in ("kind", "of_is", "organisation_is"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for yes in ("spoken", "base"):
        builder.add_boolean_field(yes, indexed=True)
    for day in ("first", "last"):
        builder.add_integer_field(day, indexed=True, fast=True)
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
    common = _of_witness(reading) | {"base": base}
    speakers = {turn.n: _of_turn(reading, turn) for turn in reading.turns}
    for passage in passages(reading):
        text = fold(passage.text).text
        fields = common | {
            "turn": passage.turn or 0,
            "start": passage.span.start,
            "end": passage.span.end,
            "words": text,
            "forms": text,
            "spoken": passage.turn is not None,
        }
        if passage.turn is not None:
            fields |= speakers[passage.turn]
        yield tantivy.Document(**fields)


def _of_witness(reading: Reading) -> dict[str, Any]:
    """Give what every passage of a witness has in common."""
    subjects = [session for session in reading.sessions if session.subject]
    organisations = [name for session in subjects for name in session.organisations]
    fields: dict[str, Any] = {
        "witness": reading.witness.id,
        "kind": reading.record.kind,
        "organisation": [fold(name).text for name in organisations],
        "organisation_is": [whole(name) for name in organisations],
        "body": [fold(session.body).text for session in subjects if session.body],
    }
    dates = [session.date for session in subjects if session.date is not None]
    if not dates and reading.record.date is not None:
        dates = [reading.record.date]
    known = [(first, last) for first, last in map(bounds, dates) if first and last]
    if known:
        fields["first"] = min(first for first, _ in known)
        fields["last"] = max(last for _, last in known)
    return fields


def _of_turn(reading: Reading, turn: Turn) -> dict[str, Any]:
    """Give what the paragraphs of a turn have in common: who speaks, and in which capacity."""
    speaker = reading.participant(turn.participant)
    if speaker is None:
        return {"speaker": fold(turn.label).text}
    fields = {"speaker": fold(speaker.name or turn.label).text}
    if speaker.office:
        fields["office"] = fold(speaker.office).text
    if speaker.of:
        fields |= {"of": fold(speaker.of).text, "of_is": whole(speaker.of)}
    return fields
