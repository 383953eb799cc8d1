"""Tests of `greffier.archive.days`."""

from __future__ import annotations

import pytest

from greffier.archive.days import days


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2021-09-17", 20210917, 20210917),
        ("2021-09", 20210901, 20210931),
        ("2021", 20210101, 20211231),
        ("2021-09-16/2021-09-17", 20210916, 20210917),
        ("2020/2021-03", 20200101, 20210331),
    ],
)
def test_a_date_is_its_first_and_last_day(value: str, first: int, last: int) -> None:
    assert days(value) == (first, last)


@pytest.mark.parametrize(
    "value",
    ["", "21", "2021-13", "2021-02-30", "2021-9-1", "17.09.2021", "2021-09-17T10", "٢٠٢١", "0000"],
)
def test_what_is_no_date_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match="is no date"):
        days(value)


def test_an_interval_runs_forwards() -> None:
    with pytest.raises(ValueError, match="is no date"):
        days("2021/2020")
