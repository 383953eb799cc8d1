"""Bars that are compared with each other: shares of a whole, and numbers from year to year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

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
    from collections.abc import Iterator, Sequence

_ROW: Final = 42
_BAR: Final = 12
_LONGEST: Final = 0.6  # of the width: what is beside a bar must stand there on a narrow screen too
_LABEL_ROOM: Final = 275
_NOTE_ROOM: Final = 105
_HIGH: Final = 150
_HEAD: Final = 22
# How wide a picture is on a phone, and from where on all of its words are shown.
_NARROW: Final = 288
_MEDIUM: Final = 608
_NAME_ROOM: Final = 52
_FEW: Final = 5  # columns that fill the width: fewer are no broader, and leave room beside them


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """One of the things compared: how much of it there is, and how that is written."""

    label: str
    amount: float
    note: str
    href: str = ""


def draw_shares(key: str, called: str, told: str, shares: Sequence[Share]) -> str:
    """Draw bars one below the other, the longest as long as there is room."""
    most = max((one.amount for one in shares), default=0) or 1
    inside = [
        bit
        for number, one in enumerate(shares)
        for bit in _bar(one, number * _ROW, one.amount / most)
    ]
    return picture(
        inside,
        key=key,
        called=called,
        told=told,
        height=max(len(shares) * _ROW, 1),
        links=any(one.href for one in shares),
    )


def draw_columns(key: str, called: str, told: str, columns: Sequence[Share]) -> str:
    """Draw columns one beside the other, such as years; each is pointed at to read its number."""
    most = max((one.amount for one in columns), default=0) or 1
    inside = [*_measure(columns, most)]
    for number, one in enumerate(columns):
        inside += _column(columns, number, one.amount / most)
    return picture(
        inside,
        key=key,
        called=called,
        told=told,
        height=_HEAD + _HIGH + 24,
        links=any(one.href for one in columns),
    )


def _bar(one: Share, top: float, length: float) -> Iterator[str]:
    shown = shortened(one.label, _LABEL_ROOM)
    yield linked(one.href, words(shown, 0, top + 14, "label", full=one.label))
    yield element(
        "rect",
        {
            "class": "bar is-held",
            "x": 0,
            "y": top + 21,
            "width": part(length * _LONGEST),
            "height": _BAR,
            "fill": "#7a1f2b",
        },
        title(f"{one.label}: {one.note}"),
    )
    note = shortened(one.note, _NOTE_ROOM, SMALL)
    at = part(length * _LONGEST)
    yield words(note, at, top + 31, "note", size=SMALL, dx=6, full=one.note)


def _measure(columns: Sequence[Share], most: float) -> Iterator[str]:
    """Yield the ground line, and the line at the height of the highest column with its number."""
    for y in (_HEAD, _HEAD + _HIGH):
        yield element(
            "line",
            {"class": "grid", "x1": 0, "x2": "100%", "y1": y, "y2": y, "stroke": "#d9dbde"},
        )
    highest = next((one.note for one in columns if one.amount == most), "")
    yield words(highest, 0, _HEAD - 6, "axis", size=SMALL)


def _column(columns: Sequence[Share], number: int, height: float) -> Iterator[str]:
    one, each = columns[number], 1 / max(len(columns), _FEW)
    high = height * _HIGH
    bar = element(
        "rect",
        {
            "class": "bar is-held",
            "x": part((number + 0.12) * each),
            "y": _HEAD + _HIGH - high,
            "width": part(0.76 * each),
            "height": high,
            "fill": "#7a1f2b",
        },
        title(f"{one.label}: {one.note}"),
    )
    yield linked(one.href, bar)
    if only := _named_at(number, len(columns)):
        name = shortened(one.label, _NAME_ROOM, SMALL)
        at = part(number * each)
        yield words(name, at, _HEAD + _HIGH + 17, only, size=SMALL, full=one.label)


def _named_at(number: int, columns: int) -> str:
    """Say how the name of a column is shown: everywhere, on wide screens only, or not at all."""
    step = -(-columns // 10)
    main = step * -(-columns // (4 * step))  # so that what is shown on a phone is shown elsewhere
    for width, every, look in ((_NARROW, main, "axis"), (_MEDIUM, step, "axis wide-only")):
        if number % every == 0 and number / max(columns, _FEW) <= 1 - _NAME_ROOM / width:
            return look
    return ""
