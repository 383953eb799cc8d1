"""Print docs/quality.md from the figures that the pages show, too: `make quality`."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from tests.places import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

FIGURES = ROOT / "src" / "greffier" / "web" / "quality.json"
_HEAD = """\
# How well it reads

Made by `make quality` from a run of reader {reader} over records with *gold*: what a careful \
person reads out of them. `greffier score` makes the same figures of your own gold. `make scores` \
fails where a figure falls below its pin in `tests/quality/pins.json`.
"""
_GOLD = """\
**The form of gold.** One JSON object a line, or one with a list of `records`: `file`, and any of \
`kind`, `title`, `date`, `dateline_place`, `language`, `turns` (each with `label` or `speaker`, \
and `starts`, `ends` or the whole `text`), `participants` (`name`, `office`, `of`, `acting`, \
`role`), `names`, `sessions` (`subject`, `organisations`, `body`, `status`, `date`, `venue`, \
`mode`, `formats`), `instruments` (`kind`, `action`), `chairmanships` (`organisation`, `holder`, \
`phase`), `glosses` (`name`, `office`), `quotations` (`speaker`, `starts`), `not_spoken` and \
`furniture` (words that nobody said). A key that is left out is not scored; null says that the \
text does not tell. `tests/quality/seeds.json` is an example.
"""


def main() -> int:
    """Print the page."""
    figures = json.loads(FIGURES.read_text(encoding="utf-8"))
    sys.stdout.write("\n".join(printed(figures)))
    return 0


def printed(quality: Mapping[str, Any]) -> Iterator[str]:
    """Yield the lines of the page."""
    yield _HEAD.format(reader=quality["reader"])
    for heading, words in quality["how"].items():
        yield f"**{heading}.** {words}\n"
    yield _GOLD
    for one in quality["sets"]:
        yield f"## {one['name']}\n"
        yield f"{one['records']} records. {one['about']}{_pages(one['pages'])}\n"
        yield from _tables(one)


def _pages(pages: Mapping[str, int]) -> str:
    if not pages["all"]:
        return ""
    if not pages["unsure"]:
        return f" All {pages['all']} web pages show which part of them is the text."
    return f" {pages['unsure']} of {pages['all']} web pages do not show which part is the text."


def _tables(one: Mapping[str, Any]) -> Iterator[str]:
    yield from _table(
        ("finding", "figure", "plain way", "counts"),
        [
            (row["finding"], _figure(row["figure"]), _figure(row["plain"]), row["counts"])
            for row in one["figures"]
        ],
    )
    yield from _table(
        ("speaker labels", "found", "turns"),
        [
            (row["looks"], _figure(row["found"] / row["of"]), f"{row['found']} of {row['of']}")
            for row in one["labels"]
        ],
    )
    yield from _table(
        ("commonest misses", "what happened", "times", "in records", "for example"),
        [
            (row["finding"], row["what"], row["times"], row["records"], _code(row["example"]))
            for row in one["misses"]
        ],
    )


def _figure(figure: float | None) -> str:
    return "–" if figure is None else f"{figure:.4f}"


def _code(words: str) -> str:
    """Give words as they stand, in a cell of a table."""
    return f"`{words.replace('`', chr(39)).replace('|', '/')}`"


def _table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> Iterator[str]:
    if rows:
        yield f"| {' | '.join(head)} |"
        yield f"|{'---|' * len(head)}"
        yield from (f"| {' | '.join(map(str, row))} |" for row in rows)
        yield ""


if __name__ == "__main__":
    sys.exit(main())
