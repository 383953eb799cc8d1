"""PDF with a text layer: its lines in reading order, with bold words as marks.

Three steps: `pieces` (what the file prints where), `ordering` (running heads and numbers of pages
away, columns one after the other), `writing` (lines and paragraphs); `taking` makes them one after
the other. What takes such a file apart is a library in C++, so all that is done in a process apart
(`apart`), in which nothing can be harmed.
"""

from __future__ import annotations

from greffier.errors import WitnessError
from greffier.model import Mark, Span
from greffier.sources.pdf.apart import APART
from greffier.sources.text import Form

__all__ = ["form"]


def form(data: bytes, *, place: str) -> Form:
    """Give the form of a PDF file: its words line by line, as they are printed.

    A line ends where it ends on the page, and a hyphen at its end stays; blank lines part what
    stands apart. Running heads and the numbers of pages are left out.

    Raises:
        WitnessError: it is damaged or needs a password, or it has no text: pages that were scanned;
            or it takes more time or memory than any record does.
    """
    told = APART.asked(data)
    if isinstance(told, tuple):
        raise WitnessError(place, *told)
    marks = tuple(Mark(kind="bold", span=Span(start, end)) for start, end in told["bold"])
    return Form(media_type="application/pdf", words=told["words"], marks=marks)
