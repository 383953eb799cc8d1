"""Lines, and which of them a printer broke."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from greffier.reading.folding import View
from greffier.reading.layout import Line, lines_of
from tests.reading.texts import ANY_TEXT, HEAD, cut

if TYPE_CHECKING:
    from tests.reading.texts import Read

WRAPPED = """The President of the Russian Federation took part in a meeting of the
Collective Security Council, at which the heads of state discussed the
situation on the borders of the member states and signed a number of
documents. They agreed to meet again.
"""
AUTHORED = "They met in Dushanbe and spoke about the borders of the states."


def _line(printed: str) -> Line:
    return lines_of(View.of(printed))[0]


def test_blank_lines_have_no_number_but_leave_a_gap() -> None:
    lines = lines_of(View.of("one\ntwo\n \nthree\r\n\r\n"))
    assert [(line.n, line.text, line.gap) for line in lines] == [
        (0, "one", False),
        (1, "two", False),
        (2, "three", True),
    ]


@given(ANY_TEXT)
def test_lines_stand_where_they_say(printed: str) -> None:
    view = View.of(printed)
    lines = lines_of(view)
    assert all(view.text[line.start : line.end] == line.text for line in lines)
    assert "".join(line.text for line in lines) == view.text.replace("\n", "")


@pytest.mark.parametrize(
    ("printed", "ends"),
    [
        ("They met.", True),
        ("They met in Dushanbe", False),
        ("“Who is there?”", True),
        ("We will begin…", True),
        ("(Applause.)", True),
        ("December 2, 2020, Moscow", False),
    ],
)
def test_a_sentence_ends_in_its_mark_whatever_closes_behind_it(printed: str, *, ends: bool) -> None:
    assert _line(printed).ends_sentence == ends


@pytest.mark.parametrize(
    "printed", ["* * *", "***", "-----", "_ _ _", "⁂", r"\##", "• • •", "– – –"]
)
def test_rows_of_marks_separate(printed: str) -> None:
    assert _line(printed).separates


@pytest.mark.parametrize("printed", ["* one", "#", "- -", "--", "1 * * *"])
def test_other_lines_do_not_separate(printed: str) -> None:
    assert not _line(printed).separates


@pytest.mark.parametrize("printed", ["<…>", "...", "[…]", "( ... )", "…"])
def test_a_mark_alone_stands_for_words_left_out(printed: str) -> None:
    assert _line(printed).omits


def test_words_that_break_off_leave_nothing_out() -> None:
    assert not _line("And then…").omits


@pytest.mark.parametrize(
    ("printed", "paragraphs"),
    [
        (f"{WRAPPED}\n{WRAPPED}", [" ".join(WRAPPED.split())] * 2),
        # A row of marks ends a paragraph, and is of none.
        (f"{WRAPPED}* * *\n{WRAPPED}", [" ".join(WRAPPED.split())] * 2),
        # A blank line between any two: they are paragraphs, however short.
        (WRAPPED.replace("\n", "\n\n"), WRAPPED.splitlines()),
        # Lines that end as sentences do were ended by their author.
        (f"{AUTHORED}\n" * 5, [AUTHORED] * 5),
        ("One.\nTwo.\nThree is a sentence.", ["One.", "Two.", "Three is a sentence."]),
    ],
)
def test_lines_that_a_printer_broke_are_one_paragraph(
    reading_of: Read, printed: str, paragraphs: list[str]
) -> None:
    reading = reading_of(f"{HEAD}Vladimir Putin: We have met.\n\n{printed}")
    said = [cut(reading, span) for span in reading.turns[0].paragraphs]
    assert said == ["We have met.", *paragraphs]
