"""Tests of `greffier.archive.passages`."""

from __future__ import annotations

import pytest

from greffier.archive.passages import Passage, paragraphs, passages
from tests.builders import meeting, reading_of, received


def test_a_record_is_cut_into_what_was_said_and_the_rest() -> None:
    _, reading = meeting()
    found = [
        (passage.turn, passage.span.cut(reading.witness.text)) for passage in passages(reading)
    ]
    assert found == [
        (1, "Good afternoon, colleagues."),
        (1, "Our organisations’ meetings strengthened collective security in the region."),
        (2, "Thank you, Mr Putin."),
        (2, "We signed a declaration on Nagorno-Karabakh. Terrorists threaten us all."),
        (3, "The line is bad."),
        (None, "Meeting of the CSTO Collective Security Council"),
        (None, "December 2, 2020, Novo-Ogaryovo"),
        (None, "The leaders of the member states met by videoconference."),
    ]


def test_a_gloss_is_not_said_and_does_not_part_the_sentence() -> None:
    witness = received("Putin: Thank you, Nikol Pashinyan Nikol Prime Minister, friends.\n").witness
    cast = {"Putin": ("Vladimir Putin", "President", "Russia")}
    gloss = "Pashinyan Nikol Prime Minister"
    reading = reading_of(witness, cast=cast, glosses=[gloss])
    (passage,) = [one for one in passages(reading) if one.turn]
    assert len(passage.text) == passage.span.end - passage.span.start
    assert passage.text.split() == ["Thank", "you,", "Nikol", ",", "friends."]


def test_lines_broken_to_a_width_are_one_paragraph() -> None:
    text = "one line\ngoes on\r\n \r\nanother\n"
    assert [span.cut(text) for span in paragraphs(text)] == ["one line\ngoes on", "another"]


def test_a_long_block_is_parted_at_its_lines() -> None:
    line = "a sentence of a paragraph " * 20
    text = "\n".join([line] * 5)
    assert [span.cut(text) for span in paragraphs(text)] == [line.rstrip()] * 5


@pytest.mark.parametrize("word", ["word ", "x", "слово\u00a0"])
def test_a_paragraph_of_any_length_gives_passages_of_bounded_length(word: str) -> None:
    text = "Putin: " + word * 20_000 + "end.\n"
    cut: list[Passage] = [one for one in passages(reading_of(received(text).witness)) if one.turn]
    assert max(len(passage.text) for passage in cut) <= 10_000
    assert (
        "".join(passage.span.cut(text) for passage in cut) == text.removeprefix("Putin: ").strip()
    )
    if word == "word ":
        assert all(passage.text.startswith(("word", "end")) for passage in cut)
