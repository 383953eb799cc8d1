"""A person as one record names him, and what is decided about two of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Verdict = Literal["same", "different", "undecided"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Observed:
    """A person under a name, in a capacity, on a day, as one record has it.

    Args:
        name: as printed, with or without honorifics, in any order and script.
        record: names the record; what stands in one record is judged with more trust.
        office: the head of the office phrase, as in a participant; None where none is printed.
        of: the state or organisation that the office is of.
        acting: the office is held for the time being.
        day: when he held it, as `Date.value` has it: a day, a month, a year, or two with a `/`.
            None where the record does not say, as for the office in a gloss.
        language: the language of the record.
        key: what observations are put in order by, so that no answer hangs on who came first.
    """

    name: str
    record: str
    office: str | None = None
    of: str | None = None
    acting: bool = False
    day: str | None = None
    language: str | None = None
    # Asked for several times of each, of hundreds of thousands: worked out once.
    key: tuple[str, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        acting = "acting" if self.acting else ""
        capacity = (self.name, self.office or "", self.of or "", self.day or "")
        object.__setattr__(self, "key", (*capacity, self.record, self.language or "", acting))


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether two observed persons are one: the verdict, the rule that gave it, and why.

    Args:
        verdict: `undecided` is an answer like the others, and waits for a judgement.
        rule: the stable name of the rule: what the names share, then what settled it.
        reasons: what the rule went by, for people.
    """

    verdict: Verdict
    rule: str
    reasons: tuple[str, ...] = ()
