"""Whom of the members a record shows, whom it tells absent, and who is there besides."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from greffier.authority import find_state
from greffier.authority.find import state_names
from greffier.model import Span, capacity
from greffier.model.checks import Finding, Shown
from greffier.query.checks.scene import listing, seat_name, sentences
from greffier.query.checks.table import beside, parties, shown, table, unplaced

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from greffier.authority.institutions import Seat
    from greffier.model import Answer
    from greffier.query.checks.scene import Scene
    from greffier.query.checks.table import Table

_MOST = 12  # names in a row; of more only the number is told


def traced(scene: Scene, seat: Seat) -> Finding:
    """Say which members of a seat have no trace in the record.

    A member that the record does name, and not as taking part, may have been there: that stays
    unknown, and so does everything where the record shows no more than half of the members.
    """
    here = parties(scene)
    at_table = table(scene, [seat])
    absent = {scene.party(one) for one in scene.cast if one.role == "absent"}
    found = [one for one in sorted(at_table.certain) if one in here or one in absent]
    missing = sorted(at_table.certain.difference(found))
    named = {one: span for one in missing if (span := _named(scene, one))}
    agrees, why = _trace_answer(at_table, found, missing, set(named))
    if agrees == "no" and (strange := unplaced(scene)):
        agrees, why = "unknown", f"for whom {listing(map(capacity, strange))} took part is not said"
    reason = at_table.reason or scene.not_held() or beside(scene, at_table, here)
    if reason:
        agrees, why = "unknown", reason
    evidence = [
        words
        for party in found
        for one in scene.cast
        if scene.party(one) == party
        for words in shown(one, party)
    ]
    evidence += [
        Shown(shows=f"{one} is named, and not as taking part", span=span)
        for one, span in named.items()
    ]
    return Finding(
        kind="members-traced",
        of=seat_name(seat),
        question=f"Has every member of {seat_name(seat)} a trace in the record?",
        found=sentences(_in_words(at_table, found, missing, set(named), why)),
        agrees=agrees,
        evidence=tuple(evidence),
        against=at_table.against,
    )


def _trace_answer(
    at_table: Table, found: list[str], missing: list[str], named: set[str]
) -> tuple[Answer, str]:
    if not missing:
        if at_table.complete and not at_table.doubtful:
            return "yes", ""
        return "unknown", "whether there were other members is not known"
    if 2 * len(found) <= len(at_table.certain):
        return "unknown", "the record shows too few to tell of the others"
    if set(missing) <= named:
        return "unknown", "whether they took part is not said"
    return "no", ""


def _in_words(
    at_table: Table, found: list[str], missing: list[str], named: set[str], why: str
) -> Iterator[str]:
    if at_table.certain:
        shows = f"{len(found)}: {listing(found)}" if found else "none"
        yield f"of {len(at_table.certain)} members the record shows {shows}"
        silent = [one for one in missing if one not in named]
        if silent:
            few = len(silent) <= _MOST
            yield f"no trace of {listing(silent) if few else f'{len(silent)} others'}"
        if named:
            yield f"named, and not as taking part: {listing(sorted(named))}"
    if at_table.doubtful:
        yield f"whether {listing(sorted(at_table.doubtful))} had a seat that day is not known"
    if why:
        yield why


def _named(scene: Scene, member: str) -> Span | None:
    """Find where the record names a member, whatever for."""
    for one in scene.reading.mentions:
        if one.kind in {"state", "organisation"} and one.name == member:
            return one.span
    return _printed(scene, member)


def _printed(scene: Scene, member: str) -> Span | None:
    """Find a name of a state where the reader made nothing of it."""
    state = find_state(scene.known, member)
    text = scene.reading.witness.text
    # Most names are nowhere in a text, and to find that out takes no pattern.
    names = [name for name in (state_names(state) if state else [member]) if name in text]
    words = "|".join(re.escape(name) for name in names)
    found = re.search(rf"\b(?:{words})\b", text) if names else None
    return Span(*found.span()) if found else None


def absent(scene: Scene, seat: Seat) -> Finding | None:
    """Say which members are told to have been absent; None where nobody is."""
    away = [one for one in scene.cast if one.role == "absent"]
    if not away:
        return None
    here = parties(scene)
    at_table = table(scene, [seat])
    told: list[str] = []
    agrees: Answer = "yes"
    for one in away:
        party = scene.party(one)
        instead = here.get(party or "", ())
        told.append(f"{capacity(one)} is told to have been absent")
        if instead:
            told.append(f"{party} was represented by {listing(map(capacity, instead))}")
        elif party in at_table.certain:
            agrees = "no"
        elif agrees == "yes":
            told.append("whether a member was left without anybody is not known")
            agrees = "unknown"
    return Finding(
        kind="members-absent",
        of=seat_name(seat),
        question="Had every member somebody there, by what is told of absence?",
        found=sentences(told),
        agrees=agrees,
        evidence=tuple(words for one in away for words in shown(one)),
        against=at_table.against,
    )


def only(scene: Scene) -> Finding:
    """Say who takes part and is no member, with the status that is known of each."""
    here = parties(scene)
    at_table = table(scene, scene.seats)
    others = [] if at_table.reason else [one for one in here if one not in at_table.certain]
    strange = unplaced(scene)
    reason = at_table.reason or scene.not_held() or beside(scene, at_table, here)
    agrees: Answer = "unknown"
    if not reason:
        agrees = _only_answer(scene, at_table, others, settled=bool(here) and not strange)
    told = list(_statuses(scene, at_table, others))
    if strange:
        told.append(f"for whom {listing(map(capacity, strange))} took part is not said")
    if officials := [one for one in scene.cast if scene.is_official(one)]:
        told.append(f"officials apart: {listing(map(capacity, officials))}")
    if reason:
        told.append(reason)
    if not others and here and not at_table.reason:
        told.insert(0, f"members: {listing(here)}")
    if not here and not reason:
        told.append("nobody is shown")
    return Finding(
        kind="members-only",
        of=listing(map(seat_name, scene.seats)),
        question="Are all who are shown to take part members?",
        found=sentences(told),
        agrees=agrees,
        evidence=tuple(w for party in others for one in here[party] for w in shown(one, party)),
        against=at_table.against,
    )


def _only_answer(scene: Scene, at_table: Table, others: list[str], *, settled: bool) -> Answer:
    """Answer for those shown; `settled` where the record says of each for whom he took part."""
    outside = [one for one in others if one not in at_table.doubtful]
    if any(at_table.complete or scene.status(one) for one in outside):
        return "no"
    return "yes" if settled and not others else "unknown"


def _statuses(scene: Scene, at_table: Table, others: Iterable[str]) -> Iterator[str]:
    for one in others:
        if one in at_table.doubtful:
            yield f"whether {one} had a seat that day is not known"
        else:
            yield f"{one} took part: {scene.status(one) or 'no status of it is known'}"
