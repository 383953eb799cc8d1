"""PDF with a text layer: its lines in reading order, with bold words as marks.

Three steps: `pieces` (what the file prints where), `ordering` (running heads and numbers of pages
away, columns one after the other), `writing` (lines and paragraphs).
"""

from __future__ import annotations

import pypdfium2

from greffier.errors import WitnessError
from greffier.sources.pdf.ordering import ordered
from greffier.sources.pdf.pieces import Piece, pieces_of
from greffier.sources.pdf.writing import written
from greffier.sources.text import Form

__all__ = ["form"]

_MOST_PAGES = 5_000
_WANTED = "save it anew, or give the record as text"


def form(data: bytes, *, place: str) -> Form:
    """Give the form of a PDF file: its words line by line, as they are printed.

    A line ends where it ends on the page, and a hyphen at its end stays; blank lines part what
    stands apart. Running heads and the numbers of pages are left out.

    Raises:
        WitnessError: it is damaged or needs a password, or it has no text: pages that were scanned.
    """
    pages = _pages(data, place)
    if not any(pages):
        met = "a PDF file without text: its pages are pictures, as a scanner makes them"
        raise WitnessError(place, met, "have its text recognised (OCR) and give that")
    words, marks = written(ordered(pages))
    return Form(media_type="application/pdf", words=words, marks=marks)


def _pages(data: bytes, place: str) -> list[list[Piece]]:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            met, wanted = "a PDF file that needs a password", "save it without one"
            raise WitnessError(place, met, wanted) from error
        raise WitnessError(place, "a damaged PDF file", _WANTED) from error
    try:
        if len(document) > _MOST_PAGES:
            raise WitnessError(place, f"a PDF file of {len(document):,} pages", "divide it")
        return [pieces_of(document[n]) for n in range(len(document))]
    except pypdfium2.PdfiumError as error:
        raise WitnessError(place, "a damaged PDF file", _WANTED) from error
    finally:
        document.close()
