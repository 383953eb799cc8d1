"""Labels of languages and publishers nobody told the reader of: words before a colon that recur.

`De voorzitter:` comes again and again; `El señor VICEPRESIDENTE (Rodríguez):` begins as other
labels do whose names made them plain; `问：` and `答：` have no capitals at all.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from greffier.reading.label_forms import Label
    from greffier.reading.languages import Language

_RECURS = 3
_FEW = 2
_LONG_WORD = 4  # `Poseł`, `Minister`; no article


def recurring(
    sure: Mapping[int, Label], doubtful: Iterable[tuple[int, Label]], language: Language
) -> dict[int, Label]:
    """Give the labels that their recurring shows, or that begin as several others do."""
    weak = {n: one for n, one in doubtful if one.rule == "label:recurs"}
    often = Counter(one.key for one in weak.values())
    again = sum(count >= _FEW for count in often.values())
    least = _FEW if len(sure) + again >= _RECURS or again >= _FEW else _RECURS
    known = set() if language.labels.not_openings else _known(sure)
    return {
        n: one
        for n, one in weak.items()
        if often[one.key] >= least or not known.isdisjoint(_openings(one.key))
    }


def _known(sure: Mapping[int, Label]) -> set[str]:
    """Find the words that several labels begin with: `el señor`."""
    keys = {one.key for one in sure.values()}
    often = Counter(opening for key in keys for opening in _openings(key))
    return {opening for opening in often if often[opening] >= _FEW}


def _openings(key: str) -> Iterator[str]:
    """Yield the words that a label begins with, where they can be those before a name."""
    words = key.split(" ")
    if len(words) > _FEW:
        yield f"{words[0]} {words[1]}"
    if len(words) >= _FEW and len(words[0]) >= _LONG_WORD:
        yield words[0]
