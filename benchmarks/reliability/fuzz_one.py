"""Fuzz one target by coverage, in this process: what libFuzzer is told stands behind its name.

What took longest is told as it is found, in seconds of CPU.
"""

from __future__ import annotations

import gc
import pkgutil
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Final

import atheris
from benchmarks.reliability.slow import Clock

if TYPE_CHECKING:
    from collections.abc import Callable

# What is imported only where it is needed must be there while imports are watched.
WHOLE: Final = (
    "greffier.sources",
    "greffier.reading",
    "greffier.authority",
    "greffier.exports.tei",
)


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
    clock = Clock()

    def one(data: bytes) -> None:
        if clock.time(lambda: run(name, data)):
            print(f"longest: {clock.longest:.4f} s, {len(data)} bytes", file=sys.stderr, flush=True)

    return one


if __name__ == "__main__":
    gc.freeze()
    main()
