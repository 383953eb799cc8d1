"""TEI P5: a record's witnesses beside each other, and one reading whole, there and back."""

from greffier.exports.tei.comparison import comparison

__all__ = ["comparison"]
