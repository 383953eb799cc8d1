"""Adding that is killed, refused room or done by two at once loses nothing and leaves no half.

What is run here a few times, `make reliability` runs hundreds of times.
"""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.cli.running import COMMAND, Ran, environment, run
from tests.places import ROOT

if TYPE_CHECKING:
    from pathlib import Path

ROOM = 36_000  # bytes of a file: enough for what the database writes here, not for the index
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


def test_an_index_that_finds_no_room_is_told_in_a_line_and_what_was_added_stays(
    tmp_path: Path,
) -> None:
    run("add", "examples", "-a", tmp_path / "a")
    shutil.rmtree(tmp_path / "a" / "index")
    refused = subprocess.run(
        [*COMMAND, "add", "examples", "-a", str(tmp_path / "a")],
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        timeout=SECONDS,
        check=False,
        preexec_fn=_may_not_grow,
    )
    ran = Ran(refused.returncode, refused.stdout.decode(), refused.stderr.decode())
    ran.complains(1, "the search index cannot be written", "nothing that was added is lost")
    assert run("search", "security", "-a", tmp_path / "a").status == 0
    assert run("verify", "-a", tmp_path / "a").out.startswith("no faults in 4 records")


def _may_not_grow() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM, ROOM))
