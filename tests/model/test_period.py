"""What held for a time answers for a day: yes, no, or that it is not known."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier.errors import PeriodError
from greffier.model import OPEN, Period, bounds

DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))


@pytest.mark.parametrize(
    ("since", "until", "day", "answer"),
    [
        ("2021-09-17", "2022-09-16", "2021-09-17", "yes"),  # both ends count
        ("2021-09-17", "2022-09-16", "2022-09-16", "yes"),
        ("2021-09-17", "2022-09-16", "2021-09-16", "no"),
        ("2021-09-17", "2022-09-16", "2022-09-17", "no"),
        ("2006", "2012", "2006-05-01", "unknown"),  # some day of 2006
        ("2006", "2012", "2007-01-01", "yes"),
        ("2006", "2012", "2012-12-31", "unknown"),
        ("2006", "2012", "2013", "no"),
        ("2021-09-17", "..", "2031", "yes"),
        ("2021-09-17", "..", "2021-09", "unknown"),  # the first half of the month or the second
        ("2021-09-17", "..", "2021-10", "yes"),
        ("2021-09-17", "..", "2021-08", "no"),
        ("2021-09-16", "2021-09-17", "2021-09-16/2021-09-17", "yes"),
        ("2021-09-16", "2021-09-17", "2021-09-15/2021-09-16", "unknown"),
        (None, "2012-06-28", "2012-06-29", "no"),
        (None, "2012-06-28", "1990", "unknown"),  # it may not have begun
        ("1991-12-08", None, "1991-12-07", "no"),
        ("1991-12-08", None, "2024", "unknown"),  # it may have ended
        (
            "1991-12-08",
            "2018-05-19/..",
            "2018-05-19",
            "yes",
        ),  # ended on that day or later, if at all
        ("1991-12-08", "2018-05-19/..", "2018-05-20", "unknown"),
    ],
)
def test_a_period_answers_for_a_day(
    since: str | None, until: str | None, day: str, answer: str
) -> None:
    assert Period(since, until).holds_on(day) == answer


@given(since=DAYS, until=DAYS, day=DAYS)
def test_exact_periods_know_every_day(since: date, until: date, day: date) -> None:
    first, last = sorted((since, until))
    held = Period(first.isoformat(), last.isoformat()).holds_on(day.isoformat())
    assert held == ("yes" if first <= day <= last else "no")


@given(since=DAYS, until=DAYS, day=DAYS)
def test_a_vaguer_period_never_contradicts_an_exact_one(
    since: date, until: date, day: date
) -> None:
    first, last = sorted((since, until))
    exact = Period(first.isoformat(), last.isoformat())
    vague = Period(f"{first:%Y-%m}", f"{last:%Y}")
    answers = {vague.holds_on(day.isoformat()), vague.holds_on(f"{day:%Y-%m}")}
    assert answers <= {"unknown", exact.holds_on(day.isoformat())}


@pytest.mark.parametrize(
    ("since", "until"),
    [("2022", "2021"), ("2021-09-18", "2021-09-17"), (OPEN, "2021"), ("17 September", "2021")],
)
def test_a_period_that_cannot_be(since: str, until: str) -> None:
    with pytest.raises(PeriodError):
        Period(since, until)


@pytest.mark.parametrize(
    "day", ["", "21", "2021-9-17", "2021-13", "2021-02-29", "0000", "2021/", "2022/2021", "٢٠٢١"]
)
def test_what_is_no_date(day: str) -> None:
    with pytest.raises(PeriodError):
        bounds(day)


def test_one_period_follows_another() -> None:
    armenia = Period("2015-09-15/2015-09-16", "2016-10-13/2016-10-14")
    belarus = Period("2016-10-14/2016-10-15", "2017-11-29/2017-11-30")
    assert armenia.adjoins(belarus)
    assert not armenia.meets(belarus)
    assert not armenia.adjoins(Period("2016-10-16", OPEN))
    assert Period("2016", OPEN).adjoins(belarus)  # nothing says that it had ended


def test_what_has_begun_may_have_ended() -> None:
    period = Period("2015-09-15/2015-09-16", "2016-10-13")
    answers = [period.begun_by(day) for day in ("2015-09-14", "2015-09-15", "2015-09-16", "2024")]
    assert answers == ["no", "unknown", "yes", "yes"]


def test_only_what_is_certain_meets() -> None:
    assert Period("2006", "2012").meets(Period("2011-12-31", OPEN))
    assert not Period("2006", "2012").meets(Period("2012-01-02", OPEN))  # it may have ended by then
