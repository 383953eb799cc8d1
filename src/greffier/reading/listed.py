"""Lists of those present, a line for each.

An official list prints `SURNAME Given Name – office`, and is known by that. Any other stands under
a line that announces it: `Participants included:`, `Jane Doe, Director of …`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from greffier.model import Span
from greffier.reading.described import described
from greffier.reading.letters import FULL_NAME, LETTER, SURNAME, UPPER
from greffier.reading.symbols import Capacity, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.reading.cast import Cast
    from greffier.reading.head import Head
    from greffier.reading.layout import Line
    from greffier.reading.page import Page

_GIVEN = rf"(?!{SURNAME}\b)[{UPPER}](?:{LETTER}|[-'.](?={LETTER})){{0,40}}\.?"
_ENTRY = re.compile(
    rf"(?P<surname>(?:{SURNAME} ){{1,3}})(?P<given>{_GIVEN}(?: {_GIVEN}){{0,4}}) ?(?:–|,) "
    r"(?P<office>[^\n]{2,600})$"
)
_BULLET = re.compile(r"^(?:[-*•·–]{1,2} ?|\d{1,3}[.)] ){0,2}")
_NAMED = re.compile(
    rf"(?:[-*•·–]{{1,2}} ?|\d{{1,3}}[.)] ){{0,2}}(?P<name>{FULL_NAME})(?:,| –|:) "
    r"(?P<office>[^\n]{2,600})$"
)
_HEADING = 8  # words
_LONGEST = 160  # characters of a line that announces a list
# One line in capitals may be anything; a list is most of its record.
_LEAST = 2
_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Entry:
    """One of a list: the name with the given name first, the words for the office, and where."""

    name: str
    office: str
    span: Span


def is_list(lines: tuple[Line, ...], head: Head) -> bool:
    """Whether a record is a list of people, and no account with one in it."""
    told = [line for line in _told(lines, head) if not line.separates]
    found = sum(bool(_ENTRY.match(line.text)) for line in told)
    return found >= max(_LEAST, _SHARE * len(told))


def read_listed(page: Page, cast: Cast) -> None:
    """Add whom the record lists, where it lists more than one."""
    found = list(_entries(page))
    if len(found) >= _LEAST:
        for one in found:
            cast.add(_capacity(one, page), one.span, "listed")


def read_announced(page: Page, cast: Cast) -> None:
    """Add whom the record lists under a line that says that they took part."""
    for start, end in _announced(page):
        words = page.folded.text[start:end].replace("\n", " ")
        bare = _BULLET.sub("", words)
        if capacity := _described(bare, page):
            span = page.folded.span(start + len(words) - len(bare), end)
            cast.add(capacity, span, "listed:announced")


def _announced(page: Page) -> Iterator[tuple[int, int]]:
    """Yield where lists have their entries; a short line between two is a heading."""
    headings = [rule(pattern) for _, pattern in page.language.cast.lists]
    within = False
    entry: tuple[int, int] | None = None
    for line in _told(page.printed, page.head) if headings else ():
        goes_on = entry and page.folded.text[entry[1] : line.start] == "\n"
        if within and _NAMED.match(line.text):
            yield from filter(None, [entry])
            entry = line.start, line.end
        elif entry and goes_on and line.text[:1].isalnum():
            entry = entry[0], line.end
        else:
            yield from filter(None, [entry])
            entry = None
            if len(line.text) <= _LONGEST and any(one.search(line.text) for one in headings):
                within = True
            elif line.ends_sentence or line.words > _HEADING:
                within = False
    yield from filter(None, [entry])


def _described(words: str, page: Page) -> Capacity | None:
    """Read `Jane Doe, Director of …`; of an office that no rule knows only the name is sure."""
    named = _NAMED.match(words)
    if named is None or not page.language.offices.not_names.isdisjoint(named["name"].split()):
        return None
    tagged = page.tagger.tagged(f"{named['name']}, {named['office']}")
    return described(tagged, page.tagger) or Capacity(named["name"], None, None)


def _told(lines: tuple[Line, ...], head: Head) -> Iterator[Line]:
    aside = head.furniture | {head.title_line, head.date_line}
    return (line for line in lines if line.n not in aside)


def _entries(page: Page) -> Iterator[Entry]:
    for line in _told(page.printed, page.head):
        if found := _ENTRY.match(line.text):
            surname = " ".join(map(_lowered, found["surname"].split()))
            start, end = (line.start + at for at in found.span())
            name = f"{found['given']} {surname}"
            yield Entry(name, found["office"].rstrip(" ;,."), page.folded.span(start, end))


def _lowered(surname: str) -> str:
    """Give a surname in capitals as it is written: `ИВАНОВ-ПЕТРОВ` as `Иванов-Петров`."""
    return re.sub(rf"(?<={LETTER}){LETTER}+", lambda found: found[0].lower(), surname)


def _capacity(entry: Entry, page: Page) -> Capacity:
    """Read an office as elsewhere; as printed, where it is of a kind that no rule knows."""
    tagged = page.tagger.tagged(entry.office)
    first = next(iter(page.tagger.capacities(tagged)), None)
    if first is None or first.start or first.capacity.name:
        return Capacity(entry.name, entry.office, None)
    known = first.capacity
    return Capacity(entry.name, known.office, known.of, known.acting)
