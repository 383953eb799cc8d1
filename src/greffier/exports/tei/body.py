"""The text of a reading as the body of a TEI document.

The words of the witness stand there one after another, white space and all, so that they can be
had back: what the page put between the words of a speaker (furniture, glosses) is lifted out of the
utterance. An `anchor` keeps its place, and behind the utterance a `note` that points at the anchor
has its words. Nothing is laid out: blanks and line ends are the witness's own.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from greffier.exports.flow import is_bracketed, steps
from greffier.exports.markup import UNWRITABLE, empty, identifier, picture, plain, start
from greffier.exports.tei.header import places, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.model import Reading, Span, Turn
    from greffier.query import Piece

_BLANK: Final = " \t\n\r"  # white space to XML
_BREAKS: Final = frozenset({"label", "title", "header"})


def body(reading: Reading) -> Iterator[str]:
    """Yield the body of a reading."""
    yield '<body>\n<div type="debateSection">'
    yield from _Body(reading).written()
    yield "</div>\n</body>\n"


def words(text: str) -> str:
    """Give words as they stand in a body; what XML cannot hold is a `g` that names it."""
    parts = []
    at = 0
    for found in UNWRITABLE.finditer(text):
        char = found[0]
        shown = f'<g ref="#u{ord(char):04x}">{picture(char)}</g>'
        parts += [plain(text[at : found.start()]), shown]
        at = found.end()
    return "".join([*parts, plain(text[at:])])


class _Body:
    """Writes the pieces of a text one after another, keeping what has to wait."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._speaks = bool(reading.turns)
        self._numbers = {id(gloss): n for n, gloss in enumerate(reading.glosses, start=1)}
        self._glosses = sorted(reading.glosses, key=lambda gloss: gloss.span)
        self._lifted: list[str] = []  # notes that wait for the end of what they stand in
        self._anchors = 0
        self._parts: dict[int, int] = {}  # how many utterances of a turn there were
        self._said: set[tuple[int, Span]] = set()
        self._labelled: set[int] = set()
        self._open: Turn | None = None
        self._headed = False  # whether a block has begun, after which no head may stand
        self._gloss = 0  # the first gloss that does not lie before the place that was reached

    def written(self) -> Iterator[str]:
        """Yield everything."""
        for step in steps(self._reading, breaks=_BREAKS):
            if self._open is not None and step.within is not self._open:
                yield from self._closed()
            yield from self._piece(step.piece)
        if self._open is not None:
            yield from self._closed()
        for turn in self._reading.turns:
            yield from self._rest_of(turn)

    def _piece(self, piece: Piece) -> Iterator[str]:
        turn = piece.turn
        match piece.kind:
            case "space":
                yield from self._space(piece)
            case "furniture":
                yield from self._furniture(piece)
            case "label" if turn is not None:
                yield from self._label(piece, turn)
            case "turn" if turn is not None:
                yield from self._paragraph(piece, turn)
            case "title" if not self._headed:
                yield from self._block("head", {"type": "title"}, piece)
            case "narration" if not self._speaks:
                self._headed = True
                yield from self._block("p", {"source": places([piece.span])}, piece)
            case "narration" if is_bracketed(piece):
                told = {"source": places([piece.span])}
                yield f"{start('incident', told)}<desc>{words(piece.text)}</desc></incident>"
            case _:
                told = {"type": piece.kind, "source": places([piece.span])}
                yield from self._block("note", told, piece)

    def _block(self, name: str, told: dict[str, str], piece: Piece) -> Iterator[str]:
        yield start(name, told)
        yield from self._text(piece)
        yield f"</{name}>"
        if self._open is None:
            yield from self._put_down()

    def _space(self, piece: Piece) -> Iterator[str]:
        """Yield white space as it is, in a note where XML would take it for words."""
        if self._open is not None or not piece.text.strip(_BLANK):
            yield words(piece.text)
        else:
            yield f'<note type="space">{words(piece.text)}</note>'

    def _furniture(self, piece: Piece) -> Iterator[str]:
        told = {"type": "furniture", "source": places([piece.span])}
        if self._open is None:
            yield f"{start('note', told)}{words(piece.text)}</note>"
        else:
            yield self._lift(told, piece.text)

    def _lift(self, told: dict[str, str], text: str) -> str:
        """Keep words for a note behind what is open, and give the anchor of their place."""
        self._anchors += 1
        place = f"a{self._anchors}"
        self._lifted.append(f"{start('note', {**told, 'target': f'#{place}'})}{words(text)}</note>")
        return empty("anchor", {"xml:id": place})

    def _put_down(self) -> Iterator[str]:
        yield from self._lifted
        self._lifted.clear()

    def _label(self, piece: Piece, turn: Turn) -> Iterator[str]:
        self._headed = True
        yield start("note", self._announcing(turn))
        yield from self._text(piece)
        yield "</note>"
        yield from self._put_down()

    def _announcing(self, turn: Turn) -> dict[str, str | None]:
        """Give the attributes of a turn's label: as understood, where that is not as printed."""
        printed = " ".join(turn.label_span.cut(self._reading.witness.text).split())
        continued = turn.n in self._labelled
        self._labelled.add(turn.n)
        return {
            "type": "speaker",
            "subtype": "continued" if continued else None,
            "n": turn.label if printed != turn.label else None,
            "corresp": f"#t{turn.n}",
            "source": places([turn.label_span]),
        }

    def _paragraph(self, piece: Piece, turn: Turn) -> Iterator[str]:
        if self._open is not turn:
            yield self._opened(turn)
        nth = max(1, bisect_right(turn.paragraphs, piece.span.start, key=lambda span: span.start))
        whole = turn.paragraphs[nth - 1]
        key = f"t{turn.n}p{nth}"
        first = (turn.n, whole) not in self._said
        self._said.add((turn.n, whole))
        told = {
            "xml:id": key if first else None,
            "prev": None if first else f"#{key}",
            "source": places([whole]),
        }
        yield start("seg", told)
        yield from self._text(piece)
        yield "</seg>"

    def _opened(self, turn: Turn) -> str:
        self._headed = True
        self._open = turn
        part = self._parts[turn.n] = self._parts.get(turn.n, 0) + 1
        before = f"#t{turn.continues}" if turn.continues else None
        told = {
            "xml:id": f"t{turn.n}" if part == 1 else f"t{turn.n}.{part}",
            "n": str(turn.n),
            "who": f"#{identifier(turn.participant)}" if turn.participant else None,
            "prev": before if part == 1 else f"#t{turn.n}",
            "corresp": f"#{identifier(turn.session)}" if turn.session else None,
            "resp": rule(turn.rule),
        }
        return start("u", told)

    def _closed(self) -> Iterator[str]:
        self._open = None
        yield "</u>"
        yield from self._put_down()

    def _rest_of(self, turn: Turn) -> Iterator[str]:
        """Yield what a turn is said to have where something else has the words."""
        if turn.n not in self._labelled:
            yield empty("note", self._announcing(turn))
        missing = [span for span in turn.paragraphs if (turn.n, span) not in self._said]
        if missing or turn.n not in self._parts:
            yield self._opened(turn)
            yield from (empty("seg", {"source": places([span])}) for span in missing)
            yield from self._closed()

    def _text(self, piece: Piece) -> Iterator[str]:
        """Yield the words of a piece; glosses are lifted out of them."""
        at, end = piece.span
        text = self._reading.witness.text
        while self._gloss < len(self._glosses) and self._glosses[self._gloss].span.start < end:
            gloss = self._glosses[self._gloss]
            first, last = max(at, gloss.span.start), min(end, gloss.span.end)
            if first < last:
                n = self._numbers[id(gloss)]
                yield words(text[at:first])
                told = {"type": "gloss", "source": places([gloss.span])}
                name = f"g{n}" if gloss.span.start >= piece.span.start else None
                yield self._lift({"xml:id": name, **told} if name else told, text[first:last])
                at = last
            if gloss.span.end > end:
                break
            self._gloss += 1
        yield words(text[at:end])
