"""Time searches and concordances in an archive of a million turns, alone and while others add.

The archive is made as `turns.py` says and may be kept for another time (`--archive`). Queries are
made of words and phrases that stand in the real records, drawn as often as they stand there, so
that frequent words are asked for often, and without the words that hold sentences together. Each is
asked twice, and the second time counts: a warm cache. What is timed is the whole way through
`Archive.search`: query language, index, counts of every facet, passages quoted, records named.
Time on the clock is what was asked for; time of this process alone is beside it, because others
may keep the machine busy.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import multiprocessing
import random
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.turns import Maker, make, real

from greffier.archive import Question, open_archive
from greffier.archive.words import words
from greffier.model import Reading, Received
from greffier.query.concordance import concordance

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from greffier.archive import Archive

TURNS = 1_000_000
QUERIES = 300
SEED = 2021
COLLECT = 100_000  # as the program sets its collector
FACETS = 10
PAGE, LINES = 20, 50
MEDIAN, WORST = 0.005, 0.030  # seconds, to reach: the 50th and the 99th of a hundred
ADDED = 100  # records that another process adds meanwhile
LEAST = 4  # letters of a word that is asked for
COMMON = """
    this that with from have will been were they their there would what which when also more your
    them than about into some very much just those these could should here every only other
    этого чтобы было может только есть если уже этом этот эти которые который также тоже
"""


class Timed(NamedTuple):
    """How long something took, on the clock and of this process alone."""

    wall: float
    cpu: float


def timed(work: Callable[[], object]) -> Timed:
    """Do it once."""
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return Timed(time.perf_counter() - wall, time.process_time() - cpu)


class Asker:
    """Makes queries, the same ones for the same seed."""

    def __init__(self, readings: Iterable[Reading], seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311 - a seed is what is wanted
        self._said = [
            [word.form for word in words(span.cut(reading.witness.text))]
            for reading in readings
            for turn in reading.turns
            for span in turn.paragraphs
        ]

    def word(self) -> str:
        """Give a word that stands somewhere, and says something."""
        while True:
            word = self._random.choice(self._random.choice(self._said) or [""])
            if _tells(word):
                return word

    def phrase(self) -> str:
        """Give two to four words that stand one after another, as a phrase."""
        while True:
            said, length = self._random.choice(self._said), self._random.choice((2, 2, 3, 3, 4))
            at = self._random.randrange(max(len(said) - length, 1))
            run = said[at : at + length]
            if len(run) == length and _tells(run[0]) and _tells(run[-1]):
                return f'"{" ".join(run)}"'

    def boolean(self) -> str:
        """Give words with AND, OR, NOT, a group, a prefix or a phrase among them."""
        one, other, third = self.word(), self.word(), self.word()
        return self._random.choice(
            (
                f"{one} {other}",
                f"{one} OR {other}",
                f"{one} -{other}",
                f"({one} OR {other}) {third}",
                f"{one} {self.phrase()}",
                f"{one[:5]}* {other}",
            )
        )


def _tells(word: str) -> bool:
    return len(word) >= LEAST and not word.isdigit() and word not in COMMON.split()


def _quantile(values: Iterable[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)]


def told(name: str, taken: list[Timed]) -> bool:
    """Print a line of what was timed; say whether it is within the limits."""
    wall, cpu = [one.wall for one in taken], [one.cpu for one in taken]
    figures = [_quantile(each, share) for each in (wall, cpu) for share in (0.5, 0.99)]
    print(f"{name:34} " + " ".join(f"{figure * 1000:9.2f}" for figure in figures), flush=True)
    return figures[0] <= MEDIAN and figures[1] <= WORST


def _searches(archive: Archive, queries: list[str]) -> list[Timed]:
    questions = [Question(words=one, facets=FACETS, limit=PAGE) for one in queries]
    for question in questions:
        archive.search(question)
    return [timed(partial(archive.search, one)) for one in questions]


def _concordances(archive: Archive, queries: list[str], by: str | None = None) -> list[Timed]:
    questions = [Question(words=one, sort="oldest", limit=LINES) for one in queries]

    def page(question: Question) -> object:
        return concordance(archive, question, by=by)  # type: ignore[arg-type] # one of its orders

    for question in questions:
        page(question)
    return [timed(partial(page, one)) for one in questions]


def _add(folder: Path, count: int) -> None:
    """Add records to an archive, and bring its index up now and then; run as a process."""
    archive = open_archive(folder)
    made = Maker(real(), SEED + 1).readings()
    for number, reading in zip(range(count), made, strict=False):
        data = reading.witness.text.encode()
        archive.add(Received(witness=reading.witness, data=data), reading)
        if number % 10 == 0:
            archive.refresh()
    archive.close()


@contextlib.contextmanager
def _adding(folder: Path) -> Iterator[multiprocessing.process.BaseProcess]:
    process = multiprocessing.get_context("spawn").Process(target=_add, args=(folder, ADDED))
    process.start()
    yield process
    process.join()


def measured(folder: Path, queries: int) -> bool:
    """Time searches and concordances in an archive; say whether they are within the limits."""
    asker = Asker(real(), SEED)
    phrases = [asker.phrase() for _ in range(queries)]
    booleans = [asker.boolean() for _ in range(queries)]
    names = [asker.word() if n % 2 else asker.phrase() for n in range(queries)]
    print(
        "{:34} {:>9} {:>9} {:>9} {:>9}".format("milliseconds", "p50", "p99", "CPU p50", "CPU p99")
    )
    # What the benchmark itself holds is no garbage of the program: the collector passes it over.
    gc.collect()
    gc.freeze()
    gc.set_threshold(COLLECT, 20, 20)
    archive = open_archive(folder)
    within = told("phrases, with facets", _searches(archive, phrases))
    within &= told("AND, OR, NOT, prefixes, with facets", _searches(archive, booleans))
    within &= told("a page of a concordance, by day", _concordances(archive, names))
    told("... sorted by neighbours", _concordances(archive, names[: queries // 10], "right"))
    with _adding(folder) as process:
        taken: list[Timed] = []
        while process.is_alive():
            asked = (Question(words=one, facets=FACETS) for one in phrases[:20])
            taken += (timed(partial(archive.search, one)) for one in asked)
    told(f"phrases, while {ADDED} records came", taken)
    archive.close()
    return within and process.exitcode == 0


def main() -> bool:
    """Make the archive or take one that was made, and measure; say whether all is within limits."""
    asked = argparse.ArgumentParser(description="Time searches in an archive of many turns.")
    asked.add_argument("--turns", type=int, default=TURNS)
    asked.add_argument("--queries", type=int, default=QUERIES)
    asked.add_argument("--archive", type=Path, help="made there, and kept for the next time")
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = given.archive or Path(made) / "archive"
        if not (folder / "archive.db").exists():
            begun = time.process_time()
            size = make(folder, given.turns, SEED)
            index = sum(path.stat().st_size for path in (folder / "index").iterdir())
            print(
                f"{size.turns:,} turns, {size.passages:,} passages of {size.records:,} records, "
                f"{size.text / 1e6:,.0f} MB of text; index {index / size.text:.2f} times as large, "
                f"made in {time.process_time() - begun:,.0f} s of CPU"
            )
        within = measured(folder, given.queries)
    print(
        f"a median of {MEDIAN * 1000:.0f} ms and 99 of 100 in {WORST * 1000:.0f} ms are asked for"
    )
    return within


if __name__ == "__main__":
    sys.exit(not main())
