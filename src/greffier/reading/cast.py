"""The participants in the making: whom different words name is one, once."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from greffier.model import Evidence, Participant, ParticipantMode, Remark, Role

if TYPE_CHECKING:
    from collections.abc import Iterable

    from greffier.model import Span
    from greffier.reading.symbols import Capacity

_JUNIOR = re.compile(r",? (?:Jr|Sr)\.?$")


@dataclass(slots=True)
class Member:
    """A participant in the making, with the words that each field was read from."""

    id: str
    name: str | None
    office: str | None
    of: str | None
    acting: bool
    role: Role = "participant"
    mode: ParticipantMode = "unknown"
    evidence: list[Evidence] = field(default_factory=list)

    def learn(self, capacity: Capacity, span: Span, read_by: str) -> None:
        """Take what a further naming adds; what is known already stays."""
        if capacity.name and (self.name is None or len(capacity.name) > len(self.name)):
            self.name = capacity.name
            self.evidence.append(Evidence(field="name", span=span, rule=read_by))
        if capacity.office and self.office is None:
            self.office, self.of, self.acting = capacity.office, capacity.of, capacity.acting
            self.evidence.append(Evidence(field="office", span=span, rule=read_by))
        elif capacity.of and self.of is None and capacity.office == self.office:
            self.of = capacity.of
            self.evidence.append(Evidence(field="of", span=span, rule=read_by))

    def done(self, session: str | None) -> Participant:
        """Give the participant as a fact of the reading."""
        spans = dict.fromkeys(one.span for one in self.evidence)
        return Participant(
            id=self.id,
            name=self.name,
            office=self.office,
            of=self.of,
            acting=self.acting,
            role=self.role,
            session=session,
            spans=tuple(spans),
            mode=self.mode,
            evidence=tuple(self.evidence),
        )


class Cast:
    """Those who took part, once each."""

    def __init__(self) -> None:
        self.members: list[Member] = []
        self.of_turn: dict[int, Member] = {}
        self.remarks: list[Remark] = []

    def find(self, capacity: Capacity) -> Member | None:
        """Give whoever these words name: by full name, by surname, or by an office without one."""
        if capacity.name is None:
            return self._only(
                one
                for one in self.members
                if (one.office, one.of) == (capacity.office, capacity.of)
            )
        key = _key(capacity.name)
        exact = self._only(one for one in self.members if one.name and _key(one.name) == key)
        if exact:
            return exact
        near = [
            one
            for one in self.members
            if one.name
            and (_one_is_surname(one.name, capacity.name) or _is_family_name(one, capacity))
        ]
        if near:
            return self._only(one for one in near if _agree(one, capacity))
        return self._only(
            one
            for one in self.members
            if one.name is None
            and capacity.office
            and (one.office, one.of) == (capacity.office, capacity.of)
        )

    def add(self, capacity: Capacity, span: Span, read_by: str) -> Member:
        """Give the member whom these words name, new if nobody is named so yet."""
        member = self.find(capacity)
        if member is None:
            member = Member(f"p{len(self.members) + 1}", None, None, None, acting=False)
            self.members.append(member)
        member.learn(capacity, span, read_by)
        return member

    def press(self, span: Span, read_by: str) -> Member:
        """Give the journalists, whom their label does not tell apart."""
        member = next((one for one in self.members if one.role == "press" and not one.name), None)
        if member is None:
            evidence = [Evidence(field="role", span=span, rule=read_by)]
            member = Member(
                f"p{len(self.members) + 1}",
                None,
                None,
                None,
                acting=False,
                role="press",
                evidence=evidence,
            )
            self.members.append(member)
        return member

    @property
    def chair(self) -> Member | None:
        """Whoever chairs, if that is known."""
        return next((one for one in self.members if one.role == "chair"), None)

    @staticmethod
    def _only(found: Iterable[Member]) -> Member | None:
        members = list(found)
        return members[0] if len(members) == 1 else None


@lru_cache(maxsize=4096)  # a cast of hundreds is gone through for each of their mentions
def _key(name: str) -> str:
    return " ".join(sorted(name.casefold().replace("-", " ").split()))


def _one_is_surname(one: str, other: str) -> bool:
    """Whether one name is a single word that the other ends with."""
    short, long = sorted((_words(one), _words(other)), key=len)
    return len(short) == 1 and len(long) > 1 and short[0] == long[-1]


def _is_family_name(member: Member, capacity: Capacity) -> bool:
    """Whether one name is a single word that the other begins with, and the office is the same."""
    if member.name is None or capacity.name is None or member.office is None:
        return False
    short, long = sorted((_words(member.name), _words(capacity.name)), key=len)
    one = len(short) == 1 and len(long) > 1 and short[0] == long[0]
    return one and member.office == capacity.office and _agree(member, capacity)


def _words(name: str) -> list[str]:
    return _JUNIOR.sub("", name).casefold().split()


def _agree(member: Member, capacity: Capacity) -> bool:
    """Whether nothing that is printed of both contradicts."""
    if capacity.of and member.of and capacity.of != member.of:
        return False
    return not (capacity.office and member.office) or alike(capacity.office, member.office)


def alike(one: str, other: str) -> bool:
    """Whether two offices may be one: `Secretary Blinken` is the Secretary of State."""
    short, long = sorted((one, other), key=len)
    return short == long or long.startswith(f"{short} of ")
