"""The text as it is matched: folded, with the way back to the text as it stands.

Official sites print non-breaking spaces inside names, soft hyphens inside words and several kinds
of quotation mark; scrapes add runs of blanks. Rules match on a folded *view*, and every position
in a view leads back to code points of the untouched witness text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from greffier.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# One for one, so that no position moves. Private-use characters make room for the reader's own
# symbols (see tagging); lone surrogates cannot be printed.
_SAME_WIDTH = {
    " ": "\t\v\f\x85\xa0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B))),
    "'": "\u2018\u2019\u201b\u02bc\u2032\u0060\u00b4",
    '"': "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033",
    "-": "\u2010\u2011\u2212",
    "\u2013": "\u2014\u2015",
    "\n": "\u2028\u2029",
}
_PLAIN = tuple((old, new) for new, some in _SAME_WIDTH.items() for old in some)
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff\ud800-\udfff]")
# A carriage return that belongs to no line feed ends a line itself.
_RETURN = re.compile(r"\r(?!\r{0,3}\n)")
# Soft hyphens, zero-width and direction marks, and the carriage return before a line feed.
_UNSEEN = "".join(
    (
        *("\u00ad", "\ufeff", "\r"),
        *map(chr, (*range(0x200B, 0x2010), *range(0x202A, 0x202F))),
        *map(chr, (*range(0x2060, 0x2065), *range(0x2066, 0x206A))),
    )
)
# Where none of these stands, as in most texts, nothing is loose but blanks at either end.
_SIGNS_OF_LOOSE = ("  ", " \n", "\n ", *_UNSEEN)
# A run of blanks, what is not seen, and blanks at the ends of lines. It begins with a class of
# characters, which are looked for much faster than the choices behind it are tried.
_LOOSE = re.compile(rf"[ {_UNSEEN}](?:[ {_UNSEEN}]+|(?<=[{_UNSEEN}])|(?=\n|\Z)|(?<=\n.)|(?<=\A.))")

_WHITE = re.compile(r"\s+")


def fold(text: str) -> str:
    """Give `text` with its quotation marks, dashes and white space made plain, on one line."""
    return _WHITE.sub(" ", View.of(text).text).strip()


class View:
    """A folded text whose every position leads back to the witness text.

    A view is made of stretches. Most are copied code point for code point; a *symbol* is one
    character that stands for several. What is cut out belongs to no stretch.
    """

    __slots__ = ("_origins", "_starts", "_widths", "text")

    def __init__(self, text: str, starts: list[int], origins: list[int], widths: list[int]) -> None:
        self.text = text
        self._starts, self._origins, self._widths = starts, origins, widths

    @classmethod
    def of(cls, text: str) -> View:
        """Fold a witness text; use once for each witness, and derive other views from it."""
        for old, new in _PLAIN:  # a search for each is many times as fast as `translate`
            text = text.replace(old, new)
        if not text.isascii():
            text = _PRIVATE.sub("\ufffd", text)
        if "\r" in text:
            text = _RETURN.sub("\n", text)
        whole = cls(text, [0], [0], [0])
        return whole.edited(_tidied(text)) if _has_loose(text) else whole

    def span(self, start: int, end: int) -> Span:
        """Give the span of the witness text that `[start, end)` of this view stands for."""
        first, last = self._origin(start)
        return Span(first, last if end - start == 1 else self._origin(end - 1)[1])

    def words(self, start: int, end: int, text: str) -> str:
        """Give what stands at `[start, end)` as printed in `text`, without what was cut out.

        White space is made plain: the words as a reader would copy them.
        """
        at = bisect_right(self._starts, start) - 1
        pieces: list[str] = []
        while start < end:
            stop = self._starts[at + 1] if at + 1 < len(self._starts) else len(self.text)
            stop = min(stop, end)
            # A blank may stand for what was cut out.
            blank = self.text[start:stop].isspace()
            pieces.append(" " if blank else self.span(start, stop).cut(text))
            start, at = stop, at + 1
        return _WHITE.sub(" ", "".join(pieces)).strip()

    def position(self, origin: int) -> int:
        """Give where the code point `origin` of the witness text stands in this view, or would."""
        at = bisect_right(self._origins, origin) - 1
        if at < 0:
            return 0
        width = 0 if self._widths[at] else origin - self._origins[at]
        end = self._starts[at + 1] if at + 1 < len(self._starts) else len(self.text)
        return min(self._starts[at] + width, end)

    def edited(self, edits: Iterable[tuple[int, int, str]]) -> View:
        """Give a view in which each `[start, end)` is replaced by '' or by one character.

        Without edits it is this view.

        Args:
            edits: in order, not overlapping, in positions of this view.
        """
        pieces: list[str] = []
        starts: list[int] = []
        origins: list[int] = []
        widths: list[int] = []
        at = length = 0
        for start, end, new in edits:
            length = self._copy(at, start, length, (pieces, starts, origins, widths))
            if new:
                span = self.span(start, end)
                pieces.append(new)
                starts.append(length)
                origins.append(span.start)
                widths.append(span.end - span.start)
                length += 1
            at = end
        if not at:
            return self
        self._copy(at, len(self.text), length, (pieces, starts, origins, widths))
        return View("".join(pieces), starts, origins, widths)

    def _copy(
        self,
        start: int,
        end: int,
        length: int,
        out: tuple[list[str], list[int], list[int], list[int]],
    ) -> int:
        """Append `[start, end)` of this view, stretch by stretch; give the new length."""
        if start >= end:
            return length
        pieces, starts, origins, widths = out
        pieces.append(self.text[start:end])
        # The first stretch may be cut by `start`; those behind it only move.
        first, stop = bisect_right(self._starts, start) - 1, bisect_left(self._starts, end)
        starts.append(length)
        starts += [one + length - start for one in self._starts[first + 1 : stop]]
        origins.append(self._origins[first] + start - self._starts[first])
        origins += self._origins[first + 1 : stop]
        widths += self._widths[first:stop]
        return length + end - start

    def _origin(self, position: int) -> tuple[int, int]:
        at = bisect_right(self._starts, position) - 1
        origin, width = self._origins[at], self._widths[at]
        if width:
            return origin, origin + width
        origin += position - self._starts[at]
        return origin, origin + 1


def _has_loose(text: str) -> bool:
    if text.startswith(" ") or text.endswith(" "):
        return True
    return any(sign in text for sign in _SIGNS_OF_LOOSE)


def _tidied(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the cuts that leave one blank between words and none at the ends of lines."""
    for found in _LOOSE.finditer(text):
        start, end = found.span()
        inside = start > 0 and text[start - 1] != "\n" and end < len(text) and text[end] != "\n"
        blank = text.find(" ", start, end)
        if not inside or blank < 0:
            yield start, end, ""
            continue
        if start < blank:
            yield start, blank, ""
        if blank + 1 < end:
            yield blank + 1, end, ""
