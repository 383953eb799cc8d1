"""The pages over an archive in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from starlette.testclient import TestClient

from greffier.settings import Settings
from greffier.web import create_app
from tests.fakes import MemoryArchive, as_archive
from tests.readings import meeting, scrape

if TYPE_CHECKING:
    from greffier.model import Reading, Received


def client_of(
    archive: MemoryArchive, *, hosts: tuple[str, ...] = (), raising: bool = True
) -> TestClient:
    """Give a client of the pages over `archive`, as a browser on this machine reaches them.

    A fault of the program is raised in the test, or answered as a server would where not `raising`.
    """
    app = create_app(as_archive(archive), Settings(hosts=hosts))
    return TestClient(
        app,
        base_url="http://localhost",
        follow_redirects=False,
        raise_server_exceptions=raising,
    )


def archive_of(*kept: tuple[Received, Reading]) -> MemoryArchive:
    """Give an archive that keeps some readings."""
    archive = MemoryArchive()
    for received, reading in kept:
        archive.add(received, reading)
    return archive


@pytest.fixture(scope="session")
def archive() -> MemoryArchive:
    """Give an archive of two records, read by hand."""
    return archive_of(meeting(), scrape())


@pytest.fixture(scope="session")
def client(archive: MemoryArchive) -> TestClient:
    """Give a client of the pages over that archive."""
    return client_of(archive)


@pytest.fixture(scope="session")
def record() -> str:
    """Give the identifier of the meeting's record."""
    return meeting()[1].witness.id
