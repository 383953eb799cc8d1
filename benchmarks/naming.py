"""Time what it takes to tell who is who: persons of many records joined, and how it grows.

    python benchmarks/naming.py [READINGS.jsonl]

Without a file the persons are made up: heads who are named in many records in four spellings and
by their surname alone, and as many who are named once. With the readings of real records, those.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from itertools import islice, pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from greffier.authority import shipped
from greffier.authority.naming import Observed, join, observe
from greffier.form import decode

if TYPE_CHECKING:
    from collections.abc import Iterator

SIZES = (10_000, 20_000, 40_000)
REAL_LIMIT = 3.0  # seconds for the participants of 720 records
GROWTH_LIMIT = 2.6  # times as long for twice as many
SEED = 2021
NAMED_OFTEN = 30  # times that a head is named, in the mean
CONSONANTS = "bdgklmnrst"
ENDS = ("bek", "dan", "gir", "kul", "mar", "nar", "rav", "sul", "tov", "van", "zar", "rim", "len")


def made_up(size: int) -> Iterator[Observed]:
    """Yield `size` observations of persons who do not exist."""
    chance = random.Random(SEED)  # noqa: S311 - nobody is to be surprised
    states = [state.name for state in shipped().states]
    while True:
        given, surname = (_word(chance) for _ in range(2))
        of, begins = chance.choice(states), chance.randrange(1995, 2020)
        spellings = (f"{given} {surname}", f"{surname.upper()} {given}", f"{given[0]}. {surname}")
        for at in range(chance.choice((1, 2 * NAMED_OFTEN))):
            yield Observed(
                name=chance.choice((*spellings, surname)),
                office="President",
                of=of,
                day=f"{begins + at % 4}-{chance.randrange(1, 13):02}",
                record=f"{chance.randrange(size)}.txt",
            )


def _word(chance: random.Random) -> str:
    starts = (chance.choice(CONSONANTS) + chance.choice("aeiou") for _ in range(2))
    return ("".join(starts) + chance.choice(ENDS)).capitalize()


def real(path: Path) -> Iterator[Observed]:
    """Yield the participants that the readings in a JSON lines file name."""
    with path.open("rb") as lines:
        for line in lines:
            reading = decode(line)
            yield from (one for _, one in observe(reading, reading.witness.name))


def timed(observed: list[Observed]) -> float:
    """Join the observations, print what came of it, and give the seconds of this process."""
    begun = time.process_time()
    found = join(observed, shipped())
    taken = time.process_time() - begun
    print(
        f"{len(observed):9,} observations {len(found.groups):8,} persons "
        f"{len(found.doubts):7,} undecided {taken:8.2f} s"
    )
    return taken


def main() -> int:
    """Print a line for each size, or for the readings given; give 1 where it takes too long."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("readings", type=Path, nargs="?")
    path = parser.parse_args().readings
    shipped()
    if path is not None:
        return 1 if timed(list(real(path))) > REAL_LIMIT else 0
    seconds = [timed(list(islice(made_up(size), size))) for size in SIZES]
    growth = max(after / before for before, after in pairwise(seconds))
    print(f"{growth:.1f} times as long for twice as many, at most")
    return 1 if growth > GROWTH_LIMIT else 0


if __name__ == "__main__":
    sys.exit(main())
