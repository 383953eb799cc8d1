"""Where imported authorities and records gainsay each other; told, never resolved.

Only offices that are known are compared, and of those only such as one person holds at a time. The
day on which an office passes from one to the next is of both.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Literal

from greffier.authority.naming import Observed, decide
from greffier.model import Holder, Observation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from greffier.archive import Archive
    from greffier.model import Known

# Offices that several hold at once begin so.
_SHARED = (
    *("Deputy", "First Deputy", "Vice", "Ambassador", "Special", "Member", "Adviser", "Assistant"),
    *(
        "Representative",
        "Permanent Representative",
        "Judge",
        "Minister of State",
        "Envoy",
        "Senator",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """Two who held one office at one time, as far as is said.

    Args:
        kind: `record`: records show somebody else; `imported`: another row says somebody else.
        holder: who held it, as an imported authority says.
        seen: where records show another in it while he held it, the earliest first.
        other: who held it too, as an imported authority says.
        undecided: whether the two may be one person under two names.
    """

    kind: Literal["record", "imported"]
    holder: Holder
    seen: tuple[Observation, ...] = ()
    other: Holder | None = None
    undecided: bool = False


def clashes(archive: Archive, known: Known) -> Iterator[Clash]:
    """Yield what does not agree, office by office.

    Args:
        archive: whose records and imported authorities are compared.
        known: states and organisations.
    """
    by_office: defaultdict[tuple[str, str], list[Holder]] = defaultdict(list)
    for one in archive.holders(resolved=True):
        held = one.occupancy
        if held.of and not held.acting and not held.office.startswith(_SHARED):
            by_office[held.office, held.of].append(one)
    for office, of in sorted(by_office):
        holders = by_office[office, of]
        yield from _among(holders, known)
        seen = [
            one
            for one in archive.observations(office=office, of=of)
            if not one.acting and one.date and one.office == office
        ]
        for holder in holders:
            yield from _shown(holder, seen, known)


def same_person(one: Holder, names: Iterable[str], known: Known) -> Literal["yes", "no", "unknown"]:
    """Say whether somebody of an imported authority is one who bears these names."""
    held = one.occupancy
    verdicts = {
        decide(
            Observed(name=own, record=one.authority, office=held.office, of=held.of),
            Observed(name=name, record="", office=held.office, of=held.of),
            known,
        ).verdict
        for name in names
        for own in one.person.names
    }
    if "same" in verdicts:
        return "yes"
    return "unknown" if "undecided" in verdicts else "no"


def _among(holders: list[Holder], known: Known) -> Iterator[Clash]:
    """Yield rows that cannot both be true."""
    for one, other in combinations(holders, 2):
        first, second = one.occupancy.period, other.occupancy.period
        if (one.authority, one.person.id) == (other.authority, other.person.id):
            continue
        passed = {first.until, second.until} & {first.since, second.since} - {None}
        if passed or not first.meets(second):
            continue
        same = same_person(one, other.person.names, known)
        if same != "yes":
            yield Clash(kind="imported", holder=one, other=other, undecided=same == "unknown")


def _shown(holder: Holder, seen: list[Observation], known: Known) -> Iterator[Clash]:
    """Yield whom else records show in an office while it was held, once for each of them."""
    period = holder.occupancy.period
    others: defaultdict[str, list[Observation]] = defaultdict(list)
    for one in seen:
        inside = one.date and one.date not in {period.since, period.until}
        if inside and period.holds_on(one.date or "") == "yes":
            others[one.person].append(one)
    for found in others.values():
        same = same_person(holder, dict.fromkeys(one.name for one in found), known)
        if same != "yes":
            yield Clash(
                kind="record", holder=holder, seen=tuple(found), undecided=same == "unknown"
            )
