"""Two witnesses cut wherever they differ: nothing is lost, and every variant has its place."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from greffier.collation import align_claims, variants
from greffier.collation.agreeing import steps
from greffier.collation.parts import parts
from greffier.model import Claim
from tests.collation.texts import at
from tests.collation.witnesses import beside, families


@given(families(most=1))
def test_parts_put_together_are_both_texts(texts: list[str]) -> None:
    base, other = texts
    found = beside(base, other)
    assert "".join(part.a.cut(base) for part in found.parts if part.a) == base
    assert "".join(part.b.cut(other) for part in found.parts if part.b) == other


@given(families(most=1))
def test_every_variant_has_a_part(texts: list[str]) -> None:
    found = beside(*texts)
    placed = {part.variant for part in found.parts}
    assert placed - {None} == set(range(len(found.variants)))


@given(families(most=1))
def test_steps_cover_both_and_are_the_same_where_they_say_so(texts: list[str]) -> None:
    a, b = texts
    a_end = b_end = 0
    for one in steps(a, b):
        assert (one.a, one.b) == (a_end, b_end)
        a_end, b_end = one.a_end, one.b_end
        if one.same:
            assert a[one.a : one.a_end].split() == b[one.b : one.b_end].split()
    assert (a_end, b_end) == (len(a), len(b))


@given(st.text(max_size=80))
def test_a_text_beside_itself_is_the_same_throughout(text: str) -> None:
    assert all(one.same for one in steps(text, text))


def test_a_comma_stands_behind_the_tooltip_in_both() -> None:
    """An alignment leaves it with the word before; beside a tooltip that looks misplaced."""
    base = "The participants were Nikol Pashinyan, Xi Jinping and Imran Khan of Pakistan."
    other = base.replace("Pashinyan,", "Pashinyan Pashinyan NikolPrime Minister ,")
    gloss = at(other, "Pashinyan NikolPrime Minister")
    a = Claim(witness="a", text=base)
    b = Claim(witness="b", text=other, glosses=(gloss,))
    alignment = align_claims(a, b)
    found = variants(alignment, a, b)
    cut = parts(alignment, found, base, other)
    assert [one.kind for one in found] == ["gloss"]
    assert [part.a.cut(base) if part.a else None for part in cut] == [
        "The participants were Nikol Pashinyan",
        None,
        ", Xi Jinping and Imran Khan of Pakistan.",
    ]
    assert [part.b.cut(other) if part.b else None for part in cut] == [
        "The participants were Nikol Pashinyan ",
        "Pashinyan NikolPrime Minister",
        " , Xi Jinping and Imran Khan of Pakistan.",
    ]
