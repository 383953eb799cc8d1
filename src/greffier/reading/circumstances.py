"""When a session met, where, how and in what format; or that it is still to come."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
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
from greffier.reading.dates import find_dates
from greffier.reading.namings import is_apart
from greffier.reading.symbols import rule

if TYPE_CHECKING:
    from greffier.reading.cast import Cast
    from greffier.reading.languages.base import Rules
    from greffier.reading.page import Page, Sentence

_A_DAY = len("2000-01-01")
_OTHER_CLAUSE = re.compile(r"[;:]|, (?:who|which|that|when)\b")


@dataclass(slots=True)
class Finding:
    """A session in the making."""

    organisations: tuple[str, ...] = ()
    body: str | None = None
    status: SessionStatus = "unknown"
    date: Date | None = None
    venue: str | None = None
    mode: SessionMode = "unknown"
    formats: list[SessionFormat] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)

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


def read_formats(finding: Finding, page: Page, lede: list[Sentence]) -> None:
    """Read the formats that the head and the first sentences state of the session."""
    rules = page.language.sessions
    for name, pattern, stated in rules.formats:
        for _, sentence, found in page.matches(lede, ((name, pattern),)):
            if stated not in finding.formats:
                finding.formats.append(stated)
                finding.note("formats", page.span(sentence, found), f"format:{name}")
    if finding.organisations or finding.body:
        return
    for name, sentence, found in page.matches(lede, rules.bilateral):
        if not _is_of_another_state(page, found):
            continue
        finding.formats.append("bilateral")
        finding.note("formats", page.span(sentence, found), f"format:{name}")
        return


def _is_of_another_state(page: Page, found: re.Match[str]) -> bool:
    """Say whether whoever was met, if anybody is named, holds an office of a state's government."""
    other = found.groupdict().get("other")
    if other is None:
        return True
    capacity = page.tagger.symbols.capacity(other)
    national = page.language.offices.national
    return bool(
        capacity
        and capacity.of in page.tagger.lexicon.states
        and national
        and re.search(national, capacity.office or "")
    )


def read_mode(finding: Finding, page: Page, cast: Cast, lede: list[Sentence]) -> None:
    """Read where and how the session met.

    By video link as a whole it has no venue; by a participant's video link it is hybrid where
    others were in one place.
    """
    rules = page.language.sessions
    away = [one for one in cast.members if one.mode == "videoconference"]
    by_video = _first(page, lede, rules.by_video)
    if by_video and not away:
        finding.mode = "videoconference"
        finding.note("mode", by_video[1], f"mode:{by_video[0]}")
        return
    if _first(page, lede, rules.by_phone):
        return
    met = _first(page, lede, rules.met)
    told = [one for one in lede if not is_apart(page, one.text)]
    known = read_venue(finding, page, told) or _spoken_venue(finding, page)
    if (met or page.spoken.utterances or cast.members) and not known and not away:
        _dateline_venue(finding, page)
    if finding.venue is None and "bilateral" in finding.formats and not away:
        _venue(finding, page, [*lede, *page.speech()], rules.guest_venues)
    if finding.venue is None and met is None:
        return
    finding.mode = "hybrid" if away else "in person"
    for one in away:
        finding.evidence.extend(seen for seen in one.evidence if seen.field == "mode")
    if met and not away:
        finding.note("mode", met[1], f"mode:{met[0]}")


def read_venue(finding: Finding, page: Page, told: list[Sentence]) -> bool:
    """Read the venue from what is told; say whether it is there."""
    return _venue(finding, page, told, page.language.sessions.venues)


def _spoken_venue(finding: Finding, page: Page) -> bool:
    speech = list(page.speech())
    return _venue(finding, page, speech, page.language.sessions.spoken_venues)


def _venue(finding: Finding, page: Page, sentences: list[Sentence], rules: Rules) -> bool:
    for name, sentence, found in page.matches(sentences, rules):
        if not _is_building(page, found["place"]):
            finding.venue = re.sub(r"^[Tt]he ", "", page.tagger.printed(found["place"]))
            finding.note("venue", page.span(sentence, found, "place"), f"venue:{name}")
            return True
    return False


def _dateline_venue(finding: Finding, page: Page) -> None:
    """Take the city that the record is dated from, where nothing says that it met elsewhere."""
    place = page.head.place
    if place is None:
        return
    regions = page.language.sessions.regions
    cities = [
        part
        for part in place.text.split(", ")
        if not (regions and re.search(regions, part)) and part not in page.tagger.lexicon.states
    ]
    if cities and not _is_building(page, cities[-1]):
        finding.venue = cities[-1]
        finding.note("venue", place.span, "venue:dateline")


def _is_building(page: Page, words: str) -> bool:
    pattern = page.language.sessions.buildings
    return bool(pattern and re.search(pattern, words))


def read_date(finding: Finding, page: Page, told: list[Sentence]) -> None:
    """Read the date in a sentence that tells of the session; else it is the record's."""
    dated = page.head.date
    for sentence in told:
        sitting = rule(page.language.sessions.sitting or "(?!)").search(sentence.text)
        if sitting is None or is_apart(page, sentence.text):
            continue
        for found in find_dates(sentence.text, page.language, dated.value if dated else None):
            between = sentence.text[
                min(found.start, sitting.end()) : max(found.start, sitting.end())
            ]
            if len(found.value) >= _A_DAY and not _OTHER_CLAUSE.search(between):
                start = sentence.start
                finding.date = found.at(page.tagged.span(start + found.start, start + found.end))
                return
    if dated is not None:
        finding.date = replace(dated, basis="inferred", rule="session:date-of-record")


def read_status(finding: Finding, page: Page, lede: list[Sentence], *, planned: bool) -> None:
    """Read whether the session was held, is to come or was called off."""
    rules = page.language.sessions
    if cancelled := _first(page, lede, rules.cancelled):
        finding.status = "cancelled"
        finding.note("status", cancelled[1], f"status:{cancelled[0]}")
    elif planned and (future := _first(page, lede, rules.planned)):
        finding.status = "planned"
        finding.note("status", future[1], f"status:{future[0]}")
    else:
        finding.status = "held"
        finding.note("status", finding.evidence[0].span, "status:told-as-held")


def _first(page: Page, sentences: list[Sentence], rules: Rules) -> tuple[str, Span] | None:
    for name, sentence, found in page.matches(sentences, rules):
        return name, page.span(sentence, found)
    return None
