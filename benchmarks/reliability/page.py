"""Write docs/reliability.md from the figures of every point: the end of `make reliability`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.reliability.figures import kept

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from benchmarks.reliability.figures import Figures

PAGE = Path(__file__).parents[2] / "docs" / "reliability.md"
_HEAD = """\
# That it holds

Made by `make reliability`, which measures each of these points again; the command under a heading \
measures that one alone. What was found to fail while this was built is mended, and a test keeps \
it so.
"""


def main() -> int:
    """Write the page."""
    PAGE.write_text(page(kept()), encoding="utf-8")
    return 0


def page(sections: Iterable[Figures]) -> str:
    """Give the page that tells of these figures."""
    return "\n".join([_HEAD, *(line for one in sections for line in _section(one))])


def _section(one: Figures) -> Iterator[str]:
    yield f"## {one.title}\n"
    for paragraph in one.text:
        yield f"{paragraph}\n"
    yield _row(one.table.columns)
    yield f"|{'---|' * len(one.table.columns)}"
    for row in one.table.rows:
        yield _row([_cell(value) for value in row])
    yield f"\n`{one.command}`, {one.measured}, {one.machine}.\n"


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(value: str | float) -> str:
    if isinstance(value, int):
        return f"{value:,}"
    return f"{value:,.4g}" if isinstance(value, float) else value.replace("|", "\\|")


if __name__ == "__main__":
    sys.exit(main())
