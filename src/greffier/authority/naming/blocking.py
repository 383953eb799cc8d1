"""Which units are worth asking about, without asking about every pair of an archive."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations, product
from typing import TYPE_CHECKING

from greffier.authority.naming.parts import parse
from greffier.authority.naming.sounds import keys

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from greffier.authority.naming.units import Unit

Key = tuple[str, ...]
WORDS = 5  # words of a name that are looked at


def candidates(units: Sequence[Unit]) -> Iterator[tuple[int, int]]:
    """Yield, by their places, the pairs of units that may be one person, each pair once.

    Names in full meet where two of their words sound alike; a surname alone, or with initials,
    meets the names with that surname, and one without an office only within its record: outside
    it nothing could be decided.
    """
    blocks: dict[Key, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for at, unit in enumerate(units):
        for key, probes in _keys(unit):
            blocks[key][probes].append(at)
    seen: set[tuple[int, int]] = set()
    for key, (named, probing) in blocks.items():
        among = combinations(named, 2) if key[0] == "pair" else ()
        for pair in (*among, *combinations(probing, 2), *product(named, probing)):
            ordered = (min(pair), max(pair))
            if pair[0] != pair[1] and ordered not in seen:
                seen.add(ordered)
                yield ordered


def _keys(unit: Unit) -> Iterator[tuple[Key, bool]]:
    """Yield the blocks of a unit, and whether it only probes there."""
    name = parse(unit.name)
    surnames = {key for at in name.surnames for key in keys(name.words[at].spelt)}
    if not unit.weak:
        for key in _pairs([word.spelt for word in name.full[:WORDS]]):
            yield ("pair", *key), False
    records = sorted(unit.records)
    told = bool(unit.members[0].office or unit.members[0].of or name.initials)
    for surname in sorted(surnames):
        if not unit.weak or told:
            yield ("surname", surname), unit.weak
        if not unit.weak or not told:
            for record in records:
                yield ("record", record, surname), unit.weak


def _pairs(words: Sequence[str]) -> Iterator[Key]:
    """Yield what each two words sound like, whichever comes first; neighbours also run together."""
    joined = [
        [*words[:at], words[at] + words[at + 1], *words[at + 2 :]] for at in range(len(words) - 1)
    ]
    found = set()
    for spelt in (words, *joined):
        for one, other in combinations(spelt, 2):
            for pair in product(keys(one), keys(other)):
                found.add(tuple(sorted(pair)))
    yield from sorted(found)
