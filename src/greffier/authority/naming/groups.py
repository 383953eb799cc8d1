"""Groups of units that grow as long as nothing in them is different."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from greffier.authority.naming.observed import Decision
from greffier.authority.naming.units import decide_units
from greffier.errors import AuthorityError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from greffier.authority.naming.observed import Observed
    from greffier.authority.naming.units import Unit
    from greffier.model import Known

Pair = tuple[int, int]
Answer = tuple["Observed", "Observed", Decision]
# Which rule is trusted before which, where not both can be followed.
TRUSTED = ("full:office", "full:together", "full:rare", "part:", "near:", "initial:", "surname:")
UNLIKELY = ("unclear:alone",)  # not worth a person's time
TWO = Decision("undecided", "fits-two", ("it fits two persons who are not one",))
AGAINST = Decision("undecided", "against-others", ("another of the group is a different person",))


class Groups:
    """Units by their places, in groups; all that is done is the same in whatever order asked.

    Args:
        units: in the order of their keys.
        known: the states.
    """

    def __init__(self, units: Sequence[Unit], known: Known) -> None:
        self._units = units
        self._known = known
        self._group = list(range(len(units)))
        self._held: dict[int, list[int]] = {at: [at] for at in range(len(units))}
        self._answers: dict[Pair, Answer] = {}
        self._asked: set[Pair] = set()
        self._apart: set[Pair] = set()

    def judge(self, same: Iterable[Pair], different: Iterable[Pair]) -> None:
        """Follow the judgements before any rule.

        Raises:
            AuthorityError: two that are kept apart were made one.
        """
        self._apart = {_ordered(*pair) for pair in different}
        for one, other in same:
            self._merge(one, other)
        for one, other in sorted(self._apart):
            if self._group[one] == self._group[other]:
                raise AuthorityError(
                    "the judgements on persons",
                    f"{self._units[one].name!r} and {self._units[other].name!r} both one and two",
                    "take one of the judgements back",
                )

    def ask(self, pairs: Iterable[Pair]) -> None:
        """Decide the pairs that are worth asking about."""
        for pair in pairs:
            self._asked.add(_ordered(*pair))
            self._answer(*pair)

    def join_names(self) -> None:
        """Join what is the same by names in full, what is trusted most first."""
        for one, other in sorted(self._same(weak=False), key=self._trust):
            self._merge_unless_apart(one, other)

    def join_surnames(self) -> None:
        """Give each surname, alone or with initials, to the one person that it fits.

        First each by itself; then those that are left are put together, and go where one of them,
        or a surname that was given before, leads.
        """
        pairs = sorted(self._same(weak=True), key=self._trust)
        self._give(pairs)
        named = self._named()
        for one, other in pairs:
            if not {self._group[one], self._group[other]} & named:
                self._merge_unless_apart(one, other)
        self._give(pairs)

    def members(self) -> Iterator[list[Observed]]:
        """Yield the observations of each group."""
        for places in self._held.values():
            yield [one for at in places for one in self._units[at].members]

    def left_open(self) -> list[Answer]:
        """Give what is open between two groups: the first pair of each two, in order."""
        found: dict[Pair, Answer] = {}
        for pair in sorted(self._asked):
            groups = _ordered(self._group[pair[0]], self._group[pair[1]])
            one, other, decision = self._answers[pair]
            if groups[0] == groups[1] or decision.verdict == "different" or pair in self._apart:
                continue
            if decision.rule in UNLIKELY:
                continue
            if decision.verdict == "same":
                weak = self._units[pair[0]].weak or self._units[pair[1]].weak
                decision = TWO if weak else AGAINST
            found.setdefault(groups, (one, other, decision))
        return list(found.values())

    def _same(self, *, weak: bool) -> Iterator[Pair]:
        for pair in self._asked:
            either = self._units[pair[0]].weak or self._units[pair[1]].weak
            if either is weak and self._answers[pair][2].verdict == "same":
                yield pair

    def _trust(self, pair: Pair) -> tuple[int, Pair]:
        rule = self._answers[pair][2].rule
        rank = next((at for at, start in enumerate(TRUSTED) if rule.startswith(start)), 0)
        return rank, pair

    def _named(self) -> set[int]:
        """Give the groups that hold a name in full."""
        return {self._group[at] for at, unit in enumerate(self._units) if not unit.weak}

    def _give(self, pairs: Iterable[Pair]) -> None:
        """Give each group of surnames to the one group with a name in full that it fits."""
        named = self._named()
        fits: dict[int, dict[int, bool]] = defaultdict(dict)
        for pair in pairs:
            groups = {self._group[at] for at in pair}
            if len(groups & named) == 1 and len(groups) > 1:
                (surnames,), (person,) = groups - named, groups & named
                together = self._answers[pair][2].rule.endswith(":together")
                fits[surnames][person] = together or fits[surnames].get(person, False)
        chosen = {}
        for surnames, persons in sorted(fits.items()):
            nearest = [one for one, together in persons.items() if together] or list(persons)
            if len(nearest) == 1:
                chosen[surnames] = nearest[0]
        for surnames, person in chosen.items():
            self._merge_unless_apart(surnames, person)

    def _answer(self, one: int, other: int) -> Answer:
        pair = _ordered(one, other)
        if pair not in self._answers:
            self._answers[pair] = decide_units(
                self._units[pair[0]], self._units[pair[1]], self._known
            )
        return self._answers[pair]

    def _are_apart(self, one: int, other: int) -> bool:
        return (
            _ordered(one, other) in self._apart
            or self._answer(one, other)[2].verdict == "different"
        )

    def _merge_unless_apart(self, one: int, other: int) -> None:
        mine, theirs = self._held[self._group[one]], self._held[self._group[other]]
        if mine is not theirs and not any(
            self._are_apart(here, there) for here in mine for there in theirs
        ):
            self._merge(one, other)

    def _merge(self, one: int, other: int) -> None:
        kept, gone = _ordered(self._group[one], self._group[other])
        if kept != gone:
            moved = self._held.pop(gone)
            self._held[kept].extend(moved)
            for at in moved:
                self._group[at] = kept


def _ordered(one: int, other: int) -> Pair:
    return (one, other) if one <= other else (other, one)
