"""Citations: what is cited, as CSL-JSON, and from that as BibTeX, RIS and plain text."""

from greffier.exports.citing.bibtex import bibtex
from greffier.exports.citing.item import Item, item_of
from greffier.exports.citing.naming import Cited, cited, part, passage
from greffier.exports.citing.ris import ris
from greffier.exports.citing.text import STYLES, citation

__all__ = [
    "STYLES",
    "Cited",
    "Item",
    "bibtex",
    "citation",
    "cited",
    "item_of",
    "part",
    "passage",
    "ris",
]
