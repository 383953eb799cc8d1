"""Whether the offices in a session are of the level that the rule names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from greffier.model.checks import Against, Finding
from greffier.query.checks.scene import JOINT, listing, seat_name, sentences
from greffier.query.checks.table import beside, parties, shown, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.authority.institutions import Seat
    from greffier.model import Answer, Participant
    from greffier.model.institutions import Rule
    from greffier.query.checks.scene import Scene

Rank = Literal[
    "head of state",
    "head of government",
    "deputy of a head",
    "foreign minister",
    "minister",
    "deputy minister",
    "representative",
]
HEADS: frozenset[Rank] = frozenset(("head of state", "head of government"))
# Offices as readings keep them, of a state; the first that fits counts.
_RANKS: tuple[tuple[Rank, str], ...] = (
    ("head of state", "President|King|Queen|Emperor|Emir|Sultan|Grand Duke|Pope|Supreme Leader"),
    ("head of government", "(?:Federal )?Chancellor|Prime Minister|Premier|Head of Government"),
    ("deputy of a head", "(?:First )?(?:Deputy|Vice)[- ](?:Prime Minister|Premier|President)"),
    (
        "foreign minister",
        "Minister of (?:Foreign|External) (?:Affairs|Relations)|Foreign Secretary",
    ),
    ("minister", "Minister|Minister of .*"),
    ("deputy minister", "(?:First )?Deputy Minister.*"),
    ("representative", "Permanent Representative|Ambassador"),
)
_IN_PLACE: dict[str, frozenset[Rank]] = {
    "heads of state": frozenset(("head of state",)),
    "heads of government": frozenset(("head of government",)),
    "foreign ministers": frozenset(("foreign minister",)),
    "ministers": frozenset(("minister", "foreign minister", "deputy of a head")),
    "representatives": frozenset(("representative",)),
}
# From the highest on: whoever stands higher than the rule asks may well be sent, and no row tells.
_HEIGHT: tuple[frozenset[Rank], ...] = (
    HEADS,
    frozenset(("deputy of a head",)),
    frozenset(("foreign minister", "minister")),
    frozenset(("deputy minister", "representative")),
)


def rank_of(scene: Scene, one: Participant) -> Rank | None:
    """Give the rank of an office of a state; None where none is printed, or it tells of none."""
    if one.office is None or not scene.is_of_state(one):
        return None
    if (one.office, one.of) == ("Secretary of State", "United States"):
        return "foreign minister"
    return next((rank for rank, title in _RANKS if re.fullmatch(title, one.office)), None)


def either_head(rule: Rule) -> bool:
    """Say whether a rule takes the head of the government for the head of the state."""
    return "state or government" in rule.chaired_by


def fits(rule: Rule, rank: Rank | None) -> Answer:
    """Say whether a rank is one of those whose holders compose a body."""
    wanted = _IN_PLACE.get(rule.composed_of)
    if wanted is None or rank is None:
        return "unknown"
    if wanted & HEADS and either_head(rule):
        wanted |= HEADS
    if rank in wanted:
        return "yes"
    return "unknown" if _height(rank) <= min(map(_height, wanted)) else "no"


def _height(rank: Rank) -> int:
    return next(at for at, ranks in enumerate(_HEIGHT) if rank in ranks)


def level(scene: Scene, seat: Seat, rule: Rule) -> Finding:
    """Say for each member shown whether somebody of the level that composes the body was there.

    A prime minister among heads of state stays unknown: which of its two heads a state is
    represented by is a matter of its own constitution, and no row says it.
    """
    at_table = table(scene, [seat])
    everybody = parties(scene)
    here = {party: some for party, some in everybody.items() if party in at_table.certain}
    answers = {party: _of_party(scene, rule, some) for party, some in here.items()}
    joint = JOINT if "joint" in scene.session.formats else ""
    reason = scene.not_held() or joint or at_table.reason or beside(scene, at_table, everybody)
    agrees: Answer = "unknown"
    if answers and not reason:
        agrees = next((one for one in ("no", "unknown") if one in answers.values()), "yes")
    told = [*_grouped(here, answers), reason] if here or reason else ["no member is shown"]
    return Finding(
        kind="level",
        of=seat_name(seat),
        question="Are the members who are shown of the level that composes the body?",
        found=sentences(told),
        agrees=agrees,
        evidence=tuple(
            w for party, some in here.items() for one in some for w in shown(one, party)
        ),
        against=against(rule, f"composed of {rule.composed_of}"),
    )


def against(rule: Rule, says: str) -> tuple[Against, ...]:
    """Give a rule as what a finding was held against."""
    return (Against(says=says, source=rule.source, certainty=rule.certainty),)


def _of_party(scene: Scene, rule: Rule, some: tuple[Participant, ...]) -> Answer:
    """Give the best answer of those who take part for one party."""
    answers = {fits(rule, rank_of(scene, one)) for one in some}
    return next(one for one in ("yes", "unknown", "no") if one in answers)


def _grouped(here: dict[str, tuple[Participant, ...]], answers: dict[str, Answer]) -> Iterator[str]:
    """Yield who is at the level, who is not and of whom it is unknown, each by its offices."""
    said: tuple[tuple[Answer, str], ...] = (
        ("yes", "at that level"),
        ("no", "below it"),
        ("unknown", "not known to be"),
    )
    for answer, words in said:
        some: dict[str, list[str]] = {}
        for one, those in here.items():
            if answers[one] == answer:
                some.setdefault(_offices(those), []).append(one)
        if some:
            told = (f"{listing(names)} ({offices})" for offices, names in some.items())
            yield f"{words}: {'; '.join(told)}"


def _offices(some: tuple[Participant, ...]) -> str:
    """Give the offices in which somebody takes part for one party."""
    offices = [f"Acting {one.office}" if one.acting and one.office else one.office for one in some]
    return listing(dict.fromkeys(one or "office not printed" for one in offices))
