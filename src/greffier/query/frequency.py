"""How often something was said: over time, by speaker, by state; raw, and per million words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from greffier.errors import QueryError

if TYPE_CHECKING:
    from greffier.archive import Archive, Question
    from greffier.archive.speech import By

_MILLION = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Frequency:
    """How often something was said in what has one value: None, where that is not known.

    Args:
        value: a year, a month, a speaker, what his office is of, an organisation, a body.
        occurrences: how often it was said.
        passages: in how many passages.
        words: all words of what has the value, said of it or not.
        per_million: occurrences in a million of those words.
    """

    value: str | None
    occurrences: int
    passages: int
    words: int
    per_million: float


def frequency(archive: Archive, question: Question, *, by: By = "year") -> tuple[Frequency, ...]:
    """Count how often the words of a question were said, by what its passages share.

    Every value that the question's restrictions leave is told, also where it was never said. Times
    come in order, the unknown last; of other values those come first of which it was said most.

    Raises:
        QueryError: the question cannot be read, or has no words.
    """
    if not question.words.strip():
        raise QueryError("query", "no word to count", "give a word or a phrase")
    said: Counter[str | None] = Counter()
    held: Counter[str | None] = Counter()
    for passage in archive.passages(question):
        for value in passage.values(by) or (None,):
            said[value] += len(passage.places)
            held[value] += 1
    rows = [
        Frequency(
            value=size.value,
            occurrences=said[size.value],
            passages=held[size.value],
            words=size.words,
            per_million=said[size.value] * _MILLION / size.words if size.words else 0.0,
        )
        for size in archive.sizes(replace(question, words=""), by=by)
    ]
    if by not in {"year", "month"}:
        rows.sort(key=lambda row: (row.value is None, -row.occurrences, row.value or ""))
    return tuple(rows)
