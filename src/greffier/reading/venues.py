"""Where and how a session met: in one place, by video link, or both."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from greffier.reading.circumstances import first
from greffier.reading.folding import fold
from greffier.reading.formats import of_this
from greffier.reading.letterhead import head_lines
from greffier.reading.namings import apart
from greffier.reading.symbols import filled, rule

if TYPE_CHECKING:
    from collections.abc import Iterable

    from greffier.model import Span
    from greffier.reading.cast import Cast
    from greffier.reading.circumstances import Finding
    from greffier.reading.languages.rules import Rules
    from greffier.reading.page import Page, Sentence

# How far before a place a session may be told apart.
_BEFORE = 30
# `Waldorf Astoria Jerusalem, Israel`, `Washington, D.C.`
_CITY = r"(?P<place><name>), (?:<state>|D\.? ?C\.?|[A-Z]{2})\**"


def read_mode(finding: Finding, page: Page, cast: Cast, lede: list[Sentence]) -> None:
    """Read where and how the session met.

    By video link as a whole it has no venue; by a participant's video link it is hybrid where
    others were in one place.
    """
    rules = page.language.sessions
    away = [one for one in cast.members if one.mode == "videoconference"]
    told = list(of_this(finding, page, lede))
    by_video = first(page, told, rules.by_video)
    if by_video and not away:
        finding.mode = "videoconference"
        finding.note("mode", by_video[1], f"mode:{by_video[0]}")
        return
    if first(page, told, rules.by_phone):
        return
    met = first(page, told, rules.met)
    present = bool(met or page.spoken.utterances or cast.members or _is_titled(page))
    if not _read_known_venue(finding, page, told) and present and not away:
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


def _is_titled(page: Page) -> bool:
    """Whether an office's own page is titled with a meeting: it is dated from where that was."""
    title, sitting = page.title(), page.language.sessions.sitting
    own = page.head.publisher is not None
    return bool(own and title and sitting and rule(sitting).search(title.text))


def read_venue(finding: Finding, page: Page, told: Iterable[Sentence]) -> bool:
    """Read the venue of another session from what is told of it; say whether it is there."""
    return _venue(finding, page, told, page.language.sessions.venues, own=False)


def _read_known_venue(finding: Finding, page: Page, told: list[Sentence]) -> bool:
    """Read the venue from what is told of it: by its city, by a building, by who speaks there."""
    rules = page.language.sessions
    return (
        _venue(finding, page, told, rules.venues)
        or _landmark(finding, page)
        or _headed(finding, page)
        or _venue(finding, page, page.speech(), rules.spoken_venues)
    )


def _venue(
    finding: Finding, page: Page, sentences: Iterable[Sentence], rules: Rules, *, own: bool = True
) -> bool:
    home = None if page.head.place is None else _home(page)
    for name, sentence, found in page.matches(sentences, rules):
        place = _place(page, found["place"])
        # `The latest talks in Astana` are others; at home the dateline says more.
        before = sentence.text[max(found.start() - _BEFORE, 0) : found.end()]
        if place and place != home and not (own and apart(page, before)):
            finding.venue = place
            finding.note("venue", page.span(sentence, found, "place"), f"venue:{name}")
            return True
    return False


def _place(page: Page, words: str) -> str | None:
    """Give a place as it is kept; None for a building, or a word that is no place."""
    regions = page.language.sessions.regions
    if _is_building(page, words) or (regions and re.search(regions, words)):
        return None
    name = re.sub(r"^[Tt]he ", "", page.tagger.printed(words))
    cities = page.language.sessions.cities
    if not cities or name in page.tagger.lexicon.states:
        return name
    return cities.get(name) or cities.get(name.partition(" ")[0])


def _home(page: Page) -> str | None:
    """Give the state whose office publishes the record."""
    publisher = page.head.published_by
    named = page.tagger.lexicon.find(publisher) if publisher else ()
    return next((entries[0].value for _, _, entries in named if entries[0].kind == "state"), None)


def _landmark(finding: Finding, page: Page) -> bool:
    """Read the city from a building that everybody knows, where the head says that it met there."""
    places: list[tuple[str, Span]] = []
    if page.head.place:
        places.append((fold(page.head.place.text), page.head.place.span))
    for n in page.spoken.headings:
        line = page.lines[n]
        if line.text:
            places.append((line.text, page.tagged.span(line.start, line.end)))
    for city, pattern in page.language.sessions.landmarks:
        for text, span in places:
            if re.search(pattern, text) and city not in text:
                finding.venue = city
                finding.note("venue", span, "venue:landmark")
                return True
    return False


def _headed(finding: Finding, page: Page) -> bool:
    """Read the city from a line under the title that has nothing but it and its state."""
    for line in head_lines(page) if page.head.place is None else ():
        found = rule(_CITY).fullmatch(line.text) or _seat(page, line)
        span = page.span(line, found, "place") if found else None
        city = _last_line(page, span) if span else ""
        if span and city and not _is_building(page, city):
            finding.venue = city.title() if city.isupper() else city
            finding.note("venue", span, "venue:heading")
            return True
    return False


def _seat(page: Page, line: Sentence) -> re.Match[str] | None:
    """Find a line that is nothing but a capital, or a seat of organisations."""
    capitals = {state.capital for state in page.tagger.lexicon.states.values()}
    seats = page.language.sessions.seats
    found = re.fullmatch(r"(?P<place>[^\W\d].{1,30})", line.text)
    if found and (line.text in capitals or (seats and re.fullmatch(seats, line.text))):
        return found
    return None


def _dateline_venue(finding: Finding, page: Page) -> None:
    """Take the city that the record is dated from, where nothing says that it met elsewhere."""
    place = page.head.place
    if place is None:
        return
    regions = page.language.sessions.regions
    cities = [
        part
        for part in _last_line(page, place.span).split(", ")
        if not (regions and re.search(regions, part)) and part not in page.tagger.lexicon.states
    ]
    if cities and not _is_building(page, cities[-1]):
        finding.venue = cities[-1]
        finding.note("venue", place.span, "venue:dateline")


def _last_line(page: Page, span: Span) -> str:
    """Give the last line of a place: the city, where a building stands on a line above it."""
    return fold(span.cut(page.witness.text).strip().rpartition("\n")[2]).strip("* ")


def _is_building(page: Page, words: str) -> bool:
    pattern = page.language.sessions.buildings
    return bool(pattern and re.search(filled(pattern), words))
