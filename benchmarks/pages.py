"""Time the pages of an archive, such as the one that `adding.py` makes and keeps.

Each page is asked for twice, the whole way through the program but for the network: the first time
after something was written, when what is asked of all records is worked out, and once more.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.testclient import TestClient

from greffier.archive import open_archive
from greffier.settings import Settings
from greffier.web import create_app

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGES = ("/", "/records", "/records?page=1000", "/persons?page=200", "/offices", "/states")


def taken(client: TestClient, page: str) -> Iterator[tuple[float, float]]:
    """Yield how long a page takes, in milliseconds on the clock and of CPU, once and again."""
    for _ in range(2):
        wall, cpu = time.perf_counter(), time.process_time()
        client.get(page).raise_for_status()
        yield (time.perf_counter() - wall) * 1_000, (time.process_time() - cpu) * 1_000


def main() -> None:
    """Time the pages that are named, or some that look at all records."""
    asked = argparse.ArgumentParser(description="Time the pages of an archive.")
    asked.add_argument("archive", type=Path)
    asked.add_argument("pages", nargs="*", default=PAGES, help="such as /states/Russia")
    given = asked.parse_args()
    archive = open_archive(given.archive)
    client = TestClient(create_app(archive, Settings()), base_url="http://localhost")
    print("{:>9} {:>9} {:>9} {:>9}  {}".format("first", "CPU", "again", "CPU", "milliseconds"))
    for page in given.pages:
        told = (figure for pair in taken(client, page) for figure in pair)
        print(" ".join(f"{figure:9,.0f}" for figure in told) + f"  {page}", flush=True)
    archive.close()


if __name__ == "__main__":
    main()
