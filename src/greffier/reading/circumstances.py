"""When a session met, and that it is held, still to come or called off."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date as day
from datetime import timedelta
from typing import TYPE_CHECKING

from greffier.model import (
    Date,
    Evidence,
    Session,
    SessionFormat,
    SessionMode,
    SessionStatus,
    Span,
)
from greffier.reading.dates import Printed, find_dates
from greffier.reading.namings import tells_of
from greffier.reading.symbols import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.reading.languages.rules import Rules
    from greffier.reading.page import Page, Sentence

_A_DAY = len("2000-01-01")
_WEEK = timedelta(days=7)
_OTHER_CLAUSE = re.compile(r"[;:]|, (?:who|which|that|when|held|котор\w{2,3}|где|когда)\b")


@dataclass(slots=True)
class Finding:
    """A session in the making; `when` is the day by which it is told from others, as printed."""

    organisations: tuple[str, ...] = ()
    body: str | None = None
    status: SessionStatus = "unknown"
    date: Date | None = None
    venue: str | None = None
    mode: SessionMode = "unknown"
    formats: list[SessionFormat] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)
    when: str = ""

    def note(self, name: str, span: Span, read_by: str) -> None:
        """Keep the words that a field was read from."""
        self.evidence.append(Evidence(field=name, span=span, rule=read_by))

    def done(self, key: str, *, subject: bool, name: str) -> Session:
        """Give the session as a fact of the reading."""
        return Session(
            id=key,
            subject=subject,
            name=name,
            organisations=self.organisations,
            body=self.body,
            status=self.status,
            date=self.date,
            venue=self.venue,
            mode=self.mode,
            formats=tuple(sorted(self.formats)),
            spans=tuple(dict.fromkeys(one.span for one in self.evidence)),
            evidence=tuple(self.evidence),
        )


def read_date(finding: Finding, page: Page, told: list[Sentence], *, planned: bool) -> None:
    """Read the date in a sentence that tells of the session; else it is the record's.

    A notice without a date bears the day that it announces.
    """
    dated = page.head.date
    sitting = page.language.sessions.sitting or "(?!)"
    held = page.language.sessions.held or "(?!)"
    telling = [one for one in told if rule(sitting).search(one.text)]
    if told and not telling and rule(held).search(told[0].text):
        telling = told[:1]
    if planned:
        telling += page.likely(told, page.language.sessions.planned)
    finding.date = next(_dates_of_session(finding, page, telling, planned=planned), None)
    if finding.date is None and dated is not None:
        finding.date = replace(dated, basis="inferred", rule="session:date-of-record")
    elif finding.date is None and planned:
        days = (one for sentence in told for one in _days(page, sentence, None))
        finding.date = next((date for _, date in days), None)


def _dates_of_session(
    finding: Finding, page: Page, told: list[Sentence], *, planned: bool
) -> Iterator[Date]:
    dated = page.head.date
    for sentence in told:
        if not tells_of(page, sentence, finding):
            continue
        rules = page.language.sessions
        sitting = rule(rules.sitting or "(?!)").search(sentence.text)
        anchor = sitting or rule(rules.held or "(?!)").search(sentence.text)
        for found, date in _days(page, sentence, dated.value if dated else None):
            # `He met with participants of the forum, held on February 13-15`
            if sitting is None and "/" in found.value and not planned:
                continue
            between = sorted((found.start, anchor.end() if anchor else found.start))
            if not _OTHER_CLAUSE.search(sentence.text, *between):
                yield _was(date, page, sentence)


def _was(date: Date, page: Page, sentence: Sentence) -> Date:
    """Give the day of the week before, where what was held on it cannot be still to come."""
    rules = page.language.sessions
    held = rule(rules.held or "(?!)").search(sentence.text)
    coming = first(page, [sentence], rules.planned)
    if not held or coming or not date.rule.endswith("weekday"):
        return date
    if not is_later(date, page.head.date):
        return date
    return replace(date, value=(day.fromisoformat(date.value) - _WEEK).isoformat())


def _days(page: Page, sentence: Sentence, anchor: str | None) -> Iterator[tuple[Printed, Date]]:
    for found in find_dates(sentence.text, page.language, anchor):
        if len(found.value) >= _A_DAY:
            start = sentence.start
            yield found, found.at(page.tagged.span(start + found.start, start + found.end))


def is_later(date: Date | None, of_record: Date | None) -> bool:
    """Say whether a date is behind the record's, as far as both are printed."""
    if date is None or of_record is None:
        return False
    shorter = min(len(date.value), len(of_record.value))
    return date.value[:shorter] > of_record.value[:shorter]


def read_status(finding: Finding, page: Page, lede: list[Sentence], *, planned: bool) -> None:
    """Read whether the session was held, is to come or was called off."""
    rules = page.language.sessions
    if cancelled := first(page, lede, rules.cancelled):
        finding.status = "cancelled"
        finding.note("status", cancelled[1], f"status:{cancelled[0]}")
    elif planned and (future := first(page, lede, rules.planned)):
        finding.status = "planned"
        finding.note("status", future[1], f"status:{future[0]}")
    else:
        finding.status = "held"
        finding.note("status", finding.evidence[0].span, "status:told-as-held")


def first(page: Page, sentences: list[Sentence], rules: Rules) -> tuple[str, Span] | None:
    """Give the name of the rule that matches first, and where; use where nothing more is asked."""
    for name, sentence, found in page.matches(sentences, rules):
        return name, page.span(sentence, found)
    return None
