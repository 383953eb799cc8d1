"""The measure measures: what is missed and what is wrong both cost, and each is said."""

from __future__ import annotations

import pytest

from greffier.errors import FormError
from greffier.model import witness_of
from greffier.scoring import score
from greffier.scoring.measure import Score, closing, fold, opening
from tests.builders import reading_of


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("Касым-Жомарт  ТОКАЕВ", "касым-жомарт токаев"),
        ("São\u00a0To\u00admé", "sao tome"),
        (None, None),  # the text does not say: not the same as empty
    ],
)
def test_names_are_compared_folded(printed: str | None, folded: str | None) -> None:
    assert fold(printed) == folded


def test_a_passage_is_known_by_its_ends() -> None:
    said = "“Thank you, Mr Rahmon!” Colleagues, I declare the session open."
    assert opening(said).startswith(opening("Thank you, Mr Rahmon"))
    assert closing(said).startswith(closing("the session open."))


def test_a_gold_object_that_says_less_takes_no_match_from_one_that_says_more() -> None:
    result = Score()
    gold = [{"name": "Emomali Rahmon"}, {"name": "Emomali Rahmon", "office": "President"}]
    got = [{"name": "Emomali Rahmon", "office": "President"}, {"name": "Emomali Rahmon"}]
    result.fields("people", "a", gold, got, ("name", "office"))
    assert result.scores() == {"people": 1.0}


def test_what_is_missed_and_what_is_wrong_both_cost() -> None:
    result = Score()
    result.sets("chair", "a", ["putin", "rahmon"], ["putin", "xi"])
    tally = result.tallies["chair"]
    assert (tally.right, tally.wrong, tally.missed, tally.score) == (1, 1, 1, 0.5)
    assert [str(fault) for fault in result.faults] == ["missed rahmon", "wrong  xi"]


def test_a_record_that_could_not_be_read_is_counted() -> None:
    result = score([{"file": "gone.txt", "kind": "address"}], {})
    assert result.scores() == {"read at all": 0.0}


@pytest.mark.parametrize(
    "gold",
    [
        {"file": "a", "turns": [{"speaker": "X"}]},  # how the turn starts is not said
        {"file": "a", "turns": ["X"]},
        {"file": "a", "sessions": 3},
        {"file": "a", "participants": {"name": "X"}},
    ],
)
def test_gold_that_cannot_be_compared_is_said_with_its_record(gold: dict[str, object]) -> None:
    with pytest.raises(FormError, match=r"^a: gold that cannot be compared"):
        score([gold], {"a": reading_of(witness_of("Thank you."))})
