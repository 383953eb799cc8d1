"""Documents: what was adopted, signed, drafted, in connection with the session.

The publisher's own account is what counts. In a speech only a document that is spoken of as done
(`the signed memorandum`) is one; plans and wishes of speakers are not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from greffier.model import Date, Instrument, InstrumentKind
from greffier.reading.dates import find_dates
from greffier.reading.symbols import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.model import InstrumentAction
    from greffier.reading.page import Page, Sentence

_MODIFIERS = r"(?:(?:[\w-]+|<any>)(?:'s)? ){0,4}?"
_TITLE_END = re.compile(
    r"[.;:!?]|,? (?:that|which|who) |, (?!\d{4}\b)| (?:being|was|were|is|are|will) "
)
_LONGEST = 240
# What may stand between a document and what was done with it.
_OBJECT = r"(?: (?:of|on|for|to|about|concerning) [^,;]{1,160}?)?"


@dataclass(frozen=True, slots=True)
class _Document:
    """A document in a sentence: where its phrase starts and where its noun ends."""

    start: int
    noun: int
    kind: InstrumentKind
    several: bool


def read_instruments(page: Page, *, session: str | None) -> tuple[Instrument, ...]:
    """Find the documents that the record connects with its session, one entry each."""
    told: list[Instrument] = []
    for sentence in (*filter(None, [page.title()]), *page.narration()):
        for one in _told(page, sentence, session):
            if not _is_told(one, told, page, sentence):
                told.append(one)
    for sentence in page.speech():
        for one in _spoken(page, sentence, session):
            if all(one.kind != other.kind for other in told):
                told.append(one)
    return tuple(told)


def _is_told(one: Instrument, told: list[Instrument], page: Page, sentence: Sentence) -> bool:
    """`In particular, documents were signed` speaks of the same package once more."""
    again = page.language.instruments.again
    for other in told:
        if other.kind != one.kind:
            continue
        if one.kind == "package" or (again and re.search(again, sentence.text)):
            return True
        if other.title.casefold() == one.title.casefold():
            return True
    return False


def _told(page: Page, sentence: Sentence, session: str | None) -> Iterator[Instrument]:
    rules = page.language.instruments
    for name, pattern, action in rules.active:
        for verb in rule(pattern).finditer(sentence.text):
            first = _document_at(page, sentence.text, verb.end() + 1)
            if first is None:
                continue
            for document in (first, *_row(page, sentence.text, first.noun)):
                yield _instrument(page, sentence, document, action, name, session)
            return
    for document in _documents(page, sentence.text):
        for name, pattern, action in rules.passive:
            done = rule(_OBJECT + pattern).match(sentence.text, document.noun)
            if done is None:
                continue
            yield _instrument(page, sentence, document, action, name, session)
            if rules.about and rule(rules.about).match(sentence.text, done.end()):
                return
            for more in _row(page, sentence.text, done.end()):
                yield _instrument(page, sentence, more, action, name, session)
            return


def _spoken(page: Page, sentence: Sentence, session: str | None) -> Iterator[Instrument]:
    for document in _documents(page, sentence.text):
        before = sentence.text[: document.start].rstrip()
        for name, pattern, action in page.language.instruments.participle:
            if not document.several and rule(pattern).search(before):
                yield _instrument(page, sentence, document, action, name, session)


def _row(page: Page, text: str, start: int) -> Iterator[_Document]:
    """Yield the documents that go on a row behind `start`: `… on X, and a protocol on Y`."""
    for join in rule(page.language.instruments.joins).finditer(text, start):
        if join.start() >= start and (found := _document_at(page, text, join.end())):
            yield found
            start = found.noun


def _document_at(page: Page, text: str, start: int) -> _Document | None:
    """Give the document whose phrase starts here: with an article, a capital, or the noun itself."""
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
    """Yield every document noun in a sentence."""
    if nouns := _nouns(page):
        for found in rule(rf"\b(?P<article>)(?:{nouns})\b").finditer(text):
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


def _end_of(text: str, noun: int) -> int:
    end = _TITLE_END.search(text, noun)
    return min(end.start() if end else len(text), noun + _LONGEST)


def _instrument(
    page: Page,
    sentence: Sentence,
    document: _Document,
    action: InstrumentAction,
    name: str,
    session: str | None,
) -> Instrument:
    text = sentence.text
    end = _end_of(text, document.noun)
    for join in rule(page.language.instruments.joins).finditer(text, document.noun, end):
        if _document_at(page, text, join.end()):
            end = join.start()
            break
    span = page.tagged.span(sentence.start + document.start, sentence.start + end)
    title = span.cut(page.witness.text)
    return Instrument(
        kind=document.kind,
        title=" ".join(title.split()),
        action=action,
        spans=(span,),
        date=_date(page, text),
        session=session,
        rule=f"instrument:{name}",
    )


def _date(page: Page, text: str) -> Date | None:
    anchor = page.head.date.value if page.head.date else None
    printed = next(find_dates(text, page.language, anchor), None)
    return None if printed is None else Date(value=printed.value, basis=printed.basis, rule="date")
