"""Participants who are one because the user knows a person by all their names."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from greffier.archive.settlement import KnownAs, Named
    from greffier.authority.naming import Observed


def alike(
    named: Sequence[Named], seen: Sequence[Observed], known_as: Iterable[KnownAs]
) -> Iterator[tuple[Observed, Observed]]:
    """Yield pairs of participants who are one known person; chained, they are all of them.

    A name alone shows nothing: the office that the record prints must be one that is known of him,
    and the day no day on which he is known not to have held it. Who has no office, or is named
    without a day, is left to the rules.

    Args:
        named: the participants.
        seen: the same, as they are observed.
        known_as: the offices of those whom the user knows by more than one name.
    """
    offices: defaultdict[tuple[str, str | None], list[KnownAs]] = defaultdict(list)
    for known in known_as:
        offices[known.office.casefold(), known.of].append(known)
    found: defaultdict[tuple[int, str], dict[Observed, None]] = defaultdict(dict)
    for one, observed in zip(named, seen, strict=True):
        if one.office is not None and one.date is not None:
            for known in offices.get((one.office.casefold(), one.of), ()):
                if one.key in known.keys and known.period.holds_on(one.date) != "no":
                    found[known.authority, known.person][observed] = None
    for some in found.values():
        yield from pairwise(sorted(some, key=lambda each: each.key))
