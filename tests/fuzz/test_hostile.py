"""What is made to do harm is read or refused, soon, with a clear error: all of it in a small size.

How long the large sizes take and how much memory is measured by `benchmarks/reliability/bombs.py`.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from greffier.errors import GreffierError
from greffier.form import encode
from greffier.jobs.units import Failed, Unit, done
from greffier.sources import find
from tests.fuzz.hostile import HOSTILE

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fuzz.hostile import Hostile

LIMIT = 10.0  # seconds of CPU: none of them is larger than a record


@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda one: one.name)
def test_it_is_read_or_refused(hostile: Hostile, tmp_path: Path) -> None:
    path = tmp_path / f"file{hostile.suffix}"
    path.write_bytes(hostile.make(hostile.quick))
    begun = time.process_time()
    try:
        for item in find([path]):
            made = done(Unit(item=item))
            if isinstance(made, Failed):
                assert "the reader failed" not in made.error.met
            else:
                encode(made.reading)
    except GreffierError as error:
        assert error.wanted  # noqa: PT017 - which error it is, is the file's affair
    assert time.process_time() - begun < LIMIT
