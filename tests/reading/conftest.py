"""What the tests of the reader may ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from greffier.model import witness_of
from greffier.reading import read
from greffier.reading.languages import ENGLISH
from greffier.reading.lexicon import lexicon_of
from greffier.reading.tagging import Tagger

if TYPE_CHECKING:
    from greffier.model import Known
    from tests.reading.texts import Read


@pytest.fixture(scope="session")
def reading_of(known: Known) -> Read:
    """Give a function that reads a text."""
    return lambda printed: read(witness_of(printed), known)


@pytest.fixture
def tagger(known: Known) -> Tagger:
    """Give a tagger with the rules of English."""
    return Tagger(lexicon_of(known), ENGLISH)
