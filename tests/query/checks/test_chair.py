"""Who chaired, and whether it is whom the record, the list and the rule have in the chair."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from greffier.model import Date
from tests.query.checks.sittings import CSTO, SPEECH, found, sitting

if TYPE_CHECKING:
    from greffier.model import ChairmanshipPhase, Reading


def on(day: str) -> dict[str, Any]:
    return {"date": Date(value=day, basis="stated")}


def test_the_sample_of_2020_was_chaired_by_the_holder(readings: dict[str, Reading]) -> None:
    (reading,) = (one for name, one in readings.items() if name.startswith("002"))
    told = found(reading, "chair-told")
    assert told.agrees == "yes"
    text = reading.witness.text
    words = [" ".join(one.span.cut(text).split()) for one in told.evidence]
    assert words[:2] == ["Vladimir Putin chaired", "holding the current CSTO chairmanship"]
    listed = found(reading, "chair-listed")
    assert listed.agrees == "yes"
    assert "Russia or Tajikistan. It passes at a session" in listed.found
    assert found(reading, "chair-office").agrees == "yes"


@pytest.mark.parametrize(
    ("holds", "agrees"),
    [
        ([("Russia", "current")], "yes"),
        ([("Russia", "outgoing"), ("Tajikistan", "incoming")], "yes"),
        ([("Armenia", "current")], "no"),
        # It may have passed before he spoke, or he may chair as the one who takes it.
        ([("Armenia", "outgoing"), ("Russia", "incoming")], "unknown"),
        ([("Tajikistan", "incoming")], "unknown"),
    ],
)
def test_the_chair_is_held_against_what_the_record_tells(
    holds: list[tuple[str, ChairmanshipPhase]], agrees: str
) -> None:
    assert found(sitting(present=CSTO, holds=holds), "chair-told").agrees == agrees


def test_the_very_words_that_say_who_chaired_confirm_nothing(
    readings: dict[str, Reading],
) -> None:
    (notice,) = (one for name, one in readings.items() if name.startswith("004"))
    finding = found(notice, "chair-told")
    assert finding.agrees == "unknown"
    assert "the very words that say who chaired" in finding.found


@pytest.mark.parametrize(
    ("chair", "day", "agrees", "words"),
    [
        ("Russia", "2020-06-15", "yes", "Listed for 2020-06-15: Russia"),
        ("Belarus", "2020-06-15", "no", "Listed for 2020-06-15: Russia"),
        ("Tajikistan", "2020-12-02", "unknown", "Russia or Tajikistan"),
        ("Belarus", "2020-12-02", "no", "Russia or Tajikistan"),
        ("Russia", "1990", "unknown", "Nobody is listed"),
    ],
)
def test_the_chair_is_held_against_the_list(chair: str, day: str, agrees: str, words: str) -> None:
    finding = found(sitting(present=CSTO, chair=chair), "chair-listed", **on(day))
    assert (finding.agrees, words in finding.found) == (agrees, True), finding.found


def test_a_chair_inferred_from_what_was_said_makes_no_holder_wrong() -> None:
    spoke = [("Belarus", SPEECH)]
    sure = sitting(spoke, present=CSTO, chair="Belarus", holds=[("Russia", "current")])
    unsure = sitting(
        spoke, present=CSTO, chair="Belarus", holds=[("Russia", "current")], inferred=True
    )
    for kind in ("chair-told", "chair-listed"):
        assert found(sure, kind).agrees == "no"
        finding = found(unsure, kind)
        assert finding.agrees == "unknown"
        assert "That this was the chair is inferred" in finding.found


def test_where_nobody_is_told_to_have_chaired_it_is_said() -> None:
    finding = found(sitting(present=CSTO, chair=None), "chair-listed")
    assert finding.agrees == "unknown"
    assert "The record does not say who chaired" in finding.found
    assert finding.against


@pytest.mark.parametrize(
    ("office", "agrees"),
    [
        ("President", "yes"),
        ("Minister of Foreign Affairs", "no"),
        ("Prime Minister", "unknown"),  # some states send the one, some the other
        ("Secretary", "unknown"),
    ],
)
def test_the_office_of_the_chair_is_held_against_the_rule(office: str, agrees: str) -> None:
    reading = sitting(present=CSTO, offices={"Russia": office})
    finding = found(reading, "chair-office")
    assert finding.agrees == agrees
    (rule,) = finding.against
    assert rule.says == "the rule has it chaired by the head of the chairing state"


def test_a_host_has_the_chair_where_the_rule_says_so() -> None:
    changes = {"organisations": ("SCO",), "body": "Heads of Government Council"}
    reading = sitting(present=("Uzbekistan", "Russia"), chair="Uzbekistan")
    for venue, agrees in (
        ("Tashkent", "yes"),
        ("Moscow", "no"),
        (None, "unknown"),
        ("Sochi", "unknown"),
    ):
        assert found(reading, "chair-host", venue=venue, **changes).agrees == agrees


def test_the_president_of_a_council_is_seated_by_whom_he_speaks_for(corpus: Reading) -> None:
    """The record says that Luxembourg presides; no words beside these say so."""
    told = found(corpus, "chair-told", **on("2014-03-15"))
    assert (told.agrees, "Luxembourg (current)" in told.found) == ("unknown", True)
    listed = found(corpus, "chair-listed", **on("2014-03-15"))
    assert (listed.agrees, "Listed for 2014-03-15: Luxembourg" in listed.found) == ("yes", True)
    assert found(corpus, "chair-listed", **on("2014-04-15")).agrees == "no"  # Nigeria's month
    # `President` is of the council here, and of no state.
    assert found(corpus, "chair-office", **on("2014-03-15")).agrees == "unknown"
    assert found(corpus, "members-traced", **on("2014-03-15")).agrees == "yes"


def test_an_informal_session_goes_by_no_rule_of_the_body() -> None:
    reading = sitting(present=CSTO, chair="Belarus", holds=[("Russia", "current")])
    for kind in ("chair-told", "chair-listed"):
        assert found(reading, kind).agrees == "no"
        assert found(reading, kind, formats=("informal",)).agrees == "unknown"
    assert "met informally" in found(reading, "rule-known", formats=("informal",)).found


def test_an_organisation_may_be_chaired_by_its_own_official() -> None:
    reading = sitting(
        present=("NATO", "Norway"), chair="NATO", offices={"NATO": "Secretary General"}
    )
    changes = {"organisations": ("NATO",), "body": "North Atlantic Council"}
    finding = found(reading, "chair-office", **changes)
    assert (finding.agrees, "not known" in finding.found) == ("yes", False)


def test_a_joint_session_may_go_by_other_rules() -> None:
    reading = sitting(present=CSTO, offices={"Russia": "Minister of Defence"})
    joint = replace(reading.sessions[0], formats=("joint",))
    for kind in ("chair-office", "level"):
        assert found(reading, kind).agrees == "no"
        assert found(replace(reading, sessions=(joint,)), kind).agrees == "unknown"
