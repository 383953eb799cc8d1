"""Tests of `greffier.query.quoting`."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier.query.quoting import standing


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        (
            "He said: the\u00a0session\n is over.",
            "the session is over",
            ["the\u00a0session\n is over"],
        ),
        ("“No”, he said – twice", '"No", he said - twice', ["“No”, he said – twice"]),
        ("colla\u00adboration", "collaboration", ["colla\u00adboration"]),
        ("The Session", "the session", []),
        ("aaaa", "aa", ["aa", "aa"]),
        ("anything", "  ", []),
    ],
)
def test_print_may_differ_and_letters_may_not(text: str, words: str, found: list[str]) -> None:
    assert [span.cut(text) for span in standing(text, words)] == found


@given(text=st.text(max_size=80), data=st.data())
def test_words_that_were_cut_out_of_a_text_stand_in_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    words = text[start : data.draw(st.integers(start, len(text)))]
    spans = list(standing(text, words))
    assert all(0 <= one.start < one.end <= len(text) for one in spans)
    assert spans or not words.strip(" \n\t").strip()
