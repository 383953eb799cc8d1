"""In what order members take the chair or the floor, and who is next by the rule."""

from __future__ import annotations

import re
import unicodedata
from itertools import zip_longest
from typing import TYPE_CHECKING

from greffier.authority.institutions.membership import (
    chairmanships_of,
    members_on,
    place_of,
    rule_of,
)
from greffier.model import OPEN, Period
from greffier.model.institutions import Expected

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from greffier.authority.institutions.membership import Seat
    from greffier.model.institutions import Institutions, Members, Rotation, Rule

_ALPHABETS: dict[Rotation, str] = {"alphabetical-ru": "Russian", "alphabetical-en": "English"}
# Why a rule of this kind names nobody when no decision is known.
_UNNAMED: dict[Rotation, str] = {
    "decided": "no later place in the decided order is known",
    "elected": "the chair is elected, and no election for the next term is known",
    "agreed": "the members agree on who is next, and no agreement is known",
    "host": "whoever holds the session chairs it, and no host of the next is known",
    "fixed": "the chair does not pass from member to member",
}


def alphabetical_ru(
    institutions: Institutions, states: Iterable[str], *, organisation: str | None = None
) -> tuple[str, ...]:
    """Put states in the Russian alphabetical order of their names: what several bodies go by.

    Args:
        institutions: what is known of names.
        states: their names as `State.name` has them.
        organisation: the acronym of the one that orders, where it has names of its own.
    """
    return _ordered(institutions, "alphabetical-ru", organisation, states)


def alphabetical_en(
    institutions: Institutions, states: Iterable[str], *, organisation: str | None = None
) -> tuple[str, ...]:
    """Put states in the English alphabetical order of their names, as `alphabetical_ru` does."""
    return _ordered(institutions, "alphabetical-en", organisation, states)


def expected_next(institutions: Institutions, of: Seat, holder: str, day: str) -> Expected:
    """Say whom the rule names to take the chair after `holder`.

    Args:
        institutions: what is known.
        of: the organisation or body that is chaired.
        holder: the state that holds the chair, as `State.name` has it.
        day: when the chair passes, in ISO 8601: who is a member then is whom it may pass to.
    """
    rule = rule_of(institutions, of, day)
    if rule and rule.rotation == "with the organisation":
        whole = next(
            one for one in institutions.known.organisations if one.acronym == rule.organisation
        )
        return expected_next(institutions, whole, holder, day)
    if rule is None:
        return Expected(candidates=(), rule=None, reason=f"no rule is known for {day}")
    if rule.rotation in _ALPHABETS:
        return _by_alphabet(institutions, of, rule, holder, day)
    return _by_decision(institutions, of, rule, holder, day)


def _by_alphabet(
    institutions: Institutions, of: Seat, rule: Rule, holder: str, day: str
) -> Expected:
    members = members_on(institutions, of, day)
    if members is None or members.complete != "yes":
        reason = f"not all members on {day} are known"
        return Expected(candidates=(), rule=rule, reason=reason)
    # Turkmenistan has had its turns as an associate of the CIS.
    associates = members_on(institutions, of, day, status="associate")
    certain = {row.member for one in (members, associates) if one for row in one.certain}
    names = {*_names(members), *_names(associates), holder}
    order = _ordered(institutions, rule.rotation, place_of(of)[0], names)
    candidates = _after(order, holder, certain)
    alphabet = _ALPHABETS[rule.rotation]
    reason = f"next after {holder} in the {alphabet} alphabetical order of the members on {day}"
    return Expected(candidates=candidates, rule=rule, reason=reason)


def _names(members: Members | None) -> tuple[str, ...]:
    """Give who has a status or may have it."""
    return tuple(row.member for row in (*members.certain, *members.doubtful)) if members else ()


def _after(order: Sequence[str], holder: str, certain: set[str]) -> tuple[str, ...]:
    """Give whoever may come next: all the doubtful up to the first who is certain."""
    at = order.index(holder)
    candidates: list[str] = []
    for name in (*order[at + 1 :], *order[:at]):
        candidates.append(name)
        if name in certain:
            break
    return tuple(candidates)


def _by_decision(
    institutions: Institutions, of: Seat, rule: Rule, holder: str, day: str
) -> Expected:
    """Look the next holder up among those who are known to have been named."""
    known = chairmanships_of(institutions, of, day)
    begun = [
        (row, after)
        for row, after in zip_longest(known, known[1:])
        if row.holder == holder
        and row.period.begun_by(day) != "no"
        and row.period.adjoins(Period(day, OPEN))
    ]
    last, named = begun[-1] if begun else (None, None)
    if last is None or named is None or not last.period.adjoins(named.period):
        return Expected(candidates=(), rule=rule, reason=_UNNAMED[rule.rotation])
    reason = f"named after {holder}: {named.source}"
    return Expected(candidates=(named.holder,), rule=rule, reason=reason)


def _ordered(
    institutions: Institutions,
    rotation: Rotation,
    organisation: str | None,
    states: Iterable[str],
) -> tuple[str, ...]:
    named = _order_names(institutions, rotation, organisation)
    placed = sorted((_letters(named.get(state, state)), state) for state in states)
    return tuple(state for _, state in placed)


def _order_names(
    institutions: Institutions, rotation: Rotation, organisation: str | None
) -> dict[str, str]:
    """Give the name that each state is put in order by; those that are left out have their own."""
    named: dict[str, str] = {}
    if rotation == "alphabetical-ru":
        named = {state.name: state.russian_name for state in institutions.known.states}
    for wanted in (None, organisation):
        for row in institutions.order_names:
            if row.rotation == rotation and row.organisation == wanted:
                named[row.state] = row.name
    return named


def _letters(name: str) -> str:
    """Give what of a name counts in an alphabet: letters without accents, and where words end."""
    plain = name.casefold().replace("ё", "е")
    latin = re.sub("[^а-я]+", lambda found: unicodedata.normalize("NFD", found[0]), plain)
    return " ".join(re.findall("[a-zа-я]+", re.sub("[\u0300-\u036f'\u2019]", "", latin)))
