"""Which sessions a record names besides the one that it is of."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from greffier.reading.circumstances import Finding, is_later, read_status
from greffier.reading.namings import (
    Naming,
    apart,
    date_beside,
    is_coming,
    is_same,
    namings,
    organ_in,
)
from greffier.reading.symbols import rule
from greffier.reading.venues import read_venue

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

    from greffier.reading.languages.rules import Rules
    from greffier.reading.page import Page, Sentence

# How many sentences back a body may be named that `the commission` means.
_BACK = 3


def find_others(page: Page, subject: Finding, told: list[Sentence]) -> list[Finding]:
    """Find the sessions named besides the subject: of other bodies, or told apart from it.

    The publisher tells of another body's, or of one that is told apart from this; a speaker's
    words count only where he tells it apart (`the latest summit`).

    Args:
        page: where they are named.
        subject: the session that the record is of.
        told: the publisher's sentences.
    """
    out: list[Finding] = []
    number = _number(page)
    spoken = (one for one in _spoken(page) if one.apart or one.placed)
    further = (_later(page, subject, told), _dated(page, subject), _again(page))
    for naming in chain(_named(page, told), spoken, *further):
        if not _counts(naming, subject) or (number and naming.apart == number):
            continue
        known = next((one for one in out if _may_be(naming, one)), None)
        if known is None:
            known = _new(naming, page)
            out.append(known)
        known.note("name", naming.span, naming.rule)
    return out


def _number(page: Page) -> str:
    """Give the number of the subject, `14th`, which tells it apart from no other."""
    title = page.title()
    return apart(page, title.text) if title else ""


def _counts(naming: Naming, subject: Finding) -> bool:
    """Say whether a phrase names a session in particular, and another one."""
    if naming.apart or naming.when:
        return bool(naming.organisations or naming.body)
    named = naming.organisations or (naming.placed and naming.body)
    return bool(named) and not is_same(naming, subject)


def _named(page: Page, sentences: list[Sentence]) -> Iterator[Naming]:
    for sentence in sentences:
        yield from namings(page, sentence)


def _spoken(page: Page) -> Iterator[Naming]:
    rules = page.language.sessions
    opened = page.language.cast.declares_open
    for sentence in page.likely(page.speech(), (*rules.of_body, *rules.of_org)):
        # `I call to order the 1474th meeting of the Conference` is of this one.
        if not any(True for _ in page.matches([sentence], opened)):
            yield from namings(page, sentence)


def _later(page: Page, subject: Finding, told: list[Sentence]) -> Iterator[Naming]:
    """Yield where those who meet are told to meet again."""
    for naming, found in _of_those_who_meet(page, subject, told, page.language.sessions.later):
        yield replace(naming, apart=found[0].casefold(), coming=True)


def _dated(page: Page, subject: Finding) -> Iterator[Naming]:
    """Yield where a speaker tells of another session of those who meet, by its day."""
    rules = page.language.sessions.dated
    for naming, found in _of_those_who_meet(page, subject, page.speech(), rules):
        yield replace(naming, when=found["when"])


def _of_those_who_meet(
    page: Page, subject: Finding, sentences: Iterable[Sentence], rules: Rules
) -> Iterator[tuple[Naming, re.Match[str]]]:
    """Yield where rules name another session of the body or organisations of the subject."""
    if not subject.organisations and not subject.body:
        return
    for name, sentence, found in page.matches(sentences, rules):
        naming = Naming(
            organisations=subject.organisations,
            body=subject.body,
            sentence=sentence,
            span=page.span(sentence, found),
            rule=f"session:{name}",
            date=date_beside(page, sentence, found),
        )
        yield naming, found


def _again(page: Page) -> Iterator[Naming]:
    """Yield the sessions of a body that was named before: `The commission's latest meeting`."""
    rules = page.language.sessions
    everything = [*page.narration(), *page.speech()] if page.possible(rules.again) else []
    at = {one.start: n for n, one in enumerate(everything)}
    searched = -1
    for name, sentence, found in page.matches(everything, rules.again):
        n = at[sentence.start]
        # Once in a sentence: each search goes through the ones before it.
        if n == searched:
            continue
        searched = n
        before = sentence._replace(text=sentence.text[: found.start()])
        organ = _last_organ(page, [*everything[max(n - _BACK, 0) : n], before], found["noun"])
        if organ:
            yield Naming(
                organisations=organ[1],
                body=organ[0],
                sentence=sentence,
                span=page.span(sentence, found),
                rule=f"session:{name}",
                apart=found[0].casefold(),
                coming=is_coming(page, sentence, found),
                date=date_beside(page, sentence, found),
            )


def _last_organ(
    page: Page, sentences: list[Sentence], noun: str
) -> tuple[str, tuple[str, ...]] | None:
    """Give the body that was named last of those whose name has a noun: `commission`."""
    pattern = page.language.sessions.organ
    for sentence in reversed(sentences):
        organs = [organ_in(page, sentence, one) for one in rule(pattern).finditer(sentence.text)]
        for name, organisations in reversed(organs):
            # Its noun alone is no name.
            if noun.casefold() in name.casefold().split() and " " in name:
                return name, organisations
    return None


def _may_be(naming: Naming, other: Finding) -> bool:
    same = naming.organisations == other.organisations and naming.body in (other.body, None)
    return same and naming.when == other.when


def _new(naming: Naming, page: Page) -> Finding:
    finding = Finding(organisations=naming.organisations, body=naming.body, when=naming.when)
    finding.note("organisations", naming.span, naming.rule)
    if naming.body:
        finding.note("body", naming.span, naming.rule)
    sentence = [naming.sentence]
    read_venue(finding, page, sentence)
    read_status(finding, page, sentence, planned=True)
    finding.date = naming.date
    if finding.status == "held" and (naming.coming or is_later(finding.date, page.head.date)):
        finding.status = "planned"
    return finding
