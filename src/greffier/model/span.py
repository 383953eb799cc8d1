"""A stretch of a witness text."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Self

from greffier.errors import SpanError

if TYPE_CHECKING:
    from collections.abc import Iterable


class _Bounds(NamedTuple):
    start: int
    end: int


class Span(_Bounds):
    """A stretch of one witness text, counted in Unicode code points; `end` is not included.

    A pair, so that its JSON form is `[start, end]` and spans sort by where they begin.

    Raises:
        SpanError: the span is empty, runs backwards or starts before the text.
    """

    __slots__ = ()

    def __new__(cls, start: int, end: int) -> Self:  # noqa: D102 - the class says it
        if not 0 <= start < end:
            raise SpanError("span", f"{start}..{end}", "a span runs forwards, from 0 or later")
        return tuple.__new__(cls, (start, end))

    def cut(self, text: str) -> str:
        """Give the words that the span claims, exactly as they stand in `text`."""
        return text[self.start : self.end]

    def holds(self, other: Span) -> bool:
        """Say whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Say whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Give `spans` in order, each once, with those that touch or overlap made one."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return tuple(out)
