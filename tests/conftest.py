"""What every test may ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from greffier.authority import shipped
from greffier.reading import read
from greffier.sources import receive
from tests.places import EXAMPLE_RECORDS, SHARED

if TYPE_CHECKING:
    from pathlib import Path

    from greffier.model import Known, Reading, Received

# Two workers share the machine with whatever else runs there: a slow example is no fault of ours.
settings.register_profile(
    "greffier",
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("greffier")


@pytest.fixture(scope="session")
def known() -> Known:
    """Give what the reader may know: the shipped authority."""
    return shipped()


@pytest.fixture(scope="session")
def received() -> dict[str, Received]:
    """Give the five examples as received, by file name."""
    return {path.name: receive(path) for path in EXAMPLE_RECORDS}


@pytest.fixture(scope="session")
def readings(received: dict[str, Received], known: Known) -> dict[str, Reading]:
    """Give the readings of the five examples, by file name."""
    return {name: read(one.witness, known) for name, one in received.items()}


@pytest.fixture(scope="session")
def shared() -> Path:
    """Give the folder of records beside the checkout, or skip the test where there is none."""
    if not (SHARED / "records").is_dir():
        pytest.skip("no folder of records beside the checkout")
    return SHARED
