"""The date of a record as its head prints it: a line of its own, or in the line that announces it.

`December 2, 2020, Moscow`; `Berlin, Dienstag, den 24. Oktober 2017`; `• 24 May. 2017 -`; `Held at
the Palais des Nations, Geneva, on Monday, 21 January 2019, at 10.10 a.m.`
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from greffier.model import Date, Text
from greffier.reading.dates import find_dates, whole_date
from greffier.reading.label_forms import CAPITALISED
from greffier.reading.labels import label_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from greffier.model import Witness
    from greffier.reading.dates import Printed
    from greffier.reading.folding import View
    from greffier.reading.languages import Language
    from greffier.reading.layout import Line

Dateline = tuple[Date, Text | None, int]

_HOUR = r"(?:at )?\d{1,2}(?:[:.]\d{2}(?: ?[AaPp]\.? ?[Mm]\b\.?)?| ?[AaPp]\.? ?[Mm]\b\.?)"
_AFTER_DATE = re.compile(rf"(?:,? ?{_HOUR})?(?: ?[-–—](?: |$)|,? *)")
_BULLET = re.compile(r"[•·*–-] ")
_FIRST_WORD = re.compile(r"(?P<word>[^\W\d_]{2,20}),? (?:den |le |el )?")
_PLACE = re.compile(r"^[^\W\d_][^.:;!?]{1,80}$")
_PLACE_FIRST = re.compile(r"[^\W\d_][^\d.,:;!?()]{1,40}(?=, )")
_PLACE_WORDS = 4
_A_DAY = len("2000-01-01")
_SHORT = 16
_LONG = 400  # characters; no line of a head has more
# `at 10.10 a.m.`, `12 maja 2022 r.` end no sentence.
_ENDS_IN_HOUR = re.compile(r"(?:[ap]\. ?m\.|\d [rг]\.)$")
_WORD_BEFORE = re.compile(r"(?P<word>[^\W\d_]{2,20}),? (?:den |le |el )?$")


def dateline(witness: Witness, view: View, line: Line, language: Language) -> Dateline | None:
    """Read a line that is a date, with the day of the week, an hour and a place, and no more."""
    bullet = _BULLET.match(line.text)
    first = bullet.end() if bullet else 0
    place, at = None, first + weekday(line.text[first:], language)
    found = whole_date(line.text[at:], language)
    if found is None and (before := _PLACE_FIRST.match(line.text, first)):
        place, at = before, before.end() + len(", ")
        at += weekday(line.text[at:], language)
        found = whole_date(line.text[at:], language)
    if found is None or (place and not _is_place(place[0], language)):
        return None
    after = _AFTER_DATE.match(line.text, at + found.end)
    start = after.end() if after else at + found.end
    rest = line.text[start:]
    if rest and (place or not _PLACE.match(rest)):
        return None
    date = found.at(view.span(line.start + at + found.start, line.start + at + found.end))
    if place:
        return date, _text(witness, view, line, *place.span()), line.n
    return date, _text(witness, view, line, start, len(line.text)) if rest else None, line.n


def weekday(text: str, language: Language) -> int:
    """Say how long the name of a day of the week is that a dateline begins with."""
    found = _FIRST_WORD.match(text)
    return found.end() if found and found["word"].lower() in language.dates.weekdays else 0


def announced(view: View, lines: Iterable[Line], language: Language) -> Date | None:
    """Give the date that a line above the first speaker has in it, where none has its own.

    One with the day of the week before it is surer than the first of those in short lines.
    """
    best: Date | None = None
    for line in lines:
        if label_of(line, language):
            break
        if len(line.text) > _LONG or (line.ends_sentence and not _ENDS_IN_HOUR.search(line.text)):
            continue
        for found in find_dates(line.text, language):
            if len(found.value) != _A_DAY:
                continue
            date = found.at(view.span(line.start + found.start, line.start + found.end))
            if _has_weekday(line, found, language):
                return date
            if line.words <= _SHORT:
                best = best or date
    return best


def _has_weekday(line: Line, found: Printed, language: Language) -> bool:
    before = _WORD_BEFORE.search(line.text[max(found.start - 30, 0) : found.start])
    return before is not None and before["word"].lower() in language.dates.weekdays


def _is_place(words: str, language: Language) -> bool:
    """Whether a date may stand behind a place in these words: `Foreign Affairs Council` is none."""
    if words.count(" ") >= _PLACE_WORDS or not language.offices.units.isdisjoint(words.split()):
        return False
    return CAPITALISED.match(words) is not None


def _text(witness: Witness, view: View, line: Line, start: int, end: int) -> Text:
    place = line.start + start, line.start + end
    words = view.words(*place, witness.text)
    return Text(text=words, span=view.span(*place), rule="dateline")
