"""Whatever is done to a real record, its reading is sound, of the contract, and the same again."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING

from hypothesis import given, settings

from greffier.authority import shipped
from greffier.errors import FormError, GreffierError
from greffier.form import decode, encode
from greffier.model import witness_of
from greffier.reading import read
from tests.fuzz.mutations import files, texts
from tests.fuzz.targets import run_file
from tests.model.test_contract import validators
from tests.reading.soundness import assert_sound

if TYPE_CHECKING:
    from greffier.model import Reading

MANY = settings(max_examples=40)


def assert_holds(found: Reading) -> None:
    """Hold a reading to its text and to the contract."""
    assert_sound(found)
    with suppress(FormError):  # half a character, which comes from no file, has no JSON
        kept = encode(found)
        assert decode(kept) == found
        for validator in validators():
            validator.validate(json.loads(kept))


@given(text=texts())
@MANY
def test_a_changed_record_gives_a_sound_reading_that_meets_the_contract(text: str) -> None:
    assert_holds(read(witness_of(text), shipped()))


@given(text=texts())
@settings(max_examples=15)
def test_a_changed_record_is_read_the_same_again(text: str) -> None:
    assert read(witness_of(text), shipped()) == read(witness_of(text), shipped())


@given(file=files())
@MANY
def test_a_changed_file_is_read_or_refused_with_a_clear_error(file: tuple[str, bytes]) -> None:
    with suppress(GreffierError):
        run_file(*file)
