"""A span claims exactly the words it cuts, or it is refused."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from greffier.errors import SpanError
from greffier.model import Span, joined

PLACES = st.integers(0, 40)


@st.composite
def _spans(draw: st.DrawFn) -> Span:
    start = draw(PLACES)
    return Span(start, draw(st.integers(start + 1, 50)))


@given(before=st.text(), words=st.text(min_size=1), after=st.text())
def test_a_span_cuts_the_words_it_claims(before: str, words: str, after: str) -> None:
    span = Span(len(before), len(before) + len(words))
    assert span.cut(before + words + after) == words


def test_a_span_counts_code_points_not_bytes_or_units() -> None:
    text = "«Ё» 🕊 Rahmon"
    assert Span(4, 5).cut(text) == "🕊"


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (0, 0),  # no words, no evidence
        (5, 3),  # backwards
        (-1, 4),  # Python would count from the end
    ],
)
def test_a_span_runs_forwards_from_0(start: int, end: int) -> None:
    with pytest.raises(SpanError, match=f"{start}..{end}"):
        Span(start, end)


@given(_spans(), _spans())
def test_spans_meet_where_they_share_a_code_point(one: Span, other: Span) -> None:
    shared = set(range(*one)) & set(range(*other))
    assert one.meets(other) == other.meets(one) == bool(shared)
    assert one.holds(other) == (shared == set(range(*other)))


@given(st.lists(_spans()))
def test_joining_covers_the_same_code_points_once(spans: list[Span]) -> None:
    out = joined(spans)
    covered = [place for span in out for place in range(*span)]
    assert covered == sorted({place for span in spans for place in range(*span)})
    assert all(left.end < right.start for left, right in pairwise(out))


@given(_spans(), _spans())
def test_spans_sort_by_where_they_begin(one: Span, other: Span) -> None:
    assume(one.start != other.start)
    assert (one < other) == (one.start < other.start)
