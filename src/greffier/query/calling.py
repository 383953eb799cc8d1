"""What persons are called: the identifier and the name of each, told from all of his names."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from greffier.authority.naming.parts import parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from greffier.archive.settlement import Named


@dataclass(frozen=True, slots=True)
class Called:
    """What a person is called: `id` in addresses and questions, `name` for the eye."""

    id: str
    name: str


def call(groups: Sequence[Sequence[Named]]) -> tuple[Called, ...]:
    """Give what each person is called; the same whatever order the records came in.

    A person has the name that most records print, of those in Latin letters that are more than a
    surname if he has any; his identifier is that name folded. Where several persons would have
    one identifier, the one whom most records name so has it, and the others have it with a number
    behind it; a surname alone that leads to somebody with a fuller name has always a number.

    Args:
        groups: the participants of each person.
    """
    wanted = [_key(group) for group in groups]
    rivals: defaultdict[str, list[int]] = defaultdict(list)
    for at, key in enumerate(wanted):
        rivals[key].append(at)
    borne: defaultdict[str, set[int]] = defaultdict(set)
    for at, group in enumerate(groups):
        for one in group:
            borne[one.key].add(at)
    ids: dict[int, str] = {}
    for key in sorted(rivals):
        order = sorted(rivals[key], key=lambda at: _rank(groups[at], key))
        elsewhere = borne[key] - set(order)
        free = _numbers(key, borne, bare=not elsewhere)
        ids |= dict(zip(order, free, strict=False))
    return tuple(Called(ids[at], _printed(group, wanted[at])) for at, group in enumerate(groups))


def _key(group: Sequence[Named]) -> str:
    """Give the folded name that a person is called by."""
    records = Counter(key for key, _ in {(one.key, one.record) for one in group})
    names = {one.key: one.name for one in sorted(group, key=lambda one: one.name)}
    return min(records, key=lambda key: (*_fullness(names[key]), -records[key], key))


def _fullness(name: str) -> tuple[bool, bool]:
    """Give what is preferred among names: more than a surname, then Latin letters."""
    parsed = parse(name)
    return parsed.weak, any(word.cyrillic or not word.spelt.isascii() for word in parsed.full)


def _rank(group: Sequence[Named], key: str) -> tuple[int, str, tuple[str, ...]]:
    """Give what decides who has an identifier: the records that name him so, then the earliest."""
    records = {one.record for one in group if one.key == key}
    days = [one.date for one in group if one.date]
    least = min((one.record, one.name, one.office or "", one.of or "") for one in group)
    return -len(records), min(days, default="9"), least


def _numbers(key: str, taken: defaultdict[str, set[int]], *, bare: bool) -> Iterator[str]:
    """Yield identifiers for those who would be called alike, none that is a name of somebody."""
    if bare:
        yield key
    number = 2
    while True:
        made = f"{key}-{number}"
        if made not in taken:
            yield made
        number += 1


def _printed(group: Sequence[Named], key: str) -> str:
    """Give the name as it is mostly printed; of several spellings the one that sorts last."""
    printed = Counter(one.name for one in group if one.key == key)
    return max(printed, key=lambda name: (not name.isupper(), printed[name], name))
