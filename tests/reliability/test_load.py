"""A small load on a real server: every answer is right, and memory stays within bounds."""

from __future__ import annotations

import threading
import time
from http.client import HTTPConnection
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from benchmarks.reliability.asked import addresses, mixed
from benchmarks.reliability.served import Memory, sampled, serving, slope

from greffier.archive import open_archive
from greffier.jobs import add_all
from tests.places import EXAMPLES

if TYPE_CHECKING:
    from pathlib import Path

CLIENTS, SECONDS = 5, 2.0


class Client(threading.Thread):
    """Asks for one path after another, on one connection, until the time is over."""

    def __init__(self, address: str, paths: list[str], until: float) -> None:
        super().__init__()
        self._place = urlsplit(address).netloc
        self._paths, self._until = paths, until
        self.answers: list[int] = []

    def run(self) -> None:
        """Ask."""
        connection = HTTPConnection(self._place, timeout=60)
        at = 0
        while time.monotonic() < self._until or not at:
            connection.request("GET", self._paths[at % len(self._paths)])
            answer = connection.getresponse()
            answer.read()
            self.answers.append(answer.status)
            at += 1
        connection.close()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of an archive of the examples."""
    where = tmp_path_factory.mktemp("load") / "archive"
    archive = open_archive(where, create=True)
    add_all(archive, [EXAMPLES])
    archive.close()
    return where


def test_the_addresses_are_of_every_kind_and_in_the_archive(folder: Path) -> None:
    archive = open_archive(folder)
    kinds = addresses(archive, 6)
    archive.close()
    assert {kind for kind, paths in kinds.items() if paths} == set(kinds)
    assert len(kinds["record"]) == 4
    assert all(path.startswith("/sessions/") for path in kinds["session"])
    some = mixed(kinds, 200)
    assert some == mixed(kinds, 200)  # the same load for the same archive
    assert set(some) <= {path for paths in kinds.values() for path in paths}


def test_five_clients_at_once_get_no_error(folder: Path) -> None:
    archive = open_archive(folder)
    paths = mixed(addresses(archive, 20), 300)
    archive.close()
    with serving(folder) as served:
        until = time.monotonic() + SECONDS
        asked = [Client(served.address, paths[n::CLIENTS], until) for n in range(CLIENTS)]
        with sampled(served, every=0.1) as memory:
            for one in asked:
                one.start()
            for one in asked:
                one.join(60)
        answers = [status for one in asked for status in one.answers]
    assert set(answers) == {200}
    assert len(answers) >= CLIENTS
    assert 0 < memory.megabytes[-1] < 400  # an empty server has about 70 MB


def test_a_slope_is_that_of_a_line() -> None:
    assert slope([1.0, 3.0, 5.0]) == pytest.approx(2.0)
    assert slope([4.0]) == slope([]) == 0.0
    # What is opened in the first half is not what grows.
    assert Memory([0.0, 50.0, 90.0, 99.0, 99.0, 99.0, 99.0, 99.0]).slope() == pytest.approx(0.0)
