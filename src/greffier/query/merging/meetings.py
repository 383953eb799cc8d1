"""Sessions as they are kept: which name each has, and which telling stands for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from greffier.archive.settlement import Meeting, StoredDoubt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.archive.settlement import Telling
    from greffier.model import RecordKind
    from greffier.query.merging.merge import Merged, Together

# What says most of a session stands for it: its record before what announced it.
_FULLEST: Final[dict[RecordKind, int]] = {
    "transcript": 0,
    "communique": 1,
    "report": 1,
    "address": 2,
    "declaration": 3,
    "decision": 3,
    "other": 4,
    "participants": 5,
    "notice": 6,
}


def meetings(merged: Merged) -> Iterator[Meeting]:
    """Yield each session with its name, the telling that stands for it, and when it met."""
    for together in merged.sessions:
        yield _meeting(together)


def doubts(merged: Merged) -> Iterator[StoredDoubt]:
    """Yield what is left open, by the names that the sessions have."""
    named = {one.key: _first(group) for group in merged.sessions for one in group.tellings}
    for tie in merged.doubts:
        one, other = sorted((named[tie.one], named[tie.other]))
        yield StoredDoubt(
            kind="session", one=one, other=other, rule=tie.rule, reasons=(tie.reason,)
        )


def _meeting(together: Together) -> Meeting:
    tellings = sorted(together.tellings, key=_rank)
    dated = [one.days for one in tellings if one.days]
    return Meeting(
        id=_first(together),
        stands=tellings[0],
        subject=any(one.subject and one.base for one in tellings),
        days=dated[0] if dated else None,
        tellings=tuple(one.key for one in tellings),
        ties=together.ties,
    )


def _first(together: Together) -> str:
    """Give the name of a session: of what came first, the bases of records before others."""
    first = min(together.tellings, key=lambda one: (not one.base, one.n, one.position))
    return first.key


def _rank(one: Telling) -> tuple[bool, bool, bool, bool, int, int, int]:
    """Give how well a telling stands for its session; the least does best."""
    return (
        not one.base,
        not one.subject,
        one.status == "planned",
        one.body is None and not one.organisations,
        _FULLEST[one.kind],
        one.n,
        one.position,
    )
