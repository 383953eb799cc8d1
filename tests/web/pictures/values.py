"""Values that pictures are made of, as Hypothesis makes them up."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, get_args

from hypothesis import strategies as st

from greffier.web.pictures import Meeting, Meetings, Name, Pass, Row, Share, Stretch, Tick, Timeline
from greffier.web.pictures.timeline import StretchKind, TickKind

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn

DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1)) | st.dates()
WORDS = st.text(max_size=40)
STRETCHES: Final[tuple[StretchKind, ...]] = get_args(StretchKind)
TICKS: Final[tuple[TickKind, ...]] = get_args(TickKind)


@st.composite
def stretches(draw: DrawFn) -> Stretch:
    """Make a part of a bar."""
    start, end = sorted((draw(DAYS), draw(DAYS)))
    return Stretch(kind=draw(st.sampled_from(STRETCHES)), start=start, end=end)


@st.composite
def ticks(draw: DrawFn) -> Tick:
    """Make something that stands on a day."""
    start, end = sorted((draw(DAYS), draw(DAYS)))
    kind = draw(st.sampled_from(TICKS))
    return Tick(start=start, end=end, told=draw(WORDS), href=draw(WORDS), kind=kind)


ROWS = st.builds(
    Row,
    label=WORDS,
    href=WORDS,
    note=WORDS,
    acting=st.booleans(),
    stretches=st.lists(stretches(), max_size=3).map(tuple),
    ticks=st.lists(ticks(), max_size=4).map(tuple),
)


@st.composite
def timelines(draw: DrawFn) -> Timeline:
    """Make rows, and what goes over from one to another."""
    rows = tuple(draw(st.lists(ROWS, max_size=5)))
    passes: tuple[Pass, ...] = ()
    if rows:
        number = st.integers(0, len(rows) - 1)
        made = st.builds(
            Pass,
            day=DAYS,
            giver=number,
            taker=number,
            told=WORDS,
            href=WORDS,
            inferred=st.booleans(),
        )
        passes = tuple(draw(st.lists(made, max_size=3)))
    return Timeline(key="k", called=draw(WORDS), told=draw(WORDS), rows=rows, passes=passes)


SHARES = st.lists(
    st.builds(
        Share,
        label=WORDS,
        amount=st.floats(0, 1e6),
        note=st.integers(0, 10**6).map(str),
        href=WORDS,
    ),
    max_size=14,
)


@st.composite
def meetings(draw: DrawFn) -> Meetings:
    """Make names, and who of them met."""
    names = tuple(draw(st.lists(st.builds(Name, label=WORDS, href=WORDS), max_size=8)))
    pairs = [(one, other) for other in range(len(names)) for one in range(other)]
    met = draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []
    times = st.integers(1, 5_000)
    return Meetings(
        key="k",
        called=draw(WORDS),
        told=draw(WORDS),
        names=names,
        met=tuple(Meeting(one=one, other=other, times=draw(times)) for one, other in met),
    )
