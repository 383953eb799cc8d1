"""Which witnesses are of one record, and where they differ: the words of collation as values.

Spans in a value of two witnesses are named after them: `a` points into the text of the first, `b`
into the text of the second. Where they differ is told from the first, the *base*.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from greffier.errors import SpanError
from greffier.model.reading import Reading, RecordHead
from greffier.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

VariantKind = Literal[
    "furniture",
    "gloss",
    "typography",
    "spelling",
    "wording",
    "omission",
    "addition",
    "transposition",
]
VariantPlace = Literal["start", "inside", "end"]
HASH_BYTES = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """A small part of what a text is made of, by which other witnesses of its record are found.

    Args:
        kept: the hashes of its runs of words that were kept, each once, from the lowest, as
            little-endian integers of eight bytes that never reach 2 to the power of 63.
        whole: every hash was kept (the text is short), not only those of the lowest eighth.
        coarse: how many of the kept ones are of the lowest eighth: what a sketch that is whole is
            compared by with one that is not.
    """

    kept: bytes
    whole: bool
    coarse: int

    @property
    def size(self) -> int:
        """How many hashes were kept."""
        return len(self.kept) // HASH_BYTES


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A witness whose sketch shares so much with another's that the two should be aligned.

    Args:
        witness: the key that it was kept under.
        shared: how many hashes both sketches kept.
        of_asked: the share of the asked text that the candidate holds, 0 to 1.
        of_candidate: the share of the candidate that the asked text holds.
    """

    witness: str
    shared: int
    of_asked: float
    of_candidate: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What a witness brings when it is asked which record it carries.

    Args:
        witness: the key of the witness, such as its digest.
        text: what every span points into.
        head: what the record says it is, if that was read.
        furniture: what the reading found to be the page's and not the record's.
        glosses: tooltips that stand in the sentences.
        official: the publisher is the one whose record it is.
    """

    witness: str
    text: str
    head: RecordHead | None = None
    furniture: tuple[Span, ...] = ()
    glosses: tuple[Span, ...] = ()
    official: bool = False

    @classmethod
    def of(cls, reading: Reading, *, official: bool = False) -> Claim:
        """Make the claim of a witness that was read."""
        return cls(
            witness=reading.witness.digest,
            text=reading.witness.text,
            head=reading.record,
            furniture=reading.furniture,
            glosses=tuple(gloss.span for gloss in reading.glosses),
            official=official,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words that two witnesses have in common, in the same order: where they stand in each."""

    a: Span
    b: Span
    words: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouping:
    """Two witnesses are of one record, and why: what the archive keeps as evidence.

    Args:
        a: the key of the first witness.
        b: the key of the second.
        a_in_b: the share of the words of `a` that stand in `b` too, furniture and glosses left out.
        b_in_a: the same, the other way about.
        words: how many words are aligned.
        passages: the longest stretches that both have, in the order of `a`.
        reasons: what was compared and found to agree, for people.
        rule: what joined them.
    """

    a: str
    b: str
    a_in_b: float
    b_in_a: float
    words: int
    passages: tuple[Passage, ...]
    reasons: tuple[str, ...]
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch of two texts: the `same` words in both, or words that only one has, or others.

    What stands between two words goes with the first of them, so that the segments of an alignment
    put together give back each text, whole.
    """

    same: bool
    a: Span | None
    b: Span | None
    a_words: int = 0
    b_words: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """Two texts beside each other, word by word: segments that cover both, in their order.

    Args:
        a_length: code points of the first text.
        b_length: code points of the second.
        segments: in the order of both texts.
        moved: what both have, but not in the same order; it lies in segments that are not the same.

    Raises:
        SpanError: the segments leave out or repeat a part of a text.
    """

    a_length: int
    b_length: int
    segments: tuple[Segment, ...]
    moved: tuple[Passage, ...] = ()

    def __post_init__(self) -> None:
        for name, length in (("a", self.a_length), ("b", self.b_length)):
            at = 0
            for span in self.spans(name):
                if span.start != at:
                    raise SpanError(
                        f"alignment, {name}", f"{at}..{span.start}", "segments follow each other"
                    )
                at = span.end
            if at != length:
                raise SpanError(f"alignment, {name}", f"it ends at {at}", f"wanted {length}")

    def spans(self, name: str) -> Iterator[Span]:
        """Yield the spans of the segments in text `a` or `b`."""
        for segment in self.segments:
            span = segment.a if name == "a" else segment.b
            if span is not None:
                yield span

    @property
    def words(self) -> int:
        """How many words are aligned."""
        return sum(segment.a_words for segment in self.segments if segment.same)


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """A place where two witnesses differ, told from the first.

    Args:
        kind: what sort of difference; an `omission` is words of `a` that `b` lacks.
        a: the words in the first; none where they are an addition.
        b: the words in the second; none where they are an omission.
        a_words: how many words `a` spans.
        b_words: how many words `b` spans.
        place: `start` or `end` where it is the beginning or end of a text that is missing.
        rule: what classed it.
    """

    kind: VariantKind
    a: Span | None
    b: Span | None
    a_words: int = 0
    b_words: int = 0
    place: VariantPlace = "inside"
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """The witness that the others are told from, and by which rules it was chosen."""

    witness: str
    reasons: tuple[str, ...]
