"""Who met whom: as a square of numbers, and as arcs between names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from greffier.web.pictures.canvas import (
    SMALL,
    element,
    linked,
    picture,
    shortened,
    title,
    wide,
    words,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.web.pictures.canvas import Attributes

_CELL: Final = 26
_LABEL_ROOM: Final = 145
_LEFT: Final = 160
_LEVELS: Final = 4
_THOUSAND: Final = 1000  # what a cell has no room for
_LINE: Final = 24
_REACH: Final = 150  # how far the longest arc goes out


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One of those who met."""

    label: str
    href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """Two of them, by their numbers from 0, the lower one first, and how often they met."""

    one: int
    other: int
    times: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Meetings:
    """Who met whom, in the order in which they are to be named; `key` names the pictures."""

    key: str
    called: str
    told: str
    names: tuple[Name, ...]
    met: tuple[Meeting, ...]

    @property
    def most(self) -> int:
        """How often those met who met most often."""
        return max((one.times for one in self.met), default=1)


def draw_matrix(meetings: Meetings) -> str:
    """Draw a square with a row and a column for each name, and in it how often two met."""
    inside: list[str] = []
    for number, name in enumerate(meetings.names):
        inside += _heads(number, name)
    for met in meetings.met:
        inside += _cell(meetings, met, met.one, met.other)
        inside += _cell(meetings, met, met.other, met.one)
    side = len(meetings.names) * _CELL
    return picture(
        inside,
        key=f"{meetings.key}-matrix",
        called=meetings.called,
        told=meetings.told,
        height=side + _CELL + 2,
        width=_LEFT + side + 2,
        links=any(one.href for one in meetings.names),
    )


def draw_arcs(meetings: Meetings) -> str:
    """Draw the names one below the other, and an arc for every two who met.

    The more often they met, the thicker it is.
    """
    reach = max((met.other - met.one for met in meetings.met), default=1)
    inside = [_arc(meetings, met, reach) for met in sorted(meetings.met, key=lambda one: one.times)]
    for number, name in enumerate(meetings.names):
        y = (number + 0.5) * _LINE
        inside.append(_label(name, "", _LEFT - 12, y + 4))
        inside.append(
            element(
                "circle",
                {"class": "tick is-session", "cx": _LEFT, "cy": y, "r": 4, "fill": "#7a1f2b"},
            )
        )
    return picture(
        inside,
        key=f"{meetings.key}-arcs",
        called=meetings.called,
        told=meetings.told,
        height=max(len(meetings.names) * _LINE, 1),
        width=_LEFT + _REACH + 12,
        links=any(one.href for one in meetings.names),
    )


def _heads(number: int, name: Name) -> Iterator[str]:
    """Yield a row's name with its number, the same number over its column, and their crossing."""
    y = (number + 1) * _CELL
    x = _LEFT + number * _CELL
    yield _label(name, f" {number + 1}", _LEFT - 8, y + 17)
    middle = x + _CELL / 2
    number_above = str(number + 1)
    yield words(
        number_above, middle, _CELL - 8, "axis", size=SMALL, anchor="middle", full=name.label
    )
    yield element(
        "rect",
        {
            "class": "crossing",
            "x": x + 1,
            "y": y + 1,
            "width": _CELL - 2,
            "height": _CELL - 2,
            "fill": "#f6f6f4",
        },
    )


def _label(name: Name, number: str, x: float, y: float) -> str:
    shown = shortened(name.label, _LABEL_ROOM - wide(number)) + number
    full = "" if shown == name.label + number else name.label
    return linked(name.href, words(shown, x, y, "label", anchor="end", full=full))


def _cell(meetings: Meetings, met: Meeting, row: int, column: int) -> Iterator[str]:
    x, y = _LEFT + column * _CELL, (row + 1) * _CELL
    level = -(-met.times * _LEVELS // meetings.most)
    yield element(
        "rect",
        {
            "class": "bar is-held",
            "x": x + 1,
            "y": y + 1,
            "width": _CELL - 2,
            "height": _CELL - 2,
            "fill": "#7a1f2b",
            "fill-opacity": level / 10,
        },
        title(_told(meetings, met)),
    )
    times = str(met.times) if met.times < _THOUSAND else "1k+"
    yield words(times, x + _CELL / 2, y + 17, "cell", size=SMALL, anchor="middle")


def _told(meetings: Meetings, met: Meeting) -> str:
    names = (meetings.names[met.one].label, meetings.names[met.other].label)
    return f"{names[0]} and {names[1]}: {met.times}"


def _arc(meetings: Meetings, met: Meeting, reach: int) -> str:
    begins, ends = ((number + 0.5) * _LINE for number in (met.one, met.other))
    down = (ends - begins) / 2
    out = _REACH * (met.other - met.one) / reach
    look: Attributes = {
        "class": "arc",
        "d": f"M{_LEFT} {begins:g}A{out:g} {down:g} 0 0 1 {_LEFT} {ends:g}",
        "fill": "none",
        "stroke": "#7a1f2b",
        "stroke-width": 1 + 5 * met.times / meetings.most,
        "stroke-opacity": 0.25 + 0.5 * met.times / meetings.most,
    }
    return element("path", look, title(_told(meetings, met)))
