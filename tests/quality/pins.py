"""The scores below which the reading of the examples must not fall.

Moving a pin is a deliberate act: `make pins` writes the figures as they stand, and the change to
`pins.json` is reviewed like any other.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

PINS = Path(__file__).with_name("pins.json")
PLACES = 4  # decimals; finer differences are nobody's doing


def load() -> dict[str, Any]:
    """Give what is pinned: the `digest` of what was measured, and the `scores` by kind."""
    pins: dict[str, Any] = json.loads(PINS.read_text(encoding="utf-8"))
    return pins


def write(digest: str, figures: dict[str, float]) -> None:
    """Pin `figures` where they stand."""
    pins = {
        "about": "Written by `make pins`. The reading of the examples may not score below these.",
        "digest": digest,
        "scores": {kind: round(figure, PLACES) for kind, figure in figures.items()},
    }
    PINS.write_text(json.dumps(pins, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
