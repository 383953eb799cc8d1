"""What many threads ask for the first time at once."""

from __future__ import annotations

import subprocess
import sys

import pytest

from greffier.form import encode
from tests.places import ROOT
from tests.readings import meeting

# All ask for a reading before anybody has, and the interpreter goes from one to the next at once.
TOGETHER = """
import sys, threading
from greffier.form import decode
data = sys.stdin.buffer.read()
start, done = threading.Barrier(8), []
def ask():
    start.wait()
    done.append(decode(data))
threads = [threading.Thread(target=ask) for _ in range(8)]
sys.setswitchinterval(1e-6)
for one in threads: one.start()
for one in threads: one.join()
sys.exit(len(done) != 8)
"""


@pytest.mark.parametrize("_time", range(3))
def test_threads_that_read_first_at_once_all_get_their_reading(_time: int) -> None:
    ran = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-c", TOGETHER],
        cwd=ROOT,
        input=encode(meeting()[1]),
        capture_output=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr[:500].decode()
