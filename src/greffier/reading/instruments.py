"""Documents: what was adopted, signed, drafted, in connection with the session.

The publisher's own account is what counts. In a speech only a document that is spoken of as done
(`the signed memorandum`) is one; plans and wishes of speakers are not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from greffier.model import Date, Instrument, InstrumentAction, InstrumentKind
from greffier.reading.dates import find_dates
from greffier.reading.page import Sentence
from greffier.reading.symbols import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.reading.page import Page

_MODIFIERS = r"(?:(?:[\w-]+|<any>)(?:'s)? ){0,4}?"
# What may stand between a document and what was done with it.
_OBJECT = r"(?: (?:of|on|for|to|about|concerning) [^,;]{1,160}?)?"
_TITLE_END = re.compile(
    r"[.;:!?]|,? (?:that|which|who) |, (?!\d{4}\b)| (?:being|was|were|is|are|will) "
)
_LONGEST = 240


@dataclass(frozen=True, slots=True)
class _Document:
    """A document in a sentence: where its phrase starts and where its noun ends."""

    start: int
    noun: int
    kind: InstrumentKind
    several: bool


@dataclass(frozen=True, slots=True)
class _Done:
    """A document with what was done with it, in the sentence that says so."""

    sentence: Sentence
    document: _Document
    action: InstrumentAction
    rule: str


def read_instruments(page: Page, *, session: str | None) -> tuple[Instrument, ...]:
    """Find the documents that the record connects with its session, one entry each."""
    told: list[Instrument] = []
    for sentence in chain(filter(None, [page.title()]), page.narration()):
        for done in _told(page, sentence):
            one = _instrument(page, done, session)
            if not any(_is_again(one, other, page, sentence) for other in told):
                told.append(one)
    for sentence in page.speech():
        for done in _spoken(page, sentence):
            if all(done.document.kind != other.kind for other in told):
                told.append(_instrument(page, done, session))
    return tuple(told)


def _is_again(one: Instrument, other: Instrument, page: Page, sentence: Sentence) -> bool:
    """Say whether a document was named before: `In particular, documents were signed …`."""
    if one.kind != other.kind:
        return False
    again = page.language.instruments.again
    if one.kind == "package" or (again and re.search(again, sentence.text)):
        return True
    return one.title.casefold() == other.title.casefold()


def _told(page: Page, sentence: Sentence) -> list[_Done]:
    return list(_before(page, sentence)) or list(_after(page, sentence))


def _before(page: Page, sentence: Sentence) -> Iterator[_Done]:
    """Yield what follows a verb: `adopted an agreement on X and a protocol on Y`."""
    for name, pattern, action in page.language.instruments.active:
        for verb in rule(pattern).finditer(sentence.text):
            first = _document_at(page, sentence.text, verb.end() + 1)
            if first is not None:
                row = (first, *_row(page, sentence.text, first.noun))
                yield from (_Done(sentence, one, action, name) for one in row)
                return


def _after(page: Page, sentence: Sentence) -> Iterator[_Done]:
    """Yield what a verb follows: `a package of documents being signed, including a statement`."""
    rules = page.language.instruments
    for document in _documents(page, sentence.text):
        for name, pattern, action in rules.passive:
            verb = rule(_OBJECT + pattern).match(sentence.text, document.noun)
            if verb is None:
                continue
            yield _Done(sentence, document, action, name)
            if not (rules.about and rule(rules.about).match(sentence.text, verb.end())):
                row = _row(page, sentence.text, verb.end())
                yield from (_Done(sentence, one, action, name) for one in row)
            return


def _spoken(page: Page, sentence: Sentence) -> Iterator[_Done]:
    for document in _documents(page, sentence.text):
        before = sentence.text[: document.start].rstrip()
        for name, pattern, action in page.language.instruments.participle:
            if not document.several and rule(pattern).search(before):
                yield _Done(sentence, document, action, name)


def _row(page: Page, text: str, start: int) -> Iterator[_Document]:
    """Yield the documents that go on a row behind `start`: `… on X, and a protocol on Y`."""
    for join in rule(page.language.instruments.joins).finditer(text, start):
        if join.start() >= start and (found := _document_at(page, text, join.end())):
            yield found
            start = found.noun


def _document_at(page: Page, text: str, start: int) -> _Document | None:
    """Give the document whose phrase starts here: an article, a capital, or the noun itself."""
    nouns = _nouns(page)
    if not nouns:
        return None
    article = page.language.instruments.article
    opening = rf"(?:(?P<article>{article}){_MODIFIERS}|(?=<upper>|<any>){_MODIFIERS}|)"
    found = rule(rf"{opening}(?:{nouns})\b").match(text, start)
    if found is None:
        return None
    return _document(page, found, found.end("article") if found["article"] else start)


def _documents(page: Page, text: str) -> Iterator[_Document]:
    """Yield every document noun in a sentence, with the capitalised words that are of its name."""
    nouns, article = _nouns(page), page.language.instruments.article
    if not nouns:
        return
    name = rf"(?:(?!(?i:{article}))(?:<upper>[\w-]{{0,30}}|<any>) ){{0,4}}"
    for found in rule(rf"(?<!\w)(?P<article>){name}(?:{nouns})\b").finditer(text):
        yield _document(page, found, found.start())


def _nouns(page: Page) -> str:
    rows = page.language.instruments.nouns
    return "|".join(f"(?P<k{at}>{noun})" for at, (noun, _) in enumerate(rows))


def _document(page: Page, found: re.Match[str], start: int) -> _Document:
    rules = page.language.instruments
    at = next(at for at in range(len(rules.nouns)) if found[f"k{at}"] is not None)
    several = found[0].endswith("s") or bool(
        rules.several and re.search(rules.several, found["article"] or "")
    )
    return _Document(start, found.end(), "package" if several else rules.nouns[at][1], several)


def _instrument(page: Page, done: _Done, session: str | None) -> Instrument:
    text, document = done.sentence.text, done.document
    start = done.sentence.start
    span = page.tagged.span(start + document.start, start + _end_of(page, text, document.noun))
    return Instrument(
        kind=document.kind,
        title=" ".join(span.cut(page.witness.text).split()),
        action=done.action,
        spans=(span,),
        date=_date(page, done.sentence),
        session=session,
        rule=f"instrument:{done.rule}",
    )


def _end_of(page: Page, text: str, noun: int) -> int:
    """Find where a document's naming words end: with the clause, or where the next one begins."""
    found = _TITLE_END.search(text, noun)
    end = min(found.start() if found else len(text), noun + _LONGEST)
    for join in rule(page.language.instruments.joins).finditer(text, noun, end):
        if _document_at(page, text, join.end()):
            return join.start()
    return end


def _date(page: Page, sentence: Sentence) -> Date | None:
    """Give the date in the sentence, where it has one date, and one document to bear it."""
    anchor = page.head.date.value if page.head.date else None
    found = list(find_dates(sentence.text, page.language, anchor))
    if len(found) != 1 or len(list(_documents(page, sentence.text))) != 1:
        return None
    start = sentence.start
    return found[0].at(page.tagged.span(start + found[0].start, start + found[0].end))
