"""The tables of words: turns, paragraphs, quotations, and the evidence of every fact."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from greffier.archive.evidence import evidence
from greffier.exports.tables.columns import Column, Of, Table, named, numbered, placed, spanned
from greffier.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from greffier.exports.taking import Taken
    from greffier.model import Gloss, Mention, Participant, Quotation, Remark, Turn


def _turns(taken: Taken) -> Iterable[Of[Turn]]:
    return (Of(taken=taken, key=f"t{one.n}", fact=one) for one in taken.reading.turns)


def _paragraphs(taken: Taken) -> Iterable[Of[tuple[Turn, int, Span]]]:
    for turn in taken.reading.turns:
        for n, span in enumerate(turn.paragraphs, start=1):
            yield Of(taken=taken, key=f"t{turn.n}p{n}", fact=(turn, n, span))


def _quotations(taken: Taken) -> Iterable[Of[Quotation]]:
    return numbered(taken, "q", taken.reading.quotations)


def _mentions(taken: Taken) -> Iterable[Of[Mention]]:
    return numbered(taken, "m", taken.reading.mentions)


def _glosses(taken: Taken) -> Iterable[Of[Gloss]]:
    return numbered(taken, "g", taken.reading.glosses)


def _remarks(taken: Taken) -> Iterable[Of[Remark]]:
    return numbered(taken, "r", taken.reading.remarks)


def _evidence(taken: Taken) -> Iterable[Of[dict[str, Any]]]:
    return (Of(taken=taken, key=row["fact"], fact=row) for row in evidence(taken.reading))


def _speaker(one: Of[Turn]) -> Participant | None:
    return one.taken.reading.participant(one.fact.participant)


def _of_speaker(one: Of[Turn], field: str) -> str | bool | None:
    speaker = _speaker(one)
    value: str | bool | None = getattr(speaker, field) if speaker else None
    return value


def _person(one: Of[Turn]) -> str | None:
    speaker = _speaker(one)
    return one.taken.person(speaker) if speaker else None


def said(turn: Turn, text: str) -> str:
    """Give the words of a turn as they stand, a line for each paragraph."""
    return "\n".join(span.cut(text) for span in turn.paragraphs)


TURNS: Final = Table(
    name="turns",
    about="A turn: what one speaker said until another label.",
    rows=_turns,
    columns=(
        named("turn"),
        *placed(),
        Column("session", "text", "In which.", lambda x: x.joined(x.fact.session), "sessions"),
        Column(
            "participant",
            "text",
            "The speaker; missing where it was not made out who that is.",
            lambda x: x.joined(x.fact.participant),
            "participants",
        ),
        Column(
            "person",
            "text",
            "Who that is, under one name in all records.",
            _person,
        ),
        Column("n", "integer", "The place among the turns of the record.", lambda x: x.fact.n),
        Column("label", "text", "The label as printed.", lambda x: x.fact.label),
        Column("speaker", "text", "The speaker's name.", lambda x: _of_speaker(x, "name")),
        Column("office", "text", "The office held.", lambda x: _of_speaker(x, "office")),
        Column("of", "text", "What that office is of.", lambda x: _of_speaker(x, "of")),
        Column("acting", "boolean", "Whether in acting.", lambda x: _of_speaker(x, "acting")),
        Column("role", "text", "The speaker's role.", lambda x: _of_speaker(x, "role")),
        Column(
            "continues",
            "text",
            "The turn that was interrupted and goes on here.",
            lambda x: x.joined(f"t{x.fact.continues}" if x.fact.continues else None),
            "turns",
        ),
        Column(
            "words",
            "integer",
            "How many stretches of signs stand between white space.",
            lambda x: len(said(x.fact, x.text).split()),
        ),
        Column(
            "text",
            "text",
            "What was said, the words of the witness unchanged, a line for each paragraph.",
            lambda x: said(x.fact, x.text),
        ),
        Column("rule", "text", "The rule that found its label.", lambda x: x.fact.rule or None),
    ),
)

PARAGRAPHS: Final = Table(
    name="paragraphs",
    about="A paragraph of a turn.",
    rows=_paragraphs,
    columns=(
        named("paragraph"),
        *placed(),
        Column("turn", "text", "In which.", lambda x: x.joined(f"t{x.fact[0].n}"), "turns"),
        Column("n", "integer", "Its place there.", lambda x: x.fact[1]),
        *spanned(lambda x: x.fact[2]),
        Column("text", "text", "Its words, unchanged.", lambda x: x.fact[2].cut(x.text)),
    ),
)

QUOTATIONS: Final = Table(
    name="quotations",
    about="What a record quotes, directly or as reported speech.",
    rows=_quotations,
    columns=(
        named("quotation"),
        *placed(),
        Column(
            "participant",
            "text",
            "Who said it, where that is a participant.",
            lambda x: x.joined(x.fact.participant),
            "participants",
        ),
        Column("speaker", "text", "Who said it, as the record says.", lambda x: x.fact.speaker),
        Column("direct", "boolean", "Whether in the very words.", lambda x: x.fact.direct),
        *spanned(lambda x: x.fact.span),
        Column("text", "text", "The words, unchanged.", lambda x: x.fact.span.cut(x.text)),
        Column(
            "cue",
            "text",
            "The words that say who said it.",
            lambda x: x.fact.cue.cut(x.text) if x.fact.cue else None,
        ),
        Column("rule", "text", "The rule that read it.", lambda x: x.fact.rule or None),
    ),
)

MENTIONS: Final = Table(
    name="mentions",
    about="A thing that a record names.",
    rows=_mentions,
    columns=(
        named("mention"),
        *placed(),
        Column("kind", "text", "What it is: person, state, activity.", lambda x: x.fact.kind),
        Column("name", "text", "The name that it is kept under.", lambda x: x.fact.name),
        *spanned(lambda x: x.fact.span),
        Column("text", "text", "The wording here.", lambda x: x.fact.span.cut(x.text)),
        Column("rule", "text", "The rule that read it.", lambda x: x.fact.rule or None),
    ),
)

GLOSSES: Final = Table(
    name="glosses",
    about="A tooltip flattened into the text: the office is of the day the page was fetched.",
    rows=_glosses,
    columns=(
        named("gloss"),
        *placed(),
        Column("name", "text", "Whom it explains.", lambda x: x.fact.name),
        Column("office", "text", "The office that it gives.", lambda x: x.fact.office),
        *spanned(lambda x: x.fact.span),
        Column("text", "text", "Its words, unchanged.", lambda x: x.fact.span.cut(x.text)),
        Column("rule", "text", "The rule that found it.", lambda x: x.fact.rule or None),
    ),
)

REMARKS: Final = Table(
    name="remarks",
    about="What could not be read in a record, or is uncertain.",
    rows=_remarks,
    columns=(
        named("remark"),
        *placed(),
        Column("code", "text", "What sort of remark, by a stable name.", lambda x: x.fact.code),
        Column("message", "text", "The same for people.", lambda x: x.fact.message),
        *spanned(lambda x: x.fact.span),
    ),
)

EVIDENCE: Final = Table(
    name="evidence",
    about="A stretch of words that supports a fact, or one field of it, and the rule that read it. "
    "Mentions, glosses and paragraphs have theirs in their own tables.",
    rows=_evidence,
    keyed=False,
    columns=(
        Column("fact", "text", "The fact, in the table of its kind.", lambda x: x.name),
        *placed(),
        Column("kind", "text", "What sort of fact it is.", lambda x: x.fact["kind"]),
        Column(
            "field",
            "text",
            "The field that the words support; missing where they support the whole.",
            lambda x: x.fact["field"] or None,
        ),
        *spanned(lambda x: Span(x.fact["start"], x.fact["end"])),
        Column(
            "text",
            "text",
            "The words, unchanged.",
            lambda x: x.text[x.fact["start"] : x.fact["end"]],
        ),
        Column("rule", "text", "The rule that read it.", lambda x: x.fact["rule"] or None),
    ),
)
