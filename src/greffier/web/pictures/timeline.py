"""Rows of bars along a line of time: what is known, what is open, and what shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final, Literal

from greffier.web.pictures.axis import Axis
from greffier.web.pictures.canvas import (
    SMALL,
    element,
    linked,
    part,
    picture,
    shortened,
    title,
    words,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from greffier.web.pictures.axis import Mark
    from greffier.web.pictures.canvas import Attributes

# `held`: on every day of it. `between`: from one observation to another, with nobody else seen.
# `vague`: one day of it, or some, that are not known better. `before` and `after`: the end is open.
StretchKind = Literal["held", "between", "vague", "before", "after"]
TickKind = Literal["seen", "told", "session", "planned"]

HEIGHT: Final = 46
"""How high a row is: its words, and its bar below them."""
_BAR: Final = 12
_BAR_AT: Final = 24
_FOOT: Final = 24
_LABEL_ROOM: Final = 288
_NOTE_ROOM: Final = 296  # the two stand side by side where the picture is 600 wide or more
_EDGE: Final = 0.11  # of the width: names nearer to an end than this stand inside of it
_CLOSE: Final = 0.006  # ticks that stand closer are drawn as one


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A part of a bar; both days count."""

    kind: StretchKind
    start: date
    end: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """What happened or was seen on a day, or on one of several; `href` leads to what shows it."""

    start: date
    end: date
    told: str
    href: str = ""
    kind: TickKind = "seen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the picture: whose it is, and what stands on it; `acting` looks apart."""

    label: str
    href: str = ""
    note: str = ""
    acting: bool = False
    stretches: tuple[Stretch, ...] = ()
    ticks: tuple[Tick, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pass:
    """Something that goes over on a day from one row to another, by their numbers from 0."""

    day: date
    giver: int
    taker: int
    told: str
    href: str = ""
    inferred: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Rows along a line of time.

    Args:
        key: names the picture among others of its page.
        called, told: what it is called, and what it shows in a sentence.
        rows, passes: from the top.
    """

    key: str
    called: str
    told: str
    rows: tuple[Row, ...]
    passes: tuple[Pass, ...] = ()


def draw_timeline(timeline: Timeline, *, width: float | None = None) -> str:
    """Draw rows along a line of time, as wide as their box unless a width is given."""
    axis = Axis.over(_days(timeline))
    foot = len(timeline.rows) * HEIGHT + 4
    inside = [_patterns(timeline.key)]
    inside += [_mark(mark, foot) for mark in axis.marks()]
    for number, row in enumerate(timeline.rows):
        inside += _row(timeline.key, row, number * HEIGHT, axis)
    inside += [_passed(one, axis) for one in timeline.passes]
    return picture(
        inside,
        key=timeline.key,
        called=timeline.called,
        told=timeline.told,
        height=foot + _FOOT,
        width=width,
        links="<a " in "".join(inside),
    )


def _days(timeline: Timeline) -> Iterator[date]:
    for row in timeline.rows:
        for stretch in row.stretches:
            yield from (stretch.start, stretch.end)
        for tick in row.ticks:
            yield from (tick.start, tick.end)
    for passed in timeline.passes:
        yield passed.day


def _patterns(key: str) -> str:
    """Give what bars are filled with: lines for what lies between, fading for an open end."""
    hatch = element(
        "pattern",
        {
            "id": f"{key}-between",
            "width": 6,
            "height": 6,
            "patternUnits": "userSpaceOnUse",
            "patternTransform": "rotate(45)",
        },
        element(
            "line",
            {
                "class": "of-bar",
                "x1": 1,
                "y1": 0,
                "x2": 1,
                "y2": 6,
                "stroke": "#7a1f2b",
                "stroke-width": 2.4,
            },
        ),
    )
    fades = (_fade(f"{key}-before", 0, 0.6), _fade(f"{key}-after", 0.6, 0))
    return element("defs", {}, hatch, *fades)


def _fade(key: str, begins: float, ends: float) -> str:
    """Give a colour that comes or goes from left to right."""
    stops = (
        element(
            "stop",
            {
                "class": "of-bar",
                "offset": offset,
                "stop-color": "#7a1f2b",
                "stop-opacity": opacity,
            },
        )
        for offset, opacity in ((0, begins), (1, ends))
    )
    return element("linearGradient", {"id": key}, *stops)


def _mark(mark: Mark, foot: float) -> str:
    """Draw a year's line through all rows, and its name below them."""
    only = "" if mark.main else " wide-only"
    anchor = "start" if mark.at < _EDGE else "end" if mark.at > 1 - _EDGE else "middle"
    at = part(mark.at)
    line = element(
        "line",
        {"class": f"grid{only}", "x1": at, "x2": at, "y1": 0, "y2": foot, "stroke": "#d9dbde"},
    )
    return line + words(mark.name, at, foot + 16, f"axis{only}", size=SMALL, anchor=anchor)


def _row(key: str, row: Row, top: float, axis: Axis) -> Iterator[str]:
    shown = shortened(row.label, _LABEL_ROOM)
    yield linked(row.href, words(shown, 0, top + 16, "label", full=row.label))
    if row.note:
        note = shortened(row.note, _NOTE_ROOM, SMALL)
        look = "note wide-only"
        yield words(note, "100%", top + 16, look, size=SMALL, anchor="end", full=row.note)
    for stretch in row.stretches:
        yield _stretch(key, stretch, top + _BAR_AT, axis, acting=row.acting)
    for together in _close(sorted(row.ticks, key=lambda one: (one.start, one.end)), axis):
        yield _tick(together, top + _BAR_AT, axis)


def _stretch(key: str, stretch: Stretch, top: float, axis: Axis, *, acting: bool) -> str:
    at, end = axis.at(stretch.start), axis.after(stretch.end)
    place: Attributes = {"x": part(at), "y": top, "width": part(end - at), "height": _BAR}
    look = f"bar is-{stretch.kind}{' acting' if acting else ''}"
    if stretch.kind in {"between", "before", "after"}:
        return element("rect", {"class": look, **place, "fill": f"url(#{key}-{stretch.kind})"})
    filled = "#7a1f2b" if stretch.kind == "held" and not acting else "none"
    return element("rect", {"class": look, **place, "fill": filled, "stroke": "#7a1f2b"})


def _close(ticks: Iterable[Tick], axis: Axis) -> Iterator[list[Tick]]:
    """Yield ticks in groups that are drawn as one, because nobody could tell them apart."""
    together: list[Tick] = []
    for tick in ticks:
        if together and (
            tick.kind != together[0].kind
            or axis.at(tick.start) - axis.at(together[0].start) >= _CLOSE
        ):
            yield together
            together = []
        together.append(tick)
    if together:
        yield together


def _tick(together: list[Tick], top: float, axis: Axis) -> str:
    first = together[0]
    middle = part((axis.at(first.start) + axis.after(first.end)) / 2)
    many = len(together) > 1
    told = title(f"{len(together)} from here on: {first.told}" if many else first.told)
    look = f"tick is-{first.kind}"
    if first.kind in {"session", "planned"}:
        filled = "#7a1f2b" if first.kind == "session" else "#ffffff"
        round_: Attributes = {"cx": middle, "cy": top + _BAR / 2, "r": 6.5 if many else 5}
        drawn = element(
            "circle", {"class": look, **round_, "fill": filled, "stroke": "#7a1f2b"}, told
        )
    else:
        upright: Attributes = {"x": middle, "y": top - 3, "width": 4, "height": _BAR + 6}
        drawn = element(
            "rect",
            {"class": look, **upright, "transform": "translate(-2 0)", "fill": "#1c1d1f"},
            told,
        )
    return linked(first.href, drawn)


def _passed(one: Pass, axis: Axis) -> str:
    """Draw the way from one row's bar to another's, with its head at the taker's."""
    at = part(axis.at(one.day))
    begins, ends = (row * HEIGHT + _BAR_AT + _BAR / 2 for row in (one.giver, one.taker))
    back = -10 if ends > begins else 10
    look = "pass is-inferred" if one.inferred else "pass"
    way: Attributes = {"x1": at, "x2": at, "y1": begins, "y2": ends + back / 2}
    dashes: Attributes = {"stroke-dasharray": "5 4"} if one.inferred else {}
    line = {"class": look, **way, "stroke": "#1b4f8f", "stroke-width": 2, **dashes}
    # The head is drawn about a corner that stands at the share of the width.
    head = element(
        "svg",
        {"x": at, "y": ends, "overflow": "visible"},
        element("path", {"class": look, "d": f"M0 0L-5 {back}L5 {back}Z", "fill": "#1b4f8f"}),
    )
    reach = element("line", {"class": "reach", **way, "stroke": "transparent", "stroke-width": 12})
    drawn = element("g", {}, title(one.told), element("line", line), head, reach)
    return linked(one.href, drawn)
