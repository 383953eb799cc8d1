"""Which witnesses are of one record, and where they differ.

`sketch` and `Index` find the few witnesses that may be copies of a text; `same_record` has the
final word on two of them; `align_claims` and `variants` say where they differ, and `base_of` which
of them the others are told from.
"""

from greffier.collation.aligning import align, align_claims
from greffier.collation.basing import base_of
from greffier.collation.grouping import same_address, same_record
from greffier.collation.index import Index
from greffier.collation.sketching import compare, hashes, likeliest, nearest, sketch, worth_aligning
from greffier.collation.variants import variants

__all__ = [
    "Index",
    "align",
    "align_claims",
    "base_of",
    "compare",
    "hashes",
    "likeliest",
    "nearest",
    "same_address",
    "same_record",
    "sketch",
    "variants",
    "worth_aligning",
]
