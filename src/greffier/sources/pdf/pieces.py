"""What a page of a PDF file prints where: pieces of lines without wide gaps in them."""

from __future__ import annotations

import ctypes
import re
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pypdfium2 import raw

from greffier.sources.pdf.margins import NUMBER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdfium2 import PdfPage

# A gap so many times as wide as the letters are high parts columns, or cells of a table.
_WIDE = 1.8
_MARGIN = 0.7  # behind what may be the number of the line
# What stands for a hyphen at the end of a line; the line's end itself is not given then.
_INSTEAD = {"\ufffe": "-", "\x02": "-"}
_ENDS_LINE = frozenset(map(ord, _INSTEAD))
_BOLD = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
_FORCED_BOLD = 1 << 18
_BOLD_WEIGHT = 600
_LONGEST_NAME = 128


@dataclass(slots=True)
class Piece:
    """Words on one line of a page, in points from its lower left corner.

    Args:
        line: which line of the page it is of, as the file has them.
        bold: where in `words` bold ones begin and end.
    """

    words: str
    line: int
    left: float
    right: float
    bottom: float
    top: float
    bold: tuple[tuple[int, int], ...] = ()

    @property
    def height(self) -> float:
        """How high its letters are."""
        return max(self.top - self.bottom, 1.0)


@dataclass(slots=True)
class _Word:
    words: str
    left: float
    right: float
    bottom: float
    top: float
    bold: bool


def pieces_of(page: PdfPage) -> list[Piece]:
    """Give what a page prints, in the order that the file has it."""
    text = page.get_textpage()
    try:
        lines = _lines(text.raw)
        return [piece for n, line in enumerate(lines) for piece in _pieces(text.raw, n, line)]
    finally:
        text.close()
        page.close()


def _lines(page: raw.FPDF_TEXTPAGE) -> Iterator[list[tuple[int, str]]]:
    """Yield the characters of each line, with their numbers on the page."""
    line: list[tuple[int, str]] = []
    for n in range(raw.FPDFText_CountChars(page)):
        code = raw.FPDFText_GetUnicode(page, n)
        char = chr(code) if code <= sys.maxunicode else "\ufffd"
        char = _INSTEAD.get(char, "\ufffd" if "\ud800" <= char <= "\udfff" else char)
        if char in "\r\n":
            if line:
                yield line
            line = []
        elif char.isprintable() or char.isspace() or char == "\u00ad":
            line.append((n, char))
            if code in _ENDS_LINE:
                yield line
                line = []
    if line:
        yield line


def _pieces(page: raw.FPDF_TEXTPAGE, n: int, line: list[tuple[int, str]]) -> Iterator[Piece]:
    """Cut a line where its gaps are wide."""
    held: list[_Word] = []
    for word in _words(page, line):
        wide = _WIDE if len(held) != 1 or not NUMBER.fullmatch(held[0].words) else _MARGIN
        if held and word.left - held[-1].right > wide * (word.top - word.bottom):
            yield _piece(n, held)
            held = []
        held.append(word)
    if held:
        yield _piece(n, held)


def _piece(n: int, words: list[_Word]) -> Piece:
    text, bold = "", []
    for word in words:
        text += " " if text else ""
        if word.bold:
            bold.append((len(text), len(text) + len(word.words)))
        text += word.words
    return Piece(
        text,
        n,
        min(word.left for word in words),
        max(word.right for word in words),
        min(word.bottom for word in words),
        max(word.top for word in words),
        tuple(bold),
    )


def _words(page: raw.FPDF_TEXTPAGE, line: list[tuple[int, str]]) -> Iterator[_Word]:
    held: list[tuple[int, str]] = []
    for n, char in [*line, (-1, " ")]:
        if char not in " \t":
            held.append((n, char))
        elif held:
            yield _word(page, held)
            held = []


def _word(page: raw.FPDF_TEXTPAGE, chars: list[tuple[int, str]]) -> _Word:
    first, last = chars[0][0], chars[-1][0]
    box = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(page, first, box)
    left, bottom, top = box.left, box.bottom, box.top
    raw.FPDFText_GetLooseCharBox(page, last, box)
    words = "".join(char for _, char in chars)
    return _Word(words, left, max(box.right, left), bottom, top, _is_bold(page, first))


def _is_bold(page: raw.FPDF_TEXTPAGE, n: int) -> bool:
    if raw.FPDFText_GetFontWeight(page, n) >= _BOLD_WEIGHT:
        return True
    name = ctypes.create_string_buffer(_LONGEST_NAME)
    flags = ctypes.c_int()
    raw.FPDFText_GetFontInfo(page, n, name, _LONGEST_NAME, flags)
    printed = name.value.decode("utf-8", "replace")
    return bool(flags.value & _FORCED_BOLD) or _BOLD.search(printed) is not None
