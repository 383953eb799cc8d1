"""Who belongs to an organisation or body and since when, who chairs it, and by what rule.

Every value is a dated statement with a source. What no row says is unknown, which is not the same
as untrue: `Coverage` says for which time the members are all there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from greffier.model.authority import Known, Level
from greffier.model.period import Answer, Period

Status = Literal[
    "member",
    "permanent member",
    "elected member",
    "co-chair",
    "associate",
    "candidate",
    "observer",
    "dialogue partner",
    "partner",
    "guest",
    "applicant",
    "suspended",
]
# Those who sit with a vote, whatever the organisation calls them.
MEMBERS: frozenset[Status] = frozenset(("member", "permanent member", "elected member", "co-chair"))
Certainty = Literal["charter", "official site", "encyclopaedic"]
Rotation = Literal[
    "alphabetical-ru",
    "alphabetical-en",
    "decided",
    "elected",
    "agreed",
    "host",
    "fixed",
    "with the organisation",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """The status of one state in an organisation, or in one body where that differs.

    Args:
        member: the state by its name, or the organisation by its acronym (the EU in the G20).
        certainty: what kind of source says so: the charter or a decision; the organisation's own
            site; works of reference.
        note: what the status alone does not say.
    """

    organisation: str
    body: str | None
    member: str
    status: Status
    period: Period
    source: str
    certainty: Certainty
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """The time for which all who had a status are known; `member` stands for all of `MEMBERS`."""

    organisation: str
    body: str | None
    status: Status
    period: Period
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """How an organisation or body is composed, chaired, called and decides, while the rule held.

    Args:
        composed_of: whose representatives compose it.
        chaired_by: the office of whoever presides.
        rotation: how the chair is found. By the Russian or English alphabetical order of the
            members' names; `decided` in a table drawn up ahead; `elected`; `agreed` among them
            from time to time; the `host` of the session; `fixed`, where it passes to no member;
            `with the organisation`, where whoever chairs that chairs here too.
        term: how long, as an ISO 8601 duration; `session` for until the next regular one.
    """

    organisation: str
    body: str | None
    composed_of: Level
    chaired_by: str
    rotation: Rotation
    term: str | None
    decisions: str | None
    meetings: str | None
    period: Period
    source: str
    certainty: Certainty
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownChairmanship:
    """Who held, holds or has been named to hold a chair, as public documents say, not records."""

    organisation: str
    body: str | None
    holder: str
    period: Period
    source: str
    certainty: Certainty


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderName:
    """The name by which a state is put in alphabetical order where it is not its short name.

    Args:
        organisation: the one that orders so; None for all of them.
    """

    rotation: Rotation
    organisation: str | None
    state: str
    name: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Institutions:
    """All that is known of the members, rules and chairs of what `known` lists."""

    known: Known
    memberships: tuple[Membership, ...]
    coverage: tuple[Coverage, ...]
    rules: tuple[Rule, ...]
    chairmanships: tuple[KnownChairmanship, ...]
    order_names: tuple[OrderName, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Members:
    """Who had a status on a day.

    Args:
        certain: those who had it.
        doubtful: those for whom the answer is unknown.
        complete: whether there are no others; `unknown` where the rows do not say.
    """

    certain: tuple[Membership, ...]
    doubtful: tuple[Membership, ...]
    complete: Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """Whom a rule names as next to chair.

    Args:
        candidates: all that it may be: none where the rule names nobody, several where it is
            unknown whether one of them was a member on the day.
        rule: the rule that was applied, if one is known.
        reason: how it was found, or why it was not, in a sentence.
    """

    candidates: tuple[str, ...]
    rule: Rule | None
    reason: str

    @property
    def holder(self) -> str | None:
        """The one candidate; None where there is none or they are several."""
        return self.candidates[0] if len(self.candidates) == 1 else None

    def says(self, holder: str) -> Answer:
        """Say whether `holder` is whom the rule names."""
        if holder not in self.candidates:
            return "no" if self.candidates else "unknown"
        return "yes" if len(self.candidates) == 1 else "unknown"
