"""Whether whoever chaired a sitting is whom the rule seats there, by state and by office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from greffier.authority import find_state
from greffier.authority.institutions import chairs_on
from greffier.model import capacity
from greffier.model.checks import Against, Finding, Shown
from greffier.query.checks.level import HEADS, against, either_head, rank_of
from greffier.query.checks.scene import (
    INFERRED,
    INFORMAL,
    JOINT,
    NO_DATE,
    listing,
    seat_name,
    sentences,
)
from greffier.query.checks.table import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.authority.institutions import Seat
    from greffier.model import Answer, Chairmanship, Participant
    from greffier.model.institutions import KnownChairmanship, Rule
    from greffier.query.checks.level import Rank
    from greffier.query.checks.scene import Scene

# Of persons, and of nobody's state.
_NOT_OF_STATES = frozenset(("fixed", "elected"))


def chair(scene: Scene, seat: Seat) -> Iterator[Finding]:
    """Yield what the chair of the sitting is held against: the record, the list, the rule."""
    rule = scene.rule(seat)
    if scene.chairmanships(seat, "current", "outgoing", "incoming"):
        yield _told(scene, seat)
    if rule is not None and rule.rotation == "host":
        yield _host(scene, seat, rule)
    elif rule is None or rule.rotation not in _NOT_OF_STATES:
        yield _listed(scene, seat, rule)


def _told(scene: Scene, seat: Seat) -> Finding:
    """Hold the chair of the sitting against what the record says of the chairmanship."""
    held = scene.chairmanships(seat, "current", "outgoing")
    following = scene.chairmanships(seat, "incoming")
    seated = _parties(scene)
    holders = {one.holder for one in held}
    reason = _nobody(scene) or (INFORMAL if scene.is_informal else "")
    reason = reason or _confirms_nothing(scene, held)
    if reason or not holders:
        agrees: Answer = "unknown"
    elif seated & holders:
        agrees = "yes"
    else:
        # Where the chair passes at this very session, either may be in it.
        agrees = "unknown" if seated & {one.holder for one in following} else "no"
    told = [f"{one.holder} ({one.phase})" for one in (*held, *following)]
    said = f"the record tells of the chairmanship of {listing(dict.fromkeys(told))}"
    words = [
        Shown(shows=f"chairmanship, {one.phase}: {one.holder}", span=span)
        for one in (*held, *following)
        for span in one.spans[:1]
    ]
    return Finding(
        kind="chair-told",
        of=seat_name(seat),
        question="Has the holder of the chairmanship the chair, by what the record tells?",
        found=sentences((_chaired(scene), said, reason, _inferred(scene))),
        agrees=_if_seated(scene, agrees),
        evidence=(*_shown(scene), *words),
    )


def _confirms_nothing(scene: Scene, held: tuple[Chairmanship, ...]) -> str:
    """Say that what tells of the chairmanship is what tells who chaired, and is no second word."""
    if any(scene.in_its_name(one) for one in scene.chairs):
        return "for whom the chair took part is known from these words alone, which confirm nothing"
    seats = [one.span for chair in scene.chairs for one in chair.evidence if one.field == "role"]
    told = [span for one in held for span in one.spans]
    if told and all(any(span.meets(seat) for seat in seats) for span in told):
        return "it does so by the very words that say who chaired, which confirm nothing"
    return ""


def _listed(scene: Scene, seat: Seat, rule: Rule | None) -> Finding:
    """Hold the chair of the sitting against those who are listed for the day."""
    certain: tuple[KnownChairmanship, ...] = ()
    doubtful: tuple[KnownChairmanship, ...] = ()
    if scene.day:
        certain, doubtful = chairs_on(scene.institutions, seat, scene.day)
    seated = _parties(scene)
    reason = _nobody(scene) or (INFORMAL if scene.is_informal else "")
    reason = reason or _unlisted(scene, certain, doubtful)
    agrees: Answer = "no"
    if reason or seated & {one.holder for one in doubtful}:
        agrees = "unknown"
    if not reason and seated & {one.holder for one in certain}:
        agrees = "yes"
    said = f"listed for {scene.day}: {listing(one.holder for one in certain)}" if certain else ""
    if doubtful:
        who = " or ".join(one.holder for one in (*certain, *doubtful))
        said = f"the list does not say for certain who held it on {scene.day}: {who}"
    if not reason and not certain and _passes_it_on(rule, doubtful, seated):
        agrees = "yes"
        reason = f"it passes at a session, and until the end of that {doubtful[0].holder} has it"
    return Finding(
        kind="chair-listed",
        of=seat_name(seat),
        question="Has the holder of the chairmanship the chair, by what public documents list?",
        found=sentences((_chaired(scene), said, reason, _inferred(scene))),
        agrees=_if_seated(scene, agrees),
        evidence=_shown(scene),
        against=tuple(
            Against(
                says=f"chairmanship of {one.holder}, {one.period}",
                source=one.source,
                certainty=one.certainty,
            )
            for one in (*certain, *doubtful)
        ),
    )


def _passes_it_on(
    rule: Rule | None, doubtful: tuple[KnownChairmanship, ...], seated: set[str]
) -> bool:
    """Say whether the earlier of two holders chairs the very session at which the chair passes."""
    if rule is None or rule.term != "session" or len(doubtful) != 2:  # noqa: PLR2004 - a pair
        return False
    earlier, later = doubtful
    return seated == {earlier.holder} and earlier.period.adjoins(later.period)


def _unlisted(
    scene: Scene,
    certain: tuple[KnownChairmanship, ...],
    doubtful: tuple[KnownChairmanship, ...],
) -> str:
    if scene.day is None:
        return NO_DATE
    return "" if certain or doubtful else f"nobody is listed for {scene.day}"


def _host(scene: Scene, seat: Seat, rule: Rule) -> Finding:
    """Hold the chair of the sitting against the state in which it met."""
    venue = scene.session.venue
    host = _state_of(scene, venue) if venue else None
    seated = _parties(scene)
    reason = _nobody(scene)
    if host is None:
        reason = reason or "in which state it met is not known"
    agrees: Answer = "unknown" if reason else "yes" if host in seated else "no"
    said = f"it met in {venue}" if venue else ""
    spans = [one.span for one in scene.session.evidence if one.field == "venue"]
    return Finding(
        kind="chair-host",
        of=seat_name(seat),
        question="Does the state where the session met have the chair?",
        found=sentences((_chaired(scene), said, reason, _inferred(scene))),
        agrees=_if_seated(scene, agrees),
        evidence=(*_shown(scene), *(Shown(shows=f"met in {venue}", span=one) for one in spans)),
        against=against(rule, f"chaired by the {rule.chaired_by}"),
    )


def _state_of(scene: Scene, venue: str) -> str | None:
    """Give the state that a venue is, or is the capital of."""
    if state := find_state(scene.known, venue):
        return state.name
    of_capital = [one.name for one in scene.known.states if one.capital == venue]
    return of_capital[0] if len(of_capital) == 1 else None


def office(scene: Scene, seat: Seat, rule: Rule) -> Finding:
    """Hold the office of the chair against the one that the rule names."""
    answers = [_holds(scene, rule, one) for one in scene.chairs]
    named = f"the rule has it chaired by the {rule.chaired_by}"
    agrees: Answer = "unknown"
    if answers:
        agrees = "yes" if "yes" in answers else "unknown" if "unknown" in answers else "no"
    reason = "" if agrees == "yes" else _nobody(scene)
    if "joint" in scene.session.formats:
        agrees, reason = "unknown", reason or JOINT
    if agrees == "unknown":
        reason = reason or "whether that is the office which the rule names is not known"
    return Finding(
        kind="chair-office",
        of=seat_name(seat),
        question="Is the office of the chair the one that the rule names?",
        found=sentences((_chaired(scene), named, reason, _inferred(scene))),
        agrees=_if_seated(scene, agrees),
        evidence=_shown(scene),
        against=against(rule, named),
    )


def _holds(scene: Scene, rule: Rule, one: Participant) -> Answer:
    """Say whether a chair holds the office that a rule names in its own words."""
    rank = rank_of(scene, one)
    wanted = _wanted(rule)
    if wanted is None:
        office = " of the ".join(filter(None, (one.office, one.of))).casefold()
        named = rule.chaired_by.casefold()
        return "yes" if one.office and named in {one.office.casefold(), office} else "unknown"
    if rank is None or (rank in HEADS and wanted & HEADS and rank not in wanted):
        return "unknown"
    return "yes" if rank in wanted else "no"


def _wanted(rule: Rule) -> frozenset[Rank] | None:
    """Give the ranks that a rule names; None where it names an office of another kind."""
    named = rule.chaired_by
    if either_head(rule):
        return HEADS
    ranks: dict[str, frozenset[Rank]] = {
        "head of government": frozenset(("head of government",)),
        "head of ": frozenset(("head of state",)),
        "foreign minister": frozenset(("foreign minister",)),
        "permanent representative": frozenset(("representative",)),
    }
    return next((some for words, some in ranks.items() if named.startswith(words)), None)


def _if_seated(scene: Scene, agrees: Answer) -> Answer:
    """Make unknown of a `no` that rests on a chair whom no words seat."""
    return "unknown" if agrees == "no" and scene.chair_inferred else agrees


def _inferred(scene: Scene) -> str:
    inferred = scene.chairs and scene.chair_inferred
    return INFERRED if inferred else ""


def _parties(scene: Scene) -> set[str]:
    return {party for one in scene.chairs if (party := scene.party(one))}


def _nobody(scene: Scene) -> str:
    if not scene.chairs:
        return "the record does not say who chaired"
    return "" if _parties(scene) else "for whom the chair took part is not known"


def _chaired(scene: Scene) -> str:
    if not scene.chairs:
        return ""
    return f"In the chair: {listing(map(capacity, scene.chairs))}"


def _shown(scene: Scene) -> tuple[Shown, ...]:
    """Give the words that seat the chair, or else those that name whoever it is."""
    words: list[Shown] = []
    for one in scene.chairs:
        seats = [shown.span for shown in one.evidence if shown.field == "role"]
        words += [Shown(shows=f"in the chair: {capacity(one)}", span=span) for span in seats[:1]]
        words += [] if seats else shown(one)
    return tuple(words)
