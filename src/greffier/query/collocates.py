"""Words that stand near another more often than by chance."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from greffier.archive.words import analysed
from greffier.errors import QueryError
from greffier.query.keyness import log_dice, together

if TYPE_CHECKING:
    from greffier.archive import Archive, Question
    from greffier.archive.speech import FoundPassage, Vocabulary

WINDOW = 5  # words on each side, unless said
WIDEST = 50
LEAST = 3  # times that two must stand together, unless said


@dataclass(frozen=True, slots=True, kw_only=True)
class Collocate:
    """A word that stands near what was asked for, with the counts that show how firmly.

    Args:
        word: the most frequent of its inflected forms, which are counted together.
        together: how often it stands within the window.
        expected: how often it would by chance.
        count: how often it stands at all, where the question's restrictions leave it.
        node: how often what was asked for stands.
        log_likelihood: how far `together` is from chance; see `query.keyness`.
        log_dice: how far the two keep to each other: 14 is always.
    """

    word: str
    together: int
    expected: float
    count: int
    node: int
    log_likelihood: float
    log_dice: float


def collocates(
    archive: Archive,
    question: Question,
    *,
    window: int = WINDOW,
    least: int = LEAST,
    limit: int = 50,
) -> tuple[Collocate, ...]:
    """Give the words that stand near those of a question, the furthest from chance first.

    Args:
        archive: what is looked through.
        question: its words are the node; its restrictions say where counts are taken.
        window: how many words on each side are near; a window ends with its passage.
        least: how often a word must stand there.
        limit: how many words are given.

    Raises:
        QueryError: the question cannot be read or has no words, or the window is too wide.
    """
    if not 1 <= window <= WIDEST:
        raise QueryError("window", f"{window} words", f"1 to {WIDEST} words on each side")
    if not question.words.strip():
        raise QueryError("query", "no word to look for", "give a word or a phrase")
    near: Counter[str] = Counter()
    nodes = 0
    for passage in archive.passages(question):
        nodes += len(passage.places)
        near.update(_near(passage, window))
    whole = archive.vocabulary(replace(question, words=""))
    rows = [
        _collocate(stem, count, near.total(), nodes, whole)
        for stem, count in near.items()
        if count >= least and not stem.isdigit()
    ]
    more = [row for row in rows if row.together > row.expected]
    more.sort(key=lambda row: (-row.log_likelihood, row.word))
    return tuple(more[:limit])


def _near(passage: FoundPassage, window: int) -> list[str]:
    """Give the stems of the words near what was found, each word once however many it is near."""
    words = passage.cut.words
    taken = {at for place in passage.places for at in place}
    beside = {
        at
        for place in passage.places
        for at in range(max(place[0] - window, 0), min(place[-1] + window + 1, len(words)))
    }
    return [analysed(words[at])[1] for at in beside - taken]


def _collocate(stem: str, count: int, near: int, nodes: int, whole: Vocabulary) -> Collocate:
    counted = whole.words[stem]
    return Collocate(
        word=counted.form,
        together=count,
        expected=near * counted.count / whole.total,
        count=counted.count,
        node=nodes,
        log_likelihood=together(count, near, counted.count, whole.total),
        log_dice=log_dice(count, nodes, counted.count),
    )
