"""Whose session a record is of whose head names the body that sat, and no session in words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from greffier.reading.circumstances import Finding
from greffier.reading.languages.chambers import CHAMBER, COMMITTEE, kept
from greffier.reading.lexicon import Entry
from greffier.reading.page import Sentence
from greffier.reading.symbols import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.reading.page import Page

# How many lines a head has at most.
_LINES = 30
_BODY = r"(?:[Tt]he )?(?:(?P<org><org>)(?:'s?)? )?(?P<body><body>)(?: \(?(?P<org2><org>)\)?)?"


def head_lines(page: Page) -> Iterator[Sentence]:
    """Yield the lines of a record's head, before anybody speaks; whole, as sentences."""
    turns = page.spoken.utterances
    end = page.tagged.position(turns[0].label_span.start) if turns else len(page.tagged.text)
    for line in page.lines[:_LINES]:
        if line.start >= end:
            return
        yield Sentence(line.text, line.start, line.n)


def of_letterhead(page: Page) -> Finding | None:
    """Read the body whose name stands alone on a line of the head; None where none has sat.

    A chamber of a parliament sits when its members speak; of any other body some line says that it
    met.
    """
    if not page.spoken.utterances and not _sat(page):
        return None
    lines = list(head_lines(page))
    for read in (_chamber, _body):
        if found := next(filter(None, (read(page, line) for line in lines)), None):
            return found
    return None


def _chamber(page: Page, line: Sentence) -> Finding | None:
    """Read a chamber of a parliament, or its committee where one is named as well."""
    if not re.fullmatch(CHAMBER, line.text.rstrip(" -")):
        return None
    for pattern in (COMMITTEE, CHAMBER):
        for other in head_lines(page):
            if named := re.fullmatch(pattern, other.text.rstrip(" -")):
                finding = Finding(body=kept(named["name"]))
                finding.note("body", page.span(other, named), "session:chamber")
                return finding
    return None


def _body(page: Page, line: Sentence) -> Finding | None:
    entry = _known(page, line)
    if entry is None or not _sat(page):
        return None
    finding = Finding(
        body=entry.value, organisations=(entry.organisation,) if entry.organisation else ()
    )
    span = page.tagged.span(line.start, line.start + len(line.text))
    finding.note("body", span, "session:letterhead")
    if entry.organisation:
        finding.note("organisations", span, "session:letterhead")
    return finding


def _known(page: Page, line: Sentence) -> Entry | None:
    """Give the body that a line names, in capitals or not, and nothing else."""
    if found := rule(_BODY).fullmatch(line.text):
        return page.tagger.symbols.entries(found["body"])[0]
    if not line.text.isupper():
        return None
    named = line.text.casefold()
    for one in page.tagger.lexicon.organisations.values():
        for body in one.bodies:
            if " " in body.name and body.name.casefold() == named:
                return Entry("body", body.name, body.name, one.acronym)
    return None


def _sat(page: Page) -> bool:
    sitting = page.language.sessions.sitting
    return bool(sitting) and any(rule(sitting).search(one.text) for one in head_lines(page))
