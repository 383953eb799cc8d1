"""Judgements on who is who, applied to participants as they are read now."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from greffier.archive.settlement import Bearer, Named, Ruling
    from greffier.authority.naming import Observed

Pair = tuple["Observed", "Observed"]


def ruled(
    named: Sequence[Named], seen: Sequence[Observed], rulings: Iterable[Ruling]
) -> tuple[list[Pair], list[Pair]]:
    """Give the pairs that judgements make one, and those that they keep apart.

    Of two judgements on the same two the later one holds. What is not read any more is left out:
    the judgement stays, and applies again when it is.

    Args:
        named: the participants.
        seen: the same, as they are observed.
        rulings: the judgements in force, the earliest first.
    """
    rulings = tuple(rulings)
    witnesses = {one.witness for ruling in rulings for one in (ruling.one, ruling.other)}
    places: dict[tuple[str, str], list[Observed]] = {}
    for one, observed in zip(named, seen, strict=True):
        if one.witness in witnesses:
            places.setdefault((one.witness, one.name), []).append(observed)
    verdicts: dict[frozenset[Observed], bool] = {}
    for ruling in rulings:
        for pair in product(*(_meant(places, each) for each in (ruling.one, ruling.other))):
            verdicts.pop(frozenset(pair), None)
            verdicts[frozenset(pair)] = ruling.same
    # Copies of a record may have one participant in the same words: he is nobody else.
    held = [(sorted(pair, key=lambda one: one.key), same) for pair, same in verdicts.items()]
    pairs = [((two[0], two[1]), same) for two, same in held if len(two) > 1]
    return [pair for pair, same in pairs if same], [pair for pair, same in pairs if not same]


def united(
    group: Mapping[Observed, int], same: Iterable[Pair], different: Iterable[Pair]
) -> dict[Observed, int]:
    """Give the group of everybody, once the groups of those who are judged one are one group.

    Groups that hold two who are judged not to be one stay apart.

    Args:
        group: by observation, as the rules have it.
        same: judged one.
        different: judged not to be one.
    """
    of = {at: at for at in group.values()}
    apart = [(group[one], group[other]) for one, other in different]
    for one, other in same:
        kept, gone = sorted((of[group[one]], of[group[other]]))
        if not any({of[left], of[right]} == {kept, gone} for left, right in apart):
            of = {at: kept if now == gone else now for at, now in of.items()}
    return {one: of[at] for one, at in group.items()}


def _meant(places: Mapping[tuple[str, str], Sequence[Observed]], bearer: Bearer) -> list[Observed]:
    """Give the participants whom a judgement means: of several of one name, who has the office."""
    found = list(dict.fromkeys(places.get((bearer.witness, bearer.name), ())))
    exactly = [one for one in found if (one.office, one.of) == (bearer.office, bearer.of)]
    return exactly or found
