"""In what formats a session met: joint, restricted, between two states."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from greffier.reading.namings import tells_of
from greffier.reading.symbols import rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from greffier.reading.circumstances import Finding
    from greffier.reading.page import Page, Sentence
    from greffier.reading.symbols import Capacity

# Those that a speaker tells of the session he is at; the others he says of anything.
_SPOKEN = frozenset({"restricted", "expanded", "regular"})
# Offices, as they are kept, that stand for a state besides those of its government.
_LEADER = re.compile(
    r"(?:Acting )?(?:Vice President|(?:Vice )?Chancellor|King|Queen|Emir|Sultan|Crown Prince"
    r"|Grand Duke|Taoiseach|Secretary of State)$"
)
_OPENING = 40
_TWO = 2


def read_formats(finding: Finding, page: Page, lede: list[Sentence]) -> None:
    """Read the formats that the head and the first sentences state of the session.

    What a speaker says of the session in which he speaks counts as well.
    """
    rules = page.language.sessions
    told = list(of_this(finding, page, lede))
    said = _said(finding, page)
    for name, pattern, stated in rules.formats:
        where = [*told, *said] if stated in _SPOKEN else told
        for _, sentence, found in page.matches(where, ((name, pattern),)):
            if stated not in finding.formats:
                finding.formats.append(stated)
                finding.note("formats", page.span(sentence, found), f"format:{name}")
    if not finding.organisations and not finding.body:
        _read_bilateral(finding, page, told)


def of_this(finding: Finding, page: Page, sentences: Iterable[Sentence]) -> Iterator[Sentence]:
    """Yield those sentences that can tell of the session: no other is named in them.

    Args:
        finding: the session.
        page: where the sentences stand.
        sentences: of the head and the account.
    """
    title = page.title()
    for sentence in sentences:
        if sentence == title or tells_of(page, sentence, finding):
            yield sentence


def _said(finding: Finding, page: Page) -> list[Sentence]:
    now = page.language.sessions.now
    if not now:
        return []
    opening = islice(page.speech(), _OPENING)
    return list(of_this(finding, page, (one for one in opening if rule(now).search(one.text))))


def _read_bilateral(finding: Finding, page: Page, told: list[Sentence]) -> None:
    for name, sentence, found in page.matches(told, page.language.sessions.bilateral):
        if _is_of_another_state(page, sentence, found):
            finding.formats.append("bilateral")
            finding.note("formats", page.span(sentence, found), f"format:{name}")
            return


def _is_of_another_state(page: Page, sentence: Sentence, found: re.Match[str]) -> bool:
    """Say whether whoever was met, if anybody is named, stands for a state; one, not several."""
    other = found.groupdict().get("other")
    if other is None:
        return True
    capacity = page.tagger.symbols.capacity(other)
    if capacity is None or not _stands_for_a_state(page, capacity):
        return False
    named = (page.tagger.symbols.capacity(char) for char in sentence.text)
    states = {one.of for one in named if one and one.name and _stands_for_a_state(page, one)}
    return len(states) <= _TWO


def _stands_for_a_state(page: Page, capacity: Capacity) -> bool:
    if capacity.of not in page.tagger.lexicon.states or not capacity.office:
        return False
    national = page.language.offices.national
    return bool(
        _LEADER.match(capacity.office) or (national and re.search(national, capacity.office))
    )
