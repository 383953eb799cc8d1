"""Read real records that were changed, as many as asked for, in this process; print the run.

What changes them is Hypothesis: it has no eye for coverage, but knows what a record is made of.
"""

from __future__ import annotations

import json
import sys
import time
import traceback
from contextlib import suppress
from typing import Final

from benchmarks.reliability.bombs_one import memory
from benchmarks.reliability.slow import Clock
from hypothesis import HealthCheck, Phase, given, settings
from tests.fuzz.mutations import files
from tests.fuzz.targets import run_file

from greffier.errors import GreffierError

NAME: Final = "changed"


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
            clock.time(lambda: run_file(*file))

    finds = []
    begun = time.monotonic()
    try:
        read()
    except Exception:  # noqa: BLE001 - whatever it is, it is a find
        finds.append(traceback.format_exc(limit=-2)[-400:])
    told = {
        "target": NAME,
        "executions": clock.count,
        "longest": round(clock.longest, 4),
        "memory": memory(),
        "seconds": round(time.monotonic() - begun, 1),
        "finds": finds,
    }
    print(json.dumps(told))


if __name__ == "__main__":
    main(int(sys.argv[1]))
