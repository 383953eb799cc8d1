"""What the authority keeps: states, and organisations with their bodies and offices.

`Known` is the value that is handed to the reader; the shipped rows are loaded by
`greffier.authority`, and every one of them names its source there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Level = Literal[
    "heads of state",
    "heads of government",
    "foreign ministers",
    "ministers",
    "representatives",
    "officials",
    "experts",
    "parliamentarians",
    "judges",
    "members",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A state: `code` is ISO 3166-1 alpha-2, `name` its short English name as used in records.

    Args:
        demonyms: English adjectives and words for its people: `Tajik`, `Kyrgyzstani`.
        other_names: older and other names that still stand for it: `Burma`, `Czech Republic`.
        russian_name: the short name in Russian, by which several organisations order their members.
        capital: the English name of its capital; None where none is named or it is in dispute.
        russian_other_names: other names in Russian, formal and older ones and abbreviations.
    """

    code: str
    name: str
    formal_name: str
    demonyms: tuple[str, ...]
    other_names: tuple[str, ...]
    russian_name: str
    capital: str | None
    source: str
    russian_other_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """An organ of an organisation: `name` its usual English name without the organisation.

    Args:
        level: whose representatives compose it. An organisation's summit is the meeting of its
            body of heads of state, or of government where it has no such body.
    """

    name: str
    organisation: str
    other_names: tuple[str, ...]
    level: Level
    source: str
    russian_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office of an organisation itself, such as its Secretary General."""

    title: str
    organisation: str
    other_titles: tuple[str, ...]
    source: str
    russian_titles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """An intergovernmental organisation or standing group, kept under its acronym in common use."""

    acronym: str
    name: str
    other_names: tuple[str, ...]
    russian_names: tuple[str, ...]
    rotating_chair: bool
    bodies: tuple[Body, ...]
    offices: tuple[Office, ...]
    source: str

    @property
    def summit(self) -> Body | None:
        """The body that meets when the organisation's summit meets, if it has one."""
        for level in ("heads of state", "heads of government"):
            for body in self.bodies:
                if body.level == level:
                    return body
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the reader may know before it opens a witness: common knowledge, never who did what."""

    states: tuple[State, ...]
    organisations: tuple[Organisation, ...]
