"""The two witnesses of one record among the examples, and acts made from a template."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from greffier.model import Claim

if TYPE_CHECKING:
    from greffier.model import Reading


@pytest.fixture(scope="session")
def page(readings: dict[str, Reading]) -> Claim:
    """Give the official page of the joint meeting."""
    return Claim.of(readings["000_a4231deef9788138.txt"])


@pytest.fixture(scope="session")
def scrape(readings: dict[str, Reading]) -> Claim:
    """Give the same page as a scraper left it: tooltips in its sentences, its end cut off."""
    return Claim.of(readings["001_4b3a21895fcf664d.txt"])
