"""PDF: lines in reading order, without what recurs at the edges of pages."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier.errors import WitnessError
from greffier.sources import receive
from greffier.sources.pdf import form
from greffier.sources.pdf.apart import APART, Apart
from tests.fuzz.making import pdf_bomb
from tests.sources.pdfs import Row, pdf_of

if TYPE_CHECKING:
    from pathlib import Path

FILLING = "words that fill a column of the page"
NAMES = ("One", "Two", "Three", "Four", "Five")


def text_of(*pages: list[Row]) -> str:
    return form(pdf_of(*pages), place="page").words or ""


def lines(*printed: str, left: float = 60, top: float = 700, step: float = 14) -> list[Row]:
    return [(left, top - step * n, words) for n, words in enumerate(printed)]


def test_line_ends_and_hyphens_stay_and_what_stands_apart_is_a_paragraph() -> None:
    page = [
        *lines("The Council adopted the decla-", "ration. It was", "signed."),
        *lines("The next session", "will be held.", top=630),
        *lines("It was closed.", left=80, top=602),
    ]
    assert text_of(page) == (
        "The Council adopted the decla-\nration. It was\nsigned.\n\n"
        "The next session\nwill be held.\n\nIt was closed."
    )


def test_running_heads_and_numbers_of_pages_are_left_out() -> None:
    pages = [
        [
            (60, 770, f"S/PV.{7138 + n % 2}"),
            *lines(f"{name} begins here", f"and {name} ends here."),
            (290, 30, f"{n + 1}/5 14-26466"),
        ]
        for n, name in enumerate(NAMES)
    ]
    text = text_of(*pages)
    assert "14-26466" not in text
    assert "S/PV" not in text
    assert text.count("begins here") == 5
    assert "One begins here\nand One ends here.\n\nTwo begins" in text


@pytest.mark.parametrize("step", [1, 5])
def test_numbers_of_lines_in_the_margin_are_left_out(step: int) -> None:
    printed = lines("Q.   Were you there?", *(f"Line {n} of what was said" for n in range(40)))
    numbers = [(30.0, y, str(n)) for n, (_, y, _) in enumerate(printed, start=1) if n % step == 0]
    assert text_of(printed + numbers) == text_of(printed)


@pytest.mark.parametrize("wrong", [{5: "12"}, dict.fromkeys(range(12), "4")])
def test_a_column_of_other_numbers_stays(wrong: dict[int, str]) -> None:
    rows: list[Row] = []
    for n, row in enumerate(lines(*(f"Votes of member {chr(65 + n)}" for n in range(12)))):
        rows += [(30.0, row[1], wrong.get(n, str(n + 1))), row]
    assert f"{wrong.get(1, '2')}\tVotes of member B" in text_of(rows)


def test_what_stands_once_at_an_edge_stays() -> None:
    pages = [lines(f"{name} session", f"of {name}.") for name in NAMES]
    pages[1].append((300, 30, "2"))  # the number of its page, though no other has one
    pages[3].append((60, 90, "14"))
    text = text_of(*pages)
    assert text.startswith("One session\nof One.\n\nTwo session\nof Two.\n\nThree session\n")
    assert text.endswith("of Four.\n\n14\nFive session\nof Five.")


def test_the_lines_of_a_list_go_on_indented() -> None:
    page = [*lines("- One, which"), *lines("goes on", "and on.", left=75, top=686)]
    assert text_of([*page, *lines("- Two.", top=658)]) == "- One, which\ngoes on\nand on.\n- Two."


def test_a_paragraph_goes_on_over_the_page() -> None:
    assert text_of(lines("It was decided"), lines("to meet again.")) == (
        "It was decided\nto meet again."
    )


@pytest.mark.parametrize("by_rows", [True, False])
def test_two_columns_are_read_one_after_the_other(by_rows: bool) -> None:  # noqa: FBT001 - a case
    left = lines(*(f"left {n} {FILLING}" for n in range(8)))
    right = lines(*(f"right {n} {FILLING}" for n in range(8)), left=330)
    rows = [row for pair in zip(left, right, strict=True) for row in pair]
    heading = [(200, 730, "A heading that runs over both columns")]
    text = text_of([*heading, *(rows if by_rows else [*left, *right])])
    order = [text.index(f"{side} {n} ") for side in ("left", "right") for n in range(8)]
    assert order == sorted(order)
    assert text.startswith("A heading that runs over both columns")


def test_a_list_in_two_columns_is_read_row_by_row() -> None:
    names = [f"State {n}" for n in range(8)]
    page = [*lines(*names), *lines(*(f"Mr. {n}" for n in range(8)), left=400)]
    page.sort(key=lambda row: -row[1])
    assert text_of(page).split("\n")[:2] == ["State 0\tMr. 0", "State 1\tMr. 1"]


def test_bold_words_are_marked() -> None:
    made = form(pdf_of([(60, 700, "*The Chair:"), (130, 700, "Order. We"), (60, 686, "*begin")]),
                place="page")  # fmt: skip
    assert made.words == "The Chair: Order. We\nbegin"
    assert [one.span.cut(made.words) for one in made.marks] == ["The Chair:", "begin"]


@pytest.mark.parametrize(
    ("data", "met"),
    [
        (pdf_of([], []), "a PDF file without text"),
        (pdf_of([(60, 700, "words")], encrypted=True), "a PDF file that needs a password"),
        (b"%PDF-1.7\n", "a damaged PDF file"),
        (pdf_of([(60, 700, "words")])[:60], "a damaged PDF file"),
    ],
    ids=["scanned", "encrypted", "empty", "cut off"],
)
def test_what_gives_no_text_says_why(tmp_path: Path, data: bytes, met: str) -> None:
    file = tmp_path / "record.pdf"
    file.write_bytes(data)
    with pytest.raises(WitnessError) as caught:
        receive(file)
    assert caught.value.met.startswith(met)


def test_a_pdf_file_is_kept_as_received(tmp_path: Path) -> None:
    file = tmp_path / "record.txt"  # whatever it is called
    file.write_bytes(pdf_of([(60, 700, "The Chair: Order.")]))
    received = receive(file)
    assert received.data == file.read_bytes()
    assert received.witness.media_type == "application/pdf"
    assert received.witness.text == "The Chair: Order."


WHOLE = pdf_of([(60, 700, "*The Chair:"), (130, 700, "Order.")], [(60, 700, "words")])


@given(st.integers(0, len(WHOLE) - 1), st.binary(min_size=1, max_size=8))
def test_a_damaged_file_is_read_or_refused(at: int, junk: bytes) -> None:
    try:
        made = form(WHOLE[:at] + junk + WHOLE[at + len(junk) :], place="page")
    except WitnessError:
        return
    assert all(mark.span.end <= len(made.words or "") for mark in made.marks)


def test_a_file_that_asks_for_gigabytes_is_refused_and_the_next_is_read() -> None:
    large = pdf_bomb(1_000_000_000)
    for _ in range(2):
        with pytest.raises(WitnessError, match="more memory or time"):
            form(large, place="page")
        assert text_of([(60, 700, "Order. Order.")]) == "Order. Order."


def test_a_process_that_ends_is_followed_by_another(monkeypatch: pytest.MonkeyPatch) -> None:
    apart = Apart()
    assert apart.asked(WHOLE) == APART.asked(WHOLE)
    child = apart._child  # noqa: SLF001 - it is ended as a system short of memory would
    assert child is not None
    child.kill()
    child.wait()
    assert isinstance(apart.asked(WHOLE), tuple)
    assert apart.asked(WHOLE) == APART.asked(WHOLE)
    parents = apart._child  # noqa: SLF001 - as above
    monkeypatch.setattr(os, "getpid", lambda: -1)  # as after a fork
    assert apart.asked(WHOLE) == APART.asked(WHOLE)
    assert parents is not None
    assert parents.poll() == 0  # let be, not ended
    apart.close()
    os.kill(parents.pid, signal.SIGKILL)
    os.waitpid(parents.pid, 0)
