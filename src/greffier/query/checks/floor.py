"""In what order the floor was given, and whether that is an alphabetical one."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from greffier.authority.institutions import alphabetical_en, alphabetical_ru
from greffier.model import Organisation, Participant, Turn, capacity
from greffier.model.checks import Against, Finding, Shown
from greffier.query.checks.scene import INFERRED, listing, seat_name, sentences
from greffier.query.checks.table import beside, parties, table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from greffier.model import Answer
    from greffier.query.checks.scene import Scene
    from greffier.query.checks.table import Table

_SUBSTANCE = 25  # words; whoever says fewer gives thanks, or was not heard
_ENOUGH = 3  # parties; two are in some order by chance
_RULES = {"alphabetical-ru": "Russian", "alphabetical-en": "English"}


@dataclass(frozen=True, slots=True)
class _Taken:
    """The first turn of substance that somebody took for a party; `party` None if none is known."""

    party: str | None
    speaker: Participant | None
    turn: Turn


def floor(scene: Scene) -> Finding:
    """Say in what order the parties first took the floor, the chair and officials apart."""
    at_table = table(scene, scene.seats)
    chair = {scene.party(one) for one in scene.chairs}
    taken = _first_turns(scene)
    members = [
        one
        for one in taken
        if one.party and one.party not in chair and _has_a_seat(one.party, at_table)
    ]
    order = tuple(one.party for one in members if one.party)
    agrees, said = _answer(scene, order, taken)
    if agrees == "no" and scene.chair_inferred:
        agrees, said = "unknown", f"{said}. {INFERRED[:1].upper()}{INFERRED[1:]}"
    reason = _unknown(scene, at_table, order, chair)
    if reason:
        agrees = "unknown"
    told = [
        _order_told(order, chair),
        said if len(order) > 1 else "",
        reason,
        *_apart(scene, taken, members),
    ]
    return Finding(
        kind="floor-order",
        of=listing(map(seat_name, scene.seats)),
        question="Was the floor given in the alphabetical order of the members' names?",
        found=sentences(told),
        agrees=agrees,
        evidence=tuple(
            Shown(shows=one.party or "not known for whom", span=one.turn.label_span)
            for one in taken
        ),
        against=_rules(scene),
    )


def _first_turns(scene: Scene) -> tuple[_Taken, ...]:
    """Give the first turn of substance of each party, and of each speaker without one."""
    ids = {one.id: one for one in scene.cast}
    said = _words_said(scene)
    first: dict[str, _Taken] = {}
    opened = _opened(scene)
    for turn in scene.reading.turns:
        speaker = ids.get(turn.participant or "")
        if turn.n not in said or turn.n < opened or (turn.participant and speaker is None):
            continue  # it only goes on, it is a welcome before the chair opens, or the press asks
        party = scene.party(speaker) if speaker else None
        key = party or (speaker.id if speaker else turn.label)
        if said[turn.n] >= _SUBSTANCE:
            first.setdefault(key, _Taken(party, speaker, turn))
    return tuple(first.values())


def _opened(scene: Scene) -> int:
    """Give the number of the chair's first turn: until then nobody was given the floor."""
    chairs = {one.id for one in scene.chairs}
    return next((one.n for one in scene.reading.turns if one.participant in chairs), 0)


def _words_said(scene: Scene) -> dict[int, int]:
    """Count the words of each turn, with those of the turns that go on with it."""
    text = scene.reading.witness.text
    said: dict[int, int] = {}
    opened: dict[int, int] = {}
    for turn in scene.reading.turns:
        if turn.session not in {scene.session.id, None}:
            continue
        start = opened.get(turn.continues or 0, turn.n)
        opened[turn.n] = start
        words = sum(len(span.cut(text).split()) for span in turn.paragraphs)
        said[start] = said.get(start, 0) + words
    return said


def _has_a_seat(party: str, at_table: Table) -> bool:
    """Say whether a party is among the members, as far as any are known."""
    known = at_table.certain | at_table.doubtful
    return party in known if known else True


def _answer(scene: Scene, order: tuple[str, ...], taken: Iterable[_Taken]) -> tuple[Answer, str]:
    """Hold the order against both alphabets, from their beginning and from the chair's name on."""
    chairs = [party for one in scene.chairs if (party := scene.party(one))]
    found: list[str] = []
    broken: dict[tuple[str, str], list[str]] = {}
    for alphabet, put in _alphabets(scene):
        whole = put((*order, *chairs[:1]))
        if order == tuple(one for one in whole if one in order):
            found.append(alphabet)
            continue
        if chairs and order == _from_the_chair(whole, chairs[0]):
            return (
                "yes",
                f"this is the {alphabet} alphabetical order, from the name of the chair on",
            )
        right = {one: at for at, one in enumerate(whole)}
        pair = next((p for p in pairwise(order) if right[p[0]] > right[p[1]]), None)
        if pair:
            broken.setdefault(pair, []).append(alphabet)
    if not found:
        return "no", _broken(broken)
    which = " and also the ".join(found)
    said = f"this is the {which} alphabetical order of their names"
    lost = [one for one in taken if one.party is None and not _is_official(scene, one)]
    if lost:
        who = listing(one.turn.label for one in lost)
        return "unknown", f"{said}; for whom {who} spoke is not known"
    return "yes", said


def _broken(pairs: dict[tuple[str, str], list[str]]) -> str:
    """Say which neighbours are the first that an alphabet would have the other way round."""
    said = [
        f"{first} came before {second}, against the {listing(alphabets)} names"
        for (first, second), alphabets in pairs.items()
    ]
    return f"this is no alphabetical order: {', and '.join(said)}"


def _alphabets(
    scene: Scene,
) -> tuple[tuple[str, Callable[[Iterable[str]], tuple[str, ...]]], ...]:
    """Give the two alphabetical orders, with the names that the organisation goes by."""
    seat = scene.seats[0]
    acronym = seat.acronym if isinstance(seat, Organisation) else seat.organisation
    known, one = scene.institutions, acronym if len(scene.seats) == 1 else None
    return (
        ("Russian", lambda states: alphabetical_ru(known, states, organisation=one)),
        ("English", lambda states: alphabetical_en(known, states, organisation=one)),
    )


def _from_the_chair(whole: tuple[str, ...], chair: str) -> tuple[str, ...]:
    at = whole.index(chair)
    return (*whole[at + 1 :], *whole[:at])


def _unknown(scene: Scene, at_table: Table, order: tuple[str, ...], chair: set[str | None]) -> str:
    """Say why the order of the floor cannot be told from this record; empty where it can."""
    doubtful = [one for one in order if one in at_table.doubtful]
    reasons = (
        scene.not_held(),
        _too_few(scene, order, seated=bool(chair)),
        at_table.reason,
        "for whom the chair took part is not known" if not chair or None in chair else "",
        f"whether {listing(doubtful)} had a seat that day is not known" if doubtful else "",
        beside(scene, at_table, parties(scene)),
    )
    return next(filter(None, reasons), "")


def _too_few(scene: Scene, order: tuple[str, ...], *, seated: bool) -> str:
    if not scene.reading.turns:
        return "the record prints no turn"
    if len(order) >= _ENOUGH:
        return ""
    who = f"only {listing(order)}" if order else "no member"
    return f"{who} took the floor{' besides the chair' if seated else ''}, which shows no order"


def _before(scene: Scene) -> tuple[str, ...]:
    """Give the parties that spoke before the chair did, as a host may to welcome the others."""
    ids = {one.id: one for one in scene.cast}
    opened = _opened(scene)
    early = [ids.get(one.participant or "") for one in scene.reading.turns if one.n < opened]
    return tuple(dict.fromkeys(party for one in early if one and (party := scene.party(one))))


def _order_told(order: tuple[str, ...], chair: set[str | None]) -> str:
    if len(order) < 2:  # noqa: PLR2004 - one alone is in no order
        return ""
    after = listing(sorted(one for one in chair if one))
    return (f"after the chair, {after}: " if any(chair) else "") + ", ".join(order)


def _apart(scene: Scene, taken: Iterable[_Taken], members: list[_Taken]) -> Iterable[str]:
    """Yield who else took the floor: those who have no seat, and officials."""
    chairs = set(scene.chairs)
    if early := _before(scene):
        yield f"before the chair opened it, {listing(early)} had spoken"
    rest = [one for one in taken if one not in members and one.speaker not in chairs]
    if guests := [one.party for one in rest if one.party]:
        yield f"besides the members: {listing(guests)}"
    if officials := [one.speaker for one in rest if one.speaker and _is_official(scene, one)]:
        yield f"officials apart: {listing(map(capacity, officials))}"


def _is_official(scene: Scene, one: _Taken) -> bool:
    return one.speaker is not None and scene.is_official(one.speaker)


def _rules(scene: Scene) -> tuple[Against, ...]:
    """Give the rule by which the chair goes round in an alphabet; of the floor none is known."""
    rules = [rule for seat in scene.seats if (rule := scene.rule(seat))]
    return tuple(
        Against(
            says=f"the chair passes in the {_RULES[rule.rotation]} alphabetical order of the "
            "members' names; no row says in which the floor is given",
            source=rule.source,
            certainty=rule.certainty,
        )
        for rule in rules
        if rule.rotation in _RULES
    )
