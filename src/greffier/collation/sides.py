"""A witness that is compared: its words, and what the reading knows of each of them."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

import numpy as np

from greffier.collation.aligning import span_of, words_of
from greffier.collation.sketching import outside
from greffier.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from greffier.collation.words import Words
    from greffier.model.collation import Claim, VariantPlace

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
        return cls(claim.text, found, kinds)

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
        """Give where a word stands, with the punctuation behind it unless it is alone."""
        start, end = int(self.found.starts[at]), int(self.found.ends[at])
        if not alone:
            behind = len(self.text) if self.ends(at) else int(self.found.starts[at + 1])
            end = start + len(self.text[start:behind].rstrip())
        return Span(start, end)

    def runs(self, first: int, stop: int) -> Iterator[Run]:
        """Yield the words of a stretch, those of one kind together."""
        for kind, places in groupby(range(first, stop), key=self.kinds.__getitem__):
            at = list(places)
            yield Run(kind, at[0], at[-1] + 1)

    def place(self, at: int) -> VariantPlace:
        """Say whether the record's own words all stand behind a place, or before it."""
        if "own" not in self.kinds[:at]:
            return "start"
        return "inside" if "own" in self.kinds[at:] else "end"
