"""Documents: what was adopted, signed, drafted, in connection with the session.

The publisher's own account is what counts. In a speech only a document that is spoken of as done
(`the signed memorandum`) is one; plans and wishes of speakers are not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from greffier.model import Date, Instrument, InstrumentAction, InstrumentKind
from greffier.reading.dates import find_dates
from greffier.reading.page import Sentence
from greffier.reading.symbols import rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from greffier.model import Span
    from greffier.reading.languages import Language
    from greffier.reading.page import Page

_MODIFIERS = r"(?:(?:[\w-]+|<any>)(?:'s)? ){0,4}?"
# What may stand between a document and what was done with it.
_OBJECT = r"(?: (?:of|on|for|to|about|concerning) [^,;]{1,160}?)?"
_TITLE_END = re.compile(
    r"[.;:!?]|,? (?:that|which|who) |, (?!\d{4}\b)| (?:being|was|were|is|are|will|has|have|had) "
)
_LONGEST = 240
_LIST = 2
_COMPLETED = ("signed", "adopted", "approved")


@dataclass(frozen=True, slots=True)
class _Document:
    """A document in a sentence: where its phrase starts and its noun ends.

    `kind` is a package where there are several, `noun_kind` what each of them is.
    """

    start: int
    noun: int
    kind: InstrumentKind
    several: bool
    noun_kind: InstrumentKind


@dataclass(frozen=True, slots=True)
class _Done:
    """A document with what was done with it, in the sentence that says so."""

    sentence: Sentence
    document: _Document
    action: InstrumentAction
    rule: str
    verb: int = 0


def read_instruments(page: Page, *, session: str | None) -> tuple[Instrument, ...]:
    """Find the documents that the record connects with its session, one entry each."""
    rules = (("document", _document_pattern(page.language)),)  # without one nothing is done
    told: list[Instrument] = []
    title = page.likely(filter(None, [page.title()]), rules)
    for sentence in chain(title, page.likely(page.narration(), rules)):
        told.extend(_new(page, _told(page, sentence), told, session))
    spoken: list[Instrument] = []
    for sentence in page.likely(page.speech(), rules):
        spoken.extend(_new(page, _spoken(page, sentence), spoken, session))
    kinds = {one.kind for one in told}
    return (*told, *(one for one in spoken if one.kind not in kinds))


def _new(
    page: Page, found: Iterable[_Done], before: list[Instrument], session: str | None
) -> list[Instrument]:
    """Give what a sentence says of documents that no sentence before it named."""
    return [_instrument(page, done, session) for done in found if not _is_again(page, done, before)]


def _is_again(page: Page, done: _Done, before: list[Instrument]) -> bool:
    """Say whether a document was named before: `In particular, documents were signed …`."""
    alike = [other for other in before if other.kind == done.document.kind]
    if not alike:
        return False
    again = page.language.instruments.again
    if alike[0].kind == "package" or (again and re.search(again, done.sentence.text)):
        return True
    title = _title(page, done).casefold()
    return any(other.title.casefold() == title for other in alike)


def _told(page: Page, sentence: Sentence) -> Iterator[_Done]:
    """Yield every document of a sentence once, by the verb before it or else behind it."""
    seen: set[int] = set()
    for done in chain(_before(page, sentence), _after(page, sentence)):
        if done.document.noun not in seen:
            seen.add(done.document.noun)
            yield done


def _before(page: Page, sentence: Sentence) -> Iterator[_Done]:
    """Yield what follows a verb: `adopted an agreement on X and a protocol on Y`."""
    text = sentence.text
    verbs = sorted(
        (verb.start(), verb.end(), name, action)
        for name, pattern, action in page.possible(page.language.instruments.active)
        for verb in page.found(pattern, sentence)
    )
    for at, (start, end, name, action) in enumerate(verbs):
        first = _document_at(page, text, end + 1)
        if first is None:
            continue
        stop = verbs[at + 1][0] if at + 1 < len(verbs) else len(text)
        for one in _row(page, text, first, first.noun, stop):
            if one.start >= stop:
                break  # the rest of the row is what the next verb is about
            yield _Done(sentence, one, action, name, start)


def _after(page: Page, sentence: Sentence) -> Iterator[_Done]:
    """Yield what a verb follows: `a package of documents being signed, including a statement`."""
    text = sentence.text
    taken = 0
    for document in _documents(page, sentence):
        if document.start < taken:  # `documents` in `a package of documents`
            continue
        for name, pattern, action in page.language.instruments.passive:
            if verb := rule(_OBJECT + pattern).match(text, document.noun):
                taken = verb.end()
                row = _row(page, text, document, verb.end())
                yield from (_Done(sentence, one, action, name, verb.start()) for one in row)
                break


def _spoken(page: Page, sentence: Sentence) -> Iterator[_Done]:
    """Yield the documents that a speaker says are done: by those who meet, or as known to be so."""
    rules = page.language.instruments
    for done in _before(page, sentence):
        before = sentence.text[: done.verb]
        by_us = rules.we and rule(rules.we).search(before)
        if done.action in _COMPLETED and (by_us or done.rule in rules.spoken):
            yield done
    yield from (done for done in _after(page, sentence) if done.rule in rules.spoken)
    for document in _documents(page, sentence):
        before = sentence.text[: document.start].rstrip()
        for name, pattern, action in rules.participle:
            if not document.several and rule(pattern).search(before):
                yield _Done(sentence, document, action, name)


def _row(
    page: Page, text: str, first: _Document, start: int, stop: int | None = None
) -> Iterator[_Document]:
    """Yield a document and those on the row behind `start`: `… on X, and a protocol on Y`.

    Of several of one kind each counts by its subject: `resolutions were passed on A, adopting B,
    and liquidating C` are three. But documents that are known by their subjects alone (`documents
    were signed concerning A and B`) stay one package.
    """
    yield from _each(page, text, first, start)
    about = page.language.instruments.about
    if start > first.noun and about and rule(about).match(text, start):
        return
    end = len(text) if stop is None else stop
    for join in rule(page.language.instruments.joins).finditer(text, start, end):
        # a lone comma sets off what was just named: `an agreement, an important agreement for us`
        last = join[0] != ", " or " and " in text[join.end() :]
        if join.start() < start or not last:
            continue
        if found := _document_at(page, text, join.end()):
            yield from _each(page, text, found, found.noun)
            start = found.noun


def _each(page: Page, text: str, document: _Document, start: int) -> Iterator[_Document]:
    """Yield one document for each subject that is listed behind several."""
    subjects = list(_subjects(page, text, start)) if document.several else []
    if len(subjects) < _LIST or document.noun_kind == "package":
        yield document
        return
    for at in subjects:
        own = _document_at(page, text, at)
        kind = own.noun_kind if own else document.noun_kind
        yield _Document(at, at, kind, several=False, noun_kind=kind)


def _subjects(page: Page, text: str, at: int) -> Iterator[int]:
    """Yield where the subjects of several documents start: `on A, on B, and on C`."""
    rules = page.language.instruments
    if not rules.listed:
        return
    for pattern, item in rules.listed:
        opening = rule(pattern).match(text, at)
        if opening is None:
            continue
        yield opening.end()
        yield from (found.end() for found in rule(item).finditer(text, opening.end()))
        return


def _document_at(page: Page, text: str, start: int) -> _Document | None:
    """Give the document whose phrase starts here: an article, a capital, or the noun itself."""
    nouns = _nouns(page.language)
    if not nouns:
        return None
    article = page.language.instruments.article
    opening = rf"(?:(?P<article>{article}){_MODIFIERS}|(?=<upper>|<any>){_MODIFIERS}|)"
    found = rule(rf"{opening}(?:{nouns})\b").match(text, start)
    if found is None:
        return None
    return _document(page, found, found.end("article") if found["article"] else start)


def _documents(page: Page, sentence: Sentence) -> Iterator[_Document]:
    """Yield every document noun in a sentence, with the capitalised words that are of its name."""
    pattern = _document_pattern(page.language)
    for found in page.found(pattern, sentence) if pattern else ():
        yield _document(page, found, found.start())


@cache
def _document_pattern(language: Language) -> str:
    nouns, article = _nouns(language), language.instruments.article
    name = rf"(?:(?!(?i:{article}))(?:<upper>[\w-]{{0,30}}|<any>) ){{0,4}}"
    return rf"(?<!\w)(?P<article>){name}(?:{nouns})\b" if nouns else ""


@cache
def _nouns(language: Language) -> str:
    rows = language.instruments.nouns
    return "|".join(f"(?P<k{at}>{noun})" for at, (noun, _) in enumerate(rows))


def _document(page: Page, found: re.Match[str], start: int) -> _Document:
    rules = page.language.instruments
    at = next(at for at in range(len(rules.nouns)) if found[f"k{at}"] is not None)
    several = found[0].endswith("s") or bool(
        rules.several and re.search(rules.several, found["article"] or "")
    )
    kind = rules.nouns[at][1]
    return _Document(start, found.end(), "package" if several else kind, several, kind)


def _instrument(page: Page, done: _Done, session: str | None) -> Instrument:
    return Instrument(
        kind=done.document.kind,
        title=_title(page, done),
        action=done.action,
        spans=(_span(page, done),),
        date=_date(page, done.sentence),
        session=session,
        rule=f"instrument:{done.rule}",
    )


def _title(page: Page, done: _Done) -> str:
    return " ".join(_span(page, done).cut(page.witness.text).split())


def _span(page: Page, done: _Done) -> Span:
    start = done.sentence.start
    end = _end_of(page, done.sentence.text, done.document.noun)
    return page.tagged.span(start + done.document.start, start + end)


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
    if len(found) != 1 or len(list(_documents(page, sentence))) != 1:
        return None
    start = sentence.start
    return found[0].at(page.tagged.span(start + found[0].start, start + found[0].end))
