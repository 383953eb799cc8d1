"""Witnesses that are made up, whatever they may say: as like or unlike as chance has it."""

from __future__ import annotations

from hypothesis import strategies as st

from greffier.collation import align_claims, variants
from greffier.collation.parts import parts
from greffier.model import Claim, Compared

_WORDS = ("the", "Council", "met", "in", "Dushanbe", "on", "Afghanistan", "état", "совет", "NATO")
_BETWEEN = (
    " ",
    " ",
    " ",
    ", ",
    ". ",
    "\n",
    "\n\n",
    " “",
    "” ",
    "(",
    ") ",
    "-",
    "-\n",
    "\u00a0",
    "",
)

_word = st.sampled_from(_WORDS)
_text = st.lists(st.tuples(_word, st.sampled_from(_BETWEEN)), max_size=60).map(
    lambda pairs: "".join(word + between for word, between in pairs)
)
_edit = st.tuples(
    st.integers(0, 400), st.integers(0, 40), st.one_of(st.just(""), _text, st.text(max_size=8))
)


def _edited(text: str, edits: list[tuple[int, int, str]]) -> str:
    for at, length, put in edits:
        place = at % (len(text) + 1)
        text = text[:place] + put + text[place + length :]
    return text


@st.composite
def families(draw: st.DrawFn, *, most: int = 3) -> list[str]:
    """Draw a text and some others that are made from it, or are not."""
    base = draw(st.one_of(_text, st.text(max_size=60)))
    other = st.one_of(
        st.lists(_edit, max_size=6).map(lambda edits: _edited(base, edits)), st.text(max_size=60)
    )
    return [base, *draw(st.lists(other, min_size=1, max_size=most))]


def beside(base: str, other: str, *, witness: str = "b") -> Compared:
    """Set one text beside another."""
    a, b = Claim(witness="a", text=base), Claim(witness=witness, text=other)
    alignment = align_claims(a, b)
    found = variants(alignment, a, b)
    cut = parts(alignment, found, base, other)
    return Compared(witness=witness, alignment=alignment, variants=found, parts=cut)
