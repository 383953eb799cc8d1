"""What an archive gives of many passages at once: the passages as words, and words counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from greffier.archive.words import Cut
from greffier.model import Span

By = Literal["year", "month", "speaker", "of", "organisation", "body"]
# The numbers of words in a passage that are found together, in order.
Place: TypeAlias = tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPassage:
    """A passage that answers a question, as a corpus is asked for it: without its record.

    Args:
        session: the identifier of the session that it is of, as its witness tells of it.
        date: of that session, else of the record; as precise as it is known.
        span: the passage in the text of `witness`.
        text: its words as they are searched, as long as `span`.
        cut: those words one by one.
        places: each place where what was asked for stands: the numbers of its words.
    """

    witness: str
    turn: int | None
    session: str | None
    date: str | None
    speaker: str | None
    office: str | None
    of: str | None
    organisations: tuple[str, ...]
    bodies: tuple[str, ...]
    span: Span
    text: str
    cut: Cut
    places: tuple[Place, ...]

    def values(self, by: By) -> tuple[str, ...]:
        """Give what this passage is counted under; nothing where that is not known."""
        match by:
            case "organisation":
                return self.organisations
            case "body":
                return self.bodies
            case "year":
                return _shared(self.date, len("2021"))
            case "month":
                return _shared(self.date, len("2021-09"))
            case _:
                value = self.speaker if by == "speaker" else self.of
                return (value,) if value else ()


def _shared(date: str | None, length: int) -> tuple[str, ...]:
    """Give the year or month in which both ends of a date lie."""
    ends = {end[:length] for end in (date or "").split("/")}
    return tuple(ends) if len(ends) == 1 and len(min(ends)) == length else ()


@dataclass(frozen=True, slots=True)
class Size:
    """How much has a value: passages, and the words in them. The value None is not known."""

    value: str | None
    passages: int
    words: int


@dataclass(frozen=True, slots=True)
class Counted:
    """How often a word stands: `form` is the most frequent of its inflected forms."""

    form: str
    count: int


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of some passages, counted: `words` by what their inflected forms share."""

    total: int
    words: Mapping[str, Counted]
