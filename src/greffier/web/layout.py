"""A record's text laid out for reading: blocks of paragraphs, each of words with their marks."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace
from itertools import count
from typing import TYPE_CHECKING, Final, Literal

from greffier.model import Participant, Turn
from greffier.query import pieces
from greffier.web.marking import Marker, Words, marks_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from greffier.model import Reading
    from greffier.query import Piece
    from greffier.web.marking import Mark

BlockKind = Literal["furniture", "title", "header", "narration", "turn"]
_KINDS: Final[dict[str, BlockKind]] = {
    "furniture": "furniture",
    "title": "title",
    "header": "header",
    "turn": "turn",
}
_WORD: Final = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph; `anchor` is its permanent name on the page, if it has one.

    `at` is where it begins in the text of the witness, in code points: what stands in it runs on
    from there without a gap.
    """

    words: tuple[Words, ...]
    anchor: str | None = None
    name: str = ""
    at: int = 0

    @property
    def divider(self) -> bool:
        """Whether it only parts what stands above from what stands below, as `* * *` does."""
        return not any(_WORD.search(one.text) for one in self.words)


@dataclass(slots=True)
class Block:
    """Paragraphs that belong together.

    `label` is what is printed before a turn. A turn that goes on after something else, such as
    furniture, is not `opening`.
    """

    kind: BlockKind
    turn: Turn | None = None
    speaker: Participant | None = None
    opening: bool = True
    label: tuple[Words, ...] = ()
    lines: list[Line] = field(default_factory=list)

    @property
    def named(self) -> bool:
        """Whether the label prints the speaker's name, so that it need not be said again."""
        printed = " ".join("".join(words.text for words in self.label).split())
        name = self.speaker.name if self.speaker else None
        return name is not None and name in printed

    @property
    def chosen(self) -> bool:
        """Whether the words that the reader asked for are in this block."""
        return any(words.chosen for line in self.lines for words in line.words)


def blocks(reading: Reading, chosen: Iterable[Mark] = ()) -> tuple[Block, ...]:
    """Lay the text of a record out in blocks, with what is chosen marked beside its own marks."""
    marker = Marker([*marks_of(reading), *chosen])
    layout = _Layout(reading)
    for piece in pieces(reading):
        layout.put(piece, () if piece.kind == "space" else marker.words(piece))
    return tuple(layout.blocks)


class _Layout:
    """Blocks in the making: pieces are put in one after another."""

    def __init__(self, reading: Reading) -> None:
        self.blocks: list[Block] = []
        self._reading = reading
        self._begun: set[int] = set()  # the turns that have begun
        self._numbers = count(1)
        self._gap = "\n"  # the space since the last words
        self._inline = False  # whether the last words are furniture within a line

    def put(self, piece: Piece, words: tuple[Words, ...]) -> None:
        """Put in the next piece of the text."""
        if piece.kind == "space":
            self._gap += piece.text
            return
        if self._within_line(piece):
            self._add_to_line(words, furniture=piece.kind == "furniture")
        else:
            self._inline = False
            self._add(piece, words)
        self._gap = ""

    def _within_line(self, piece: Piece) -> bool:
        """Say whether a piece is furniture in the middle of a line, or the line's end after it."""
        if "\n" in self._gap or not self.blocks or not self.blocks[-1].lines:
            return False
        block = self.blocks[-1]
        if piece.kind == "furniture":
            return block.kind != "furniture"
        return self._inline and _belongs(piece, block)

    def _add_to_line(self, words: tuple[Words, ...], *, furniture: bool) -> None:
        if furniture:
            words = tuple(replace(one, kinds=("furniture", *one.kinds)) for one in words)
        lines = self.blocks[-1].lines
        lines[-1] = replace(lines[-1], words=(*lines[-1].words, Words(text=self._gap), *words))
        self._inline = True

    def _add(self, piece: Piece, words: tuple[Words, ...]) -> None:
        if not self.blocks or not _belongs(piece, self.blocks[-1]):
            self.blocks.append(self._block(piece))
        if piece.kind == "label":
            self.blocks[-1].label += words
        else:
            self.blocks[-1].lines.append(_line(piece, words, self._numbers))

    def _block(self, piece: Piece) -> Block:
        if piece.turn is None:
            return Block(_KINDS.get(piece.kind, "narration"))
        opening = piece.turn.n not in self._begun
        self._begun.add(piece.turn.n)
        speaker = self._reading.participant(piece.turn.participant)
        return Block("turn", piece.turn, speaker, opening)


def _belongs(piece: Piece, block: Block) -> bool:
    """Say whether a piece goes on with a block."""
    if piece.kind == "label":
        return block.turn is piece.turn and not block.lines
    return block.turn is piece.turn and _KINDS.get(piece.kind, "narration") == block.kind


def _line(piece: Piece, words: tuple[Words, ...], numbers: Iterator[int]) -> Line:
    if piece.turn is not None:
        starts = [span.start for span in piece.turn.paragraphs]
        nth = max(1, bisect_right(starts, piece.span.start))
        first = piece.span.start in starts  # a paragraph that furniture cuts has one name
        anchor = f"t{piece.turn.n}p{nth}" if first else None
        return Line(words, anchor, f"turn {piece.turn.n}, paragraph {nth}", piece.span.start)
    if piece.kind == "narration":
        number = next(numbers)
        name = f"paragraph {number} outside the turns"
        return Line(words, f"n{number}", name, piece.span.start)
    return Line(words, at=piece.span.start)


@dataclass(frozen=True, slots=True)
class Front:
    """What stands at the top of a text: the title with the lines above and below it."""

    above: tuple[Line, ...] = ()
    title: tuple[Line, ...] = ()
    below: tuple[Line, ...] = ()


def front(laid: tuple[Block, ...]) -> tuple[Front, tuple[Block, ...]]:
    """Part the title and the lines about it from the text, where the text begins with them.

    The page shows them as its heading, so that nothing is printed twice. Furniture may stand
    before and between; it stays in the text.
    """
    parts: dict[str, list[Line]] = {"above": [], "title": [], "below": []}
    taken: list[Block] = []
    for block in laid:
        if block.kind == "furniture":
            continue
        if block.kind == "title" and not parts["title"]:
            parts["title"] += block.lines
        elif block.kind == "header":
            parts["below" if parts["title"] else "above"] += block.lines
        else:
            break
        taken.append(block)
    if not parts["title"]:
        return Front(), laid
    made = Front(**{name: tuple(lines) for name, lines in parts.items()})
    return made, _closed_up(block for block in laid if not any(block is one for one in taken))


def _closed_up(laid: Iterable[Block]) -> tuple[Block, ...]:
    """Make one block of furniture that nothing parts any more."""
    out: list[Block] = []
    for block in laid:
        if out and out[-1].kind == block.kind == "furniture":
            out[-1].lines += block.lines
        else:
            out.append(block)
    return tuple(out)
