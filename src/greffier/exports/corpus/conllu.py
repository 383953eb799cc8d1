"""A record as CoNLL-U: a document, its paragraphs with their speakers, sentences and tokens.

Lemma, part of speech and syntax are `_`, unknown. MISC has `TokenRange`, the place of the token in
the text of the witness in code points, so that whatever is found in the corpus can be looked up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from greffier.archive.passages import passages
from greffier.exports.corpus.splitting import sentences
from greffier.exports.signs import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.archive.passages import Passage
    from greffier.exports.corpus.splitting import Sentence, Token
    from greffier.exports.taking import Taken
    from greffier.model import Reading


def conllu(taken: Taken) -> Iterator[str]:
    """Yield a record as CoNLL-U, a piece for each paragraph, in the order of its text."""
    reading = taken.reading
    language = reading.witness.language
    head = list(_document(taken))
    count = 0
    for passage in sorted(passages(reading), key=lambda one: one.span):
        name = f"{reading.witness.id}:{passage.span.start}-{passage.span.end}"
        opening = [*head, f"# newpar id = {name}", *_speaker(reading, passage)]
        made: list[str] = []
        for sentence in sentences(passage.text, passage.span.start, language):
            count += 1
            made += _sentence(sentence, f"{reading.witness.id}.{count}", opening)
            opening = []
        if made:
            head = []
            yield "".join(f"{line}\n" for line in made)


def _document(taken: Taken) -> Iterator[str]:
    reading = taken.reading
    record = reading.record
    yield f"# newdoc id = {reading.witness.id}"
    yield f"# record = {taken.id}"
    yield f"# witness = {reading.witness.digest}"
    yield f"# kind = {record.kind}"
    told = (
        ("title", record.title.text if record.title else None),
        ("date", record.date.value if record.date else None),
        ("publisher", reading.publisher),
        ("language", reading.witness.language),
        ("url", reading.witness.url),
    )
    yield from (f"# {key} = {one_line(value)}" for key, value in told if value)


def _speaker(reading: Reading, passage: Passage) -> Iterator[str]:
    """Yield who speaks in a paragraph, in what capacity; nothing where nobody does."""
    turn = next((one for one in reading.turns if one.n == passage.turn), None)
    if turn is None:
        return
    yield f"# turn = {reading.witness.id}.t{turn.n}"
    yield f"# label = {one_line(turn.label)}"
    speaker = reading.participant(turn.participant)
    if speaker:
        told = (
            ("speaker", speaker.name),
            ("office", speaker.office),
            ("of", speaker.of),
            ("acting", "yes" if speaker.acting else None),
            ("role", speaker.role),
        )
        yield from (f"# {key} = {one_line(value)}" for key, value in told if value)


def _sentence(sentence: Sentence, name: str, opening: list[str]) -> Iterator[str]:
    yield from opening
    yield f"# sent_id = {name}"
    yield f"# text = {_form(sentence.text)}"
    for n, token in enumerate(sentence.tokens, start=1):
        last = n == len(sentence.tokens)
        yield "\t".join((str(n), _form(token.text), *"_______", _place(token, last=last)))
    yield ""


def _form(text: str) -> str:
    """Give words in which no sign breaks the line or stands for an empty column."""
    return one_line(text) or "\ufffd"


def _place(token: Token, *, last: bool) -> str:
    start, end = token.span
    glued = "" if token.spaced or last else "SpaceAfter=No|"
    return f"{glued}TokenRange={start}:{end}"
