"""Phrases that name one session: `the latest SCO summit`, `a session of the CSTO Council of …`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from greffier.model import Span
from greffier.reading.page import Sentence
from greffier.reading.symbols import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.reading.page import Page

# A body whose name says this much is of one organisation even where none is named.
_TELLING_WORDS = 3


@dataclass(frozen=True, slots=True)
class Naming:
    """A phrase that names a session: its organisations and body, and where it stands.

    `apart` says that its sentence tells it from others: `earlier`, `the next`, `the 14th`.
    """

    organisations: tuple[str, ...]
    body: str | None
    sentence: Sentence
    span: Span
    rule: str
    apart: bool


def namings(page: Page, sentence: Sentence) -> Iterator[Naming]:
    """Yield the phrases of a sentence that name one session each, in the order of the rules."""
    rules = page.language.sessions
    taken: list[range] = []
    for name, _, found in page.matches([sentence], (*rules.of_body, *rules.of_org)):
        where = range(*found.span())
        if any(where.start < old.stop and old.start < where.stop for old in taken):
            continue
        if rules.several and re.search(rules.several, found[0]):
            continue
        taken.append(where)
        yield _naming(page, sentence, found, name)


def is_apart(page: Page, text: str) -> bool:
    """Say whether a sentence speaks of one session among others."""
    pattern = page.language.sessions.particular
    return bool(pattern and re.search(pattern, text))


def _naming(page: Page, sentence: Sentence, found: re.Match[str], name: str) -> Naming:
    groups = found.groupdict()
    printed = (groups.get("org") or "") + (groups.get("org2") or "")
    entries = (page.tagger.symbols.entries(char) for char in printed)
    orgs = tuple(dict.fromkeys(one[0].value for one in entries if one))
    body = None
    if groups.get("unit"):
        body, orgs = _unit(page, groups["unit"])
    elif groups.get("body"):
        body, orgs = _body(page, groups["body"], orgs)
    elif len(orgs) == 1 and groups.get("level"):
        body = _summit(page, orgs[0])
    return Naming(
        organisations=tuple(sorted(orgs)),
        body=body,
        sentence=sentence,
        span=page.span(sentence, found),
        rule=f"session:{name}",
        apart=is_apart(page, sentence.text),
    )


def _unit(page: Page, words: str) -> tuple[str, tuple[str, ...]]:
    """Give an organ that is not known by its name, the organisations in it told apart."""
    entries = [one[0] for char in words if (one := page.tagger.symbols.entries(char))]
    orgs = tuple(dict.fromkeys(entry.value for entry in entries if entry.kind == "org"))
    without = rule(r"(?:the )?<org>(?:'s?)? ?").sub("", words)
    span = page.tagger.printed(without)
    return span.strip(), orgs


def _summit(page: Page, organisation: str) -> str | None:
    """Give the body that meets where `the leaders of` an organisation do."""
    known = page.tagger.lexicon.organisations.get(organisation)
    return known.summit.name if known and known.summit else None


def _body(page: Page, char: str, orgs: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """Give the name of a body, and its organisation where the words or the name itself tell it."""
    entries = page.tagger.symbols.entries(char)
    for entry in entries:
        if entry.organisation in orgs:
            return entry.value, orgs
    named = {one.value for one in page.tagger.symbols.known()}
    likely = [one for one in entries if one.organisation in named]
    telling = len(entries) == 1 and len(entries[0].name.split()) >= _TELLING_WORDS
    if not orgs and (len(likely) == 1 or telling):
        chosen = likely[0] if likely else entries[0]
        return chosen.value, (chosen.organisation,) if chosen.organisation else ()
    return entries[0].value, orgs
