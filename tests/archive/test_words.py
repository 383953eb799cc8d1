"""Tests of `greffier.archive.words`."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier.archive.words import Cut, analysed, fold, told, words
from greffier.model import Span
from tests.archive.test_search import RUSSIAN
from tests.places import EXAMPLES


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("meetings", "meeting"),
        ("MEETING", "meeting"),
        ("Russia\u2019s", "Russia"),
        ("Russia's", "russia"),
        ("organised", "organises"),
        ("заседаниях", "заседание"),
        ("организации", "организация"),
        ("угрозами", "угроза"),
        ("УГРОЗЫ", "угроз"),
        ("threats", "threat"),
        ("ещё", "еще"),
        ("Пе\u0308тр", "Петр"),  # yo as a letter and a mark
        ("Серге\u0438\u0306", "Сергей"),
        ("за\u0301седание", "заседание"),  # a stress mark, as in dictionaries
        ("secu\u00adrity", "security"),
        ("Brasília", "brasilia"),
        ("Istanbul", "İstanbul"),
    ],
)
def test_one_word_is_found_by_the_other(one: str, other: str) -> None:
    assert [word.stem for word in words(one)] == [word.stem for word in words(other)]


@pytest.mark.parametrize(
    ("printed", "cut"),
    [
        ("Kassym-Jomart\u00a0Tokayev", ["Kassym", "Jomart", "Tokayev"]),
        ("the U.S.", ["the", "U", "S"]),
        ("the Secu\u00adrity Council", ["the", "Secu\u00adrity", "Council"]),
        ("caf\u0065\u0301, Серге\u0438\u0306!", ["caf\u0065\u0301", "Серге\u0438\u0306"]),
        ("in\u200bvisible", ["in\u200bvisible"]),
        ("half \ud800 a character", ["half", "a", "character"]),
        ("Côte d\u2019Ivoire", ["Côte", "d", "Ivoire"]),
    ],
)
def test_words_say_where_they_stand_as_printed(printed: str, cut: list[str]) -> None:
    assert [word.span.cut(printed) for word in words(printed)] == cut


@given(st.text(alphabet=st.characters(), max_size=60))
def test_words_follow_one_another(text: str) -> None:
    """Whatever is printed, the words stand inside the text, in order, and do not overlap."""
    at = 0
    for word in words(text):
        assert at <= word.span.start < word.span.end <= len(text)
        at = word.span.end


def test_inflected_forms_begin_with_one_letter() -> None:
    """What finds words in a passage looks at their first letter before anything else."""
    records = [path.read_text() for path in EXAMPLES.glob("*.txt")]
    found = {word for text in (*records, RUSSIAN) for word in words(text)}
    assert len(found) > 1_000
    assert [word for word in found if word.form[0] != word.stem[0]] == []


@given(st.text(max_size=60) | st.text(alphabet="aZяЁ's’_-1²½.\u00ad\u0301 \n", max_size=20))
def test_words_are_those_of_the_index(text: str) -> None:
    """However they are told, they are what the tokenizer of the index makes of the text."""
    assert words(text) == list(told(fold(text)))
    cut, every = Cut(text), words(text)
    assert [cut.span(n, n) for n in range(len(cut.words))] == [word.span for word in every]
    assert [analysed(one) for one in cut.words] == [(word.form, word.stem) for word in every]
    if every:
        assert cut.span(0, len(every) - 1) == Span(every[0].start, every[-1].end)


@given(st.text(alphabet="aе\u0451\u0301\u0306\u0308\u00ad\u200b \u2019\ud800й", max_size=30))
def test_folding_knows_where_each_character_comes_from(text: str) -> None:
    folded = fold(text)
    if folded.origins is None:
        assert len(folded.text) == len(text)
    else:
        assert len(folded.origins) == len(folded.text)
        assert all(0 <= start < end <= len(text) for start, end in folded.origins)
