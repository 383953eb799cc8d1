"""Sentences and tokens stand where they say, and no sign is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier.exports.corpus import sentences


def tokens(text: str, language: str = "en") -> list[list[str]]:
    """Give the words of the tokens, a list for each sentence."""
    return [[one.text for one in found.tokens] for found in sentences(text, 0, language)]


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("en", "Mr. Putin met Gen. Zas in the U.S. on Monday. They spoke.", 2),
        ("en", "“Is it so?” he asked. No. 5 is out.", 2),
        ("ru", "В 2021 г. в г. Душанбе прошла встреча, т.е. саммит. Спасибо.", 2),
        ("und", "One. Two.", 2),
    ],
)
def test_abbreviations_end_no_sentence(language: str, text: str, count: int) -> None:
    assert len(tokens(text, language)) == count


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("so-called", ["so-called"]),
        ("don't", ["don't"]),
        ("the CSTO’s chair", ["the", "CSTO’s", "chair"]),
        ("1,500.5 men", ["1,500.5", "men"]),
        ("at 12:30, and/or", ["at", "12:30", ",", "and", "/", "or"]),
        ("in the U.S. now", ["in", "the", "U.S.", "now"]),
        ("end.Then", ["end", ".", "Then"]),
        ("now—or never", ["now", "—", "or", "never"]),
        ("(«да»)", ["(", "«", "да", "»", ")"]),
    ],
)
def test_a_token_is_a_written_word_or_a_sign(text: str, wanted: list[str]) -> None:
    assert [one for found in tokens(text) for one in found] == wanted


@pytest.mark.parametrize("language", ["en", "ru", "und"])
@given(text=st.text(max_size=200))
def test_no_sign_is_lost_and_places_hold(language: str, text: str) -> None:
    found = [one for sentence in sentences(text, 7, language) for one in sentence.tokens]
    assert "".join(one.text for one in found) == "".join(text.split())
    for one in found:
        assert text[one.span.start - 7 : one.span.end - 7] == one.text


def test_a_long_line_takes_no_long_time() -> None:
    # Ten thousand code points are the longest passage; what it is made of makes no difference.
    for unit in ("a.", "1,", "'", "a'", "A.B", " "):
        list(sentences(unit * (10_000 // len(unit)), 0, "en"))
