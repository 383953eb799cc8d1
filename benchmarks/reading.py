"""Time reading: per megabyte and per record, for text and for HTML, and how it grows with length.

One core, start-up not included; medians over several runs, the forms taking turns, so that whatever
else the machine does falls on all of them alike. HTML is timed beside trafilatura's extraction of
the same pages in the same run. Records beside the checkout are taken where they are, else those of
the tests.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import trafilatura

from greffier.authority import shipped
from greffier.model import witness_of
from greffier.reading import read
from greffier.sources import find, receive

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared" / "records" / "kremlin"
CORPUS = ROOT / "tests" / "corpus" / "kremlin-en"
RUNS = 3
MEGABYTE = 1_000_000
LENGTHS = (10_000, 100_000, 1_000_000, 10_000_000)  # characters
GROWTH = 13.0  # ten times as long may take so many times as long; more is not in proportion
TEXT = 3.0  # megabytes a second, to reach
SHARE = 0.2  # of what the extractor costs, to reach


@dataclass(frozen=True, slots=True)
class Job:
    """Work over files, one after another."""

    name: str
    files: tuple[Path, ...]
    work: Callable[[Path], object]

    def seconds(self) -> float:
        """Do it once over all files, and give how long it took."""
        return _seconds(lambda: [self.work(path) for path in self.files])


def _seconds(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def _files(name: str, suffix: str) -> tuple[Path, ...]:
    folder = SHARED / name if SHARED.is_dir() else CORPUS
    return tuple(sorted(one.path for one in find([folder]) if one.suffix == suffix))


def _read(path: Path) -> object:
    return read(receive(path).witness, shipped())


def _extract(path: Path) -> object:
    return trafilatura.extract(path.read_bytes())


def _medians(jobs: Iterable[Job]) -> dict[str, float]:
    jobs = tuple(jobs)
    for job in jobs:
        job.work(job.files[0])  # what is made once is not counted
    taken: dict[str, list[float]] = {job.name: [] for job in jobs}
    for _ in range(RUNS):
        for job in jobs:
            taken[job.name].append(job.seconds())
    return {name: statistics.median(times) for name, times in taken.items()}


def speeds() -> None:
    """Print what reading costs, and extracting the main text alone."""
    texts, pages = _files("txt", ".txt"), _files("html", ".html")
    jobs = (
        Job("text, read", texts, _read),
        Job("HTML, read", pages, _read),
        Job("HTML, trafilatura alone", pages, _extract),
    )
    medians = _medians(job for job in jobs if job.files)
    print(f"{'':26} {'records':>7} {'MB':>7} {'seconds':>8} {'ms/record':>10} {'MB/s':>7}")
    for job in jobs:
        if job.files:
            size = sum(path.stat().st_size for path in job.files) / MEGABYTE
            took = medians[job.name]
            each = took / len(job.files) * 1000
            print(
                f"{job.name:26} {len(job.files):7} {size:7.2f} {took:8.2f} {each:10.2f} "
                f"{size / took:7.2f}"
            )
    print(f"text: {TEXT} MB/s are to be reached")
    if pages:
        share = medians[jobs[1].name] / medians[jobs[2].name]
        print(f"HTML: {share:.2f} of what trafilatura alone costs; {SHARE} is to be reached")


def growth() -> bool:
    """Print how the time grows with the length of a record; say whether in proportion."""
    texts = [receive(path).witness.text for path in _files("txt", ".txt")]
    whole = "\n\n".join(texts)
    known, before, fits = shipped(), 0.0, True
    print(f"\n{'characters':>26} {'seconds':>8} {'times the one before':>22}")
    for length in LENGTHS:
        witness = witness_of((whole * (length // len(whole) + 1))[:length])
        runs = RUNS if length < LENGTHS[-1] else 1
        took = statistics.median(_seconds(partial(read, witness, known)) for _ in range(runs))
        times = took / before if before else 0.0
        fits = fits and times <= GROWTH
        print(f"{length:26,} {took:8.2f} {f'{times:.1f}' if before else '':>22}")
        before = took
    print(f"ten times as long: at most {GROWTH} times the time")
    return fits


if __name__ == "__main__":
    speeds()
    sys.exit(not growth())
