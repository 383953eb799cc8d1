"""Who belonged to what on a day, and who held the chair: known facts, and what is not known."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from greffier.authority.institutions import (
    chairmanships_of,
    chairs_on,
    find_seat,
    institutions,
    members_on,
    rule_of,
)
from tests.authority.institutions.places import seat

if TYPE_CHECKING:
    from greffier.authority.institutions import Seat

ROWS = institutions()


@pytest.mark.parametrize(
    ("acronym", "body", "day", "number"),
    [
        ("CSTO", None, "2005", 6),
        ("CSTO", None, "2010", 7),  # with Uzbekistan
        ("CSTO", None, "2020-12-02", 6),
        ("SCO", None, "2016", 6),
        ("SCO", None, "2021-09-17", 8),  # with India and Pakistan
        ("SCO", None, "2025", 10),  # with Iran and Belarus
        ("EAEU", None, "2024", 5),
        ("CoE", None, "2022-03-15", 47),
        ("CoE", None, "2022-03-16", 46),  # without Russia
        ("OSCE", None, "2010", 56),
        ("OSCE", None, "2015", 57),  # with Mongolia
        ("EU", None, "2004-04", 15),
        ("EU", None, "2005", 25),
        ("EU", None, "2019", 28),
        ("EU", None, "2020-02", 27),  # without the United Kingdom
        ("NATO", None, "2022", 30),
        ("NATO", None, "2025", 32),
        ("G8", None, "2013", 8),
        ("G20", None, "2013", 20),
        ("G20", None, "2024", 21),
        ("ASEAN", None, "2000", 10),
        ("Arctic Council", None, "2020", 8),
        ("BSEC", None, "2023", 13),
        ("OSCE", "Minsk Group", "2016", 11),
        *(("UN", "Security Council", str(year), 15) for year in range(2000, 2027)),
    ],
)
def test_as_many_members_as_there_were(
    acronym: str, body: str | None, day: str, number: int
) -> None:
    members = members_on(ROWS, seat(acronym, body), day)
    assert members is not None
    assert len(members.certain) == number
    assert len({row.member for row in members.certain}) == number
    assert not members.doubtful
    assert members.complete == "yes"


@pytest.mark.parametrize(
    ("day", "answer"),
    [
        ("2006-08-15", "no"),
        ("2006-08-16", "yes"),
        ("2012-06-28", "yes"),
        ("2012-09", "unknown"),  # between its note and the decision of the Council
        ("2012-12-20", "no"),
        ("2021", "no"),
    ],
)
def test_uzbekistan_in_the_csto(day: str, answer: str) -> None:
    members = members_on(ROWS, seat("CSTO"), day)
    assert members is not None
    found = [
        said
        for said, rows in (("yes", members.certain), ("unknown", members.doubtful))
        if "Uzbekistan" in {row.member for row in rows}
    ]
    assert found == ([] if answer == "no" else [answer])


@pytest.mark.parametrize(
    ("acronym", "status", "day", "who"),
    [
        ("SCO", "observer", "2014", {"Mongolia", "India", "Pakistan", "Iran", "Afghanistan"}),
        ("SCO", "observer", "2020-11-10", {"Mongolia", "Iran", "Afghanistan", "Belarus"}),
        ("EAEU", "observer", "2021", {"Moldova", "Cuba", "Uzbekistan"}),
        ("CIS", "associate", "2015", {"Turkmenistan"}),
        ("CoE", "observer", "2022", {"Holy See", "United States", "Canada", "Japan", "Mexico"}),
        ("G20", "guest", "2015", {"Spain"}),
    ],
)
def test_who_had_another_status(acronym: str, status: str, day: str, who: set[str]) -> None:
    wanted = next(row.status for row in ROWS.memberships if row.status == status)
    members = members_on(ROWS, seat(acronym), day, status=wanted)
    assert members is not None
    assert {row.member for row in members.certain} == who


def test_the_seven_co_chair_no_longer_what_three_do() -> None:
    co_chairs = members_on(ROWS, seat("OSCE", "Minsk Group"), "2020", status="co-chair")
    assert co_chairs is not None
    assert {row.member for row in co_chairs.certain} == {"France", "Russia", "United States"}


def test_a_body_of_all_members_has_those_of_its_organisation() -> None:
    council = members_on(ROWS, seat("CSTO", "Collective Security Council"), "2020-12-02")
    assert council == members_on(ROWS, seat("CSTO"), "2020-12-02")


def test_of_a_body_that_no_rule_describes_no_member_is_known() -> None:
    assert members_on(ROWS, seat("UN", "International Court of Justice"), "2020") is None
    assert members_on(ROWS, seat("NATO", "NATO-Russia Council"), "2010") is None
    assert members_on(ROWS, seat("WTO"), "2010") is None


def test_it_is_said_where_the_rows_are_not_all() -> None:
    hong_kong_has_no_row = members_on(ROWS, seat("APEC"), "2020")
    assert hong_kong_has_no_row is not None
    assert hong_kong_has_no_row.complete == "unknown"
    before_the_first_term_listed = members_on(ROWS, seat("UN", "Security Council"), "1993-03-20")
    assert before_the_first_term_listed is not None
    assert before_the_first_term_listed.complete == "unknown"


@pytest.mark.parametrize(
    ("acronym", "body", "day", "holder"),
    [
        ("CSTO", None, "2015-12-21", "Armenia"),
        ("CSTO", None, "2020-12-01", "Russia"),
        ("CSTO", "Collective Security Council", "2020-12-04", "Tajikistan"),
        ("CSTO", "Council of Foreign Ministers", "2022-06", "Armenia"),
        ("SCO", "Heads of State Council", "2021-09-01", "Tajikistan"),
        ("EU", None, "2021-09-17", "Slovenia"),
        ("EU", "Council of the European Union", "2008-08-12", "France"),
        ("EU", "European Council", "2005-10-04", "United Kingdom"),  # not yet of its own President
        ("CoE", "Committee of Ministers", "2012-01-24", "United Kingdom"),
        ("OSCE", "Permanent Council", "2022-02-24", "Poland"),
        ("UN", "Security Council", "2022-02-23", "Russia"),
    ],
)
def test_who_held_the_chair(acronym: str, body: str | None, day: str, holder: str) -> None:
    certain, doubtful = chairs_on(ROWS, seat(acronym, body), day)
    assert [row.holder for row in certain] == [holder]
    assert not doubtful


def test_on_the_day_that_the_chair_passes_it_is_either() -> None:
    certain, doubtful = chairs_on(ROWS, seat("CSTO"), "2020-12-02")
    assert not certain
    assert [row.holder for row in doubtful] == ["Russia", "Tajikistan"]


def test_chairs_of_a_body_are_not_those_of_another() -> None:
    assert chairmanships_of(ROWS, seat("SCO", "Heads of Government Council")) == ()
    assert chairmanships_of(ROWS, seat("EU", "European Council")) == ()
    assert chairs_on(ROWS, seat("EU", "European Council"), "2021") == ((), ())


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("CSTO", seat("CSTO")),
        ("ОДКБ", seat("CSTO")),
        ("Security Council", seat("UN", "Security Council")),
        ("Council of Foreign Ministers", None),  # of several organisations
        ("Council of the Wise", None),
    ],
)
def test_what_is_chaired_is_found_by_the_name_in_a_record(name: str, found: Seat | None) -> None:
    assert find_seat(ROWS.known, name) == found


def test_a_rule_is_that_of_the_day() -> None:
    council = seat("EU", "European Council")
    before, after = rule_of(ROWS, council, "2005-10-27"), rule_of(ROWS, council, "2021")
    assert before is not None
    assert before.rotation == "with the organisation"
    assert after is not None
    assert after.chaired_by == "President of the European Council"
    assert rule_of(ROWS, council, "1990") is None  # no row goes back so far
    assert rule_of(ROWS, council, "2009") is None  # it changed in that year


def test_an_organisation_has_the_rule_of_its_summit() -> None:
    summit = seat("CSTO", "Collective Security Council")
    assert rule_of(ROWS, seat("CSTO")) == rule_of(ROWS, summit)
    assert rule_of(ROWS, seat("EU")) != rule_of(ROWS, seat("EU", "European Council"))
    assert rule_of(ROWS, seat("UN")) is None
