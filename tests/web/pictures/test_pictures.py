"""Pictures are XML whatever is in them, can be read at every width, and change with nothing."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from greffier.web.pictures import (
    Cell,
    Pass,
    Row,
    Share,
    Stretch,
    Tick,
    Timeline,
    draw_arcs,
    draw_columns,
    draw_matrix,
    draw_shares,
    draw_timeline,
    table_csv,
)
from greffier.web.pictures.axis import Axis
from greffier.web.pictures.canvas import shortened, wide
from tests.web.pictures.looks import SVG, WIDTHS, boxes, outside, overlapping, parsed, pixels
from tests.web.pictures.values import DAYS, SHARES, meetings, timelines

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from greffier.web.pictures import Meetings
    from greffier.web.pictures.timeline import StretchKind

HOSTILE: Final = "</text></svg><script>alert(1)</script>&\"'\x00\ud800\u202e"
DRAWN: Final = [partial(draw, "k", "Shares", "What") for draw in (draw_shares, draw_columns)]


@settings(max_examples=40)
@given(timelines())
def test_a_timeline_is_laid_out_at_every_width(timeline: Timeline) -> None:
    svg = draw_timeline(timeline)
    assert svg == draw_timeline(timeline)
    for width in WIDTHS:
        assert not overlapping(svg, width)
        assert not outside(svg, width)


@settings(max_examples=40)
@given(meetings())
def test_who_met_whom_is_laid_out(met: Meetings) -> None:
    for draw in (draw_matrix, draw_arcs):
        svg = draw(met)
        assert svg == draw(met)
        assert not overlapping(svg, 0)
        assert not outside(svg, 0)


@pytest.mark.parametrize("draw", DRAWN)
@settings(max_examples=40)
@given(shares=SHARES)
def test_what_is_compared_is_laid_out(
    draw: Callable[[Sequence[Share]], str], shares: list[Share]
) -> None:
    svg = draw(shares)
    assert svg == draw(shares)
    for width in WIDTHS:
        assert not overlapping(svg, width)
        assert not outside(svg, width)


@given(st.lists(DAYS, max_size=4))
def test_days_stand_in_their_order(days: list[date]) -> None:
    axis = Axis.over(days)
    placed = [axis.at(day) for day in sorted(days)]
    assert placed == sorted(placed)
    assert all(0 <= at < axis.after(day) <= 1 for at, day in zip(placed, sorted(days), strict=True))
    assert axis.marks()


@given(st.text(st.characters(exclude_categories=["C"])), st.floats(20, 400))
def test_words_are_cut_to_their_room(said: str, room: float) -> None:
    shown = shortened(said, room)
    assert wide(shown) <= room
    assert shown == " ".join(said.split()) or shown.endswith("…")


def test_what_is_in_a_picture_is_only_text() -> None:
    row = Row(
        label=HOSTILE,
        href=f'javascript:"{HOSTILE}',
        note=HOSTILE,
        ticks=(Tick(start=date(2020, 1, 1), end=date(2020, 1, 2), told=HOSTILE, href=HOSTILE),),
    )
    svg = draw_timeline(Timeline(key="k", called=HOSTILE, told=HOSTILE, rows=(row,)))
    assert "<script" not in svg
    assert "\x00" not in svg
    names = {one.tag.removeprefix(SVG) for one in parsed(svg).iter()}
    assert "script" not in names
    assert parsed(svg).findtext(f"{SVG}title") == HOSTILE.replace("\x00", "�").replace(
        "\ud800", "�"
    )


def test_a_picture_says_what_it_is() -> None:
    svg = draw_timeline(Timeline(key="held", called="Holders", told="Who held it.", rows=()))
    root = parsed(svg)
    assert root.attrib["role"] == "img"
    named = {one.attrib["id"]: one.text for one in root if "id" in one.attrib}
    assert [named[key] for key in root.attrib["aria-labelledby"].split()] == [
        "Holders",
        "Who held it.",
    ]


def test_a_picture_with_links_is_no_single_image() -> None:
    """What is inside of an image is hidden from those who have it read to them."""
    row = Row(label="A", href="/persons/a")
    svg = draw_timeline(Timeline(key="k", called="", told="", rows=(row,)))
    assert parsed(svg).attrib["role"] == "group"


def test_what_is_known_looks_other_than_what_is_open() -> None:
    days = [date(2020, month, 1) for month in (1, 3, 6, 9)]
    kinds: tuple[StretchKind, ...] = ("before", "held", "between", "after")
    row = Row(
        label="A",
        stretches=tuple(
            Stretch(kind=kind, start=day, end=day.replace(day=20))
            for kind, day in zip(kinds, days, strict=True)
        ),
    )
    bars = [
        one.attrib
        for one in parsed(draw_timeline(Timeline(key="k", called="", told="", rows=(row,)))).iter()
        if one.attrib.get("class", "").startswith("bar")
    ]
    assert [bar["fill"] for bar in bars] == [
        "url(#k-before)",
        "#7a1f2b",
        "url(#k-between)",
        "url(#k-after)",
    ]
    places = [pixels(bar["x"], 1000) for bar in bars]
    assert places == sorted(places)


def test_many_observations_in_little_time_are_one_tick() -> None:
    ticks = tuple(
        Tick(start=day, end=day, told=f"seen {day}", href=f"/records/{day}")
        for day in (date(2020, 1, 1), date(2020, 1, 2), date(2020, 1, 3), date(2024, 1, 1))
    )
    svg = draw_timeline(Timeline(key="k", called="", told="", rows=(Row(label="A", ticks=ticks),)))
    assert svg.count('class="tick') == 2
    assert "3 from here on: seen 2020-01-01" in svg


def test_a_pass_leads_from_giver_to_taker() -> None:
    day = date(2021, 9, 16)
    rows = tuple(
        Row(label=name, ticks=(Tick(start=day, end=day, told=name),)) for name in ("A", "B", "C")
    )
    passed = Pass(day=day, giver=0, taker=2, told="A to C", inferred=True)
    root = parsed(draw_timeline(Timeline(key="k", called="", told="", rows=rows, passes=(passed,))))
    line = next(one for one in root.iter(f"{SVG}line") if "pass" in one.attrib["class"])
    assert float(line.attrib["y2"]) - float(line.attrib["y1"]) > 46
    assert "is-inferred" in line.attrib["class"]
    assert line.attrib["stroke-dasharray"]


@pytest.mark.parametrize(
    ("days", "names"),
    [
        ((date(2015, 2, 1), date(2021, 9, 1)), {"2016", "2018", "2020"}),
        ((date(2020, 12, 2),), {"Dec 2020", "Jan 2021"}),
        ((date(1945, 1, 1), date(2025, 1, 1)), {"1950", "1980", "2020"}),
    ],
)
def test_the_years_are_written_under_the_line(days: tuple[date, ...], names: set[str]) -> None:
    assert names <= {mark.name for mark in Axis.over(days).marks()}


def test_no_word_is_too_small_for_a_phone() -> None:
    row = Row(
        label="A", note="B", ticks=(Tick(start=date(2020, 1, 1), end=date(2020, 1, 1), told=""),)
    )
    svg = draw_timeline(Timeline(key="k", called="", told="", rows=(row,)))
    assert all(one.bottom - one.top >= 11 for one in boxes(svg, 288))


def test_a_table_is_no_program() -> None:
    """What a spreadsheet would take for a formula is words to it."""
    rows = [[Cell("=HYPERLINK(1)"), Cell("a, b"), Cell("-1")]]
    assert table_csv(("x", "y", "z"), rows) == "x,y,z\r\n'=HYPERLINK(1),\"a, b\",'-1\r\n"
    numbers = [[Cell("-1.5", "", "number"), Cell("-1+1", "", "number")]]
    assert table_csv(("x", "y"), numbers) == "x,y\r\n-1.5,'-1+1\r\n"
