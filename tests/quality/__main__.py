"""Print how well the records are read, and pin the figures when asked to."""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from typing import TYPE_CHECKING

from tests.quality import pins
from tests.quality.sets import PINNED, larger

if TYPE_CHECKING:
    from tests.quality.scoring import Score


def report(name: str, score: Score, *, show: int) -> str:
    """Lay a score out as a table, with up to `show` errors of each kind under it."""
    lines = [f"{name}"]
    for kind, asked in score.asked.items():
        lines.append(f"  {kind:32s} {asked.score:.4f}   {asked.right} of {asked.asked}")
    for kind, tally in sorted(score.tallies.items()):
        counts = f"{tally.right} right, {tally.wrong} wrong, {tally.missed} missed"
        lines.append(f"  {kind:32s} {tally.score:.4f}   {counts}")
    shown: defaultdict[str, int] = defaultdict(int)
    for kind, file, error in score.errors:
        shown[kind] += 1
        if shown[kind] <= show:
            lines.append(f"    {kind}: {file}: {error}"[:300])
    return "\n".join(lines)


def main() -> int:
    """Score the examples, then whatever larger sets there are."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality", description=__doc__)
    parser.add_argument("--pin", action="store_true", help="pin the examples' figures, and stop")
    parser.add_argument("--show", type=int, default=0, help="how many errors of each kind to show")
    parser.add_argument("--only", help="score this set alone")
    asked = parser.parse_args()
    if asked.pin:
        pins.write(PINNED.digest(), PINNED.score().figures())
        return 0
    sets = [one for one in (PINNED, *larger()) if asked.only in (None, one.name)]
    if not sets:
        parser.error(f"no set is called {asked.only}")
    for one in sets:
        sys.stdout.write(report(one.name, one.score(), show=asked.show) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
