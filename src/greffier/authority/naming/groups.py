"""Groups of units that grow as long as nothing in them is different."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from greffier.authority.naming.observed import Decision
from greffier.authority.naming.units import decide_units, may_differ
from greffier.errors import AuthorityError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from greffier.authority.naming.observed import Observed
    from greffier.authority.naming.units import Unit
    from greffier.model import Known

Pair = tuple[int, int]
Kind = tuple[str, str | None, str | None]
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
        self._weak = [unit.weak for unit in units]  # asked for each pair, again and again
        self._group = list(range(len(units)))
        self._held: dict[int, list[int]] = {at: [at] for at in range(len(units))}
        self._kinds: dict[int, dict[Kind, list[int]]] = {
            at: {unit.kind: [at]} for at, unit in enumerate(units)
        }
        self._may: dict[tuple[Kind, Kind], bool] = {}
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
                weak = self._weak[pair[0]] or self._weak[pair[1]]
                decision = TWO if weak else AGAINST
            found.setdefault(groups, (one, other, decision))
        return list(found.values())

    def _same(self, *, weak: bool) -> Iterator[Pair]:
        for pair in self._asked:
            either = self._weak[pair[0]] or self._weak[pair[1]]
            if either is weak and self._answers[pair][2].verdict == "same":
                yield pair

    def _trust(self, pair: Pair) -> tuple[int, Pair]:
        rule = self._answers[pair][2].rule
        rank = next((at for at, start in enumerate(TRUSTED) if rule.startswith(start)), 0)
        return rank, pair

    def _named(self) -> set[int]:
        """Give the groups that hold a name in full."""
        return {self._group[at] for at, weak in enumerate(self._weak) if not weak}

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

    def _merge_unless_apart(self, one: int, other: int) -> None:
        if self._group[one] != self._group[other] and not self._are_apart(one, other):
            self._merge(one, other)

    def _are_apart(self, one: int, other: int) -> bool:
        """Whether two groups hold anybody who is different; looked at kind by kind."""
        groups = {self._group[one], self._group[other]}
        if any({self._group[at] for at in pair} == groups for pair in self._apart):
            return True
        mine, theirs = (self._kinds[self._group[at]] for at in (one, other))
        return any(
            self._differ(here, there)
            for kind, here in mine.items()
            for another, there in theirs.items()
            if self._may_differ(kind, here[0], another, there[0])
        )

    def _differ(self, here: Iterable[int], there: Sequence[int]) -> bool:
        return any(
            self._answer(at, place)[2].verdict == "different" for at in here for place in there
        )

    def _may_differ(self, kind: Kind, at: int, another: Kind, place: int) -> bool:
        pair = (kind, another)
        if pair not in self._may:
            self._may[pair] = may_differ(self._units[at], self._units[place], self._known)
        return self._may[pair]

    def _merge(self, one: int, other: int) -> None:
        kept, gone = _ordered(self._group[one], self._group[other])
        if kept != gone:
            moved = self._held.pop(gone)
            self._held[kept].extend(moved)
            for kind, places in self._kinds.pop(gone).items():
                self._kinds[kept].setdefault(kind, []).extend(places)
            for at in moved:
                self._group[at] = kept


def _ordered(one: int, other: int) -> Pair:
    return (one, other) if one <= other else (other, one)
