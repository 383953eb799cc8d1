"""How well persons are told apart and together: `python -m tests.quality.persons [ARCHIVE]`.

With an archive, also how many persons its records name, and the names of each who has several.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from greffier.wiring import archive_in
from tests.quality.persons import HALVES, Score, joined, one_by_one, read_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.archive import Archive


def lines() -> Iterator[str]:
    """Yield the figures of each half, pair by pair and joined, as lines of a table."""
    pairs = read_pairs()
    together = joined(pairs)
    yield "half      pairs  how         precision  recall"
    for half in HALVES:
        some = [pair for pair in pairs if pair.half == half]
        for how, rule in (("one by one", one_by_one), ("joined", together)):
            score = Score.of(some, rule)
            yield f"{half:8}  {len(some):5}  {how:10}  {score.precision:<9.3f}  {score.recall:.3f}"


def counted(archive: Archive) -> Iterator[str]:
    """Yield how many are named and who they are, then the persons with several names."""
    with archive.settling() as settlement:
        named = list(settlement.named())
    names: defaultdict[str | None, dict[str, str]] = defaultdict(dict)
    for one in named:
        names[one.person].setdefault(one.key, one.name)
    several = {key: each for key, each in names.items() if len(each) > 1}
    waiting = sum(doubt.kind == "person" for doubt in archive.doubts())
    folded = len({one.key for one in named})
    yield f"{len(named)} participants, {folded} names, {len(names)} persons"
    yield f"{len(several)} persons with several names, {waiting} pairs that wait for a judgement"
    yield from (f"  {key}: {', '.join(each.values())}" for key, each in sorted(several.items()))


if __name__ == "__main__":
    told = list(lines())
    if len(sys.argv) > 1:
        with archive_in(Path(sys.argv[1])) as opened:
            told += counted(opened)
    print("\n".join(told))  # noqa: T201 - what it is for
