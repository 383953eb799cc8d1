"""What a printed page leaves in the middle of a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier.model import Span
from greffier.reading.folding import View
from greffier.reading.running_heads import outside, without_running_heads
from tests.reading.texts import ANY_TEXT, cut

if TYPE_CHECKING:
    from tests.reading.texts import Read

LINE = "the Council considered what had been proposed and the members spoke about it"
TITLE = "Threats to peace"


def _page(n: int, foot: str) -> str:
    body = "\n".join([LINE] * 20)
    return f"{body}\n{foot.format(n=n)}\nS/PV.7138\n{TITLE}\n"


def _pages(foot: str) -> str:
    return "Mr. Berg: We say that\n" + "".join(_page(n, foot) for n in range(1, 5)) + LINE + "."


@pytest.mark.parametrize("foot", ["{n}", "14-26466 {n}/15", "Page {n} of 15"])
def test_running_heads_and_page_numbers_are_furniture(reading_of: Read, foot: str) -> None:
    reading = reading_of(_pages(foot))
    assert [one.label for one in reading.turns] == ["Mr. Berg"]
    said = " ".join(cut(reading, span) or "" for span in reading.turns[0].paragraphs)
    assert "S/PV" not in said
    assert TITLE not in said
    assert "15" not in said
    furniture = " ".join(cut(reading, span) or "" for span in reading.furniture)
    assert furniture.count("S/PV.7138") == furniture.count(TITLE) == len(range(1, 5))
    assert all(foot.format(n=n) in furniture for n in range(1, 5))


@pytest.mark.parametrize(
    "printed",
    [
        "",
        "1\n2\n3\n4\n",  # a list, not page numbers: nothing stands between
        f"{LINE}\n12\n{LINE}\n",  # once is no page number
        "\n".join([*[LINE] * 20, "7", *[LINE] * 20, "6", *[LINE] * 20, "5"]),  # they run backwards
    ],
)
def test_other_figures_stay(printed: str) -> None:
    view = View.of(printed)
    assert without_running_heads(view) == ((), view)


@given(ANY_TEXT)
def test_nothing_else_is_cut(printed: str) -> None:
    view = View.of(printed)
    spans, cut_view = without_running_heads(view)
    assert len(cut_view.text) <= len(view.text)
    assert all(span.end <= len(printed) for span in spans)


@given(st.lists(st.integers(0, 40), min_size=2, max_size=12, unique=True), st.integers(1, 60))
def test_the_pieces_outside_are_what_is_left(edges: list[int], length: int) -> None:
    whole = Span(0, length)
    pairs = sorted(edges)
    inside = [Span(a, b) for a, b in zip(pairs[::2], pairs[1::2], strict=False)]
    left = {at for piece in outside(whole, inside) for at in range(*piece)}
    gone = {at for one in inside if whole.holds(one) for at in range(*one)}
    assert left == set(range(length)) - gone
