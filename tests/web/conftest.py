"""The pages over an archive of records that were read by hand."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from starlette.testclient import TestClient

from greffier.archive import open_archive
from greffier.settings import Settings
from greffier.web import create_app
from tests.readings import meeting, scrape

if TYPE_CHECKING:
    from greffier.archive import Archive
    from greffier.model import Reading, Received


def client_of(
    archive: Archive, *, hosts: tuple[str, ...] = (), token: str = "", raising: bool = True
) -> TestClient:
    """Give a client of the pages over `archive`, as a browser on this machine reaches them.

    A fault of the program is raised in the test, or answered as a server would where not `raising`.
    """
    app = create_app(archive, Settings(hosts=hosts, token=token))
    return TestClient(
        app,
        base_url="http://localhost",
        follow_redirects=False,
        raise_server_exceptions=raising,
    )


def archive_of(*kept: tuple[Received, Reading]) -> Archive:
    """Give an archive that keeps some readings."""
    folder = Path(tempfile.mkdtemp(prefix="greffier-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    archive = open_archive(folder, create=True)
    for received, reading in kept:
        archive.add(received, reading)
    return archive


@pytest.fixture(scope="session")
def archive() -> Archive:
    """Give an archive of two records, read by hand."""
    return archive_of(meeting(), scrape())


@pytest.fixture(scope="session")
def client(archive: Archive) -> TestClient:
    """Give a client of the pages over that archive."""
    return client_of(archive)


@pytest.fixture(scope="session")
def record() -> str:
    """Give the identifier of the meeting's record."""
    return meeting()[1].witness.id


@pytest.fixture(scope="session")
def examples(received: dict[str, Received], readings: dict[str, Reading]) -> TestClient:
    """Give a client of the pages over an archive of the five examples."""
    return client_of(archive_of(*((received[name], one) for name, one in readings.items())))
