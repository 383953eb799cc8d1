"""Any reading at all, for properties: every span lies in the text, nothing else makes sense."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from greffier.model import (
    SCHEMA,
    Chairmanship,
    Date,
    Evidence,
    Gloss,
    Instrument,
    Mention,
    Participant,
    Quotation,
    Reading,
    RecordHead,
    Remark,
    Session,
    Span,
    Text,
    Turn,
    witness_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable

TEXTS = st.text(min_size=1, max_size=60)
DATES = st.sampled_from(["2021", "2021-09", "2021-09-17", "2021-09-16/2021-09-17", "2020/2021"])


def spans(length: int) -> st.SearchStrategy[Span]:
    """Draw a span of a text of `length` code points."""
    return st.integers(0, length - 1).flatmap(
        lambda start: st.integers(start + 1, length).map(lambda end: Span(start, end))
    )


@st.composite
def readings(draw: Callable[..., object]) -> Reading:
    """Draw a reading with facts of every kind."""
    witness = witness_of(draw(TEXTS))  # type: ignore[arg-type] # TEXTS draws str
    span = spans(witness.length)
    several = st.lists(span, max_size=3).map(tuple)
    maybe = st.none() | span
    texts = st.none() | st.builds(Text, span=span)
    dates = st.none() | st.builds(Date, value=DATES, span=maybe)
    evidence = st.lists(st.builds(Evidence, span=span), max_size=2).map(tuple)
    facts: dict[str, st.SearchStrategy[object]] = {
        "sessions": st.builds(Session, date=dates, spans=several, evidence=evidence),
        "participants": st.builds(Participant, spans=several, evidence=evidence),
        "turns": st.builds(Turn, n=st.integers(1), label_span=span, paragraphs=several),
        "instruments": st.builds(Instrument, date=dates, spans=several),
        "chairmanships": st.builds(Chairmanship, date=dates, spans=several),
        "quotations": st.builds(Quotation, span=span, cue=maybe),
        "mentions": st.builds(Mention, span=span),
        "glosses": st.builds(Gloss, span=span),
        "furniture": span,
        "remarks": st.builds(Remark, span=maybe),
    }
    head = st.builds(RecordHead, title=texts, date=dates, dateline_place=texts, publisher=texts)
    return Reading(
        schema=SCHEMA,
        reader="1",
        witness=witness,
        record=draw(head),  # type: ignore[arg-type] # a RecordHead, which draw cannot say
        **{name: draw(st.lists(one, max_size=2).map(tuple)) for name, one in facts.items()},  # type: ignore[arg-type] # as above
    )
