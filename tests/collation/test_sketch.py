"""Sketches: small, the same everywhere, and telling of containment."""

from __future__ import annotations

import hashlib
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier.collation import compare, hashes, sketch
from greffier.collation.sketching import COARSE, SHORT
from greffier.model import Candidate, Sketch, Span
from tests.collation.texts import OTHER, SPEECH
from tests.places import EXAMPLES

LONG = (EXAMPLES / "002_4860d2d0837dbad5.txt").read_text(encoding="utf-8")


def compared(asked: Sketch, other: Sketch) -> Candidate:
    shared = len(set(hashes(asked).tolist()) & set(hashes(other).tolist()))
    return compare(asked, other, shared=shared, witness="w")


def test_a_long_text_keeps_one_hash_in_eight() -> None:
    found = sketch(LONG)
    assert not found.whole
    assert found.size == found.coarse
    assert len(LONG.split()) / 8 * 0.8 < found.size < len(LONG.split()) / 8 * 1.2
    assert hashes(found).max() < COARSE


def test_a_short_text_keeps_them_all() -> None:
    found = sketch(SPEECH)
    assert found.whole
    assert found.size == len(SPEECH.split()) - 4 < SHORT
    assert found.coarse < found.size


def test_its_hashes_are_in_order_and_fit_a_signed_integer() -> None:
    kept = hashes(sketch(SPEECH)).tolist()
    assert kept == sorted(set(kept))
    assert max(kept) < 1 << 63


@pytest.mark.parametrize("share", [0.3, 0.6])
def test_a_cut_copy_is_contained(share: float) -> None:
    cut = sketch(LONG[: int(len(LONG) * share)])
    found = compared(cut, sketch(LONG))
    assert found.of_asked > 0.97
    assert share - 0.08 < found.of_candidate < share + 0.08


def test_a_short_piece_of_a_long_text_is_contained() -> None:
    """One keeps all its hashes and the other an eighth: only the eighth is compared."""
    piece = sketch(LONG[5000:6200])
    assert piece.whole
    assert compared(piece, sketch(LONG)).of_asked > 0.95


def test_other_texts_share_nothing() -> None:
    assert compared(sketch(SPEECH), sketch(OTHER)).shared == 0


def test_what_is_left_out_is_not_sketched() -> None:
    framed = f"{OTHER}\n\n{SPEECH}"
    assert sketch(framed, [Span(0, len(OTHER))]) == sketch(SPEECH)


def test_it_is_the_same_in_every_process() -> None:
    """Python's own hashes differ from process to process; an archive's must not."""
    line = (
        "import hashlib; from greffier.collation import sketch; from tests.collation.texts import "
        "SPEECH; print(hashlib.sha256(sketch(SPEECH).kept).hexdigest())"
    )
    told = subprocess.run([sys.executable, "-c", line], check=True, capture_output=True, text=True)
    here = hashlib.sha256(sketch(SPEECH).kept).hexdigest()
    assert told.stdout.strip() == here
    # And from version to version, or every archive must be sketched anew: this is what it was.
    assert here == "b7d7bb0bbb159c9159ef18ef8c5bc01d366754b03f3cd21a5871710bda693f02"


@pytest.mark.parametrize("text", ["", " \n", "…", "one", "one two three four", "中国"])
def test_hardly_any_words_are_sketched_too(text: str) -> None:
    found = sketch(text)
    assert found.whole
    assert found.size == (1 if words_in(text) else 0)


def words_in(text: str) -> bool:
    return any(map(str.isalnum, text))


SENTENCES = st.lists(st.sampled_from(SPEECH.split()), min_size=1, max_size=80)
BLANKS = st.sampled_from([" ", "\n", "  ", "\xa0", "\r\n", "\t"])
QUOTES = st.sampled_from([("“", "”"), ("«", "»"), ('"', '"'), ("„", "“"), ("", "")])


@given(SENTENCES, st.data())
def test_wrapping_and_quotation_marks_make_no_difference(
    pieces: list[str], data: st.DataObject
) -> None:
    text = " ".join(pieces)
    opening, closing = data.draw(QUOTES)
    blanks = data.draw(st.lists(BLANKS, min_size=len(pieces), max_size=len(pieces)))
    other = "".join(piece + blank for piece, blank in zip(pieces, blanks, strict=True))
    other = other.replace("“", opening).replace("”", closing).replace("’", "'")
    assert sketch(other) == sketch(text)
