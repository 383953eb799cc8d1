"""What is fuzzed holds on what fuzzing begins with, and on all that it ever found."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest

from tests.fuzz.seeds import SEEDS
from tests.fuzz.targets import TARGETS, run

# Named after its target and what it is; each once made the program fail.
FOUND = sorted((Path(__file__).parent / "found").iterdir())
_SEEDS = 12  # of each target


@pytest.mark.parametrize("target", TARGETS)
def test_a_target_holds_on_its_seeds(target: str) -> None:
    for seed in islice(SEEDS[target](), _SEEDS):
        run(target, seed)


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.name)
def test_what_was_found_is_mended(path: Path) -> None:
    run(path.name.partition("-")[0], path.read_bytes())
