"""The lines of a witness, and which of them belong to one paragraph."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from greffier.reading.dates import whole_date
from greffier.reading.labels import candidates, procedure_at
from greffier.reading.letters import LETTER, LOWER, SURNAME, UPPER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from greffier.reading.folding import View
    from greffier.reading.languages import Language

# A file is taken for hard-wrapped when its running lines have the length of a printed line and
# mostly break off before the sentence does.
_WRAPPED_AT = (30, 110)
_BROKEN_SHARE = 0.4
# Where more than a tenth of the lines are longer than that, they are paragraphs.
_NEARLY_ALL = 0.9
_LONGEST_PRINTED = 140
_INDENTED_SHARE = 0.7
# Too weak to open a paragraph in the middle of one.
_DOUBTFUL_HERE = frozenset(
    {
        "label:word",
        "label:adds",
        "label:small",
        "label:recurs",
        "label:stop-named",
    }
)
# Lines of one paragraph are of about one length; a shorter one had room for another word.
_RAGGED = 0.85
_LONGEST_WORD = 40
_LONGEST_DATE = 40
_LONGEST_PLACE = 40
_WORD = re.compile(rf"{LETTER}+(?:-{LETTER}+)?")
_BROKEN_WORD = re.compile(
    rf"({LETTER}{{2,{_LONGEST_WORD}}})-\n([{LOWER}]{LETTER}{{0,{_LONGEST_WORD}}})"
)
_ENDS_SENTENCE = (".", "!", "?", ":", ";", "…")
_CLOSES = "\"')]"
_SEPARATOR = re.compile(r"^(?:[*#_=~•·–-] ?){3,}$|^\\?#{2,}$|^[*⁂]$")
# `ИВАНОВ Иван Иванович –`
_LISTED = re.compile(rf"{SURNAME}(?: [{UPPER}]{LETTER}{{1,40}}){{1,4}} ?– ")
_POINT = re.compile(r"[-*•] (?=[^\W\d_a-z])")
_LEAST_POINTS = 3
_LISTED_SHARE = 0.5
_OMISSION = re.compile(r"^[<\[(]? ?(?:…|\.\.\.) ?[>\])]?$")


class Line(NamedTuple):
    """One paragraph of a view: its number among them, its text and where it starts.

    A *line* is what stands between line ends once hard-wrapped ones are joined; blank ones have no
    number. `gap` says that a blank line stands before it.
    """

    n: int
    text: str
    start: int
    gap: bool

    @property
    def end(self) -> int:
        """Where it ends in the view."""
        return self.start + len(self.text)

    @property
    def words(self) -> int:
        """How many words it has."""
        return self.text.count(" ") + 1

    @property
    def ends_sentence(self) -> bool:
        """Whether it ends as sentences do."""
        return self.text.rstrip(_CLOSES).endswith(_ENDS_SENTENCE)

    @property
    def separates(self) -> bool:
        """Whether it is a row of asterisks or the like."""
        return bool(_SEPARATOR.match(self.text))

    @property
    def omits(self) -> bool:
        """Whether it stands for words left out by the publisher: `<…>`."""
        return bool(_OMISSION.match(self.text))


def lines_of(view: View) -> tuple[Line, ...]:
    """Cut a view into its lines; blank ones are left out."""
    out: list[Line] = []
    start = 0
    gap = False
    for text in view.text.split("\n"):
        if text:
            out.append(Line(len(out), text, start, gap))
        gap = not text
        start += len(text) + 1
    return tuple(out)


def texts_of(view: View) -> list[str]:
    """Give the texts of the lines of a view, by their numbers, where no more of them is wanted."""
    return list(filter(None, view.text.split("\n")))


def unwrapped(view: View, text: str, language: Language) -> View:
    """Give a view in which hard-wrapped lines are joined; the same view where none are.

    A line that ends a sentence ends its paragraph where a speaker's label follows, or where the
    next word would still have had room on it. Where some lines are indented, those open one. So
    does each of those whom a list names, who may well have a line each.

    Args:
        view: the folded text, with the lines of the printed page.
        text: the witness text, where the indents are.
        language: whose labels are known.
    """
    lines = lines_of(view)
    pairs = list(itertools.pairwise(lines))
    running = [a for a, b in pairs if not b.gap]
    if len(running) < len(lines) / 2 or not running:
        return view
    low, high = _WRAPPED_AT
    broken = sum(not line.ends_sentence for line in running)
    width = _at(running, 0.5)
    if not low <= width <= high or broken < _BROKEN_SHARE * len(running):
        return view
    if _at(running, _NEARLY_ALL) > _LONGEST_PRINTED:
        return view
    listed = {line.n for line in lines if _LISTED.match(line.text)}
    if len(listed) >= _LISTED_SHARE * len(lines):
        return view
    joins = _Hyphens(view.text)
    again = _recurring(pairs)
    points, hanging = _points(lines)
    listed |= points
    indented = _indented(view, text, lines) - hanging
    return view.edited(
        joins.edit(a, b)
        for a, b in pairs
        if not (b.gap or b.n in indented or b.n in listed or a.separates or b.separates)
        and not _opens(a, b, lines, width, language, again)
    )


def _recurring(pairs: Sequence[tuple[Line, Line]]) -> frozenset[str]:
    """Find the words before a colon with which several lines begin, each behind a sentence."""
    often = Counter(b.text.partition(":")[0] for a, b in pairs if ":" in b.text and a.ends_sentence)
    return frozenset(words for words in often if often[words] > 1)


def _opens(  # noqa: PLR0913, PLR0917 - two lines, and what is known of all of them
    a: Line,
    b: Line,
    lines: tuple[Line, ...],
    width: float,
    language: Language,
    again: frozenset[str],
) -> bool:
    """Whether a line opens a paragraph: a label, a vote, or anything that had room above."""
    had_room = len(a.text) + len(b.text.partition(" ")[0]) < _RAGGED * width
    place = _LONGEST_PLACE if had_room else 0
    if any(_is_date(line, place, language) for line in (a, b)):
        return True
    if not (a.ends_sentence or had_room):
        return False
    if a.ends_sentence and had_room:
        return True
    if procedure_at(a.text, language) or procedure_at(b.text, language):
        return True
    goes_on = lines[b.n + 1].text if b.n + 1 < len(lines) and not lines[b.n + 1].gap else ""
    # A label may itself be broken over two lines.
    found = candidates(f"{b.text} {goes_on}", language)
    return any(one.rule not in _DOUBTFUL_HERE or one.text in again for one in found)


def _is_date(line: Line, place: int, language: Language) -> bool:
    """Whether a line is a date, with at most so many characters of a place behind it."""
    if len(line.text) > _LONGEST_DATE + place:
        return False
    found = whole_date(line.text, language)
    return found is not None and len(line.text) <= found.end + place


def _indented(view: View, text: str, lines: tuple[Line, ...]) -> frozenset[int]:
    """Find the lines that open a paragraph by an indent, where that is how paragraphs open."""
    found = set()
    for line in lines:
        first = view.span(line.start, line.start + 1).start
        if first > 1 and text[first - 2 : first].strip(" \t\u00a0") == "":
            found.add(line.n)
    return frozenset(found) if len(found) <= _INDENTED_SHARE * len(lines) else frozenset()


def _points(lines: tuple[Line, ...]) -> tuple[set[int], set[int]]:
    """Find the lines that open the points of a list, and those that go on under one."""
    points = {line.n for line in lines if _POINT.match(line.text)}
    hanging: set[int] = set()
    for line in lines if len(points) >= _LEAST_POINTS else ():
        if line.n not in points and not line.gap and {line.n - 1} & (points | hanging):
            hanging.add(line.n)
    return (points, hanging) if hanging else (set(), hanging)


class _Hyphens:
    """Words that were broken at the end of a line, judged by how the text prints them elsewhere."""

    def __init__(self, text: str) -> None:
        # Most texts break no words, and need no list of them.
        breaks = _BROKEN_WORD.search(text)
        self._words = {word.casefold() for word in _WORD.findall(text)} if breaks else set()
        broken = [f"{one[1]}{one[2]}".casefold() for one in _BROKEN_WORD.finditer(text)]
        kept = [f"{one[1]}-{one[2]}".casefold() for one in _BROKEN_WORD.finditer(text)]
        whole = sum(word in self._words for word in broken)
        self._drops = whole >= sum(word in self._words for word in kept) and whole > 0

    def edit(self, a: Line, b: Line) -> tuple[int, int, str]:
        """Give the edit that joins line `b` to line `a`."""
        if not a.text.endswith("-"):
            return a.end, a.end + 1, " "
        found = _BROKEN_WORD.match(f"{a.text[a.text.rfind(' ') + 1 :]}\n{b.text[:_LONGEST_WORD]}")
        if found is None:
            return a.end, a.end + 1, " "
        if f"{found[1]}{found[2]}".casefold() in self._words:
            return a.end - 1, a.end + 1, ""
        if f"{found[1]}-{found[2]}".casefold() in self._words or not self._drops:
            return a.end, a.end + 1, ""
        return a.end - 1, a.end + 1, ""


def _at(lines: Sequence[Line], share: float) -> int:
    """Give the length that such a share of lines does not exceed."""
    # the standard library's loads fractions and decimals, which takes a hundredth of a second
    ordered = sorted(len(line.text) for line in lines)
    return ordered[int(len(ordered) * share)]
