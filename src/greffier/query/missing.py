"""What a record does not have of its session, as far as the record itself lets on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from greffier.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from greffier.model import Grouping, Reading

MissingKind = Literal["damaged", "shorter", "unsure", "restricted", "one side", "unread"]
# Remarks that tell of words that are not there, by what is to be said of them at the head.
_TOLD: dict[str, MissingKind] = {
    "bytes-lost": "damaged",
    "cut-off": "damaged",
    "omission": "damaged",
    "paragraphs-lost": "damaged",
    "main-text-unsure": "unsure",
    "unread": "unread",
}
_WHOLE = 0.97  # of the words of another witness; a few differ between any two


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """One thing that a reader should know before he takes a record for the whole session.

    Args:
        kind: what it is about, for programs.
        told: in a sentence.
        spans: the words that show it; none where the whole record does.
        other: the witness of the same record that has what is missing here.
    """

    kind: MissingKind
    told: str
    spans: tuple[Span, ...] = ()
    other: str | None = None


def missing(reading: Reading, groupings: Iterable[Grouping] = ()) -> Iterator[Missing]:
    """Yield what a record lets on not to have: what was cut off, kept closed or left unprinted.

    Args:
        reading: of one of its witnesses.
        groupings: what binds the witnesses of the record, two and two.
    """
    yield from _shorter(reading.witness.id, groupings)
    for remark in reading.remarks:
        if (kind := _TOLD.get(remark.code)) is not None:
            spans = () if remark.span is None else (remark.span,)
            yield Missing(kind=kind, told=f"{_sentence(remark.message)}.", spans=spans)
    yield from _restricted(reading)
    yield from _one_side(reading)


def _shorter(witness: str, groupings: Iterable[Grouping]) -> Iterator[Missing]:
    """Another witness has words that this one has not: it was cut, or the other added some."""
    for one in groupings:
        if witness not in {one.a, one.b}:
            continue
        other, share = (one.b, one.b_in_a) if one.a == witness else (one.a, one.a_in_b)
        if 0 < share < _WHOLE:
            words = round(one.words / share - one.words)
            told = f"Another witness of this record has about {words:,} words that this one lacks."
            yield Missing(kind="shorter", told=told, other=other)


def _restricted(reading: Reading) -> Iterator[Missing]:
    """A part of the session was closed: what is printed was said elsewhere in it."""
    subject = reading.subject
    if subject is None or "restricted" not in subject.formats or not reading.turns:
        return
    words = tuple(one.span for one in subject.evidence if one.field == "formats")
    told = "A part of the session was restricted; a record seldom prints what was said there."
    yield Missing(kind="restricted", told=told, spans=words)


def _one_side(reading: Reading) -> Iterator[Missing]:
    """One person's words are printed, of a session in which others took part."""
    speakers = {turn.participant for turn in reading.turns}
    others = [
        one
        for one in reading.participants
        if one.id not in speakers and one.role not in {"press", "absent"}
    ]
    if reading.subject is None or len(speakers) != 1 or None in speakers or not others:
        return
    speaker = reading.participant(next(iter(speakers)))
    who = (speaker.name or speaker.office) if speaker else None
    count = f"{len(others)} others" if len(others) > 1 else "one other"
    told = f"Only the words of {who or 'one speaker'} are printed; {count} took part."
    yield Missing(kind="one side", told=told)


def _sentence(message: str) -> str:
    return f"{message[:1].upper()}{message[1:]}"
