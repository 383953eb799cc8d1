"""What a person decided over what was read and worked out: logged, reversible, never written in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

JudgementKind = Literal["merge", "split"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A decision on which witnesses carry one record.

    Args:
        kind: `merge`: the witness carries the record of the others; `split`: it does not.
        witness: whom it is about, by name.
        others: those that it is put together with, or apart from.
        author: who decided.
        reason: why, in a sentence.
    """

    kind: JudgementKind
    witness: str
    others: tuple[str, ...]
    author: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A judgement in the log.

    Args:
        n: its number in the archive.
        made: when, as ISO 8601 in UTC.
        undone: when it was taken back, if it was; it stays in the log.
    """

    n: int
    judgement: Judgement
    made: str
    undone: str | None = None
