"""Which units are worth asking about, without asking about every pair of an archive."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations, product
from typing import TYPE_CHECKING

from greffier.authority.naming.likeness import APART, likeness
from greffier.authority.naming.parts import parse
from greffier.authority.naming.sounds import keys

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from greffier.authority.naming.units import Unit

Key = tuple[str, ...]
WORDS = 5  # words of a name that are looked at


@dataclass(slots=True)
class Block:
    """Units that sound alike: those that `meet` are asked about each other, and about `others`."""

    meet: list[int] = field(default_factory=list)
    others: list[int] = field(default_factory=list)

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Yield the pairs to ask about."""
        yield from combinations(self.meet, 2)
        yield from product(self.meet, self.others)


def candidates(units: Sequence[Unit]) -> Iterator[tuple[int, int]]:
    """Yield, by their places, the pairs of units that may be one person, each pair once.

    Names in full meet where two of their words sound nearly alike; a surname alone, or with
    initials, meets the names with that surname. A name that many bear, without an office, meets
    its like only in its record and on its day: elsewhere nothing could be decided between them,
    and there may be thousands.
    """
    blocks: dict[Key, Block] = defaultdict(Block)
    for at, unit in enumerate(units):
        for key, meets in _weak_keys(unit) if unit.weak else _full_keys(unit):
            block = blocks[key]
            (block.meet if meets else block.others).append(at)
    seen: set[tuple[int, int]] = set()
    for block in blocks.values():
        for one, other in block.pairs():
            pair = (min(one, other), max(one, other))
            if one != other and pair not in seen:
                seen.add(pair)
                yield pair


def neighbours(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of names whose bearers may be asked about each other, whoever they are.

    Wider than `candidates`, which goes by records and days too; pairs that are never of one person
    are left out.
    """
    blocks: dict[Key, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for name in sorted(set(names)):
        weak = parse(name).weak
        for surname in _surnames(name):
            blocks["surname", surname][0 if weak else 1].append(name)
        for pair in () if weak else _pairs(name):
            blocks["pair", *pair][0].append(name)
    for meet, others in blocks.values():
        for one, other in (*combinations(meet, 2), *product(meet, others)):
            if likeness(one, other) not in APART:
                yield one, other


def _full_keys(unit: Unit) -> Iterator[tuple[Key, bool]]:
    """Yield the blocks of a name in full, and whether it meets its like there."""
    for pair in _pairs(unit.name):
        yield ("pair", *pair), unit.told
        if not unit.told:
            yield from (((*place, *pair), True) for place in _places(unit))
    for surname in _surnames(unit.name):
        yield ("surname", surname), False
        yield from (((*place, surname), False) for place in _places(unit))


def _weak_keys(unit: Unit) -> Iterator[tuple[Key, bool]]:
    """Yield the blocks of a surname alone or with initials; it is what names in full come to."""
    for surname in _surnames(unit.name):
        if unit.told:
            yield ("surname", surname), True
        yield from (((*place, surname), True) for place in _places(unit))


def _places(unit: Unit) -> Iterator[Key]:
    """Yield the records and the days of a unit."""
    yield from (("record", record) for record in sorted(unit.records))
    yield from (("day", str(day)) for day in unit.days.exact)


@lru_cache(maxsize=16_384)  # one name is borne in many capacities
def _surnames(name: str) -> tuple[str, ...]:
    one = parse(name)
    return tuple(sorted({sound for at in one.surnames for sound in one.words[at].sounds}))


@lru_cache(maxsize=16_384)
def _pairs(name: str) -> tuple[Key, ...]:
    """Give what each two words sound like, whichever comes first; neighbours also run together."""
    words = [word.spelt for word in parse(name).full[:WORDS]]
    joined = [
        [*words[:at], words[at] + words[at + 1], *words[at + 2 :]] for at in range(len(words) - 1)
    ]
    found = set()
    for spelt in (words, *joined):
        for one, other in combinations(spelt, 2):
            for pair in product(keys(one), keys(other)):
                found.add(tuple(sorted(pair)))
    return tuple(sorted(found))
