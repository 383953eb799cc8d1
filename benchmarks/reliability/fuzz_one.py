"""Fuzz one target by coverage, in this process: what libFuzzer is told stands behind its name.

What took longest is told as it is found, in seconds of CPU.
"""

from __future__ import annotations

import gc
import pkgutil
import sys
import time
from importlib import import_module
from typing import TYPE_CHECKING, Final

import atheris

if TYPE_CHECKING:
    from collections.abc import Callable

# What is imported only where it is needed must be there while imports are watched.
WHOLE: Final = (
    "greffier.sources",
    "greffier.reading",
    "greffier.authority",
    "greffier.exports.tei",
)
LIMIT: Final = 5.0  # seconds of CPU for one input


class SlowError(Exception):
    """Something took longer than anything may."""


def main() -> None:
    """Run libFuzzer; it ends the process."""
    name = sys.argv.pop(1)
    with atheris.instrument_imports(include=["greffier"]):
        for package in WHOLE:
            for one in pkgutil.walk_packages(import_module(package).__path__, f"{package}."):
                import_module(one.name)
        from tests.fuzz.targets import run  # noqa: PLC0415 - what it imports is counted
    atheris.Setup(sys.argv, _timed(name, run))
    atheris.Fuzz()


def _timed(name: str, run: Callable[[str, bytes], None]) -> Callable[[bytes], None]:
    """Give what runs the target, and tells whenever something took longer than all before."""
    longest = 0.0

    def one(data: bytes) -> None:
        nonlocal longest
        begun = time.process_time()
        run(name, data)
        if (taken := time.process_time() - begun) > longest:
            longest = taken
            print(f"longest: {taken:.4f} s, {len(data)} bytes", file=sys.stderr, flush=True)
        if taken > LIMIT:
            raise SlowError(f"{taken:.1f} s of CPU")

    return one


if __name__ == "__main__":
    gc.freeze()
    main()
