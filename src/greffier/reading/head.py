"""What a record says it is: title, date, dateline, publisher; and the furniture around it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from greffier.model import Date, Text
from greffier.reading.dates import whole_date
from greffier.reading.labels import label_of

if TYPE_CHECKING:
    from greffier.model import Witness
    from greffier.reading.folding import View
    from greffier.reading.languages import Language
    from greffier.reading.layout import Line

# A title, a menu, a dateline: what stands above the record is short.
_HEAD_LINES = 25
_SHORT = 30
_LINK_WORDS = 25
_CAPITALS = 0.6
_AFTER_DATE = re.compile(r"(?:,? ?\d{1,2}[:.]\d{2}(?: ?[AaPp]\.?[Mm]\.?)?)?,? *")
_PLACE = re.compile(r"^[^\W\d_][^.:;!?]{1,80}$")
_MENU = re.compile(r"(?: /|:|\|)$")


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a record, with the numbers of the lines that it and the furniture take up."""

    title: Text | None
    date: Date | None
    place: Text | None
    publisher: Text | None
    title_line: int | None
    date_line: int | None
    furniture: frozenset[int]


def read_head(witness: Witness, view: View, lines: tuple[Line, ...], language: Language) -> Head:
    """Find the head of a record by the forms that heads have.

    A line that is a date, or a date and a place, is the dateline; the line above it the title; what
    is above that, the page's. Without one, a short first line that ends no sentence is the title,
    or the last such line before the first speaker.
    """
    dated = next((one for line in lines[:_HEAD_LINES] if (one := _dateline(view, line, language))), None)
    date, place, at = dated or (None, None, None)
    title = _title_line(lines, at, language)
    top = set(range(title)) if title is not None and at is not None else set()
    if title is not None and at is not None and at < title:
        top = set(range(at))
    furniture = frozenset(top | _tail(lines, title, at, language))
    return Head(
        title=_text(view, lines[title], "title") if title is not None else _hinted(witness, "title"),
        date=date,
        place=place,
        publisher=_publisher(view, lines, furniture, language) or _hinted(witness, "publisher"),
        title_line=title,
        date_line=at,
        furniture=furniture,
    )


def _dateline(view: View, line: Line, language: Language) -> tuple[Date, Text | None, int] | None:
    printed = whole_date(line.text, language)
    if printed is None:
        return None
    after = _AFTER_DATE.match(line.text, printed.end)
    start = after.end() if after else printed.end
    rest = line.text[start:]
    if rest and not _PLACE.match(rest):
        return None
    date = printed.at(view.span(line.start + printed.start, line.start + printed.end))
    if not rest:
        return date, None, line.n
    span = view.span(line.start + start, line.end)
    return date, Text(text=rest, span=span, rule="dateline"), line.n


def _title_line(lines: tuple[Line, ...], dated: int | None, language: Language) -> int | None:
    if dated is not None:
        above = [line for line in lines[:dated] if not _MENU.search(line.text)]
        if above:
            return above[-1].n
        below = lines[dated + 1 : dated + 2]
        return below[0].n if below and _is_title(below[0], language) else None
    if lines and _is_title(lines[0], language):
        return 0
    for before, line in zip(lines, lines[1:], strict=False):
        if label_of(line, language):
            return before.n if _is_title(before, language) else None
    return None


def _is_title(line: Line, language: Language) -> bool:
    """Short, ends no sentence, announces no speaker, and is no row of asterisks."""
    return (
        line.words <= _SHORT
        and not line.ends_sentence
        and not line.separates
        and not line.omits
        and label_of(line, language) is None
    )


def _tail(
    lines: tuple[Line, ...], title: int | None, dated: int | None, language: Language
) -> set[int]:
    """Find the lines under a record that are not of it, from the last one upwards."""
    out: set[int] = set()
    first = max(title or 0, dated or 0)
    for line in reversed(lines[first + 1 :]):
        if not (
            (dated is not None and line.text == lines[dated].text)
            or _is_credit(line, language)
            or _is_link(line, language)
        ):
            break
        out.add(line.n)
    return out


def _is_credit(line: Line, language: Language) -> bool:
    rules = (*language.page.credits, *language.page.publishers)
    return any(re.match(pattern, line.text) for _, pattern in rules)


def _is_link(line: Line, language: Language) -> bool:
    """A headline of another page: capitals throughout, and no end of a sentence."""
    if line.words > _LINK_WORDS or line.separates or line.omits:
        return False
    if line.ends_sentence and not line.text.endswith('"'):
        return False
    if label_of(line, language) is not None and ": " not in line.text:
        return False
    long = [word for word in re.findall(r"[^\W\d_]+", line.text) if len(word) > 3]  # noqa: PLR2004
    capitals = sum(word[0].isupper() for word in long)
    return len(long) > 1 and capitals >= _CAPITALS * len(long)


def _publisher(
    view: View, lines: tuple[Line, ...], furniture: frozenset[int], language: Language
) -> Text | None:
    """A line that says so, or the first line under the record that names somebody."""
    for n in sorted(furniture):
        for name, pattern in language.page.publishers:
            if found := re.match(pattern, lines[n].text):
                start, end = found.span("publisher")
                span = view.span(lines[n].start + start, lines[n].start + end)
                return Text(text=found["publisher"], span=span, rule=f"publisher:{name}")
    below = [lines[n] for n in sorted(furniture) if n > len(lines) // 2]
    credited = any(_is_credit(line, language) for line in below)
    for line in below:
        if credited and not _is_credit(line, language) and whole_date(line.text, language) is None:
            return _text(view, line, "publisher:above-credits")
    return None


def _text(view: View, line: Line, rule: str) -> Text:
    return Text(text=line.text, span=view.span(line.start, line.end), rule=rule)


def _hinted(witness: Witness, key: str) -> Text | None:
    hint = next((one for one in witness.hints if one.key == key and one.span is not None), None)
    if hint is None or hint.span is None:
        return None
    return Text(text=hint.value, span=hint.span, rule="hint")
