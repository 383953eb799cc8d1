"""The figures of one point: kept as JSON, so that the page can be written without measuring."""

from __future__ import annotations

import json
import os
import platform
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = Path(__file__).parent
_MODEL = "model name"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows under the names of their columns."""

    columns: list[str]
    rows: list[list[str | int | float]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What one section of the page says.

    Args:
        title: its heading.
        command: what measures it again.
        text: paragraphs, before the table.
        table: the figures.
        measured: the day.
        machine: where.
    """

    title: str
    command: str
    text: list[str]
    table: Table
    measured: str = field(default_factory=lambda: datetime.now(UTC).date().isoformat())
    machine: str = field(default_factory=lambda: machine())  # noqa: PLW0108 - it stands below


def machine() -> str:
    """Say where this runs, as far as it bears on the figures."""
    python = platform.python_version()
    system = f"{platform.system()} {platform.release().partition('-')[0]}"
    return f"{os.cpu_count()} cores of {_processor()}, {system}, Python {python}"


def keep(name: str, figures: Figures, *, folder: Path = FOLDER) -> Path:
    """Write the figures of a point; give the file."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.json"
    text = json.dumps(asdict(figures), ensure_ascii=False, indent=2)
    path.write_text(f"{text}\n", encoding="utf-8")
    return path


def kept(folder: Path = FOLDER) -> Iterator[Figures]:
    """Yield the figures of every point that was measured, in the order of their names."""
    for path in sorted(folder.glob("*.json")):
        told = json.loads(path.read_text(encoding="utf-8"))
        yield Figures(**{**told, "table": Table(**told["table"])})


def _processor() -> str:
    """Give the name of the processor, where the system tells it."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.machine()
    named = (line.partition(":")[2].strip() for line in lines if line.startswith(_MODEL))
    return next(named, platform.machine())
