"""The words of a PDF file with their bold ones, taken in this process."""

from __future__ import annotations

import pypdfium2

from greffier.sources.pdf.ordering import ordered
from greffier.sources.pdf.pieces import Piece, pieces_of
from greffier.sources.pdf.writing import written

_MOST_PAGES = 5_000
_WANTED = "save it anew, or give the record as text"


class RefusedError(Exception):
    """A PDF file that is not read: what was met in it, and what would be right."""

    def __init__(self, met: str, wanted: str) -> None:
        super().__init__(met)
        self.met, self.wanted = met, wanted


def taken(data: bytes) -> tuple[str, list[tuple[int, int]]]:
    """Give the words of a PDF file, and where bold ones begin and end.

    Raises:
        RefusedError: it is damaged or needs a password, or it has no text.
    """
    pages = _pages(data)
    if not any(pages):
        met = "a PDF file without text: its pages are pictures, as a scanner makes them"
        raise RefusedError(met, "have its text recognised (OCR) and give that")
    words, marks = written(ordered(pages))
    return words, [(mark.span.start, mark.span.end) for mark in marks]


def _pages(data: bytes) -> list[list[Piece]]:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise RefusedError("a PDF file that needs a password", "save it without one") from error
        raise RefusedError("a damaged PDF file", _WANTED) from error
    try:
        if len(document) > _MOST_PAGES:
            raise RefusedError(f"a PDF file of {len(document):,} pages", "divide it")
        return [pieces_of(document[n]) for n in range(len(document))]
    except pypdfium2.PdfiumError as error:
        raise RefusedError("a damaged PDF file", _WANTED) from error
    finally:
        document.close()
