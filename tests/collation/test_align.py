"""Two texts beside each other: every word of both, the same ones together, quickly."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier.collation import align, align_claims, variants
from greffier.collation.words import words
from greffier.errors import SpanError
from greffier.model import Alignment, Claim, Segment, Span
from tests.collation.texts import OTHER, SPEECH

TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from([*SPEECH.split()[:25], "—", "中国", "\n"]), max_size=60).map(" ".join),
)


def spelt(found: Alignment, a: str, b: str) -> list[tuple[bool, str, str]]:
    return [
        (one.same, one.a.cut(a) if one.a else "", one.b.cut(b) if one.b else "")
        for one in found.segments
    ]


def test_what_both_have_stands_together() -> None:
    a = "The Chair thanked the delegations for their work, and closed the sitting."
    b = "The Chair thanked all delegations for their work and closed the session."
    assert spelt(align(a, b), a, b) == [
        (True, "The Chair thanked ", "The Chair thanked "),
        (False, "the ", "all "),
        (
            True,
            "delegations for their work, and closed the ",
            "delegations for their work and closed the ",
        ),
        (False, "sitting.", "session."),
    ]


def test_a_tooltip_is_not_taken_for_the_words_that_it_repeats() -> None:
    a = "Opening: Khan, and Khan Imran Prime Minister of Pakistan spoke first."
    tooltip = "Khan Imran Prime Minister of Pakistan"
    b = "Opening: Khan, and Khan spoke first."
    glossed = Claim(
        witness="a", text=a, glosses=(Span(a.index(tooltip), a.index(tooltip) + len(tooltip)),)
    )
    found = align_claims(glossed, Claim(witness="b", text=b))
    assert [one.a.cut(a).strip() for one in found.segments if not one.same and one.a] == [tooltip]


def test_what_moved_is_found_in_both() -> None:
    a = f"{SPEECH} {OTHER}"
    b = f"{OTHER} {SPEECH}"
    (moved,) = align(a, b).moved
    assert moved.a.cut(a) == OTHER.rstrip(".")
    assert moved.b.cut(b) == OTHER.rstrip(".")


@given(TEXTS, TEXTS)
def test_an_alignment_covers_both_texts(a: str, b: str) -> None:
    found = align(a, b)
    assert "".join(one for _, one, _ in spelt(found, a, b)) == a
    assert "".join(one for *_, one in spelt(found, a, b)) == b


@given(TEXTS, TEXTS)
def test_what_is_the_same_has_the_same_words(a: str, b: str) -> None:
    for same, left, right in spelt(align(a, b), a, b):
        if same:
            assert words(left).keys.tolist() == words(right).keys.tolist()


@given(TEXTS)
def test_a_text_is_the_same_as_itself(text: str) -> None:
    found = align(text, text)
    assert all(one.same for one in found.segments)
    claim = Claim(witness="w", text=text)
    assert variants(found, claim, claim) == ()


@given(TEXTS, TEXTS)
def test_variants_lie_in_their_texts_and_say_how_many_words(a: str, b: str) -> None:
    one, other = Claim(witness="a", text=a), Claim(witness="b", text=b)
    for variant in variants(align(a, b), one, other):
        assert variant.a or variant.b
        for span, count, text in ((variant.a, variant.a_words, a), (variant.b, variant.b_words, b)):
            assert (span is None) == (count == 0)
            if span:
                assert len(words(span.cut(text))) == count


def test_segments_that_leave_something_out_are_no_alignment() -> None:
    part = Segment(same=True, a=Span(0, 3), b=Span(0, 4), a_words=1, b_words=1)
    with pytest.raises(SpanError, match="alignment, a: it ends at 3"):
        Alignment(a_length=4, b_length=4, segments=(part,))
    with pytest.raises(SpanError, match="follow each other"):
        Alignment(a_length=3, b_length=4, segments=(part, part))


@pytest.mark.parametrize(
    "vocabulary",
    [1, 3, 5_000],  # where nothing is unique, nothing anchors; it must be quick all the same
)
def test_long_texts_are_aligned_in_time(vocabulary: int) -> None:
    drawn = random.Random(1)  # noqa: S311 - a seed is what is wanted
    a = " ".join(f"word{drawn.randrange(vocabulary)}" for _ in range(50_000))
    b = " ".join(f"word{drawn.randrange(vocabulary)}" for _ in range(50_000))
    begun = time.process_time()
    align(a, b)
    assert time.process_time() - begun < 10  # a tenth of a second where nothing else runs
