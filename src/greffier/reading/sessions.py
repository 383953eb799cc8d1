"""Which session the record is of, and which others it names."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING

from greffier.reading.circumstances import (
    Finding,
    read_date,
    read_formats,
    read_mode,
    read_status,
    read_venue,
)
from greffier.reading.namings import Naming, namings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.model import RecordKind, Session
    from greffier.reading.cast import Cast
    from greffier.reading.page import Page, Sentence

# How many sentences of an account tell of its own session before it turns to others.
_LEDE = 6
_DATED = 3
# And how many of a record without an account: the opening words of whoever presides.
_OPENING = 12


def read_sessions(page: Page, cast: Cast, kind: RecordKind) -> tuple[Session, ...]:
    """Find the session that the record is of, then the others that it names.

    A greeting or a letter says nothing of when and whether its session met.
    """
    told = list(page.narration())
    lede = [*page.headings(), *told[:_LEDE]]
    subject = _subject(page, lede) or _unnamed(page, lede)
    if subject is None:
        lede = list(islice(page.speech(), _OPENING))
        subject = _subject(page, lede)
    if subject is None:
        return ()
    read_formats(subject, page, lede)
    read_mode(subject, page, cast, lede)
    if kind != "other":
        read_date(subject, page, told[:_DATED])
        read_status(subject, page, lede, planned=kind == "notice")
    others = _others(page, subject, told)
    return (
        subject.done("s1", subject=True, name=_name(subject, page)),
        *(
            one.done(f"s{at}", subject=False, name=_name(one, None))
            for at, one in enumerate(others, 2)
        ),
    )


def _name(found: Finding, page: Page | None) -> str:
    """Give a session a name that tells it in a list; the title's words where it has no other."""
    organisations = " and ".join(found.organisations)
    if found.body:
        return " ".join(filter(None, (organisations, found.body)))
    if organisations:
        return f"{organisations} {'joint meeting' if 'joint' in found.formats else 'summit'}"
    return page.head.title.text if page and page.head.title else "meeting"


def _subject(page: Page, lede: list[Sentence]) -> Finding | None:
    """Read the session that the title names; else the first sentence that names one."""
    for sentence in lede:
        finding = Finding()
        for naming in namings(page, sentence):
            if not finding.organisations:
                finding.organisations = naming.organisations
                finding.note("organisations", naming.span, naming.rule)
            if finding.body is None and naming.body and len(finding.organisations) <= 1:
                finding.body = naming.body
                finding.note("body", naming.span, naming.rule)
        if finding.evidence:
            _read_body(finding, page, lede)
            return finding
    return None


def _read_body(finding: Finding, page: Page, lede: list[Sentence]) -> None:
    """Read which body's summit a title means that names the organisation alone."""
    if finding.body is not None or len(finding.organisations) != 1:
        return
    for naming in _named(page, lede):
        if naming.body and naming.organisations == finding.organisations and not naming.apart:
            finding.body = naming.body
            finding.note("body", naming.span, naming.rule)
            return


def _unnamed(page: Page, lede: list[Sentence]) -> Finding | None:
    """Read a meeting of no body that is known: talks, a call, a conference."""
    rules = page.language.sessions
    sitting = (("sitting", rules.sitting),) if rules.sitting else ()
    for name, sentence, found in page.matches(lede, (*sitting, *rules.met)):
        finding = Finding()
        finding.note("name", page.span(sentence, found), f"session:{name}")
        return finding
    return None


def _others(page: Page, subject: Finding, told: list[Sentence]) -> list[Finding]:
    """Find the sessions named besides.

    The publisher tells of another body's, or of one that is told apart from this; a speaker's
    words count only where he tells it apart (`the latest summit`).
    """
    out: list[Finding] = []
    for naming in chain(_named(page, told), (one for one in _spoken(page) if one.apart)):
        if not naming.organisations or _is_same(naming, subject):
            continue
        known = next((one for one in out if _may_be(naming, one)), None)
        if known is None:
            known = _new(naming, page)
            out.append(known)
        known.note("name", naming.span, naming.rule)
    return out


def _named(page: Page, sentences: list[Sentence]) -> Iterator[Naming]:
    for sentence in sentences:
        yield from namings(page, sentence)


def _spoken(page: Page) -> Iterator[Naming]:
    rules = page.language.sessions
    for sentence in page.likely(page.speech(), (*rules.of_body, *rules.of_org)):
        yield from namings(page, sentence)


def _is_same(naming: Naming, subject: Finding) -> bool:
    """Say whether a phrase can be read as the session that the record is of."""
    if naming.apart:
        return False
    if len(subject.organisations) > 1:
        return True
    same_body = naming.body is None or subject.body is None or naming.body == subject.body
    return naming.organisations == subject.organisations and same_body


def _may_be(naming: Naming, other: Finding) -> bool:
    return naming.organisations == other.organisations and naming.body in (other.body, None)


def _new(naming: Naming, page: Page) -> Finding:
    finding = Finding(organisations=naming.organisations, body=naming.body)
    finding.note("organisations", naming.span, naming.rule)
    if naming.body:
        finding.note("body", naming.span, naming.rule)
    sentence = [naming.sentence]
    read_venue(finding, page, sentence)
    read_status(finding, page, sentence, planned=True)
    return finding
