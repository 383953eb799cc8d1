"""What can be cited, and how it is named: a record, a fact of it, a paragraph, any passage."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from greffier.errors import UsageError
from greffier.exports.taking import Taken, from_archive
from greffier.model import Session, Span, Turn, facts

if TYPE_CHECKING:
    from greffier.archive import Archive
    from greffier.model import Reading

_NAME: Final = re.compile(
    r"(?P<witness>[0-9a-f]{16})"
    r"(?:\.(?P<fact>t(?P<turn>[0-9]{1,6})p(?P<paragraph>[0-9]{1,6})|[a-z]{1,20}[0-9]{0,6})"
    r"|:(?P<start>[0-9]{1,9})-(?P<end>[0-9]{1,9}))?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """Something in a record that is cited.

    Args:
        name: as it was asked for.
        taken: the record, by the witness that the name has.
        spans: its words; none for the record as a whole.
        session: the session that is cited.
        turn: the turn that is cited, or in which the cited words stand.
        place: where in the record it stands, for people: `turn 12, paragraph 3`.
    """

    name: str
    taken: Taken
    spans: tuple[Span, ...] = ()
    session: Session | None = None
    turn: Turn | None = None
    place: str = ""


def cited(archive: Archive, name: str) -> Cited:
    """Find what is cited in an archive; use it wherever a person names what to cite.

    Args:
        archive: what holds it.
        name: a record or witness (`a4231deef9788138`), a fact of it (`.s1`, `.t12`, `.q2`), a
            paragraph of a turn (`.t12p3`), or a passage by its code points (`:1200-1344`).

    Raises:
        UsageError: the name cannot be understood, or there is no such thing.
    """
    found = _NAME.fullmatch(name)
    if found is None:
        advice = "name a record, such as a4231deef9788138, a turn of it, .t12, or a passage, :12-90"
        raise UsageError(name, "not the name of something to cite", advice)
    # A record is cited by its base, but places and facts are those of the witness that is named.
    exactly = found["witness"] != name
    (taken,) = from_archive(archive, [found["witness"]], exactly=exactly)
    if found["start"]:
        return passage(taken, int(found["start"]), int(found["end"]))
    return part(taken, found["fact"] or "")


def part(taken: Taken, key: str = "") -> Cited:
    """Give a record to be cited, or a fact or paragraph of it.

    Args:
        taken: the record.
        key: the fact as its reading names it; the record as a whole unless said.

    Raises:
        UsageError: its reading has no such fact.
    """
    reading = taken.reading
    if not key:
        return Cited(name=reading.witness.id, taken=taken)
    name = f"{reading.witness.id}.{key}"
    if session := next((one for one in reading.sessions if one.id == key), None):
        return Cited(name=name, taken=taken, spans=session.spans, session=session)
    whole, _, paragraph = key.partition("p")
    turn = next((one for one in reading.turns if whole == f"t{one.n}"), None)
    if turn and key == whole:
        place = f"turn {turn.n}"
        return Cited(name=name, taken=taken, spans=turn.paragraphs, turn=turn, place=place)
    if turn and paragraph.isdigit() and 0 < int(paragraph) <= len(turn.paragraphs):
        spans = (turn.paragraphs[int(paragraph) - 1],)
        place = f"turn {turn.n}, paragraph {paragraph}"
        return Cited(name=name, taken=taken, spans=spans, turn=turn, place=place)
    return _fact(taken, key, name)


def passage(taken: Taken, start: int, end: int) -> Cited:
    """Give a passage to be cited, by where its words stand.

    Raises:
        UsageError: the text of the witness has no such stretch.
    """
    witness = taken.reading.witness
    name = f"{witness.id}:{start}-{end}"
    if not start < end <= witness.length:
        advice = f"a passage runs forwards and ends at {witness.length:,} or before"
        raise UsageError(name, "no passage of the record", advice)
    return _words(taken, name, (Span(start, end),))


def _fact(taken: Taken, key: str, name: str) -> Cited:
    fact = next((one for one in facts(taken.reading) if one.id == key), None)
    if fact is None:
        met, advice = "nothing has this name", f"see `greffier show {taken.name}`"
        raise UsageError(name, met, advice)
    return _words(taken, name, fact.spans[:1])


def _words(taken: Taken, name: str, spans: tuple[Span, ...]) -> Cited:
    turn = _turn_of(taken.reading, spans)
    where = [f"turn {turn.n}"] if turn else []
    where += [f"characters {start} to {end}" for start, end in spans]
    return Cited(name=name, taken=taken, spans=spans, turn=turn, place=", ".join(where))


def _turn_of(reading: Reading, spans: tuple[Span, ...]) -> Turn | None:
    """Give the turn in which all of some words stand."""
    for turn in reading.turns:
        if turn.paragraphs and spans:
            said = Span(turn.paragraphs[0].start, turn.paragraphs[-1].end)
            if all(said.holds(span) for span in spans):
                return turn
    return None
