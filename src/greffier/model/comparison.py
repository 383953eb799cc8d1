"""One witness beside the base of its record, for whoever shows or writes where they differ."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, get_args

from greffier.model.collation import Alignment, Variant, VariantKind
from greffier.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

VARIANT_KINDS: Final[tuple[VariantKind, ...]] = get_args(VariantKind)
# What touches the record's own words comes first; the rest is of the page or of the print.
GRAVEST: Final[tuple[VariantKind, ...]] = (
    "wording",
    "omission",
    "addition",
    "transposition",
    "spelling",
    "typography",
    "gloss",
    "furniture",
)
OF_WORDS: Final[frozenset[VariantKind]] = frozenset(GRAVEST[:5])


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A stretch of two texts beside each other; the parts of a pair put together are both texts.

    Args:
        a: where it stands in the base, if it does.
        b: where it stands in the other witness, if it does.
        variant: the place of the variant that it is in the list of variants; None where both say
            the same but for white space and what stands between words. The two sides of a
            transposition are two parts.
    """

    a: Span | None
    b: Span | None
    variant: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A witness set beside the base of its record.

    Args:
        witness: its name.
        alignment: `a` is the base, `b` the witness.
        variants: where they differ, told from the base, in order.
        parts: both texts cut wherever a variant begins or ends.
    """

    witness: str
    alignment: Alignment
    variants: tuple[Variant, ...]
    parts: tuple[Part, ...]

    @property
    def counts(self) -> dict[VariantKind, int]:
        """How many variants there are of each kind that there is, the gravest first."""
        return counted_kinds(one.kind for one in self.variants)


def counted_kinds(kinds: Iterable[VariantKind]) -> dict[VariantKind, int]:
    """Count kinds of variants; those that touch the record's own words come first."""
    counts = Counter(kinds)
    return {kind: counts[kind] for kind in GRAVEST if counts[kind]}
