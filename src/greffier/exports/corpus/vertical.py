"""A record as vertical text: a token a line, structures as tags, for corpus engines.

Sketch Engine, NoSketch Engine and the Corpus Workbench read it (`cwb-encode -xsB`, which knows the
escaped signs). A line has the token and where it begins and ends in the text of the witness;
`<g/>` stands where no white space parts two tokens.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from greffier.archive.passages import passages
from greffier.exports.corpus.splitting import sentences
from greffier.exports.signs import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from greffier.archive.passages import Passage
    from greffier.exports.corpus.splitting import Sentence
    from greffier.exports.taking import Taken
    from greffier.model import Reading, Turn


def vertical(taken: Taken) -> Iterator[str]:
    """Yield a record as vertical text, a piece for each turn, in the order of its text."""
    reading = taken.reading
    yield _tag("doc", _document(taken))
    ordered = sorted(passages(reading), key=lambda one: one.span)
    for n, some in groupby(ordered, key=lambda one: one.turn):
        turn = next((one for one in reading.turns if one.n == n), None)
        yield "".join(_turn(reading, turn, some))
    yield "</doc>\n"


def _document(taken: Taken) -> dict[str, str | None]:
    reading = taken.reading
    head, subject = reading.record, reading.subject
    return {
        "id": reading.witness.id,
        "record": taken.id,
        "kind": head.kind,
        "title": head.title.text if head.title else None,
        "date": head.date.value if head.date else None,
        "publisher": reading.publisher,
        "language": reading.witness.language,
        "url": reading.witness.url,
        "session": subject.name if subject else None,
        "organisations": "|".join(subject.organisations) if subject else None,
        "body": subject.body if subject else None,
        "held": subject.date.value if subject and subject.date else None,
    }


def _turn(reading: Reading, turn: Turn | None, some: Iterable[Passage]) -> Iterator[str]:
    if turn:
        yield _tag("turn", _speaker(reading, turn))
    for passage in some:
        told = [*sentences(passage.text, passage.span.start, reading.witness.language)]
        if told:
            name = f"{reading.witness.id}:{passage.span.start}-{passage.span.end}"
            yield _tag("p", {"id": name})
            yield from (line for one in told for line in _sentence(one))
            yield "</p>\n"
    if turn:
        yield "</turn>\n"


def _speaker(reading: Reading, turn: Turn) -> dict[str, str | None]:
    speaker = reading.participant(turn.participant)
    return {
        "id": f"{reading.witness.id}.t{turn.n}",
        "label": turn.label,
        "speaker": speaker.name if speaker else None,
        "office": speaker.office if speaker else None,
        "of": speaker.of if speaker else None,
        "acting": "yes" if speaker and speaker.acting else None,
        "role": speaker.role if speaker else None,
    }


def _sentence(sentence: Sentence) -> Iterator[str]:
    yield "<s>\n"
    last = len(sentence.tokens)
    for n, token in enumerate(sentence.tokens, start=1):
        word = one_line(token.text) or "\ufffd"
        yield f"{_escaped(word)}\t{token.span.start}\t{token.span.end}\n"
        if not token.spaced and n < last:
            yield "<g/>\n"
    yield "</s>\n"


def _tag(name: str, values: dict[str, str | None]) -> str:
    """Give the line that opens a structure; an engine wants a value for what is not known."""
    told = "".join(f' {key}="{_escaped(one_line(value or ""))}"' for key, value in values.items())
    return f"<{name}{told}>\n"


def _escaped(text: str) -> str:
    return escape(text, {'"': "&quot;"})
