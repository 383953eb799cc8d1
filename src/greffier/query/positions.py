"""Positions side by side: what each of several said of one thing, session by session."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from greffier.errors import QueryError
from greffier.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from greffier.archive import Archive, Question
    from greffier.archive.speech import FoundPassage

Column = Literal["of", "speaker"]

MOST_COLUMNS = 12
MOST_PASSAGES = 1_000  # of one column


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """A passage in which one said something of what was asked for.

    Args:
        address: of its turn, as `greffier show` takes it.
        span: the passage in the text of `witness`.
        text: its words.
        matches: where those that were asked for stand in `text`.
        places: where they stand in the text of `witness`, whose white space `text` evens out.
    """

    address: str
    witness: str
    turn: int | None
    speaker: str | None
    office: str | None
    of: str | None
    span: Span
    text: str
    matches: tuple[Span, ...] = ()
    places: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """A row: one session, and what was said there by each column, in their order.

    Args:
        session: its identifier; None for records that are of no session.
        record: the record, where no session is known.
        name: of the session, else of the record.
        date: as precise as it is known.
        cells: one for each column; empty where nothing was found.
    """

    session: str | None
    record: str
    name: str
    date: str | None
    cells: tuple[tuple[Position, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Positions:
    """What each said of one thing: `columns` are states or speakers, `rows` sessions, oldest first.

    `cut` names the columns of which only the first passages are here, because there are more.
    """

    words: str
    columns: tuple[str, ...]
    rows: tuple[Sitting, ...]
    cut: tuple[str, ...] = ()


def positions(
    archive: Archive, question: Question, columns: Sequence[str], *, by: Column = "of"
) -> Positions:
    """Put side by side what several said of what a question asks for.

    Args:
        archive: what is looked through.
        question: its words and restrictions; only what was said is taken.
        columns: states (or organisations), or speakers, in the order wanted.
        by: which of the two they are.

    Raises:
        QueryError: the question cannot be read, or asks for no words or no columns.
    """
    if not question.words.strip():
        raise QueryError("query", "no word to look for", "give a word or a phrase")
    if not 1 <= len(columns) <= MOST_COLUMNS:
        wanted = f"name 1 to {MOST_COLUMNS} states or speakers"
        raise QueryError("columns", f"{len(columns)} columns", wanted)
    table = _Table(archive, len(columns))
    cut = []
    for number, name in enumerate(columns):
        narrowed = _narrowed(question, by, name)
        for count, passage in enumerate(archive.passages(narrowed), start=1):
            if count > MOST_PASSAGES:
                cut.append(name)
                break
            table.put(number, passage)
    return Positions(
        words=question.words, columns=tuple(columns), rows=table.rows(), cut=tuple(cut)
    )


def _narrowed(question: Question, by: Column, name: str) -> Question:
    asked = replace(question, spoken=True, sort="oldest")
    return replace(asked, of=name) if by == "of" else replace(asked, speaker=name)


class _Table:
    """Rows in the making, one for each session whichever record tells of it."""

    def __init__(self, archive: Archive, columns: int) -> None:
        self._archive = archive
        self._columns = columns
        self._rows: dict[str, tuple[list[list[Position]], FoundPassage]] = {}
        self._sessions: dict[str, tuple[str, str, str | None]] = {}

    def put(self, column: int, passage: FoundPassage) -> None:
        """Put a passage into its cell."""
        key = self._session(passage.session)[0] if passage.session else passage.witness
        empty: list[list[Position]] = [[] for _ in range(self._columns)]
        cells, _ = self._rows.setdefault(key, (empty, passage))
        cells[column].append(_position(passage))

    def rows(self) -> tuple[Sitting, ...]:
        """Give the rows, the oldest first, the undated last."""
        made = [self._sitting(key, *row) for key, row in self._rows.items()]
        return tuple(sorted(made, key=lambda one: (one.date is None, one.date or "", one.name)))

    def _sitting(self, key: str, cells: list[list[Position]], first: FoundPassage) -> Sitting:
        held = tuple(map(tuple, cells))
        if first.session:
            session, name, date = self._session(first.session)
            date = date or first.date
            return Sitting(session=session, record=first.witness, name=name, date=date, cells=held)
        record = self._archive.record(first.witness)
        name = record.title or record.name
        return Sitting(session=None, record=key, name=name, date=first.date, cells=held)

    def _session(self, key: str) -> tuple[str, str, str | None]:
        """Give the identifier, name and date of the session that a telling is of."""
        if key not in self._sessions:
            stored = self._archive.session(key)
            date = stored.session.date
            told = (stored.id, stored.session.name, date.value if date else None)
            self._sessions[key] = told
        return self._sessions[key]


def _position(passage: FoundPassage) -> Position:
    turn = passage.turn
    text, matches = _evened(passage)
    at = passage.span.start
    where = sorted(passage.cut.span(place[0], place[-1]) for place in passage.places)
    return Position(
        address=passage.witness if turn is None else f"{passage.witness}.t{turn}",
        witness=passage.witness,
        turn=turn,
        speaker=passage.speaker,
        office=passage.office,
        of=passage.of,
        span=passage.span,
        text=text,
        matches=matches,
        places=tuple(Span(at + start, at + end) for start, end in where),
    )


def _evened(passage: FoundPassage) -> tuple[str, tuple[Span, ...]]:
    """Give the words with a single blank between them, and where those asked for stand in them."""
    where = (passage.cut.span(place[0], place[-1]) for place in passage.places)
    evened, at, matches = "", 0, list[Span]()
    for start, end in sorted(where):
        if start < at:
            continue  # begins inside the one before, as a word of two places may
        before = _even(passage.text[at:start])
        evened += before if evened else before.lstrip()
        matches.append(
            Span(len(evened), len(evened) + len(words := _even(passage.text[start:end])))
        )
        evened, at = evened + words, end
    rest = _even(passage.text[at:]).rstrip()
    return (evened + rest if evened else rest.lstrip()), tuple(matches)


def _even(text: str) -> str:
    """Give `text` with each white space as one blank, also at its ends."""
    words = " ".join(text.split())
    if not words:
        return " " if text else ""
    return f"{' ' * text[0].isspace()}{words}{' ' * text[-1].isspace()}"
