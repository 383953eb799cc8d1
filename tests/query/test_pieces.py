"""Tests of `greffier.query.pieces`."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier.model import SCHEMA, Gloss, Reading, RecordHead, Span, Text, Turn, witness_of
from greffier.query import Piece, pieces, runs
from tests.builders import MEETING, at, meeting, reading_of, received


def test_a_record_is_cut_into_what_a_page_shows() -> None:
    _, reading = meeting()
    dated = replace(reading.record.date, span=at(MEETING, "December 2, 2020"))  # type: ignore[type-var] # it has one
    reading = replace(reading, record=replace(reading.record, date=dated))
    cut = [
        (piece.kind, piece.turn.n if piece.turn else None, piece.text)
        for piece in pieces(reading)
        if piece.kind != "space"
    ]
    assert cut == [
        ("furniture", None, "View settings"),
        ("title", None, "Meeting of the CSTO Collective Security Council"),
        ("header", None, "December 2, 2020, Novo-Ogaryovo"),
        ("narration", None, "The leaders of the member states met by videoconference."),
        ("label", 1, "President of Russia Vladimir Putin: "),
        ("turn", 1, "Good afternoon, colleagues."),
        ("turn", 1, "Our organisations’ meetings strengthened collective security in the region."),
        ("label", 2, "Prime Minister of Armenia Nikol Pashinyan: "),
        ("turn", 2, "Thank you, Mr Putin."),
        ("turn", 2, "We signed a declaration on Nagorno-Karabakh. Terrorists threaten us all."),
        ("label", 3, "An interpreter: "),
        ("turn", 3, "The line is bad."),
    ]


def test_furniture_inside_a_paragraph_parts_it() -> None:
    witness = received("Putin: Thank you. Share this page! Goodbye.\n").witness
    reading = reading_of(witness, furniture=["Share this page!"])
    cut = [(piece.kind, piece.text) for piece in pieces(reading)]
    assert cut == [
        ("label", "Putin: "),
        ("turn", "Thank you. "),
        ("furniture", "Share this page!"),
        ("turn", " Goodbye."),
        ("space", "\n"),
    ]


def test_paragraphs_that_touch_are_two() -> None:
    witness = witness_of("Putin: onetwo")
    turn = Turn(
        n=1,
        participant=None,
        label="Putin",
        label_span=Span(0, 5),
        paragraphs=(Span(7, 10), Span(10, 13)),
    )
    reading = replace(reading_of(witness), turns=(turn,))
    assert [piece.text for piece in pieces(reading)] == ["Putin: ", "one", "two"]


def test_a_piece_has_the_glosses_that_begin_in_it() -> None:
    text = "Putin: Thank you, Pashinyan Nikol.\n\nGood.\n"
    reading = reading_of(received(text).witness, glosses=["Pashinyan Nikol"])
    assert [piece.text for piece in pieces(reading) if piece.glosses] == [
        "Thank you, Pashinyan Nikol."
    ]


def test_a_date_in_a_sentence_makes_no_header() -> None:
    text = "It was said again and again " * 10 + "on 2 December 2020.\n"
    reading = reading_of(received(text).witness, date="2020-12-02")
    dated = replace(reading.record.date, span=at(text, "2 December 2020"))  # type: ignore[type-var] # it has one
    reading = replace(reading, record=replace(reading.record, date=dated))
    assert [piece.kind for piece in pieces(reading)] == ["narration", "space"]


def test_the_examples_lose_nothing(readings: dict[str, Reading]) -> None:
    for reading in readings.values():
        assert "".join(piece.text for piece in pieces(reading)) == reading.witness.text


@st.composite
def any_readings(draw: st.DrawFn) -> Reading:
    """Draw readings whose spans lie anyhow: nested, across one another, touching."""
    text = draw(st.text(alphabet="ab: *\n\r\u00a0\u2028\U0001f600", min_size=1, max_size=60))
    ends = st.integers(0, len(text))
    spans = st.tuples(ends, ends).filter(lambda pair: pair[0] < pair[1]).map(lambda p: Span(*p))
    some = st.lists(spans, max_size=4).map(tuple)
    return Reading(
        schema=SCHEMA,
        reader="any",
        witness=witness_of(text),
        record=RecordHead(
            kind="other",
            title=draw(st.none() | spans.map(lambda span: Text(text="", span=span, rule=""))),
            date=None,
            publisher=draw(st.none() | spans.map(lambda span: Text(text="", span=span, rule=""))),
        ),
        sessions=(),
        participants=(),
        turns=tuple(
            Turn(n=n, participant=None, label="", label_span=draw(spans), paragraphs=draw(some))
            for n in range(1, draw(st.integers(1, 4)))
        ),
        instruments=(),
        chairmanships=(),
        furniture=draw(some),
        remarks=(),
        glosses=tuple(Gloss(name="", office=None, span=span) for span in draw(some)),
    )


@given(any_readings())
def test_pieces_lose_nothing_and_follow_one_another(reading: Reading) -> None:
    cut = list(pieces(reading))
    assert "".join(piece.text for piece in cut) == reading.witness.text
    assert [piece.text for piece in cut] == [p.span.cut(reading.witness.text) for p in cut]
    assert sum(len(piece.glosses) for piece in cut) == len(reading.glosses)
    assert all((piece.turn is not None) == (piece.kind in {"label", "turn"}) for piece in cut)
    assert all(not piece.text.strip() for piece in cut if piece.kind == "space")


@pytest.fixture
def piece() -> Piece:
    return Piece(kind="narration", span=Span(10, 20), text="0123456789")


def test_marks_cut_a_piece_into_runs(piece: Piece) -> None:
    marks = [(Span(12, 15), "match"), (Span(14, 30), "date"), (Span(0, 5), "elsewhere")]
    assert [(run.text, run.marks) for run in runs(piece, marks)] == [
        ("01", ()),
        ("23", ("match",)),
        ("4", ("match", "date")),
        ("56789", ("date",)),
    ]


def test_a_piece_without_marks_is_one_run(piece: Piece) -> None:
    (run,) = runs(piece, [])
    assert (run.span, run.text, run.marks) == (piece.span, piece.text, ())


@given(st.lists(st.tuples(st.integers(0, 28), st.integers(1, 12), st.sampled_from("ab"))))
def test_runs_lose_nothing(marks: list[tuple[int, int, str]]) -> None:
    piece = Piece(kind="turn", span=Span(10, 20), text="0123456789")
    spans = [(Span(start, start + length), name) for start, length, name in marks]
    cut = list(runs(piece, spans))
    assert "".join(run.text for run in cut) == piece.text
    for run in cut:
        assert set(run.marks) == {name for span, name in spans if span.meets(run.span)}
