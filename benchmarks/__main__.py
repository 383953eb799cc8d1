"""Time what a user waits for, and say where it takes longer than it may.

Each command runs as a process of its own, start-up included, several times; the median counts.
Run by `make bench`, which compiles the program first, as every installation does.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
GREFFIER = Path(sys.executable).with_name("greffier")
RUNS = 7


@dataclass(frozen=True, slots=True)
class Wait:
    """A command, and the seconds that it may take on two cores."""

    arguments: tuple[str, ...]
    limit: float

    def seconds(self) -> float:
        """Run the command once and give how long it took.

        Raises:
            CalledProcessError: it failed; a time would mean nothing.
        """
        begun = time.perf_counter()
        subprocess.run(  # noqa: S603 - our own program
            [GREFFIER, *self.arguments], cwd=ROOT, check=True, stdout=subprocess.DEVNULL
        )
        return time.perf_counter() - begun


WAITS = (
    Wait(("--version",), 0.25),
    Wait(("read", "examples"), 0.6),
)


def main() -> int:
    """Print one line for each command; give 1 if any is over its limit."""
    over = 0
    for wait in WAITS:
        wait.seconds()  # the first run finds cold caches, which is not what is asked
        taken = statistics.median(wait.seconds() for _ in range(RUNS))
        over += taken > wait.limit
        told = "OVER" if taken > wait.limit else "within"
        command = " ".join(("greffier", *wait.arguments))
        print(f"{command:28s} {taken:6.3f} s   {told} {wait.limit} s")
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
