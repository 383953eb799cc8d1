"""How near two persons are in time, where days are many or vague."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from greffier.authority.naming import Observed
from greffier.authority.naming.days import apart
from greffier.authority.naming.nearest import Days


def test_what_is_vague_is_as_near_as_it_may_be() -> None:
    assert apart("2021-09-17", "2021-09") == 0
    assert apart("2021-09-17", "2021-10") == 14
    assert apart("2021", "2020-12-31") == 1
    assert apart("2021-09-16/2021-09-17", "2021-09-20") == 3
    assert apart(None, "2021") is None


DAYS = st.dates(dt.date(2019, 11, 1), dt.date(2021, 3, 1)).flatmap(
    lambda day: st.sampled_from([day.isoformat(), f"{day:%Y-%m}", f"{day:%Y}"])
)


@given(st.lists(DAYS, min_size=1), st.lists(DAYS, min_size=1))
def test_the_nearest_days_are_those_found_by_asking_about_all(
    mine: list[str], theirs: list[str]
) -> None:
    ours, others = (
        Days(Observed(name="A", record="r", day=day) for day in days) for days in (mine, theirs)
    )
    found = ours.nearest(others)
    assert found is not None
    gaps = [apart(day, another) for day in mine for another in theirs]
    assert apart(found[0].day, found[1].day) == min(gap for gap in gaps if gap is not None)
