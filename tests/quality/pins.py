"""The scores below which the reading of each set must not fall.

Moving a pin is a deliberate act: `make pins` writes the figures as they stand, and the change to
`pins.json` is reviewed like any other.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PINS = Path(__file__).with_name("pins.json")
PLACES = 4  # decimals
SLACK = 0.0005  # finer differences are nobody's doing

Pinned = dict[str, Any]  # the `digest` of what was measured, and the `scores` by kind


def load() -> dict[str, Pinned]:
    """Give what is pinned, by the name of the set."""
    pins: dict[str, Pinned] = json.loads(PINS.read_text(encoding="utf-8"))["sets"]
    return pins


def write(measured: Mapping[str, Pinned]) -> None:
    """Pin sets where they stand; those that were not measured keep their pins."""
    pins = {
        "about": "Written by `make pins`. The reading of a set may not score below these.",
        "sets": {**load(), **measured},
    }
    PINS.write_text(json.dumps(pins, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def pin(digest: str, scores: Mapping[str, float]) -> Pinned:
    """Give what is kept of a set that was measured."""
    return {
        "digest": digest,
        "scores": {kind: round(score, PLACES) for kind, score in scores.items()},
    }


def fallen(pinned: Pinned, digest: str, scores: Mapping[str, float]) -> Iterator[str]:
    """Yield what is no longer as good as it was, one line for each."""
    if pinned["digest"] != digest:
        yield "records or gold changed: look at the figures, then `make pins` and say why"
    for kind, least in pinned["scores"].items():
        score = scores.get(kind)
        if score is None:
            yield f"{kind}: no longer scored"
        elif score < least - SLACK:
            yield f"{kind}: {score:.4f}, pinned at {least:.4f}"
