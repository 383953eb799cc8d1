"""The decision whether two observed persons are one, rule by rule.

What the names share is asked first, then what the offices say. A rule that is not sure leaves the
pair undecided; nothing is made the same because nothing speaks against it, but a name in full that
few people bear.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from greffier.authority.naming.likeness import APART, Likeness, likeness
from greffier.authority.naming.observed import Decision
from greffier.authority.naming.parts import parse
from greffier.authority.naming.standing import compare

if TYPE_CHECKING:
    from greffier.authority.naming.observed import Observed, Verdict
    from greffier.authority.naming.standing import Standing
    from greffier.model import Known


def decide(one: Observed, other: Observed, known: Known) -> Decision:
    """Decide whether two observed persons are one person; the same whichever comes first.

    Args:
        one: an observed person.
        other: another, or the same.
        known: the states, so that `Kyrgyz Republic` and `Kyrgyzstan` are one.
    """
    if one == other:
        return Decision("same", "one-observation", ("it is the same observation",))
    one, other = sorted((one, other), key=lambda observed: observed.key)
    alike = likeness(one.name, other.name)
    if alike in APART:
        return Decision("different", f"name:{alike.name.lower()}", (alike.value,))
    standing = compare(one, other, known)
    if standing.contradicts and (standing.at_once or alike is not Likeness.FULL):
        reason = "they govern in two states"
        return Decision("different", "two-states", (alike.value, reason))
    verdict, rule, reason = _RULES[alike](standing, common=_common(one.name, other.name, alike))
    return Decision(verdict, f"{alike.name.lower()}:{rule}", (alike.value, reason))


def _common(one: str, other: str, alike: Likeness) -> bool:
    """Whether many may bear what the two names share."""
    names = (parse(one), parse(other))
    if alike is Likeness.FULL:
        return any(name.usual for name in names) and not all(name.patronymic for name in names)
    return any(name.common for name in names)


Outcome = tuple["Verdict", str, str]

SAME_OFFICE: Outcome = ("same", "office", "and so does the office, and what it is of")
TOGETHER: Outcome = ("same", "together", "and they stand in one record, or are of one day")
RARE: Outcome = ("same", "rare", "few bear this name, and no office speaks against it")
COMMON: Outcome = ("undecided", "common", "many bear this name, and the offices do not settle it")
STATES: Outcome = ("undecided", "states", "their offices are of two states")
LONG: Outcome = ("undecided", "long", "more than a lifetime lies between")
LIKELY: Outcome = ("undecided", "office", "but the office, and what it is of, agrees")
ALONE: Outcome = ("undecided", "alone", "and the offices do not settle it")


def _full(standing: Standing, *, common: bool) -> Outcome:
    if standing.two_states:
        return STATES
    if standing.too_far:
        return LONG
    if not common:
        return SAME_OFFICE if standing.same_office else RARE
    if standing.same_office and standing.not_terms_apart:
        return SAME_OFFICE
    return TOGETHER if standing.at_once and not standing.differs else COMMON


def _part(standing: Standing, *, common: bool) -> Outcome:
    if standing.same_office:
        return SAME_OFFICE
    return TOGETHER if standing.together and not common else ALONE


def _initial(standing: Standing, *, common: bool) -> Outcome:
    if standing.two_states:
        return STATES
    if standing.same_office and (standing.within_a_term or not common):
        return SAME_OFFICE
    if standing.at_once and not standing.differs:
        return TOGETHER
    if common:
        return COMMON
    return ALONE if standing.differs else RARE


def _surname(standing: Standing, *, common: bool) -> Outcome:
    undated = standing.days is None and not common
    if standing.same_office and (standing.within_a_term or undated):
        return SAME_OFFICE
    if standing.together and not standing.differs:
        return TOGETHER
    if standing.related and standing.within_a_term and not common:
        return "same", "related", "few bear it, and what is printed of the office agrees"
    return ALONE


def _near(standing: Standing, *, common: bool) -> Outcome:
    del common
    return SAME_OFFICE if standing.same_office and standing.within_a_term else ALONE


def _unclear(standing: Standing, *, common: bool) -> Outcome:
    del common
    return LIKELY if standing.same_office and standing.within_a_term else ALONE


_RULES = {
    Likeness.FULL: _full,
    Likeness.PART: _part,
    Likeness.INITIAL: _initial,
    Likeness.SURNAME: _surname,
    Likeness.NEAR: _near,
    Likeness.UNCLEAR: _unclear,
}
