"""A witness that is compared: its words, and what the reading knows of each of them."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias

import numpy as np

from greffier.collation.aligning import span_of, words_of
from greffier.collation.sketching import outside
from greffier.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from greffier.collation.words import Words
    from greffier.model.collation import Claim, VariantPlace

_LAST_BLANK: Final = re.compile(r"\s(?=\S*\Z)")
RunKind: TypeAlias = Literal["own", "furniture", "gloss", "moved"]


class Run(NamedTuple):
    """Words of one kind in a row."""

    kind: RunKind
    first: int
    stop: int


class Side(NamedTuple):
    """The text of a witness with its words, and the kind of each."""

    text: str
    found: Words
    kinds: list[RunKind]
    first_own: int
    stop_own: int

    @classmethod
    def of(cls, claim: Claim, moved: Iterable[Span] = ()) -> Side:
        """Make the side of a witness, of which some words stand elsewhere in the other."""
        found = words_of(claim)
        kinds: list[RunKind] = ["own"] * len(found)
        known: tuple[tuple[RunKind, Iterable[Span]], ...] = (
            ("moved", moved),
            ("furniture", claim.furniture),
            ("gloss", claim.glosses),
        )
        for kind, spans in known:
            for at in np.flatnonzero(~outside(found, spans)).tolist():
                kinds[at] = kind
        own = [at for at, kind in enumerate(kinds) if kind == "own"] or [0]
        return cls(claim.text, found, kinds, own[0], own[-1] + 1)

    def span(self, first: int, stop: int) -> Span | None:
        """Give where some words stand; None where there are none."""
        return span_of(self.found, first, stop) if first < stop else None

    def word(self, at: int) -> str:
        """Give a word as it stands."""
        return self.text[int(self.found.starts[at]) : int(self.found.ends[at])]

    def ends(self, at: int) -> bool:
        """Say whether a word is the last of the text."""
        return at + 1 == len(self.found)

    def stretch(self, first: int, stop: int) -> str:
        """Give some words as they stand, without what follows them."""
        return self.text[int(self.found.starts[first]) : int(self.found.ends[stop - 1])]

    def written(self, at: int, *, alone: bool) -> Span:
        """Give where a word stands with its punctuation, or without what is behind it.

        What is printed close to the next word belongs to that: `said, (laughing)` is two.
        """
        start, end = int(self.found.starts[at]), int(self.found.ends[at])
        if at:
            before = self.text[int(self.found.ends[at - 1]) : start]
            blank = _LAST_BLANK.search(before)
            start -= len(before) - blank.end() if blank else 0
        if not alone:
            behind = self.text[end : None if self.ends(at) else int(self.found.starts[at + 1])]
            blank = None if self.ends(at) else _LAST_BLANK.search(behind)
            end += len(behind[: blank.end() if blank else None].rstrip())
        return Span(start, end)

    def runs(self, first: int, stop: int) -> Iterator[Run]:
        """Yield the words of a stretch, those of one kind together."""
        for kind, places in groupby(range(first, stop), key=self.kinds.__getitem__):
            at = list(places)
            yield Run(kind, at[0], at[-1] + 1)

    def place(self, at: int) -> VariantPlace:
        """Say whether the record's own words all stand behind a place, or before it."""
        if at <= self.first_own:
            return "start"
        return "inside" if at < self.stop_own else "end"
