"""An archive as a corpus, for Python programs: words in context, and counted."""

from __future__ import annotations

from sys import maxsize
from typing import TYPE_CHECKING, TypedDict, Unpack

from greffier.archive import Question
from greffier.archive.speech import Size
from greffier.authority import shipped
from greffier.library.rows import Rows
from greffier.query import collocates as beside
from greffier.query import concordance as lines
from greffier.query import frequency as counted
from greffier.query import keywords as used
from greffier.query import named
from greffier.query import positions as side_by_side

if TYPE_CHECKING:
    from collections.abc import Sequence

    from greffier.archive import Archive
    from greffier.archive.speech import By
    from greffier.archive.stored import Sort
    from greffier.model import RecordKind


class Restrictions(TypedDict, total=False):
    """What hits must be besides holding the words: the fields of `Question`, told there."""

    speaker: str | None
    office: str | None
    of: str | None
    organisation: str | None
    body: str | None
    session: str | None
    since: str | None
    until: str | None
    kind: RecordKind | None
    language: str | None
    spoken: bool | None
    copies: bool
    among: tuple[str, ...] | None
    sort: Sort
    facets: int
    limit: int
    offset: int


def asked(words: str, restrictions: Restrictions) -> Question:
    """Make a question of what a method was given, its names as the readings have them."""
    return named(Question(words=words, **restrictions), shipped())


def _total(found: lines.Concordance, offset: int) -> int | None:
    """Give how many lines there are in all; None where not all of them were looked at."""
    if found.sorted_from is not None:
        return found.sorted_from if found.complete else None
    if found.more or (offset and not found.lines):
        return None
    return offset + len(found.lines)


class Corpus:
    """What an open archive counts. Each method raises QueryError for what cannot be read.

    Args:
        archive: what keeps it.
    """

    def __init__(self, archive: Archive) -> None:
        self.archive = archive

    def concordance(
        self,
        words: str,
        *,
        context: int = lines.CONTEXT,
        by: lines.Neighbour | None = None,
        **restrictions: Unpack[Restrictions],
    ) -> Rows[lines.Line]:
        """Give the places where words stand, with the words on each side: see `greffier kwic`.

        Their `total` is None where more follow: only as many lines were looked for.

        Args:
            words: as `greffier search` takes them.
            context: words on each side.
            by: sort by the neighbours to the left or right, or by the speakers.
            restrictions: what the passages must be besides; their order, how many lines.
        """
        question = asked(words, Restrictions(**{"sort": "oldest", **restrictions}))
        found = lines.concordance(
            self.archive, question, context=context, by=by, most=lines.ALL_SORTED
        )
        return Rows(lines.Line, found.lines, total=_total(found, question.offset))

    def frequency(
        self, words: str, *, by: By = "year", **restrictions: Unpack[Restrictions]
    ) -> Rows[counted.Frequency]:
        """Count how often words were said, by what passages share: see `greffier frequency`."""
        found = counted.frequency(self.archive, asked(words, restrictions), by=by)
        return Rows(counted.Frequency, found)

    def keywords(
        self,
        against: Restrictions | None = None,
        *,
        words: str = "",
        least: int = used.LEAST,
        **restrictions: Unpack[Restrictions],
    ) -> Rows[used.Keyword]:
        """Give the words that some passages use more than others: see `greffier keywords`.

        Args:
            against: what the others are restricted by; all others unless given.
            words: what the passages must hold.
            least: how often a word must stand in them.
            restrictions: what they must be besides, and how many words are given.
        """
        question = asked(words, restrictions)
        other = None if against is None else asked("", against)
        found = used.keywords(self.archive, question, other, least=least, limit=maxsize)
        return Rows(used.Keyword, found[question.offset :][: question.limit], total=len(found))

    def languages(self, words: str = "", **restrictions: Unpack[Restrictions]) -> Rows[Size]:
        """Give the passages, and the words in them, by language: counts of several say little."""
        return Rows(Size, self.archive.languages(asked(words, restrictions)))

    def collocates(
        self,
        words: str,
        *,
        window: int = beside.WINDOW,
        least: int = beside.LEAST,
        **restrictions: Unpack[Restrictions],
    ) -> Rows[beside.Collocate]:
        """Give the words that stand near others more than by chance: see `greffier collocates`.

        Args:
            words: what they stand near.
            window: how many words on each side are near.
            least: how often a word must stand there.
            restrictions: what the passages must be besides, and how many words are given.
        """
        question = asked(words, restrictions)
        found = beside.collocates(self.archive, question, window=window, least=least, limit=maxsize)
        return Rows(beside.Collocate, found[question.offset :][: question.limit], total=len(found))

    def positions(
        self,
        words: str,
        columns: Sequence[str],
        *,
        by: side_by_side.Column = "of",
        **restrictions: Unpack[Restrictions],
    ) -> side_by_side.Positions:
        """Put side by side what several states, or speakers, said: see `greffier positions`."""
        known = shipped()
        if by == "of":
            columns = [named(Question(words="", of=one), known).of or one for one in columns]
        return side_by_side.positions(self.archive, asked(words, restrictions), columns, by=by)
