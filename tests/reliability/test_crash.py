"""Adding that is killed, refused room or done by two at once loses nothing and leaves no half.

What is run here a few times, `make reliability` runs hundreds of times.
"""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.cli.running import environment
from tests.places import ROOT

SECONDS = 300  # a machine may have much else to do


@pytest.mark.parametrize(
    "arguments",
    [
        ("crash", "kills", "--kills", "4", "--records", "12"),
        ("together", "--records", "12"),
    ],
)
def test_nothing_is_lost(arguments: tuple[str, ...]) -> None:
    module, *rest = arguments
    # In a process of its own: it forks, and that is not for one that runs in threads.
    ran = subprocess.run(
        [sys.executable, "-m", f"benchmarks.reliability.{module}", *rest],
        cwd=ROOT,
        env=environment(PYTHONPATH=f"{ROOT / 'src'}:{ROOT}"),
        capture_output=True,
        timeout=SECONDS,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr.decode()
