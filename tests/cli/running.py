"""The program, run as a user runs it: as a process."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.places import ROOT

if TYPE_CHECKING:
    from pathlib import Path

COMMAND = [sys.executable, "-m", "greffier"]


@dataclass(frozen=True, slots=True)
class Ran:
    """What a run printed, and its status."""

    status: int
    out: str
    err: str

    def complains(self, status: int, *parts: str) -> None:
        """Check that the run said one line of advice, printed nothing else and ended so."""
        assert (self.status, self.out) == (status, ""), self
        assert self.err.count("\n") == 1, self
        assert self.err.startswith("greffier"), self
        assert "; " in self.err
        for part in parts:
            assert part in self.err


def environment(**settings: str) -> dict[str, str]:
    """Give this process's environment without the program's settings, and with these."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GREFFIER_")}
    return {**kept, "COLUMNS": "100", "PYTHONPATH": str(ROOT / "src"), **settings}


def run(*arguments: str | Path, cwd: Path | None = None, **settings: str) -> Ran:
    """Run the program to its end.

    Args:
        arguments: after the program's name.
        cwd: where; the top of the checkout unless said.
        settings: environment variables.
    """
    made = subprocess.run(
        [*COMMAND, *map(str, arguments)],
        cwd=cwd or ROOT,
        env=environment(**settings),
        capture_output=True,
        timeout=60,
        check=False,
    )
    return Ran(made.returncode, made.stdout.decode(), made.stderr.decode())
