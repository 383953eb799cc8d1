"""Whatever the text, a reading: every fact with its rule, every span with the words it claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from greffier.authority import shipped
from greffier.form import decode, encode
from greffier.model import witness_of
from greffier.reading import read
from tests.places import RECORDS, label
from tests.reading.soundness import assert_sound
from tests.reading.texts import TEXTS, damaged

if TYPE_CHECKING:
    from pathlib import Path

    from greffier.model import Reading

ANY = settings(max_examples=100)
SOME = settings(max_examples=50)


def _read(printed: str) -> Reading:
    """Read a text; no fixture, since Hypothesis prints what a failing test was given."""
    return read(witness_of(printed), shipped())


@given(printed=TEXTS)
@ANY
def test_any_text_gives_a_sound_reading(printed: str) -> None:
    assert_sound(_read(printed))


@given(printed=damaged())
@ANY
def test_a_damaged_record_gives_a_sound_reading(printed: str) -> None:
    assert_sound(_read(printed))


@pytest.mark.parametrize("path", RECORDS, ids=label)
def test_a_real_record_gives_a_sound_reading(path: Path) -> None:
    assert_sound(_read(path.read_bytes().decode()))


@given(printed=TEXTS | damaged())
@SOME
def test_reading_twice_gives_the_same_bytes(printed: str) -> None:
    text = printed.encode(errors="replace").decode()
    assert encode(_read(text)) == encode(_read(text))


@given(printed=TEXTS | damaged())
@SOME
def test_a_reading_comes_back_from_its_json(printed: str) -> None:
    reading = _read(printed.encode(errors="replace").decode())
    assert decode(encode(reading)) == reading
