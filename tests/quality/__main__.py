"""Print how well the records are read; with pins, fail where one was read better before."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from typing import TYPE_CHECKING

from tests.quality import pins
from tests.quality.sets import PINNED, larger

if TYPE_CHECKING:
    from greffier.scoring import Score


def report(name: str, score: Score, *, show: int) -> str:
    """Lay a score out as a table, with up to `show` errors of each kind under it."""
    lines = [name]
    for one in score.figures():
        counts = f"{one.right} of {one.asked}"
        if one.asked is None:
            counts = f"{one.right} right, {one.wrong} wrong, {one.missed} missed"
        lines.append(f"  {one.kind:32s} {one.score:.4f}   {counts}")
    shown: Counter[str] = Counter()
    for fault in score.faults:
        shown[fault.kind] += 1
        if shown[fault.kind] <= show:
            lines.append(f"    {fault.kind}: {fault.file}: {fault}"[:300])
    return "\n".join(lines)


def main() -> int:
    """Score the examples, then whatever larger sets there are; give 1 if any fell below its pin."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality", description=__doc__)
    parser.add_argument("--pin", action="store_true", help="pin the figures where they stand")
    parser.add_argument("--show", type=int, default=0, help="how many errors of each kind to show")
    parser.add_argument("--only", help="score this set alone")
    asked = parser.parse_args()
    sets = [one for one in (PINNED, *larger()) if asked.only in (None, one.name)]
    if not sets:
        parser.error(f"no set is called {asked.only}")
    pinned, measured, faults = pins.load(), {}, []
    for one in sets:
        score, digest = one.score(), one.digest()
        sys.stdout.write(report(one.name, score, show=asked.show) + "\n")
        measured[one.name] = pins.pin(digest, score.scores())
        if one.name in pinned and not asked.pin:
            told = pins.fallen(pinned[one.name], digest, score.scores())
            faults += [f"  {one.name}: {line}" for line in told]
    if asked.pin:
        pins.write(measured)
    if faults:
        sys.stdout.write("\n".join(["fallen below its pin", *faults]) + "\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
