"""Words that one speaker, state or period uses more than another."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from greffier.archive.speech import Counted, Vocabulary
from greffier.errors import QueryError
from greffier.query.keyness import log_likelihood, log_ratio

if TYPE_CHECKING:
    from greffier.archive import Archive, Question

LEAST = 3  # times that a word must stand, unless said: of fewer nothing follows
_NONE = Counted("", 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Keyword:
    """A word that is used more here than there, with the counts that show it.

    Args:
        word: the most frequent of its inflected forms, which are counted together.
        count, of: how often it stands here, of how many words.
        other, of_other: how often there, of how many.
        log_likelihood: how far that is from chance; see `query.keyness`.
        log_ratio: how large the difference is: 1 is twice as often, 2 four times.
    """

    word: str
    count: int
    of: int
    other: int
    of_other: int
    log_likelihood: float
    log_ratio: float


def keywords(
    archive: Archive,
    question: Question,
    against: Question | None = None,
    *,
    least: int = LEAST,
    limit: int = 50,
) -> tuple[Keyword, ...]:
    """Give the words that the passages of one question use more than those of another.

    Args:
        archive: what is looked through.
        question: whose words; at least one restriction, or words that its passages must hold.
        against: what they are set against: unless given, all other passages in the same language,
            said or not said as those of the question are asked for.
        least: how often a word must stand here.
        limit: how many words, those furthest from chance first.

    Raises:
        QueryError: a question cannot be read, or one side has no words at all.
    """
    ours = archive.vocabulary(question)
    theirs = archive.vocabulary(against or around(question))
    if against is None:
        theirs = without(theirs, ours)
    for side, vocabulary in (("question", ours), ("against", theirs)):
        if not vocabulary.total:
            raise QueryError(side, "no passage is left", "restrict it less")
    rows = (
        _keyword(stem, counted, ours, theirs)
        for stem, counted in ours.words.items()
        if counted.count >= least and not counted.form.isdigit()
    )
    more = [row for row in rows if row.log_ratio > 0]
    more.sort(key=lambda row: (-row.log_likelihood, row.word))
    return tuple(more[:limit])


def around(question: Question) -> Question:
    """Give the question for all that is like the passages of this one, they among it."""
    empty = type(question)(words="", language=question.language, spoken=question.spoken)
    return replace(empty, copies=question.copies)


def without(whole: Vocabulary, part: Vocabulary) -> Vocabulary:
    """Give the counts of a whole without those of a part of it."""
    words = {
        stem: Counted(counted.form, rest)
        for stem, counted in whole.words.items()
        if (rest := counted.count - part.words.get(stem, _NONE).count) > 0
    }
    return Vocabulary(total=whole.total - part.total, words=words)


def _keyword(stem: str, counted: Counted, ours: Vocabulary, theirs: Vocabulary) -> Keyword:
    other = theirs.words.get(stem, _NONE).count
    counts = (counted.count, ours.total, other, theirs.total)
    return Keyword(
        word=counted.form,
        count=counted.count,
        of=ours.total,
        other=other,
        of_other=theirs.total,
        log_likelihood=log_likelihood(*counts),
        log_ratio=log_ratio(*counts),
    )
