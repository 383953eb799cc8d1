"""A text as words: what makes no difference to them, and where they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier.collation.words import PIECE, words


def keys(text: str) -> list[int]:
    found: list[int] = words(text).keys.tolist()
    return found


def printed(text: str) -> list[str]:
    found = words(text)
    pairs = zip(found.starts.tolist(), found.ends.tolist(), strict=True)
    return [text[start:end] for start, end in pairs]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Heads of State", "heads of state"),
        ("“Pandora’s box”", '"Pandora\'s box"'),
        ("the\xa0CSTO  and\nthe SCO", "the CSTO and the SCO"),
        ("inter-\nnational security", "international security"),
        ("Kassym-Jomart Tokayev", "Kassym-\r\n  Jomart Tokayev"),
        ("soft\u00adhyphen", "softhyphen"),
        ("Niinistö", "Niinisto\u0308"),
        ("ещё", "еще"),
        ("the ﬁrst oﬃce", "the first office"),
        ("Straße", "STRASSE"),
    ],
)
def test_how_it_is_written_makes_no_difference(one: str, other: str) -> None:
    assert keys(one) == keys(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2021", "2022"),
        ("ab", "ba"),
        ("man bites dog", "dog bites man"),
        ("2014-\n2015", "20142015"),  # a range over a line end is two numbers
        ("word - another", "wordanother"),
        ("कि", "की"),  # a vowel sign is no accent
        ("한국", "하구"),
    ],
)
def test_other_words_are_others(one: str, other: str) -> None:
    assert keys(one) != keys(other)


def test_a_word_stands_where_it_is_printed() -> None:
    text = "“Mr\xa0Rahmon’s” – co-\nchair, 17 September."
    assert printed(text) == ["Mr", "Rahmon’s", "co-\nchair", "17", "September"]


def test_in_a_script_without_blanks_each_character_is_a_word() -> None:
    assert printed("中国人民, ABC") == ["中", "国", "人", "民", "ABC"]
    assert len(printed("สวัสดี")) > 1


def test_a_word_ends_where_it_is_cut() -> None:
    text = "the CSTOBackground information"
    assert printed(text)[1] == "CSTOBackground"
    found = words(text, [8])
    assert found.starts.tolist() == [0, 4, 8, 19]


def test_a_text_of_several_pieces_is_one_row_of_words() -> None:
    text = "the secretary-\ngeneral spoke " * (PIECE // 12)
    count = len(words("the secretary-\ngeneral spoke"))
    assert count == 3
    assert len(words(text)) == count * (PIECE // 12)
    assert len(set(keys(text))) == count


@given(st.text())
def test_words_stand_one_after_another(text: str) -> None:
    found = words(text)
    ends = [0, *found.ends.tolist()]
    for before, start, end in zip(ends, found.starts.tolist(), found.ends.tolist(), strict=False):
        assert before <= start < end <= len(text)


@given(st.text(alphabet="ab-'’ \n\u00ad中é", max_size=40), st.text(alphabet="ab c", max_size=10))
def test_what_stands_before_a_blank_does_not_change_what_follows(before: str, text: str) -> None:
    assert keys(f"{before} . {text}") == keys(before) + keys(text)
