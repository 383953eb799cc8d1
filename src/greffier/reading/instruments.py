"""Documents: what was adopted, signed, drafted, in connection with the session.

The publisher's own account is what counts. In a speech only a document that is spoken of as done
(`the signed memorandum`) is one; plans and wishes of speakers are not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from greffier.model import Date, Instrument
from greffier.reading.dates import find_dates
from greffier.reading.symbols import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.model import InstrumentAction, InstrumentKind
    from greffier.reading.page import Page, Sentence

_MODIFIERS = r"(?:(?:[\w-]+|<any>)(?:'s)? ){0,4}?"
_TITLE_END = re.compile(r"[.;:!?]|,? (?:that|which|who) |, (?!\d{4}\b)| (?:being|was|were|is|are|will) ")
_LONGEST = 240


@dataclass(frozen=True, slots=True)
class _Document:
    """A document noun in a sentence: where its phrase and its noun are."""

    start: int
    noun: int
    end: int
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
            row = list(_row(page, sentence.text, verb.end()))
            for document in row:
                yield _instrument(page, sentence, document, action, name, session)
            if row:
                return
    for document in _documents(page, sentence.text, 0):
        title = _end_of(sentence.text, document.noun)
        for name, pattern, action in rules.passive:
            between = re.sub(r"^ (?:of|on) .{0,200}?(?= (?:was|were|being|has|have|had|will|is|are|that)\b)", "", sentence.text[document.noun :])
            if rule(pattern).search(between.lstrip(" ")) or rule(pattern).search(sentence.text[title:].lstrip(" ")):
                yield _instrument(page, sentence, document, action, name, session)
                after = rule(pattern).search(sentence.text[title:].lstrip(" "))
                end = title + (after.end() + 1 if after else 0)
                for more in _row(page, sentence.text, end):
                    yield _instrument(page, sentence, more, action, name, session)
                return


def _spoken(page: Page, sentence: Sentence, session: str | None) -> Iterator[Instrument]:
    for document in _documents(page, sentence.text, 0):
        before = sentence.text[: document.start].rstrip()
        for name, pattern, action in page.language.instruments.participle:
            if not document.several and rule(pattern).search(before):
                yield _instrument(page, sentence, document, action, name, session)


def _row(page: Page, text: str, start: int) -> Iterator[_Document]:
    """Yield the documents that stand in a row from `start`: `an agreement on X and a protocol`."""
    joins = rule(page.language.instruments.joins)
    at = start
    while at < len(text):
        document = next(_documents(page, text, at, directly=True), None)
        if document is None:
            break
        yield document
        at = document.noun
        for join in joins.finditer(text, document.noun):
            if next(_documents(page, text, join.end(), directly=True), None):
                at = join.end()
                break
        else:
            return


def _documents(page: Page, text: str, start: int, *, directly: bool = False) -> Iterator[_Document]:
    rules = page.language.instruments
    if not rules.nouns:
        return
    nouns = "|".join(f"(?P<k{at}>{noun})" for at, (noun, _) in enumerate(rules.nouns))
    article = rules.article if directly else ""
    phrase = rf"(?P<article>{article})(?P<phrase>{_MODIFIERS if directly else ''}(?:{nouns}))\b"
    pattern = rule(phrase)
    found = pattern.match(text, start + (text[start : start + 1] == " ")) if directly else None
    for match in [found] if found else [] if directly else pattern.finditer(text, start):
        kind = next(kind for at, (_, kind) in enumerate(rules.nouns) if match[f"k{at}"] is not None)
        several = match["phrase"].endswith("s") or bool(
            rules.several and re.search(rules.several, match["article"] or "")
        )
        if several and kind != "package":
            kind = "package"
        yield _Document(match.start("phrase"), match.end(), match.end(), kind, several)


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
        if next(_documents(page, text, join.end(), directly=True), None):
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
