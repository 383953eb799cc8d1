"""What the publisher quotes, and whose words they are said to be."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from greffier.model import Quotation
from greffier.reading.cast import alike
from greffier.reading.folding import fold
from greffier.reading.naming import capacity_at
from greffier.reading.page import sentences
from greffier.reading.symbols import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.model import Span
    from greffier.reading.cast import Cast
    from greffier.reading.layout import Line
    from greffier.reading.page import Page

_QUOTED = re.compile(r'"(?P<words>[^"\n]{3,4000})"')
_FEWEST_WORDS = 3
# Who speaks is named this near to his words, in code points of the tagged line.
_NEAR = 600
_SENTENCE_BREAK = re.compile(r"[.!?] ")


def read_quotations(page: Page, cast: Cast) -> tuple[Quotation, ...]:
    """Find the quotations in what the publisher tells.

    Words in inverted commas that nobody is said to have spoken are none.
    """
    out: list[Quotation] = []
    last: list[str] = []
    for n in page.spoken.narration:
        out.extend(_quoted(page, cast, page.lines[n], last))
        out.extend(_reported(page, cast, page.lines[n], last))
    return tuple(sorted(out, key=lambda one: one.span))


def _quoted(page: Page, cast: Cast, line: Line, last: list[str]) -> Iterator[Quotation]:
    for found in _QUOTED.finditer(line.text):
        if found["words"].count(" ") + 1 < _FEWEST_WORDS:
            continue
        if source := _source(page, line, found):
            name, start, end = source
            speaker = _speaker(page, cast, line, (start, end), last)
            if speaker is None:
                continue
            if speaker in last or _is_person(page, line.text[start:end]):
                last.append(speaker)
            begin, stop = found.span("words")
            yield Quotation(
                speaker=speaker,
                direct=True,
                span=_span(page, line, begin, stop),
                participant=_participant(cast, speaker),
                cue=_span(page, line, start, end),
                rule=f"quotation:{name}",
            )


def _source(page: Page, line: Line, found: re.Match[str]) -> tuple[str, int, int] | None:
    """Find who is said to speak: right behind the quotation, else nearest before it."""
    rules = page.language.quotes
    behind = line.text[found.end() : found.end() + _NEAR]
    for name, pattern in rules.after:
        if match := rule(pattern).search(behind):
            start, end = match.span("source")
            return name, found.end() + start, found.end() + end
    start = _sentence_before(line.text, found.start())
    for name, pattern in rules.sources:
        matches = list(rule(pattern).finditer(line.text, start, found.start()))
        if matches:
            return name, *matches[-1].span("source")
    return None


def _sentence_before(text: str, at: int) -> int:
    """Find where the sentence starts that a quotation is in, or the one before a whole sentence."""
    first = max(0, at - _NEAR)
    starts = [first, *(found.end() for found in _SENTENCE_BREAK.finditer(text, first, at))]
    if starts[-1] == at and len(starts) > 1:
        return starts[-2]
    return starts[-1]


def _reported(page: Page, cast: Cast, line: Line, last: list[str]) -> Iterator[Quotation]:
    for sentence in sentences(line):
        for name, pattern in page.language.quotes.reported:
            found = rule(pattern).search(sentence.text)
            if found is None or '"' in found["words"]:
                continue
            offset = sentence.start - line.start
            start, end = found.span("source")
            speaker = _speaker(page, cast, line, (offset + start, offset + end), last)
            if speaker is not None:
                yield Quotation(
                    speaker=speaker,
                    direct=False,
                    span=page.span(sentence, found, "words"),
                    participant=_participant(cast, speaker),
                    cue=page.span(sentence, found, "source"),
                    rule=f"quotation:{name}",
                )
                break


def _speaker(
    page: Page, cast: Cast, line: Line, where: tuple[int, int], last: list[str]
) -> str | None:
    """Name the source: a person in full; a bare office or `he` by whoever was named last."""
    words = line.text[slice(*where)]
    if len(words) == 1:
        if title := page.tagger.symbols.title(words):
            return _holder(page, cast, line.text[max(0, where[0] - _NEAR) : where[0]], title.kept)
        if capacity := capacity_at(page, words):
            member = cast.find(capacity)
            if name := (member.name if member else None) or capacity.name:
                return name
    if words.lower() in page.language.quotes.pronouns:
        return last[-1] if last else _nearest(page, cast, line.text[: where[0]][-_NEAR:])
    return fold(_span(page, line, *where).cut(page.witness.text))


def _is_person(page: Page, words: str) -> bool:
    """Whether a source is somebody who may be `he` afterwards, and no institution."""
    return len(words) == 1 and bool(page.tagger.symbols.title(words) or capacity_at(page, words))


def _nearest(page: Page, cast: Cast, before: str) -> str | None:
    """Whoever is named last before a pronoun, where nobody was quoted yet."""
    for char in reversed(before):
        capacity = capacity_at(page, char)
        if capacity and capacity.name:
            member = cast.find(capacity)
            return (member.name if member else None) or capacity.name
    return None


def _holder(page: Page, cast: Cast, before: str, office: str) -> str | None:
    """Whoever holds the office among those named before, the nearest first.

    `The President` is a state's, where one is among them, and not an academy's.
    """
    named = [one for one in cast.members if one.office and one.name and alike(one.office, office)]
    holders = [one for one in named if one.of in page.tagger.lexicon.states] or named
    for char in reversed(before):
        capacity = capacity_at(page, char)
        member = cast.find(capacity) if capacity else None
        if member in holders and member is not None:
            return member.name
    return holders[0].name if len(holders) == 1 else None


def _participant(cast: Cast, speaker: str) -> str | None:
    return next((one.id for one in cast.members if one.name == speaker), None)


def _span(page: Page, line: Line, start: int, end: int) -> Span:
    return page.tagged.span(line.start + start, line.start + end)
