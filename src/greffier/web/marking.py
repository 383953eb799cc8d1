"""Which words of a record's page are marked, and how."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from greffier.model import Span
from greffier.query import runs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from greffier.model import Reading
    from greffier.query import Piece

FACT: Final = "fact"
HIT: Final = "hit"
_REMARK: Final = "remark-"
_SPAN_LIMIT: Final = 200  # stretches in one address
_STRETCH: Final = re.compile(r"([0-9]{1,9})-([0-9]{1,9})")


class Mark(NamedTuple):
    """A stretch of the witness text and the name of what it is."""

    span: Span
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Some words of the text as the page shows them.

    Args:
        text: the words.
        kinds: what they are, as class names: `gloss`, `bold`, `remark`, `fact`, `hit`.
        anchor: the name by which an address reaches them.
        remarks: the numbers of the remarks that begin here.
    """

    text: str
    kinds: tuple[str, ...] = ()
    anchor: str | None = None
    remarks: tuple[int, ...] = ()

    @property
    def chosen(self) -> bool:
        """Whether the reader asked for these words."""
        return FACT in self.kinds or HIT in self.kinds


class Marker:
    """Cuts pieces into words with their marks; pieces must come in the order of the text.

    Args:
        marks: all marks of the text, in any order. The chosen ones, of a fact or a hit, get the
            anchors `fact`, `fact-2`, ... where they begin.
    """

    def __init__(self, marks: Iterable[Mark]) -> None:
        self._waiting = sorted(marks)
        self._taken = 0
        self._open: list[Mark] = []
        self._anchors = _anchors(self._waiting)

    def words(self, piece: Piece) -> tuple[Words, ...]:
        """Give the words of a piece, each run of one look."""
        self._move_to(piece.span)
        return tuple(self._word(run.span, run.text, run.marks) for run in runs(piece, self._open))

    def _move_to(self, span: Span) -> None:
        while self._taken < len(self._waiting) and self._waiting[self._taken].span.start < span.end:
            self._open.append(self._waiting[self._taken])
            self._taken += 1
        self._open = [mark for mark in self._open if mark.span.end > span.start]

    def _word(self, span: Span, text: str, names: tuple[str, ...]) -> Words:
        beginning = tuple(
            int(mark.name.removeprefix(_REMARK))
            for mark in self._open
            if mark.name.startswith(_REMARK) and mark.span.start == span.start
        )
        kinds = dict.fromkeys("remark" if name.startswith(_REMARK) else name for name in names)
        return Words(
            text=text,
            kinds=tuple(kinds),
            anchor=self._anchor(span, kinds),
            remarks=beginning,
        )

    def _anchor(self, span: Span, kinds: Iterable[str]) -> str | None:
        """Give the anchor of the chosen stretch of which `span` is the first that is shown."""
        for kind in kinds:
            for stretch in self._anchors.get(kind, {}):
                if stretch.meets(span):
                    return self._anchors[kind].pop(stretch)
        return None


def _anchors(marks: Iterable[Mark]) -> dict[str, dict[Span, str]]:
    out: dict[str, dict[Span, str]] = {FACT: {}, HIT: {}}
    for mark in marks:
        if mark.name in out:
            number = len(out[mark.name]) + 1
            out[mark.name][mark.span] = mark.name if number == 1 else f"{mark.name}-{number}"
    return out


def marks_of(reading: Reading) -> Iterator[Mark]:
    """Yield what the record itself marks: glosses, remarks, bold type and headings."""
    yield from (Mark(gloss.span, "gloss") for gloss in reading.glosses)
    for number, remark in reading.numbered("r", reading.remarks):
        if remark.span is not None:
            yield Mark(remark.span, f"{_REMARK}{number}")
    yield from (Mark(mark.span, mark.kind) for mark in reading.witness.marks)


def asked_spans(words: str, length: int) -> tuple[Span, ...]:
    """Read the stretches that an address asks for, such as `120-128,140-151`.

    What is no stretch of a text of this length is passed over: an address may be older than the
    witness that it now leads to.
    """
    out: list[Span] = []
    for part in words.split(",")[:_SPAN_LIMIT]:
        if found := _STRETCH.fullmatch(part.strip()):
            start, end = int(found[1]), int(found[2])
            if start < end <= length:
                out.append(Span(start, end))
    return tuple(sorted(set(out)))
