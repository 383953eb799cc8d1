"""Official lists of those present: `SURNAME Given Name – office`, a line for each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from greffier.model import Span
from greffier.reading.folding import View
from greffier.reading.letters import LETTER, SURNAME, UPPER
from greffier.reading.symbols import Capacity

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
    tagged = page.tagger.known(View.of(entry.office)).text
    first = next(iter(page.tagger.capacities(tagged)), None)
    if first is None or first.start or first.capacity.name:
        return Capacity(entry.name, entry.office, None)
    known = first.capacity
    return Capacity(entry.name, known.office, known.of, known.acting)
