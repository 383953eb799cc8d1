"""Lines, and which of them a printer broke."""

from __future__ import annotations

import pytest
from hypothesis import given

from greffier.reading.folding import View
from greffier.reading.layout import Line, lines_of, unwrapped
from tests.reading.texts import ANY_TEXT

WRAPPED = """The President of the Russian Federation took part in a meeting of the
Collective Security Council, at which the heads of state discussed the
situation on the borders of the member states and signed a number of
documents. They agreed to meet again.
"""


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


def test_lines_that_a_printer_broke_are_joined() -> None:
    view = unwrapped(View.of(f"{WRAPPED}\n{WRAPPED}"))
    assert [line.text for line in lines_of(view)] == [" ".join(WRAPPED.split())] * 2


@pytest.mark.parametrize(
    "printed",
    [
        WRAPPED.replace("\n", "\n\n"),  # a blank line parts paragraphs
        "One.\nTwo.\nThree is a sentence.\n",  # short lines are a list
        "\n".join(["They met in Dushanbe and spoke about the borders of the states."] * 5),
        "",
    ],
)
def test_lines_that_an_author_ended_stay(printed: str) -> None:
    view = View.of(printed)
    assert unwrapped(view) is view


def test_a_row_of_marks_joins_no_lines() -> None:
    lines = lines_of(unwrapped(View.of(f"{WRAPPED}* * *\n{WRAPPED}")))
    assert [line.separates for line in lines[-2:]] == [True, False]
