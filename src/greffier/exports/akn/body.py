"""The text of a reading as the preface and the body of an Akoma Ntoso debate."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from greffier.exports.akn.names import at
from greffier.exports.flow import is_bracketed, steps
from greffier.exports.markup import element, empty, plain, start

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from greffier.exports.akn.names import Names
    from greffier.exports.flow import Step
    from greffier.model import Reading, Turn
    from greffier.query import Piece

_SECTION: Final = "dbsect_1"
_ABOVE: Final = frozenset({"title", "header", "furniture"})
_BREAKS: Final = frozenset({"label", "title", "header", "narration"})


class Body:
    """Lays a text out; `notes` are what was lifted out of it, which the document has earlier."""

    def __init__(self, reading: Reading, names: Names) -> None:
        self.notes: list[str] = []
        self._reading = reading
        self._names = names
        self._glosses = sorted(reading.glosses, key=lambda gloss: gloss.span)
        self._reached = 0  # the first gloss that does not lie before the place that was reached
        self._open: Turn | None = None
        self._announced: tuple[Turn, str] | None = None  # a label that waits for its words
        self._parts: dict[int, int] = {}  # how many speeches a turn was cut into
        found = steps(reading, breaks=_BREAKS)
        above = _above(found)
        self._preface = [part for step in found[:above] for part in self._before(step.piece)]
        self._body = [part for step in found[above:] for part in self._step(step)]
        self._body += self._ended()
        for turn in reading.turns:
            self._body += () if turn.n in self._parts else self._unheard(turn)

    def written(self) -> Iterator[str]:
        """Yield the preface, if there is one, and the body."""
        if self._preface:
            yield "<preface>\n"
            yield from self._preface
            yield "</preface>\n"
        yield f'<debateBody>\n<debateSection name="record" eId="{_SECTION}">\n'
        yield from self._body
        yield "</debateSection>\n</debateBody>\n"

    def _before(self, piece: Piece) -> Iterator[str]:
        """Yield what stands above the text proper."""
        if piece.kind != "space":
            words = self._words(piece)
            title = f"<docTitle>{words}</docTitle>" if piece.kind == "title" else words
            told = {"class": piece.kind, "g:at": at([piece.span])}
            yield f"{start('p', told)}{title}</p>\n"

    def _step(self, step: Step) -> Iterator[str]:
        piece, within = step
        if self._open is not None and within is not self._open and piece.kind != "space":
            yield from self._closed()
        turn = piece.turn
        told: dict[str, str | None] = {"g:at": at([piece.span])}
        match piece.kind:
            case "space":
                return
            case "label" if turn is not None:
                yield from self._label(piece, turn)
            case "turn" if turn is not None:
                yield from self._paragraph(piece, turn)
            case "furniture" if within is not None:
                yield f"<p>{self._note('furniture', piece.text, told)}</p>\n"
            case "furniture":
                inside = f"{start('p', told)}{plain(piece.text)}</p>"
                yield f'<other class="furniture">{inside}</other>\n'
            case "narration" if not self._reading.turns:
                yield f"{start('p', told)}{self._words(piece)}</p>\n"
            case kind:
                name = "scene" if is_bracketed(piece) else "narrative"
                told["class"] = kind if kind != "narration" else None
                yield f"{start(name, told)}{self._words(piece)}</{name}>\n"

    def _label(self, piece: Piece, turn: Turn) -> Iterator[str]:
        words = self._words(piece)
        if self._announced and self._announced[0] is turn:
            words = self._announced[1] + words
        else:
            yield from self._ended()
        self._announced = (turn, words)

    def _paragraph(self, piece: Piece, turn: Turn) -> Iterator[str]:
        if self._open is not turn:
            yield from self._opened(turn)
        nth = max(1, bisect_right(turn.paragraphs, piece.span.start, key=lambda span: span.start))
        whole = turn.paragraphs[nth - 1]
        key = f"{_SECTION}__speech_{turn.n}__p_{nth}" if whole.start == piece.span.start else None
        yield f"{start('p', {'eId': key, 'g:at': at([piece.span])})}{self._words(piece)}</p>\n"

    def _opened(self, turn: Turn) -> Iterator[str]:
        part = self._parts[turn.n] = self._parts.get(turn.n, 0) + 1
        key = f"{_SECTION}__speech_{turn.n}"
        before = turn.continues if part == 1 else turn.n
        self._open = turn
        yield start(
            "speech",
            {
                **self._names.speaker(turn),
                "eId": key if part == 1 else f"{key}.{part}",
                "class": "continued" if before else None,
                "g:continues": f"#{_SECTION}__speech_{before}" if before else None,
                "g:turn": str(turn.n),
                "g:rule": turn.rule,
            },
        )
        if self._announced and self._announced[0] is turn:
            yield f"{start('from', {'g:at': at([turn.label_span])})}{self._announced[1]}</from>"
            self._announced = None
        yield "\n"

    def _closed(self) -> Iterator[str]:
        self._open = None
        yield "</speech>\n"

    def _ended(self) -> Iterator[str]:
        """Yield the end of the speech that is open, and a turn that was announced and has none."""
        if self._open is not None:
            yield from self._closed()
        if self._announced:
            yield from self._unheard(self._announced[0])

    def _unheard(self, turn: Turn) -> Iterator[str]:
        """Yield a turn of which no words are shown in their place."""
        yield from self._opened(turn)
        yield "<p/>"
        yield from self._closed()

    def _note(self, kind: str, text: str, told: dict[str, str | None]) -> str:
        """Keep words for a note, and give the reference to it."""
        key = f"note_{len(self.notes) + 1}"
        inside = element("p", text, told)
        self.notes.append(f"{start('note', {'eId': key, 'class': kind})}{inside}</note>\n")
        marker = str(len(self.notes))
        return empty("noteRef", {"href": f"#{key}", "class": kind, "marker": marker})

    def _words(self, piece: Piece) -> str:
        """Give the words of a piece; a gloss in them is a note."""
        begin, end = piece.span
        text = self._reading.witness.text
        out = []
        while self._reached < len(self._glosses):
            span = self._glosses[self._reached].span
            if span.start >= end:
                break
            first, last = max(begin, span.start), min(end, span.end)
            if first < last:
                note = self._note("gloss", text[first:last], {"g:at": at([span])})
                out += [plain(text[begin:first]), note]
                begin = last
            if span.end > end:
                break
            self._reached += 1
        return "".join([*out, plain(text[begin:end])])


def _above(found: Sequence[Step]) -> int:
    """Count the pieces that stand above the text proper: up to the title and the lines under it."""
    said = next((n for n, one in enumerate(found) if one.piece.turn is not None), len(found))
    titles = [n for n, one in enumerate(found[:said]) if one.piece.kind == "title"]
    at_least = titles[0] + 1 if titles else 0
    for n in range(at_least, said):
        kind = found[n].piece.kind
        if kind in _ABOVE:
            at_least = n + 1
        elif kind != "space":
            break
    return at_least
