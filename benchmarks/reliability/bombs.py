"""Read what is made to do harm, in its full size, each in a process of its own; keep the figures.

A process may have three gigabytes of addresses, so that one that asks for more fails. What is
counted is the CPU that reading takes, beside what else the machine does, and the memory that is
held at most; a process that is ended, or that takes longer than it may, is a failure.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks.reliability.figures import Figures, Table, keep
from tests.fuzz.hostile import BAITS, HOSTILE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tests.fuzz.hostile import Hostile

SECONDS: Final = 60.0  # of CPU
MEMORY: Final = 1024  # MB
_ENDLESS: Final = 1800  # on the clock
_LONGEST_ERROR: Final = 110
_ROOT: Final = Path(__file__).resolve().parents[2]
_TITLE: Final = "Records made to do harm"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file: what was said of it, seconds of CPU, and megabytes at most."""

    name: str
    size: int
    said: str
    cpu: float
    memory: int

    @property
    def holds(self) -> bool:
        """Whether it was read or refused, within the time and the memory that one may take."""
        return bool(self.said) and self.cpu <= SECONDS and self.memory <= MEMORY


def outcome(hostile: Hostile, folder: Path) -> Outcome:
    """Make a file and read it in a process of its own."""
    path = folder / f"file{hostile.suffix}"
    path.write_bytes(hostile.make(hostile.full))
    size = path.stat().st_size
    try:
        done = subprocess.run(  # noqa: S603 - this program, with a file that was made here
            [sys.executable, "-m", "benchmarks.reliability.bombs_one", str(path)],
            cwd=_ROOT,
            capture_output=True,
            timeout=_ENDLESS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Outcome(hostile.name, size, "", _ENDLESS, 0)
    finally:
        path.unlink()
    if done.returncode:
        print(done.stderr.decode(errors="replace"), file=sys.stderr)
        return Outcome(hostile.name, size, "", 0.0, 0)
    told = json.loads(done.stdout)
    return Outcome(hostile.name, size, _became(told), told["cpu"], told["memory"])


def _became(told: dict[str, str]) -> str:
    """Say what became of a file; what the reader failed on is nothing."""
    if "the reader failed" in told["said"]:
        return ""
    said = told["said"].partition(": ")[2].partition("; ")[0]
    said = said if len(said) <= _LONGEST_ERROR else f"{said[:_LONGEST_ERROR].rsplit(' ', 1)[0]} …"
    if told["read"]:
        return f"read; of the others: {said}" if said else "read"
    return f"refused: {said}"


def outcomes(hostiles: Iterable[Hostile]) -> Iterator[Outcome]:
    """Yield what became of each, one after the other."""
    with tempfile.TemporaryDirectory() as folder:
        for one in hostiles:
            made = outcome(one, Path(folder))
            print(made, flush=True)
            yield made


def figures(hostile: list[Outcome], baits: list[Outcome]) -> Figures:
    """Give what the page says of them."""
    worst = max(baits, key=lambda one: one.cpu)
    rows: list[list[str | int | float]] = [_row(one) for one in hostile]
    rows.append(
        [
            f"{len(baits)} things that patterns look for, each 100,000 times: the slowest",
            round(worst.size / 1e6, 3),
            f"{worst.said} ({worst.name.partition(': ')[2]})",
            worst.cpu,
            max(one.memory for one in baits),
        ]
    )
    every = [*hostile, *baits]
    failed = [one.name for one in every if not one.holds]
    text = [
        (
            "Each file is read as `greffier add` reads it, in a process of its own: it must be "
            f"read, or refused with a clear error, within {SECONDS:.0f} seconds of CPU and "
            f"{MEMORY:,} MB. Of {len(every)} files {len(every) - len(failed)} were; the slowest "
            f"took {max(one.cpu for one in every):.1f} seconds, the largest "
            f"{max(one.memory for one in every):,} MB."
        ),
        (
            "PDF files are taken apart in a process of their own, which is bounded; its time and "
            "memory count. In the suite the same files are read in a small size."
        ),
    ]
    if failed:
        text.append(f"These were not: {'; '.join(failed)}.")
    columns = ["what", "MB sent", "what became of it", "CPU s", "MB held"]
    command = "python -m benchmarks.reliability.bombs"
    return Figures(
        title=_TITLE, command=command, text=text, table=Table(columns=columns, rows=rows)
    )


def _row(one: Outcome) -> list[str | int | float]:
    return [one.name, round(one.size / 1e6, 3), one.said or "**failed**", one.cpu, one.memory]


def main() -> int:
    """Measure; the figures are kept where all of them were measured."""
    asked = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    asked.add_argument("--only", default="", help="those with these words in their names")
    given = asked.parse_args()
    made = [
        list(outcomes(one for one in some if given.only in one.name)) for some in (HOSTILE, BAITS)
    ]
    if not given.only:
        keep("bombs", figures(*made))
    return int(not all(one.holds for some in made for one in some))


if __name__ == "__main__":
    sys.exit(main())
