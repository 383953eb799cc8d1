"""Tests of `greffier.query.tenures`: offices in time, from who is seen on which day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier.archive.days import days
from greffier.model import Observation
from greffier.query.tenures import holders, tenures


def seen(person: str, day: str | None, *, acting: bool = False) -> Observation:
    first, last = days(day) if day else (None, None)
    return Observation(
        person=person,
        name=person.title(),
        office="President",
        of="Kyrgyzstan",
        acting=acting,
        date=day,
        first=first,
        last=last,
        record=f"{person}{day}",
        witness=f"{person}{day}",
        participant=f"{person}{day}.p1",
        spans=(),
    )


# As in the records: a president, an acting one after him, and another president.
CASE = (
    seen("japarov", "2021-09-17"),
    seen("japarov", "2023-05"),
    seen("mamytov", "2020-12-02", acting=True),
    seen("jeenbekov", "2018-06-10"),
    seen("jeenbekov", "2019-11-28"),
    seen("atambayev", None),
)


@pytest.mark.parametrize(
    ("day", "wanted"),
    [
        ("2020-12-02", ["mamytov observed"]),
        ("2020", ["mamytov observed"]),
        ("2021-09-17", ["japarov observed"]),
        ("2019-02-01", ["jeenbekov between"]),
        ("2022", ["japarov between"]),
        ("2021-03", ["mamytov possible", "japarov possible"]),
        ("2010", ["jeenbekov possible"]),
        ("2024", ["japarov possible"]),
    ],
)
def test_who_held_an_office_on_a_day(day: str, wanted: list[str]) -> None:
    found = holders(tenures(CASE), days(day))
    assert [f"{one.tenure.person} {one.certainty}" for one in found] == wanted
    assert all(one.shown_by for one in found)


def test_a_tenure_says_what_is_open_at_its_ends() -> None:
    first, second, acting = tenures(CASE)
    assert (first.person, first.before, first.after) == ("jeenbekov", None, second.seen[0])
    assert (second.before, second.after) == (first.seen[-1], None)
    # An acting holder may stand beside the holder: neither ends the other's time.
    assert (acting.acting, acting.before, acting.after) == (True, None, None)


def test_whoever_comes_back_has_two_tenures() -> None:
    found = tenures([seen("a", "2000"), seen("b", "2010"), seen("a", "2020")])
    assert [one.person for one in found] == ["a", "b", "a"]
    assert holders(found, days("2005"))[0].certainty == "possible"


def test_offices_of_what_is_not_named_are_not_one_office() -> None:
    some = [replace(seen(person, "2020-01-01"), of=None) for person in "ab"]
    for tenure in tenures(some):
        assert (tenure.before, tenure.after, tenure.beside) == (None, None, ())


def test_a_tenure_bears_the_name_by_which_the_person_goes() -> None:
    (tenure,) = tenures([replace(seen("putin", "2020"), name="В.Путин", called="Vladimir Putin")])
    assert tenure.name == "Vladimir Putin"


def test_two_holders_on_one_day_are_both_shown() -> None:
    found = tenures([seen("a", "2020-01-01"), seen("b", "2020-01-01"), seen("a", "2020-02-01")])
    held = holders(found, days("2020-01-01"))
    assert {one.tenure.person for one in held} == {"a", "b"}
    assert all(one.tenure.beside for one in held)


@given(
    st.lists(
        st.builds(
            seen,
            st.sampled_from("abc"),
            st.sampled_from(["2019", "2020-01", "2020-01-05", "2020-02-01", "2021-01-01"]),
        )
    )
)
def test_no_tenure_is_gainsaid_by_its_observations(observations: list[Observation]) -> None:
    found = tenures(observations)
    assert sorted(one.participant for tenure in found for one in tenure.seen) == sorted(
        one.participant for one in observations
    )
    for tenure in found:
        others = [one for one in observations if one.person != tenure.person]
        for one in others:
            inside = tenure.last and tenure.first < (one.first or 0)
            assert not (inside and (one.last or 0) < tenure.last)
    assert found == tenures(reversed(observations))
    for tenure in found:
        days = {(one.first, one.last) for one in tenure.seen}
        assert {one.participant for one in tenure.beside} == {
            one.participant
            for one in observations
            if one.person != tenure.person and (one.first, one.last) in days
        }


def test_an_office_that_changed_hands_every_day_is_told_quickly() -> None:
    """Time grows with what was seen and not with its square, which took minutes."""
    year = date(1990, 1, 1).toordinal()
    often = [
        seen("japarov" if n % 2 else "mamytov", date.fromordinal(year + n).isoformat())
        for n in range(12_000)
    ]
    begun = process_time()
    assert len(tenures(often)) == len(often)
    assert process_time() - begun < 4
