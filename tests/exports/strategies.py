"""Readings that no reader would give, for what must hold of any."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from greffier.model import Gloss, Participant, Reading, Span, Turn, witness_of
from tests.readings import bare

# What records do to texts, and what XML cannot hold or would change.
_HOSTILE = st.text(
    st.sampled_from("aB я()\n\t\r\u00a0\u2028\u202e\x00\x07\x0b\x1f\x85\ud800\ufffe<&]>\"'")
)


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Make a reading of any text, its facts lying over each other as no reader would put them."""
    text = draw(_HOSTILE.filter(bool))

    def spans(most: int) -> list[Span]:
        pairs = st.tuples(st.integers(0, len(text) - 1), st.integers(1, 9))
        found = draw(st.lists(pairs, max_size=most))
        return [Span(start, min(len(text), start + size)) for start, size in found]

    turns = tuple(
        Turn(
            n=n,
            participant=draw(st.sampled_from([None, "p1", "p 1"])),
            label=draw(st.sampled_from(["A", " ".join(span.cut(text).split())])),
            label_span=span,
            paragraphs=tuple(sorted(set(spans(3)))),
            rule="a rule",
        )
        for n, span in enumerate(spans(3), start=1)
    )
    cast = tuple(
        Participant(
            id=key,
            name="A",
            office=None,
            of=None,
            acting=False,
            role="guest",
            session=None,
            spans=(),
        )
        for key in ("p1", "p 1")
    )
    glosses = tuple(Gloss(name="A", office=None, span=span) for span in spans(3))
    _, empty = bare("x")
    return replace(
        empty,
        witness=witness_of(text),
        turns=turns,
        participants=cast,
        glosses=glosses,
        furniture=tuple(spans(3)),
    )
