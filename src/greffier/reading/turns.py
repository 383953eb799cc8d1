"""Turns: what one speaker said until another label, and what between them is not speech."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from greffier.model import Span
from greffier.reading.conventions import find_labels, tell_refused
from greffier.reading.label_forms import LabelForm
from greffier.reading.labels import procedure_at
from greffier.reading.listed import is_list
from greffier.reading.posts import without_offices
from greffier.reading.running_heads import outside

if TYPE_CHECKING:
    from greffier.model import Witness
    from greffier.reading.folding import View
    from greffier.reading.head import Head
    from greffier.reading.label_forms import Label
    from greffier.reading.languages import Language
    from greffier.reading.layout import Line

# `(Applause.)`, `[inaudible]`: a whole line in brackets is what was seen or heard, not said.
_DIRECTION = re.compile(
    r"^(?:(?:\([^()]{1,200}\) ?){1,4}|\[[^\[\]]{1,200}\]|\{[^{}]{1,40}\}(?: \d{1,4})?)[.!]?$"
)
# `2:11 P.M. EDT`, `END 2:50 P.M.`, `(15.05)`: when it began, was broken off or ended.
_TIME = re.compile(
    r"^\(?(?:END )?\d{1,2}[:.h]\d{2}(?: ?[AaPp]\.? ?[Mm]\b\.?)?(?: [A-Z]{2,4})?\.?\)?$"
)
_HEADING_WORDS = 20
_HEADING_LINES = 3
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
    adds: str = ""
    form: LabelForm = "colon"


@dataclass(frozen=True, slots=True)
class Spoken:
    """The lines of a record sorted by what they are.

    `speech` has for each line of speech its number, its turn, and where in the witness text the
    words begin that follow the label. `posts` has who holds an office, as the head states it.
    """

    utterances: tuple[Utterance, ...]
    speech: tuple[tuple[int, int, int], ...]
    narration: tuple[int, ...]
    headings: tuple[int, ...]
    posts: dict[str, str]


def read_turns(  # noqa: PLR0913, PLR0917 - what a stage works on, and what was cut out before it
    witness: Witness,
    view: View,
    lines: tuple[Line, ...],
    head: Head,
    language: Language,
    cut: tuple[Span, ...] = (),
) -> Spoken:
    """Cut the lines of a record into turns, narration, headings and stage directions."""
    aside = {head.title_line, head.date_line} | head.furniture
    running = tuple(line for line in lines if line.n not in aside)
    listed = is_list(lines, head)
    labels = {} if listed else find_labels(view, running, witness.marks, language)
    labels, posts = without_offices(labels, running)
    tell_refused(view, running, witness, language, labels)
    turns: list[Utterance] = []
    narration: list[int] = []
    headings: list[int] = []
    speech: list[tuple[int, int, int]] = []
    for line in running:
        start = line.start
        if line.separates or line.omits:
            continue
        if label := labels.get(line.n):
            turns.append(_opened(len(turns) + 1, label, line, witness, view))
            start += label.end
            if start >= line.end:
                continue
        elif _is_direction(line, lines, language):
            continue
        elif _is_heading(line, lines, labels):
            headings.append(line.n)
            continue
        if not turns:
            narration.append(line.n)
            continue
        span = view.span(start, line.end)
        turns[-1].lines.append(line.n)
        turns[-1].paragraphs.extend(outside(span, cut))
        speech.append((line.n, turns[-1].n, span.start))
    _link(turns, lines)
    return Spoken(tuple(turns), tuple(speech), tuple(narration), tuple(headings), posts)


def _opened(n: int, label: Label, line: Line, witness: Witness, view: View) -> Utterance:
    stop = line.start + len(label.text)
    words = view.words(line.start, stop, witness.text)
    return Utterance(
        n, words, view.span(line.start, stop), label.rule, adds=label.adds, form=label.form
    )


def _is_direction(line: Line, lines: tuple[Line, ...], language: Language) -> bool:
    """What was seen, heard or voted: in brackets, a time of day, or a line of the procedure."""
    if _DIRECTION.match(line.text) or _TIME.match(line.text):
        return True
    if procedure_at(line.text, language):
        return True
    if not line.n or line.gap or line.ends_sentence:
        return False
    # `In favour:` has those who voted on the line below.
    before = lines[line.n - 1].text
    opens = procedure_at(before, language)
    return opens is not None and opens.end() == len(before)


def _is_heading(line: Line, lines: tuple[Line, ...], labels: dict[int, Label]) -> bool:
    """A short line that ends no sentence, directly before a label or another such line."""
    for after in lines[line.n + 1 : line.n + 1 + _HEADING_LINES]:
        if line.ends_sentence or line.text.endswith(",") or line.words > _HEADING_WORDS:
            return False
        if not (after.gap or line.text.isupper()):
            return False
        if after.n in labels:
            return True
        line = after
    return False


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
