"""Which line is the title of a record that does not state it in a field.

It stands above the date, mostly right above; but a head may also name the speaker, the house and
the city there. Without a date it is the first line that may be one.
"""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from greffier.reading.label_forms import CAPITALISED
from greffier.reading.labels import label_of
from greffier.reading.posts import states_post

if TYPE_CHECKING:
    from collections.abc import Sequence

    from greffier.model import Witness
    from greffier.reading.folding import View
    from greffier.reading.languages import Language
    from greffier.reading.layout import Line

_SHORT = 30
_LEAST = 2
_COLON = re.compile(r"[^\W\d_]: \w")
_LEDE_WORDS = 3
_BESIDE_WORDS = 8
_TITLE_WORDS = 4
_NEAR = 6
_CENTRED = 8
_MENU = re.compile(r"(?: /|:|\|)$")
# `CD/PV.1475`, `United Nations A/78/PV.4`, `[House Hearing, 115 Congress]`: what a document is
# called by those who file it.
_SYMBOL = re.compile(r"(?:\S{1,20} ){0,3}[A-Z]{1,8}(?:\.[A-Z]{1,8})?(?:/[\w.()-]{1,20}){1,4}$")
_BRACKETED = re.compile(r"\[.*\]$")


def title_line(
    lines: Sequence[Line], dated: int | None, witness: Witness, view: View, language: Language
) -> int | None:
    """Give the number of the line that is the title, if one is.

    Args:
        lines: those of the record, from its head on.
        dated: the number of its dateline.
        witness: in whose text the titles of printed pages are indented.
        view: where `lines` stand.
        language: whose labels are no titles.
    """
    if dated is not None:
        above = [line for line in lines if line.n < dated and _may_be(line)]
        if above:
            return _above(above, witness, view).n
        below = [line for line in lines if line.n == dated + 1]
        return below[0].n if below and _is_title(below[0], language) else None
    rest = list(itertools.dropwhile(lambda line: not _may_be(line), lines))
    if _is_headline(rest):
        return rest[0].n
    if rest and (first := _first(rest, witness, view, language)):
        return first.n
    for before, line in itertools.pairwise(lines):
        if label_of(line, language):
            return before.n if _may_be(before) and _is_title(before, language) else None
    return None


def _is_headline(lines: Sequence[Line]) -> bool:
    """Whether the first line stands by itself and ends no sentence: `SCO summit: Iran joins`."""
    if len(lines) < _LEAST or lines[0].n or not lines[1].gap:
        return False
    text = lines[0].text
    return _COLON.search(text) is not None and text[-1].isalnum()


def _may_be(line: Line) -> bool:
    return not (
        line.separates
        or _MENU.search(line.text)
        or _SYMBOL.match(line.text)
        or _BRACKETED.match(line.text)
        or states_post(line.text)
    )


def _first(lines: Sequence[Line], witness: Witness, view: View, language: Language) -> Line | None:
    """The first line, or the first that is centred where those of a printed page are."""
    near = [line for line in lines[:_NEAR] if _is_title(line, language)]
    centred = (line for line in near if _indent(line, witness, view) >= _CENTRED)
    if found := next(centred, None):
        return found
    return lines[0] if near and near[0] is lines[0] else None


def _above(above: Sequence[Line], witness: Witness, view: View) -> Line:
    """The line above a dateline that is the title: not the record in a sentence, nor who speaks."""
    if _indent(above[-1], witness, view) >= _CENTRED:
        return next((line for line in above if _indent(line, witness, view)), above[-1])
    told = [line for line in above if not _is_lede(line)] or [above[-1]]
    while len(told) > 1 and told[-1].text[0].islower():
        # `Press conference`, and below it `by NATO Secretary General Jens Stoltenberg`
        told.pop()
    if not _stands_beside(told[-1]):
        return told[-1]
    for line in reversed(told[-_NEAR:]):
        if line.words >= _TITLE_WORDS and not _stands_beside(line):
            return line
    return told[-1]


def _stands_beside(line: Line) -> bool:
    """`Washington, DC`; `Antony J. Blinken, Secretary of State`."""
    parts = line.text.split(", ")
    return (
        1 < len(parts) <= _TITLE_WORDS
        and line.words <= _BESIDE_WORDS
        and all(CAPITALISED.match(part) for part in parts)
    )


def _is_lede(line: Line) -> bool:
    return line.words > _LEDE_WORDS and line.text.rstrip("\"')").endswith(".")


def _is_title(line: Line, language: Language) -> bool:
    """Short, ends no sentence, announces no speaker, and is no row of asterisks."""
    return (
        line.words <= _SHORT
        and not line.ends_sentence
        and not line.separates
        and not line.omits
        and label_of(line, language) is None
    )


def _indent(line: Line, witness: Witness, view: View) -> int:
    """Count the blanks before a line of the witness."""
    start = view.span(line.start, line.start + 1).start
    before = witness.text[max(start - 80, 0) : start].rpartition("\n")[2]
    return len(before) if not before.strip() else 0
