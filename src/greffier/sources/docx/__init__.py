"""DOCX: the paragraphs and tables of a Word file, with its headings, bold words and links."""

from __future__ import annotations

from greffier.model import Hint
from greffier.sources.docx.document import Document
from greffier.sources.docx.package import Package, is_docx
from greffier.sources.docx.styles import styles_of, targets_of, title_of
from greffier.sources.text import Form

__all__ = ["form", "is_docx"]

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def form(data: bytes, *, place: str) -> Form:
    """Give the form of a Word file: its text, with headings, bold and italic words and links.

    What was deleted is left out and what was added is kept, whether or not that was accepted.
    Foot- and endnotes and the heads of pages are left out.

    Raises:
        WitnessError: it is damaged, encrypted, or unpacks to more than a record can be.
    """
    with Package(data, place) as package:
        document = Document(styles_of(package), targets_of(package))
        package.read("word/document.xml", document)
        title = title_of(package)
    words, marks = document.writer.done()
    hints = [Hint(key="title", value=title)] if title else []
    if document.title:
        hints = [Hint(key="title", value=document.title.cut(words), span=document.title)]
    return Form(media_type=MEDIA_TYPE, words=words, marks=marks, hints=tuple(hints))
