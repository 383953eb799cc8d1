"""Two witnesses beside each other on a terminal: only where they differ, some words around."""

from __future__ import annotations

import shutil
import textwrap
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from greffier.cli.words import counted, shown
from greffier.model import OF_WORDS
from greffier.query.comparing import extent
from greffier.query.rows import rows

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from greffier.model import Compared, VariantKind
    from greffier.query.comparing import Comparison, Told
    from greffier.query.rows import Cell, Row

_AROUND: Final = 60  # characters of what both say, before and after a variant
_MOST: Final = 140  # characters of either end of a variant
_SPARED: Final = 20  # it is not worth leaving out less
_WIDEST: Final = 160
_NARROWEST: Final = 24  # of a column
_NOUNS: Final = {
    "gloss": "glosses",
    "furniture": "furniture",
    "typography": "typography",
    "spelling": "spelling",
    "wording": "wording",
}


def lines_of(found: Comparison, kinds: Collection[VariantKind]) -> Iterator[str]:
    """Yield a comparison for people.

    Args:
        found: the comparison.
        kinds: the classes that are shown; those of the record's own words unless any is said.
    """
    record = found.record
    yield shown(record.title.value if record.title else found.base.name)
    yield f"  record {record.id}, {counted(len(record.witnesses), 'witness', 'witnesses')}"
    yield f"  base   {_named(found, record.base)}: {'; '.join(record.reasons) or 'the only one'}"
    for told in found.told:
        yield f"  {_told(found, told)}"
    for one in found.compared:
        yield ""
        yield from _beside(found, one, frozenset(kinds or OF_WORDS))


def _beside(found: Comparison, one: Compared, kinds: frozenset[VariantKind]) -> Iterator[str]:
    yield f"{_named(found, one.witness)} beside the base {found.record.base}"
    for grouping in found.groupings:
        if {grouping.a, grouping.b} == {one.witness, found.record.base}:
            yield f"  bound by {shown('; '.join(grouping.reasons))}"
    yield f"  {counted(one.alignment.words, 'word')} alike; {_counts(one, kinds)}"
    folded = {kind: number for kind, number in one.counts.items() if kind not in kinds}
    if folded:
        yield f"  not shown: {_listed(folded)} (--all shows them)"
    base, other = found.base.text, found.texts[one.witness].text
    for row in rows(one, base, other):
        numbers = [n for n in row.numbers if one.variants[n - 1].kind in kinds]
        if numbers:
            yield ""
            for n in numbers:
                variant = one.variants[n - 1]
                yield f"[{n}] {variant.kind}: {extent(variant, base, other)}"
            yield from _columns(row, set(numbers))


def _named(found: Comparison, witness: str) -> str:
    return shown(f"{witness} {found.named(witness)}")


def _told(found: Comparison, told: Told) -> str:
    """Give what only some of the witnesses say: `date 2021-09-17: only a4e5f4a991234250`."""
    who = ", ".join(told.witnesses)
    kept = "" if told.kept else " (not the record's)"
    alone = "only " if len(told.witnesses) == 1 and len(found.witnesses) > 1 else ""
    return shown(f"{told.field} {told.value}{kept}: {alone}{who}")


def _counts(one: Compared, kinds: frozenset[VariantKind]) -> str:
    counts = {kind: number for kind, number in one.counts.items() if kind in kinds}
    if "wording" in kinds and "wording" not in counts:
        return ", ".join(filter(None, ("no variant of wording", _listed(counts))))
    return _listed(counts) or "no variant"


def _listed(counts: dict[VariantKind, int]) -> str:
    return ", ".join(
        f"{number} {kind}" if number == 1 else f"{number} {_NOUNS.get(kind, f'{kind}s')}"
        for kind, number in counts.items()
    )


def _columns(row: Row, numbers: set[int]) -> Iterator[str]:
    """Yield a row as lines in two columns, or one below the other where there is no room."""
    size = min(_WIDEST, shutil.get_terminal_size().columns)
    left, right = (_clipped(cells, numbers) for cells in (row.base, row.other))
    width = (size - 5) // 2
    if width < _NARROWEST:
        yield from (f"  - {line}" for line in _wrapped(left, size - 4))
        yield from (f"  + {line}" for line in _wrapped(right, size - 4))
        return
    for one, other in zip_longest(_wrapped(left, width), _wrapped(right, width), fillvalue=""):
        yield f"  {one:<{width}} | {other}".rstrip()


def _wrapped(words: str, width: int) -> list[str]:
    return textwrap.wrap(words, width=max(width, 1), break_on_hyphens=False) or ["(nothing)"]


def _clipped(cells: Sequence[Cell], numbers: set[int]) -> str:
    """Give one side of a row in a line, its variants in brackets under their numbers."""
    told = list(_merged(cells, numbers))
    out = []
    for place, (n, text) in enumerate(told):
        if n:
            out.append(f"[{n}: {_ends(text, _MOST, _MOST) or '-'}]")
        else:
            front = _AROUND if place else 0
            back = _AROUND if place + 1 < len(told) else 0
            out.append(_ends(text, front, back))
    return shown("".join(out))


def _merged(cells: Iterable[Cell], numbers: set[int]) -> Iterator[tuple[int, str]]:
    """Yield the cells; variants that are not shown are as plain as what both say."""
    plain = ""
    for cell in cells:
        if cell.n not in numbers:
            plain += cell.text
            continue
        if plain:
            yield 0, plain
        yield cell.n, cell.text.strip()
        plain = ""
    if plain:
        yield 0, plain


def _ends(text: str, front: int, back: int) -> str:
    """Give the first and the last characters of a text, whole words, if it is longer than both."""
    if len(text) <= front + back + _SPARED:
        return text
    first = text[: text.rfind(" ", 0, front) + 1 or front] if front else ""
    start = len(text) - back
    last = text[(text.find(" ", start) + 1) or start :] if back else ""
    return f"{first}… {last}" if last else f"{first}…"
