"""What a record says it is: title, date, dateline, publisher; and the furniture around it."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from greffier.model import Date, Text
from greffier.reading.datelines import announced, dateline
from greffier.reading.dates import whole_date
from greffier.reading.labels import label_of
from greffier.reading.titles import title_line

if TYPE_CHECKING:
    from greffier.model import Witness
    from greffier.reading.folding import View
    from greffier.reading.languages import Language
    from greffier.reading.layout import Line

# A title, a menu, a dateline: what stands above the record is short.
_HEAD_LINES = 25
_LINK_WORDS = 25
_CAPITALS = 0.6
_LITTLE_WORD = 3  # `the`, `of`: small in headlines too


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a record, with the numbers of the lines that it and the furniture take up.

    `published_by` names the publisher also where the page states him only beside its text.
    """

    title: Text | None
    date: Date | None
    place: Text | None
    publisher: Text | None
    published_by: str | None
    title_line: int | None
    date_line: int | None
    furniture: frozenset[int]


def read_head(witness: Witness, view: View, lines: tuple[Line, ...], language: Language) -> Head:
    """Find the head of a record by the forms that heads have.

    A line that is a date, or a date and a place, is the dateline; the line above it the title; what
    is above that, the page's. Without one, a short first line that ends no sentence is the title,
    or the last such line before the first speaker.
    """
    front = _front(witness, view, lines) | _menu(lines, language)
    rows = lines[len(front) : len(front) + _HEAD_LINES]
    dated = _shown_date(witness, view, lines, language) or next(
        (one for line in rows if (one := dateline(witness, view, line, language))), None
    )
    date, place, at = dated or (None, None, None)
    stated = _hinted(witness, "title")
    title = _shown(witness, view, lines, "title")
    if not stated:
        title = title_line(lines[len(front) :], at, witness, view, language)
    around = front | _top(title, at) | _links(lines, language) | _again(lines, title, at)
    furniture = frozenset(around | _tail(lines, title, at, language))
    publisher = _publisher(witness, view, lines, furniture, language)
    publisher = publisher or _hinted(witness, "publisher")
    return Head(
        title=stated or _on_line(witness, view, lines, title),
        date=date or _hinted_date(witness, language) or announced(view, rows, language),
        place=place or _hinted(witness, "place"),
        publisher=publisher,
        published_by=publisher.text if publisher else witness.stated("publisher"),
        title_line=title,
        date_line=at,
        furniture=furniture,
    )


def _front(witness: Witness, view: View, lines: tuple[Line, ...]) -> frozenset[int]:
    """Find the lines of a head in which the file states title and date as fields."""
    if not _has_front(witness):
        return frozenset()
    last = max((hint.span.end for hint in witness.hints if hint.span), default=0)
    inside = [line.n for line in lines if view.span(line.start, line.end).start < last]
    if inside and inside[-1] + 1 < len(lines) and lines[inside[-1] + 1].separates:
        inside.append(inside[-1] + 1)
    return frozenset(inside)


def _has_front(witness: Witness) -> bool:
    """Say whether what a file states stands above its text, and not in it as on a page."""
    return witness.text.startswith("---")


def _shown(witness: Witness, view: View, lines: tuple[Line, ...], key: str) -> int | None:
    """Find the line in which a page shows what it states of itself."""
    hint = next((one for one in witness.hints if one.key == key and one.span is not None), None)
    if hint is None or hint.span is None or _has_front(witness):
        return None
    at = view.position(hint.span.start)
    return next((line.n for line in lines if line.start <= at < line.end), None)


def _shown_date(
    witness: Witness, view: View, lines: tuple[Line, ...], language: Language
) -> tuple[Date, Text | None, int] | None:
    at = _shown(witness, view, lines, "date")
    date = None if at is None else _hinted_date(witness, language)
    if at is None or date is None:
        return None
    printed = dateline(witness, view, lines[at], language)
    return date, printed[1] if printed else None, at


def _menu(lines: tuple[Line, ...], language: Language) -> frozenset[int]:
    """Find the lines of a menu that the page begins with."""
    menus = language.page.menus
    rows = itertools.takewhile(lambda line: menus and re.match(menus, line.text), lines)
    return frozenset(line.n for line in rows)


def _links(lines: tuple[Line, ...], language: Language) -> frozenset[int]:
    """Find the lines between the paragraphs that lead to other pages."""
    links = language.page.links
    return frozenset(line.n for line in lines if links and re.match(links, line.text))


def _top(title: int | None, dated: int | None) -> frozenset[int]:
    """What stands above the head is the page's, where a dateline shows that there is a head."""
    if title is None or dated is None:
        return frozenset()
    return frozenset(range(min(title, dated)))


def _again(lines: tuple[Line, ...], title: int | None, dated: int | None) -> frozenset[int]:
    """Find the title where a page prints it once more, above its recording."""
    if title is None or dated is None or dated + 1 >= len(lines):
        return frozenset()
    below = lines[dated + 1]
    return frozenset({below.n} if below.text == lines[title].text else ())


def _tail(
    lines: tuple[Line, ...], title: int | None, dated: int | None, language: Language
) -> set[int]:
    """Find the lines under a record that are not of it, from the last one upwards."""
    out: set[int] = set()
    first = max(title or 0, dated or 0)
    # Whoever opens another line as well is a speaker, and his last words are no headline.
    listed = title is not None and _lists_participants(lines[title], language)
    openings = Counter(line.text.partition(":")[0] for line in lines if ":" in line.text)
    for line in reversed(lines[first + 1 :]):
        if not (
            (dated is not None and line.text == lines[dated].text)
            or _is_credit(line, language)
            or (
                not listed
                and _is_link(line, language)
                and openings[line.text.partition(":")[0]] <= 1
            )
        ):
            break
        out.add(line.n)
    return out


def _lists_participants(title: Line, language: Language) -> bool:
    """Whether names in capitals are what the record is made of."""
    kinds = language.page.kinds
    return any(kind == "participants" and re.search(rule, title.text) for _, rule, kind in kinds)


def _is_credit(line: Line, language: Language) -> bool:
    rules = (*language.page.credits, *language.page.publishers)
    return any(re.match(pattern, line.text) for _, pattern in rules)


def _is_link(line: Line, language: Language) -> bool:
    """A headline of another page: capitals throughout, and no end of a sentence."""
    if line.words > _LINK_WORDS or line.ends_sentence or line.separates or line.omits:
        return False
    if label_of(line, language) is not None and ": " not in line.text:
        return False
    long = [word for word in re.findall(r"[^\W\d_]+", line.text) if len(word) > _LITTLE_WORD]
    capitals = sum(word[0].isupper() for word in long)
    return len(long) > 1 and capitals >= _CAPITALS * len(long)


def _publisher(
    witness: Witness,
    view: View,
    lines: tuple[Line, ...],
    furniture: frozenset[int],
    language: Language,
) -> Text | None:
    """A line that says so, or the first line under the record that names somebody."""
    for n in sorted(furniture):
        for name, pattern in language.page.publishers:
            if found := re.match(pattern, lines[n].text):
                start, end = (lines[n].start + edge for edge in found.span("publisher"))
                words = view.words(start, end, witness.text)
                return Text(text=words, span=view.span(start, end), rule=f"publisher:{name}")
    below = [lines[n] for n in sorted(furniture) if n > len(lines) // 2]
    credited = next((line.n for line in below if _is_credit(line, language)), 0)
    for line in below:
        if line.n < credited and whole_date(line.text, language) is None:
            return _text(witness, view, line, "publisher:above-credits")
    return None


def _on_line(
    witness: Witness, view: View, lines: tuple[Line, ...], title: int | None
) -> Text | None:
    return None if title is None else _text(witness, view, lines[title], "title")


def _text(witness: Witness, view: View, line: Line, rule: str) -> Text:
    words = view.words(line.start, line.end, witness.text)
    return Text(text=words, span=view.span(line.start, line.end), rule=rule)


def _hinted(witness: Witness, key: str) -> Text | None:
    hint = next((one for one in witness.hints if one.key == key and one.span is not None), None)
    if hint is None or hint.span is None:
        return None
    return Text(text=" ".join(hint.value.split()), span=hint.span, rule="page-states")


def _hinted_date(witness: Witness, language: Language) -> Date | None:
    hint = next((one for one in witness.hints if one.key == "date"), None)
    found = whole_date(hint.value, language) if hint else None
    if hint is None or found is None:
        return None
    return Date(value=found.value, basis="stated", span=hint.span, rule="page-states")
