"""What is known before any record is opened: states, and organisations with their bodies."""

from greffier.authority.find import find_bodies, find_offices, find_organisation, find_state
from greffier.authority.load import load, shipped
from greffier.authority.names import Names, fold

__all__ = [
    "Names",
    "find_bodies",
    "find_offices",
    "find_organisation",
    "find_state",
    "fold",
    "load",
    "shipped",
]
