"""TEI P5: a record's witnesses beside each other, and one reading whole, there and back."""

from greffier.exports.tei.comparison import comparison
from greffier.exports.tei.document import document
from greffier.exports.tei.returning import reading_of

__all__ = ["comparison", "document", "reading_of"]
