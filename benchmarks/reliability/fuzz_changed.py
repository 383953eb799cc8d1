"""Read real records that were changed, as many as asked for, in this process; print the run.

What changes them is Hypothesis: it has no eye for coverage, but knows what a record is made of.
"""

from __future__ import annotations

import json
import sys
import time
import traceback
from contextlib import suppress
from hashlib import sha1
from pathlib import Path
from typing import Final

from benchmarks.reliability.bombs_one import memory
from benchmarks.reliability.slow import Clock
from hypothesis import HealthCheck, Phase, given, settings
from tests.fuzz.mutations import files
from tests.fuzz.targets import run_file

from greffier.errors import GreffierError

NAME: Final = "changed"
FOUND: Final = Path(__file__).resolve().parents[2] / "build" / "fuzz" / NAME / "found"


def main(examples: int) -> None:
    """Read so many, and print what the run came to."""
    clock = Clock()

    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=[*HealthCheck],
    )
    @given(file=files())
    def read(file: tuple[str, bytes]) -> None:
        with suppress(GreffierError):
            try:
                clock.time(lambda: run_file(*file))
            except GreffierError:
                raise
            except Exception as error:  # whatever else it is, it is a find
                finds.append(_kept(error, *file))
                raise

    finds: list[str] = []
    begun = time.monotonic()
    with suppress(Exception):  # told below
        read()
    told = {
        "target": NAME,
        "executions": clock.count,
        "longest": round(clock.longest, 4),
        "memory": memory(),
        "seconds": round(time.monotonic() - begun, 1),
        "finds": finds,
    }
    print(json.dumps(told))


def _kept(error: Exception, suffix: str, data: bytes) -> str:
    """Keep what was read beside the finds of other targets, and say what was raised where."""
    FOUND.mkdir(parents=True, exist_ok=True)
    path = FOUND / f"{sha1(data, usedforsecurity=False).hexdigest()}{suffix}"
    path.write_bytes(data)
    place = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}: {error} at {place.name} in {path.name}"[:400]


if __name__ == "__main__":
    main(int(sys.argv[1]))
