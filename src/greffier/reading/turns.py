"""Turns: what one speaker said until another label, and what between them is not speech."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from greffier.model import Span
from greffier.reading.labels import label_of

if TYPE_CHECKING:
    from greffier.model import Witness
    from greffier.reading.folding import View
    from greffier.reading.head import Head
    from greffier.reading.languages import Language
    from greffier.reading.layout import Line

# `(Applause.)`, `[inaudible]`: a whole line in brackets is what was seen or heard, not said.
_DIRECTION = re.compile(r"^(?:\([^()]{1,200}\)|\[[^\[\]]{1,200}\])[.!]?$")
_HEADING_WORDS = 20
_INTERRUPTION_WORDS = 15
_BROKEN_OFF = re.compile(r"(?:…|\.\.\.| [–-])$")
_LAST_LINES = 2


@dataclass(slots=True)
class Utterance:
    """A turn in the making: its label, and the lines and spans of what was said."""

    n: int
    label: str
    label_span: Span
    rule: str
    lines: list[int] = field(default_factory=list)
    paragraphs: list[Span] = field(default_factory=list)
    continues: int | None = None


@dataclass(frozen=True, slots=True)
class Spoken:
    """The lines of a record sorted by what they are.

    `speech` has for each line of speech its number, its turn, and where in the witness text the
    words begin that follow the label.
    """

    utterances: tuple[Utterance, ...]
    speech: tuple[tuple[int, int, int], ...]
    narration: tuple[int, ...]
    headings: tuple[int, ...]
    directions: tuple[int, ...]


def read_turns(
    witness: Witness, view: View, lines: tuple[Line, ...], head: Head, language: Language
) -> Spoken:
    """Cut the lines of a record into turns, narration, headings and stage directions."""
    turns: list[Utterance] = []
    narration: list[int] = []
    headings: list[int] = []
    directions: list[int] = []
    speech: list[tuple[int, int, int]] = []
    aside = {head.title_line, head.date_line} | head.furniture
    for line in lines:
        if line.n in aside or line.separates or line.omits:
            continue
        if _DIRECTION.match(line.text):
            directions.append(line.n)
        elif label := label_of(line, language):
            stop = line.start + len(label.text)
            words = view.words(line.start, stop, witness.text)
            where = view.span(line.start, stop)
            turns.append(Utterance(len(turns) + 1, words, where, label.rule))
            if line.text[label.end :]:
                span = view.span(line.start + label.end, line.end)
                turns[-1].lines.append(line.n)
                turns[-1].paragraphs.append(span)
                speech.append((line.n, turns[-1].n, span.start))
        elif _is_heading(line, lines, language):
            headings.append(line.n)
        elif turns:
            span = view.span(line.start, line.end)
            turns[-1].lines.append(line.n)
            turns[-1].paragraphs.append(span)
            speech.append((line.n, turns[-1].n, span.start))
        else:
            narration.append(line.n)
    _link(turns, lines)
    return Spoken(tuple(turns), tuple(speech), tuple(narration), tuple(headings), tuple(directions))


def _is_heading(line: Line, lines: tuple[Line, ...], language: Language) -> bool:
    """A short line that ends no sentence, directly before a label or alone among paragraphs."""
    if line.ends_sentence or line.text.endswith(",") or line.words > _HEADING_WORDS:
        return False
    after = lines[line.n + 1] if line.n + 1 < len(lines) else None
    return after is not None and label_of(after, language) is not None and after.gap


def _link(turns: list[Utterance], lines: tuple[Line, ...]) -> None:
    """Link a turn to the one that it goes on with, where a technical fault or a word broke in."""
    for first, between, again in zip(turns, turns[1:], turns[2:], strict=False):
        said = sum(lines[n].words for n in between.lines)
        last = (lines[n].text for n in first.lines[-_LAST_LINES:])
        if (
            _surname(first.label) == _surname(again.label)
            and said <= _INTERRUPTION_WORDS
            and any(_BROKEN_OFF.search(text) for text in last)
        ):
            again.continues = first.n


def _surname(label: str) -> str:
    return label.rsplit(" ", 1)[-1].casefold()
