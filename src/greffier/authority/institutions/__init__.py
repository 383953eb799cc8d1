"""Members, rules and chairs of organisations, true on the day.

Apart from `greffier.authority`, and from `greffier.model` too, so that a start of the program that
asks for none of this does not pay for it. The shipped rows are read at the first call of
`institutions`.
"""

from greffier.authority.institutions.loading import institutions, load_institutions
from greffier.authority.institutions.membership import (
    Seat,
    chairmanships_of,
    chairs_on,
    find_seat,
    members_on,
    rule_of,
)
from greffier.authority.institutions.rotation import (
    alphabetical_en,
    alphabetical_ru,
    expected_next,
)

__all__ = [
    "Seat",
    "alphabetical_en",
    "alphabetical_ru",
    "chairmanships_of",
    "chairs_on",
    "expected_next",
    "find_seat",
    "institutions",
    "load_institutions",
    "members_on",
    "rule_of",
]
