"""Whom of the members a record shows, and who is there besides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from greffier.authority.institutions import institutions
from greffier.model import Date
from greffier.query.checks import findings
from tests.query.checks.sittings import CSTO, found, sitting

if TYPE_CHECKING:
    from greffier.model import Reading

SCO_2017 = {
    "organisations": ("SCO",),
    "body": "Heads of State Council",
    "date": Date(value="2017-06-08", basis="stated"),
}


def test_every_member_has_a_trace() -> None:
    finding = found(sitting(present=CSTO), "members-traced")
    assert finding.agrees == "yes"
    assert len(finding.evidence) == 6
    (row,) = finding.against
    assert row.says.startswith("member of CSTO: Armenia, Belarus")


def test_a_member_without_a_trace_is_named() -> None:
    finding = found(sitting(present=CSTO[:-1]), "members-traced")
    assert finding.agrees == "no"
    assert "No trace of Tajikistan" in finding.found


@pytest.mark.parametrize(
    "told",
    ["The border of Tajikistan is quiet.", "The Tajik leader spoke.", "ГРАНИЦА: Таджикистан."],
)
def test_a_member_that_is_named_may_have_been_there(told: str) -> None:
    finding = found(sitting(present=CSTO[:-1], told=told), "members-traced")
    assert finding.agrees == "unknown"
    assert "Named, and not as taking part: Tajikistan" in finding.found
    words = finding.evidence[-1].span.cut(sitting(present=CSTO[:-1], told=told).witness.text)
    assert words in {"Tajikistan", "Tajik", "Таджикистан"}


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"date": None}, "gives the session no date"),
        ({"status": "planned"}, "yet to be held"),
        ({"status": "cancelled"}, "was cancelled"),
        ({"organisations": ("EurAsEC",), "body": "Interstate Council"}, "are not known"),
    ],
)
def test_where_it_cannot_be_told_it_is_said_why(changes: dict[str, Any], why: str) -> None:
    for kind in ("members-traced", "members-only"):
        finding = found(sitting(present=[*CSTO[:-1], "France"]), kind, **changes)
        assert finding.agrees == "unknown"
        assert why in finding.found


def test_a_record_that_shows_few_does_not_tell_of_the_others() -> None:
    finding = found(sitting(present=("Russia", "Armenia")), "members-traced")
    assert finding.agrees == "unknown"
    assert "too few" in finding.found


def test_who_takes_part_for_nobody_known_may_be_the_one_without_a_trace() -> None:
    reading = sitting(present=[*CSTO[:-1], "the Peace Foundation"])
    for kind in ("members-traced", "members-only"):
        assert found(reading, kind).agrees == "unknown"


def test_the_status_of_each_who_is_no_member_is_told() -> None:
    here = ("China", "Kazakhstan", "Kyrgyzstan", "Russia", "Tajikistan", "Uzbekistan")
    reading = sitting(present=[*here, "Belarus", "Armenia", "France"])
    finding = found(reading, "members-only", **SCO_2017)
    assert finding.agrees == "no"
    assert "Belarus took part: observer" in finding.found
    assert "Armenia took part: dialogue partner" in finding.found
    assert "France took part: no status of it is known" in finding.found
    assert [one.shows.split(" of ")[-1] for one in finding.evidence] == [
        "Belarus",
        "Armenia",
        "France",
    ]


def test_officials_stand_apart() -> None:
    finding = found(sitting(present=[*CSTO, "CSTO"]), "members-only")
    assert finding.agrees == "yes"
    assert "Officials apart: Delegate 6, President of CSTO" in finding.found


def test_a_summit_with_an_organisation_is_not_one_of_it() -> None:
    """As the summit of Russia and the European Union in London, October 2005."""
    changes = {"organisations": ("EU",), "body": None, "name": "EU summit"}
    reading = sitting(present=("United Kingdom", "Russia"))
    for kind in ("members-traced", "members-only", "level"):
        finding = found(reading, kind, date=Date(value="2005-10-04", basis="stated"), **changes)
        assert finding.agrees == "unknown"
        assert "Russia has no known status in it" in finding.found


def test_whoever_is_told_absent_is_told_with_who_came_instead() -> None:
    assert not [
        one for one in findings(*_of(sitting(present=CSTO))) if one.kind == "members-absent"
    ]
    finding = found(sitting(present=CSTO[:-1], absent=["Tajikistan"]), "members-absent")
    assert finding.agrees == "no"
    assert "President of Tajikistan is told to have been absent" in finding.found
    assert finding.evidence[0].shows == "told absent: Delegate 5, President of Tajikistan"
    assert (
        found(sitting(present=CSTO[:-1], absent=["Tajikistan"]), "members-traced").agrees == "yes"
    )
    assert found(sitting(present=CSTO, absent=["France"]), "members-absent").agrees == "unknown"


def test_a_joint_session_is_held_against_the_members_of_each(readings: dict[str, Reading]) -> None:
    (reading,) = (one for name, one in readings.items() if name.startswith("000"))
    told = {
        (one.of, one.agrees): one.found
        for one in findings(*_of(reading))
        if one.kind == "members-traced"
    }
    assert set(told) == {("CSTO", "yes"), ("SCO", "yes")}
    assert "Of 8 members the record shows 8" in told["SCO", "yes"]
    guest = found(reading, "members-only")
    assert guest.agrees == "no"
    assert guest.found.startswith("Iran took part: observer. Officials apart: Stanislav Zas")


def _of(reading: Reading) -> tuple[Any, Any, Any]:
    return reading, reading.sessions[0], institutions()
