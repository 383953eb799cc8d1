"""A real record of the Security Council, read once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from greffier.reading import read
from greffier.sources import receive
from tests.places import CORPUS

if TYPE_CHECKING:
    from greffier.model import Known, Reading


@pytest.fixture(scope="session")
def corpus(known: Known) -> Reading:
    """Give the meeting of 15 March 2014, whose day was lost with its cover page."""
    return read(receive(CORPUS / "un" / "2014_S-PV.7138.txt").witness, known)
