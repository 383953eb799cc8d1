"""What is known before any record is opened: states, and organisations with their bodies."""

from greffier.authority.find import find_bodies, find_offices, find_organisation, find_state
from greffier.authority.institutions import institutions, load_institutions
from greffier.authority.load import load, shipped
from greffier.authority.membership import Seat, chairmanships_of, chairs_on, members_on, rule_of
from greffier.authority.names import Names, fold
from greffier.authority.rotation import alphabetical_en, alphabetical_ru, expected_next

__all__ = [
    "Names",
    "Seat",
    "alphabetical_en",
    "alphabetical_ru",
    "chairmanships_of",
    "chairs_on",
    "expected_next",
    "find_bodies",
    "find_offices",
    "find_organisation",
    "find_state",
    "fold",
    "institutions",
    "load",
    "load_institutions",
    "members_on",
    "rule_of",
    "shipped",
]
