"""What the page says on which two witnesses stand beside each other."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, cast

from greffier.errors import QueryError
from greffier.model import VARIANT_KINDS, Compared, Span, Variant
from greffier.query.comparing import extent
from greffier.query.rows import rows

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from greffier.model import VariantKind
    from greffier.query.comparing import Comparison
    from greffier.query.rows import Cell, Row

PER_PAGE: Final = 50  # variants, and whatever others stand in the last row
_MOST: Final = 3_000  # characters of one stretch; of a longer one the beginning and the end
_FRONT: Final = 1_600
_BACK: Final = 800
_EMPTY: Final = re.compile(r"[^\S\n]*\n\s*")

TOLD: Final[dict[VariantKind, str]] = {
    "wording": "other words",
    "omission": "words that only the base has",
    "addition": "words that only the other has",
    "transposition": "the same words in another place",
    "spelling": "a word spelt otherwise",
    "typography": "the same word, otherwise printed",
    "gloss": "a note of the page in the sentence",
    "furniture": "of the page, not of the record",
}
"""The classes of variants in the order of the legend, and what each of them means."""


@dataclass(frozen=True, slots=True)
class Bit:
    """Some words of a row as the page shows them.

    Args:
        text: the words; empty where the other witness has some that this one lacks.
        at: where they begin.
        n: the number of the variant that they are; 0 if they are none that is shown.
        variant: which.
        anchored: the variant's name in addresses leads here.
        rest: how many words are left out behind `text`.
        end: where all of them end, if some are left out.
        tail: the last of the words, behind those left out.
    """

    text: str
    at: int
    n: int = 0
    variant: Variant | None = None
    anchored: bool = False
    rest: int = 0
    end: int = 0
    tail: str = ""

    @property
    def missed(self) -> int:
        """How many words the other witness has here, where this one has none."""
        return 0 if self.text or not self.variant else self.variant.a_words or self.variant.b_words

    @property
    def span(self) -> Span:
        """Where the words stand from which some are left out."""
        return Span(self.at, self.end)


@dataclass(frozen=True, slots=True)
class Pair:
    """A row: some of both witnesses. Of a `folded` one nothing differs that is shown."""

    base: tuple[Bit, ...]
    other: tuple[Bit, ...]
    numbers: tuple[int, ...] = ()
    words: int = 0

    @property
    def folded(self) -> bool:
        """Whether the row has no variant that is shown."""
        return not self.numbers


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One page of two witnesses beside each other.

    Args:
        one: the two.
        pairs: the rows of this page.
        shown: the numbers of all variants that are shown, on whatever page.
        at: the one that the reader was led to; 0 for none.
        number: which page it is, from 1.
        pages: the first variant of each page.
        extents: how much each variant of this page is, in words.
    """

    one: Compared
    pairs: tuple[Pair, ...]
    shown: tuple[int, ...]
    at: int
    number: int
    pages: tuple[int, ...]
    extents: dict[int, str]

    @property
    def place(self) -> int:
        """Which of those shown the variant is that the reader was led to, from 1."""
        return bisect_right(self.shown, self.at)

    def after(self, n: int) -> int:
        """Give the number of the next variant that is shown; 0 behind the last."""
        place = bisect_right(self.shown, n)
        return self.shown[place] if place < len(self.shown) else 0

    def before(self, n: int) -> int:
        """Give the number of the variant before; 0 before the first."""
        place = bisect_left(self.shown, n)
        return self.shown[place - 1] if place else 0


def asked_kinds(names: Iterable[str]) -> tuple[VariantKind, ...]:
    """Give the classes of variants that an address asks for.

    Raises:
        QueryError: there is no such class.
    """
    chosen = tuple(dict.fromkeys(names))
    for name in chosen:
        if name not in VARIANT_KINDS:
            raise QueryError("class", repr(name[:40]), f"one of {', '.join(VARIANT_KINDS)}")
    return cast("tuple[VariantKind, ...]", chosen)


def sheet_of(found: Comparison, kinds: Collection[VariantKind], at: int) -> Sheet:
    """Lay out the first witness that is compared beside the base.

    Args:
        found: the comparison.
        kinds: the classes that are marked; all unless any is said.
        at: the number of the variant to lead to; the next that is shown if it is not.
    """
    one = found.compared[0]
    shown = tuple(
        n for n, variant in enumerate(one.variants, start=1) if not kinds or variant.kind in kinds
    )
    base, other = found.base.text, found.texts[one.witness].text
    paged = list(_paged(_pairs(one, base, other, frozenset(shown))))
    at = shown[min(bisect_left(shown, at), len(shown) - 1)] if shown and at else 0
    number = next((place for place, page in enumerate(paged) if at in page.numbers), 0)
    pairs = tuple(paged[number].pairs) if paged else ()
    here = {n for pair in pairs for n in pair.numbers}
    return Sheet(
        one=one,
        pairs=pairs,
        shown=shown,
        at=at,
        number=number + 1,
        pages=tuple(min(page.numbers, default=0) for page in paged),
        extents={n: extent(one.variants[n - 1], base, other) for n in sorted(here)},
    )


@dataclass(slots=True)
class _Page:
    pairs: list[Pair] = field(default_factory=list)
    numbers: set[int] = field(default_factory=set)


def _paged(pairs: Iterable[Pair]) -> Iterator[_Page]:
    """Yield pages; a row that is folded begins none, so that each has something to show."""
    page = _Page()
    for pair in pairs:
        if len(page.numbers) >= PER_PAGE and pair.numbers:
            yield page
            page = _Page()
        page.pairs.append(pair)
        page.numbers.update(pair.numbers)
    if page.pairs:
        yield page


def _pairs(one: Compared, base: str, other: str, shown: frozenset[int]) -> Iterator[Pair]:
    """Yield the rows of two witnesses, those between which nothing is shown made one."""
    folded: list[Row] = []
    named: set[int] = set()
    for row in rows(one, base, other):
        numbers = tuple(n for n in row.numbers if n in shown)
        if not numbers:
            folded.append(row)
            continue
        yield from _folded(folded, base, other)
        folded = []
        left, right = (tuple(_bits(side, one, shown, named)) for side in (row.base, row.other))
        yield Pair(base=left, other=right, numbers=numbers)
    yield from _folded(folded, base, other)


def _folded(alike: Sequence[Row], base: str, other: str) -> Iterator[Pair]:
    if not alike:
        return
    sides = []
    for text, cells in (
        (base, [cell for row in alike for cell in row.base]),
        (other, [cell for row in alike for cell in row.other]),
    ):
        start, end = (cells[0].at, cells[-1].at + len(cells[-1].text)) if cells else (0, 0)
        sides.append((_clipped(Bit(text[start:end], at=start)),) if start < end else ())
    yield Pair(base=sides[0], other=sides[1], words=sum(row.words for row in alike))


def _bits(
    cells: Iterable[Cell], one: Compared, shown: frozenset[int], named: set[int]
) -> Iterator[Bit]:
    """Yield one side of a row; a variant has its name where its words stand first."""
    for cell in cells:
        if cell.n in shown:
            anchored = bool(cell.text) and cell.n not in named
            named.update([cell.n] if anchored else ())
            variant = one.variants[cell.n - 1]
            yield _clipped(Bit(cell.text, cell.at, cell.n, variant, anchored))
        elif cell.text:
            yield _clipped(Bit(cell.text, cell.at))


def _clipped(bit: Bit) -> Bit:
    """Leave out empty lines, and the middle of what is more than the eye takes in at once."""
    if len(bit.text) <= _MOST:
        return replace(bit, text=_closed_up(bit.text))
    front = bit.text.rfind(" ", 0, _FRONT) + 1 or _FRONT
    back = bit.text.find(" ", len(bit.text) - _BACK)
    back = back if back > 0 else len(bit.text) - _BACK
    rest = len(bit.text[front:back].split())
    return replace(
        bit,
        text=_closed_up(bit.text[:front]),
        rest=rest,
        end=bit.at + len(bit.text),
        tail=_closed_up(bit.text[back:]),
    )


def _closed_up(text: str) -> str:
    return _EMPTY.sub("\n", text)
