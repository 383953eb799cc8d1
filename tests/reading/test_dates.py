"""What is a date, what it comes to, and what only looks like one."""

from __future__ import annotations

import calendar
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier.reading.dates import find_dates, whole_date
from greffier.reading.languages import ANY, ENGLISH, RUSSIAN
from tests.reading.texts import TEXTS

RECORD = "2021-08-25"  # a Wednesday


def _found(printed: str, anchor: str | None = None) -> list[tuple[str, str]]:
    return [
        (printed[one.start : one.end], one.value) for one in find_dates(printed, ENGLISH, anchor)
    ]


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("December 2, 2020", "2020-12-02"),
        ("December 2 2020", "2020-12-02"),
        ("2 December 2020", "2020-12-02"),
        ("6th of October 2007", "2007-10-06"),
        ("Sept. 5, 2001", "2001-09-05"),
        ("Dec 5, 2001", "2001-12-05"),
        ("DECEMBER 5, 2001", "2001-12-05"),
        ("2021-09-17", "2021-09-17"),
        ("17.09.2021", "2021-09-17"),
        ("February 29, 2020", "2020-02-29"),
        ("September 16–17, 2021", "2021-09-16/2021-09-17"),
        ("16-17 September 2021", "2021-09-16/2021-09-17"),
        ("30 September – 2 October 2021", "2021-09-30/2021-10-02"),
        ("September 30 - October 2, 2021", "2021-09-30/2021-10-02"),
        ("September 2021", "2021-09"),
    ],
)
def test_a_date_that_is_stated_needs_no_other(printed: str, value: str) -> None:
    assert [(one.value, one.basis) for one in find_dates(printed, ENGLISH)] == [(value, "stated")]
    assert _found(f"signed ({printed}), as agreed") == [(printed, value)]


@pytest.mark.parametrize(
    ("printed", "dates"),
    [
        ("On August 15, they left.", [("August 15", "2021-08-15")]),
        ("from September 11–25 near Orenburg", [("September 11–25", "2021-09-11/2021-09-25")]),
        ("September 30 – October 2", [("September 30 – October 2", "2021-09-30/2021-10-02")]),
        ("it began in May", [("May", "2021-05")]),
        ("today and tomorrow", [("today", "2021-08-25"), ("tomorrow", "2021-08-26")]),
        ("he said the day before", [("the day before", "2021-08-24")]),
        # A report of Wednesday means the Monday past, a notice the Friday to come.
        ("on Monday", [("on Monday", "2021-08-23")]),
        ("on Friday", [("on Friday", "2021-08-27")]),
        ("on Wednesday", [("on Wednesday", "2021-08-25")]),
    ],
)
def test_what_is_left_out_is_taken_from_the_record(
    printed: str, dates: list[tuple[str, str]]
) -> None:
    assert _found(printed, RECORD) == dates
    assert {one.basis for one in find_dates(printed, ENGLISH, RECORD)} == {"resolved"}
    assert _found(printed) == []


@pytest.mark.parametrize(
    "printed",
    [
        "We will sit; we may say more. May we?",
        "in three years we may 5 times",
        "they march 10 kilometres",
        "the 75th anniversary of Victory",
        "31 June",
        "31 June 2021",  # nor is it some day of June
        "June 31, 2021",
        "February 29, 2021",
        "September 17-16, 2021",
        "32.09.2021",
        "17.13.2021",
        "at 10:30, March 12:30",
        "resolution 2231, section 12.2020-7",
        "March 9999",
        "1 January 0001",
    ],
)
def test_what_only_looks_like_a_date_is_none(printed: str) -> None:
    assert _found(printed, RECORD) == []


def test_a_record_dated_to_the_month_settles_no_weekday() -> None:
    assert _found("on Monday, August 2", "2021-08") == [("August 2", "2021-08-02")]


def test_figures_of_any_script_come_to_plain_ones() -> None:
    assert _found("September ٢٠٢٠") == [("September ٢٠٢٠", "2020-09")]


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("2 декабря 2020 года", "2020-12-02"),
        ("16–17 сентября 2021 года, Душанбе", "2021-09-16/2021-09-17"),
        ("Март 2014 года", "2014-03"),
        ("5 мая", "2021-05-05"),
        ("маяк", None),
        ("марта", None),
    ],
)
def test_russian_dates(printed: str, value: str | None) -> None:
    found = [one.value for one in find_dates(printed, RUSSIAN, RECORD)]
    assert found == ([value] if value else [])


def test_figures_are_dates_in_any_language() -> None:
    assert [one.value for one in find_dates("Helsinki 17.9.2021", ANY)] == ["2021-09-17"]


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("December 2, 2020, Moscow", "2020-12-02"),
        ("December 2020", None),  # no day
        ("December 2", None),
        ("On December 2, 2020", None),  # a dateline begins with its date
    ],
)
def test_a_dateline_is_dated_to_the_day(printed: str, value: str | None) -> None:
    found = whole_date(printed, ENGLISH)
    assert (found.value if found else None) == value


@given(TEXTS, st.none() | st.just(RECORD))
def test_dates_stand_in_order_and_apart(printed: str, anchor: str | None) -> None:
    end = 0
    for one in find_dates(printed, ENGLISH, anchor):
        assert end <= one.start < one.end <= len(printed)
        end = one.end


@given(st.dates(min_value=date(1800, 1, 1), max_value=date(2199, 12, 31)))
def test_every_day_of_the_calendar_is_read(day: date) -> None:
    month = calendar.month_name[day.month]
    for printed in (f"{month} {day.day}, {day.year}", f"{day.day} {month} {day.year}", f"{day}"):
        assert _found(printed) == [(printed, day.isoformat())]
