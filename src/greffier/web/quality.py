"""How well the program reads: the figures of the last measured run, which come with it."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def figures() -> dict[str, Any]:
    """Give the figures as `make quality` wrote them; docs/quality.md is printed from the same."""
    source = files("greffier.web").joinpath("quality.json").read_text("utf-8")
    made: dict[str, Any] = json.loads(source)
    return made
