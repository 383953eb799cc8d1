"""What two observed persons' offices, days and records say on whether they can be one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from greffier.authority.find import find_state
from greffier.authority.names import fold
from greffier.authority.naming.days import YEAR, apart

if TYPE_CHECKING:
    from greffier.authority.naming.observed import Observed
    from greffier.model import Known

TERM = 4 * YEAR  # within which a surname in one office is one person
LIFETIME = 60 * YEAR  # in which anybody is met in records
# Nobody holds these in two states on one day.
OF_ONE_STATE = (
    "president", "prime minister", "chancellor", "federal chancellor", "king", "queen", "emir",
    "sultan", "vice president", "deputy prime minister", "first deputy prime minister", "taoiseach",
)  # fmt: skip
MINISTER = ("minister of", "deputy minister of", "secretary of")
TELLING = 2  # words of a capacity that tell one from another
RANKS = frozenset(
    (
        "deputy first second vice acting assistant aide adviser advisor special former junior "
        "senior "
        "заместитель первый второй помощник советник специальный бывший старший младший врио"
    ).split()
)
LINKS = frozenset("of the for and to in on de по на и в о за для г".split())
_WORD = re.compile(r"\w+")
_CYRILLIC = re.compile("[\u0400-\u052f]")


@dataclass(frozen=True, slots=True)
class Standing:
    """How two capacities stand to each other.

    Args:
        same_office: office and what it is of are printed for both and equal.
        related: one of the two is equal, and the other is not known to differ.
        contradicts: both are of the government, of two states.
        two_states: what they are of are two states, whatever the offices.
        differs: both offices are printed and they are not one.
        days: how many lie between, None where a day is unknown.
        together: they stand in one record.
    """

    same_office: bool
    related: bool
    contradicts: bool
    two_states: bool
    differs: bool
    days: int | None
    together: bool

    @property
    def at_once(self) -> bool:
        """Whether they are of one record or of one day."""
        return self.together or self.days == 0

    @property
    def too_far(self) -> bool:
        """Whether more than a lifetime lies between."""
        return self.days is not None and self.days > LIFETIME

    @property
    def within_a_term(self) -> bool:
        """Whether they are near enough in time for one to hold the office on both days."""
        return self.together or (self.days is not None and self.days <= TERM)

    @property
    def not_terms_apart(self) -> bool:
        """Whether no whole term is known to lie between."""
        return self.days is None or self.within_a_term


def compare(one: Observed, other: Observed, known: Known) -> Standing:
    """Compare two capacities; the same whichever comes first."""
    offices = _equal(one.office, other.office)
    places = _equal(_place(one, known), _place(other, known))
    two_states = _two_states(one, other, known)
    one_capacity = bool(offices and places) or _same_capacity(one, other)
    return Standing(
        same_office=one_capacity,
        related=(offices is True and places is None) or (places is True and offices is None),
        contradicts=two_states and _governs(one.office) and _governs(other.office),
        two_states=two_states,
        differs=(
            offices is False
            and not one_capacity
            and _in_one_script(one.office or "", other.office or "")
        ),
        days=apart(one.day, other.day),
        together=one.record == other.record,
    )


def _same_capacity(one: Observed, other: Observed) -> bool:
    """Whether two printed capacities are one, however parted: a gloss has the words whole.

    What one has more is a closer word (`of Russia`), unless it is one of rank.
    """
    mine, others = _words(one), _words(other)
    if min(len(mine), len(others)) < TELLING or not (mine <= others or others <= mine):
        return False
    return not (mine ^ others) & RANKS


def _words(observed: Observed) -> frozenset[str]:
    if observed.office is None:
        return frozenset()
    return frozenset(_WORD.findall(fold(f"{observed.office} {observed.of or ''}"))) - LINKS


def _in_one_script(one: str, other: str) -> bool:
    return bool(_CYRILLIC.search(one)) is bool(_CYRILLIC.search(other))


def _equal(one: str | None, other: str | None) -> bool | None:
    if one is None or other is None:
        return None
    return fold(one) == fold(other)


def _place(observed: Observed, known: Known) -> str | None:
    if observed.of is None:
        return None
    state = find_state(known, observed.of)
    return state.code if state else observed.of


def _two_states(one: Observed, other: Observed, known: Known) -> bool:
    if one.of is None or other.of is None:
        return False
    mine, others = find_state(known, one.of), find_state(known, other.of)
    return mine is not None and others is not None and mine is not others


def _governs(office: str | None) -> bool:
    folded = fold(office or "")
    return folded in OF_ONE_STATE or folded.startswith(MINISTER)
