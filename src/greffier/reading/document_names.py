"""The documents that a sentence names: where each phrase starts, its noun, and those in a row."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from greffier.model import InstrumentKind
from greffier.reading.symbols import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.reading.languages import Language
    from greffier.reading.page import Page, Sentence

# Words of any kind: `a Russian-Chinese intergovernmental` agreement.
_MODIFIERS = r"(?:(?:[\w-]|<any>){1,40}(?:'s?)? ){0,4}?"
_CLAUSE_END = r"[;!?]|[.:](?: |$)|, (?!\d{4}\b)|"
_JOIN = re.compile(r",?(?: (?:and|и)(?: \w{1,3})?)? $|, \w{1,3} $")
_LONGEST = 240
_LIST = 2


@dataclass(frozen=True, slots=True)
class Document:
    """A document in a sentence: where its phrase starts and its noun ends.

    `kind` is a package where there are several, `noun_kind` what each of them is. Its naming words
    end before `stop`, where the next of a list begins.
    """

    start: int
    noun: int
    kind: InstrumentKind
    several: bool
    noun_kind: InstrumentKind
    stop: int | None = None


def row(
    page: Page, text: str, first: Document, start: int, stop: int | None = None
) -> Iterator[Document]:
    """Yield a document and those on the row behind `start`: `… on X, and a protocol on Y`.

    Of several of one kind each counts by its subject: `resolutions were passed on A, adopting B,
    and liquidating C` are three. But documents that are known by their subjects alone (`documents
    were signed concerning A and B`) stay one package.
    """
    given = set()
    for one in _each(page, text, first, start):
        given.add(one.start)
        yield one
    about = page.language.instruments.about
    if start > first.noun and about and rule(about).match(text, start):
        return
    end = len(text) if stop is None else stop
    for join in rule(page.language.instruments.joins).finditer(text, start, end):
        if join.start() < start or join.end() in given:
            continue
        if found := document_at(page, text, join.end()):
            yield from _each(page, text, found, found.noun)
            start = found.noun


def _each(page: Page, text: str, document: Document, start: int) -> Iterator[Document]:
    """Yield one document for each subject that is listed behind several."""
    subjects = list(_subjects(page, text, start)) if document.several else []
    if len(subjects) < _LIST or document.noun_kind == "package":
        yield document
        return
    for at, stop in zip(subjects, [*subjects[1:], None], strict=True):
        own = document_at(page, text, at)
        kind = own.noun_kind if own else document.noun_kind
        yield Document(at, at, kind, several=False, noun_kind=kind, stop=stop)


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


def document_at(page: Page, text: str, start: int) -> Document | None:
    """Give the document whose phrase starts here: an article, a capital, or the noun itself."""
    nouns = _nouns(page.language)
    if not nouns:
        return None
    article = page.language.instruments.article
    opening = rf"(?:(?P<article>{article}){_MODIFIERS}|(?=<upper>|<any>){_MODIFIERS}|)"
    found = rule(rf"{opening}{page.language.instruments.adjectives}(?:{nouns})\b").match(
        text, start
    )
    if found is None:
        return None
    return _document(page, found, found.end("article") if found["article"] else start)


def documents(page: Page, sentence: Sentence) -> Iterator[Document]:
    """Yield every document noun in a sentence, with the capitalised words that are of its name."""
    pattern = document_pattern(page.language)
    for found in page.found(pattern, sentence) if pattern else ():
        yield _document(page, found, found.start())


@cache
def document_pattern(language: Language) -> str:
    """Give the pattern of a document's noun, with the capitalised words that are of its name."""
    nouns, article = _nouns(language), language.instruments.article
    name = rf"(?:(?!(?i:{article}))(?:<upper>|<any>)(?:[\w-]|<any>){{0,30}} ){{0,4}}"
    name = language.instruments.adjectives or name
    return rf"(?<!\w)(?P<article>){name}(?:{nouns})\b" if nouns else ""


@cache
def _nouns(language: Language) -> str:
    rows = language.instruments.nouns
    return "|".join(f"(?P<k{at}>{noun})" for at, (noun, _) in enumerate(rows))


def _document(page: Page, found: re.Match[str], start: int) -> Document:
    rules = page.language.instruments
    at = next(at for at in range(len(rules.nouns)) if found[f"k{at}"] is not None)
    noun = found[f"k{at}"].partition(" of ")[0]  # a `list of decisions` is one
    kind = rules.nouns[at][1]
    plural = kind != "other" and re.search(rules.plural, noun)  # `conclusions` are one document
    many = rules.several and re.search(rules.several, found["article"] or "")
    several = bool(plural or many)
    return Document(start, found.end(), "package" if several else kind, several, kind)


def end_of(page: Page, text: str, document: Document) -> int:
    """Find where a document's naming words end: with the clause, or where the next one begins."""
    start = document.noun
    ends = rule(_CLAUSE_END + page.language.instruments.ends)
    found = ends.search(text, start, start + _LONGEST)
    end = min(found.start() if found else len(text), start + _LONGEST)
    if document.stop is not None and document.stop < end:
        return start + len(_JOIN.sub("", text[start : document.stop]))
    for join in rule(page.language.instruments.joins).finditer(text, start, end):
        if document_at(page, text, join.end()):
            return join.start()
    return end
