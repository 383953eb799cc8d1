"""Whether two tellings are of one session, by stated rules, each with its reason in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from greffier.query.merging.faces import told_day

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from greffier.query.merging.faces import Face, Name

Verdict = Literal["same", "different", "doubt", "open"]

# Two names have so many words in common before they say that something is the same.
_ENOUGH: Final = 3
_LONG: Final = 5
_KINDS: Final = {"participants": "list of participants", "other": "record of another kind"}
_BESIDE: Final = frozenset(("in person", "videoconference", "hybrid"))
# One of these tells of a session what another kind of record tells otherwise.
_BEFORE: Final = frozenset(("planned", "unknown"))


@dataclass(frozen=True, slots=True)
class Decision:
    """What the rules say of two tellings.

    Args:
        verdict: `same`, `different` or `doubt`; `open` where it takes a look at the other sessions
            of the day: a session of the organisation whose body is not told.
        rule: the rule that decided, as documented.
        reason: why, in words.
    """

    verdict: Verdict
    rule: str
    reason: str


def decide(one: Face, other: Face) -> Decision | None:
    """Say whether two tellings with days are of one session; None where nothing speaks for it."""
    for found in _contradictions(one, other):
        return found
    for rule in _RULES:
        if decision := rule(one, other):
            return decision
    return None


def overlap(one: Face, other: Face) -> bool:
    """Say whether two tellings may be of one day."""
    if one.days is None or other.days is None:
        return False
    return one.days[0] <= other.days[1] and other.days[0] <= one.days[1]


def _contradictions(one: Face, other: Face) -> Iterator[Decision]:
    """Yield why they are two sessions, if they are."""
    if one.days and other.days and not overlap(one, other):
        told = f"one on {told_day(one.days)}, the other on {told_day(other.days)}"
        yield Decision("different", "days", told)
    if one.organisations and other.organisations and not _of_one(one, other):
        yield Decision("different", "organisations", f"{one.named} and {other.named}")
    of_some = bool(one.organisations and other.organisations)
    if of_some and one.body and other.body and one.body != other.body:
        yield Decision("different", "bodies", f"{one.named} and {other.named}")
    if len(one.parties) > 1 and len(other.parties) > 1 and one.parties != other.parties:
        told = f"{_list(one.parties)}, and {_list(other.parties)}"
        yield Decision("different", "parties", f"not the same parties: {told}")
    if one.by_phone != other.by_phone and (other if one.by_phone else one).mode in _BESIDE:
        yield Decision("different", "call", "one was by telephone, the other was not")
    if _others(one, other) or _headed_by_others(one, other):
        yield Decision("different", "persons", "each was with somebody else")


def _of_one(one: Face, other: Face) -> bool:
    """Say whether two may be of the same organisations; of a joint meeting some may be left out."""
    ours, theirs = one.organisations, other.organisations
    both_joint = "joint" in one.formats and "joint" in other.formats
    return ours == theirs or (both_joint and (ours < theirs or theirs < ours))


def _others(one: Face, other: Face) -> bool:
    """Say whether each of two meetings of few has somebody whom the other does not name."""
    if not one.few or not other.few:
        return False
    ours = any(not _names(other, name) for name in one.names)
    return ours and any(not _names(one, name) for name in other.names)


def _headed_by_others(one: Face, other: Face) -> bool:
    """Say whether a party was headed by one of whom the other knows nothing, and the reverse."""
    theirs = dict(other.heads)
    return any(
        not _names(other, head) and not _names(one, theirs[state])
        for state, head in one.heads
        if state in theirs
    )


def _names(one: Face, name: Name) -> bool:
    """Say whether a telling may name somebody of this name."""
    return any(_alike(name, named) for named in one.names)


def _alike(one: Name, other: Name) -> bool:
    """Say whether two names may be of one person: a word of more than an initial is in both.

    Names in two scripts are not compared.
    """
    if any(len(word) > 2 for word in one & other):  # noqa: PLR2004 - longer than an initial
        return True
    return _is_latin(one) != _is_latin(other)


def _is_latin(name: Name) -> bool:
    return any(word.isascii() for word in name)


def _by_body(one: Face, other: Face) -> Decision | None:
    if not one.body or one.body != other.body or not (one.organisations & other.organisations):
        return None
    if {"regular", "extraordinary"} <= one.formats | other.formats and not (
        {"regular", "extraordinary"} <= one.formats & other.formats
    ):
        return Decision("doubt", "formats", f"{_both(one, other)}; only one is extraordinary")
    return _of_body(one, other)


def _by_national_body(one: Face, other: Face) -> Decision | None:
    if one.organisations or other.organisations or not one.body or one.body != other.body:
        return None
    if one.states and other.states and not one.states & other.states:
        return Decision("different", "states", f"{_list(one.states)}, and {_list(other.states)}")
    return _of_body(one, other)


def _of_body(one: Face, other: Face) -> Decision:
    """Give what it says that both are of one body on one day: some meet twice in a day."""
    if one.kind == other.kind == "transcript" and one.language == other.language:
        return Decision("doubt", "transcripts", f"{_both(one, other)}; each has its transcript")
    return Decision("same", "body", _both(one, other))


def _by_organisation(one: Face, other: Face) -> Decision | None:
    if not one.organisations & other.organisations or (one.body and other.body):
        return None
    if one.body or other.body:
        return Decision("open", "organisation", "only one says of which body it was")
    told = f"both are of the {_longer(one, other)}, {_day(one, other)}"
    return Decision("same", "organisation", f"{told}; neither names a body")


def _by_parties(one: Face, other: Face) -> Decision | None:
    if len(one.parties) < 2 or one.parties != other.parties:  # noqa: PLR2004 - of two sides
        return None
    told = f"{_list(one.parties)}, {_day(one, other)}"
    if one.press != other.press:
        reason = f"both of {told}; one is what was said to the press"
        return Decision("doubt", "press", reason)
    if one.by_phone != other.by_phone:
        return Decision("doubt", "call", f"both of {told}; only one says that it was a call")
    if one.by_phone:
        return Decision("same", "call", f"both are of a call of {told}")
    return Decision("same", "parties", f"both are of a meeting of {told}")


def _by_name(one: Face, other: Face) -> Decision | None:
    if one.organisations and other.organisations:
        return None
    if not (one.stems <= other.stems or other.stems <= one.stems) or one.press != other.press:
        return None
    shared = one.stems & other.stems
    told = f"called alike, {_day(one, other)}"
    if one.words == other.words and len(shared) > 1:
        return Decision("same", "name", told)
    if len(shared) < _ENOUGH or one.organisations or other.organisations:
        return Decision("doubt", "name", told) if len(shared) >= _ENOUGH else None
    if one.kind == other.kind:
        reason = f"{told}; but both records are of the kind {one.kind}"
        return Decision("doubt", "name", reason)
    kinds = " and ".join(sorted(_KINDS.get(face.kind, face.kind) for face in (one, other)))
    return Decision("same", "name", f"{told}: {kinds}")


def _by_party(one: Face, other: Face) -> Decision | None:
    """Doubt of two meetings of two sides where one does not say who both were."""
    smaller, larger = sorted((one.parties, other.parties), key=len)
    if len(smaller) != 1 or not smaller <= larger or one.by_phone != other.by_phone:
        return None
    told = f"both with {_list(smaller)}, {_day(one, other)}"
    if one.press != other.press:
        return Decision("doubt", "press", f"{told}; one is what was said to the press")
    return Decision("doubt", "party", told)


def _by_place(one: Face, other: Face) -> Decision | None:
    """Doubt whether what was announced is what was held there on the day."""
    if not (one.subject and other.subject and one.venue & other.venue):
        return None
    announced = (one.status in _BEFORE) != (other.status in _BEFORE)
    alike = (one.formats & other.formats) - {"bilateral"}
    if not announced or not alike or one.press != other.press:
        return None
    told = f"both in {_list(one.venue & other.venue)}, {_list(alike)}, {_day(one, other)}"
    return Decision("doubt", "place", f"{told}; not called alike")


def _by_words(one: Face, other: Face) -> Decision | None:
    """Doubt of two that have a phrase of their names in common."""
    if one.organisations and other.organisations:
        return None
    run = _longest_run(one.words, other.words)
    if len(run) < _ENOUGH or sum(len(word) >= _LONG for word in run) < _ENOUGH - 1:
        return None
    told = f"both are called “{' '.join(run)}”, {_day(one, other)}"
    return Decision("doubt", "words", told)


def _longest_run(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """Give the most words that stand one after another in both; names are short."""
    best: tuple[str, ...] = ()
    lengths = [0] * (len(other) + 1)
    for at, word in enumerate(one, start=1):
        before = 0
        for there, theirs in enumerate(other, start=1):
            before, lengths[there] = lengths[there], before + 1 if word == theirs else 0
            if lengths[there] > len(best):
                best = one[at - lengths[there] : at]
    return best


def _both(one: Face, other: Face) -> str:
    return f"both are of the {one.named}, {_day(one, other)}"


def _longer(one: Face, other: Face) -> str:
    return max((one.named, other.named), key=lambda named: (len(named), named))


def _day(one: Face, other: Face) -> str:
    days = [face.days for face in (one, other) if face.days]
    if not days:
        return "undated"
    return f"on {told_day((max(day[0] for day in days), min(day[1] for day in days)))}"


def _list(names: frozenset[str]) -> str:
    return " and ".join(sorted(names))


_RULES: Final[tuple[Callable[[Face, Face], Decision | None], ...]] = (
    _by_body,
    _by_national_body,
    _by_organisation,
    _by_parties,
    _by_name,
    _by_party,
    _by_place,
    _by_words,
)
