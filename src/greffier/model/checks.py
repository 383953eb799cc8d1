"""What comes of holding a session against the rules: findings, each with its evidence.

A finding answers one question. It is no verdict: a rule says what should be, a record what its
publisher chose to print, and the two may differ for many reasons.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from greffier.model.institutions import Certainty
from greffier.model.period import Answer
from greffier.model.span import Span

FindingKind = Literal[
    "rule-known",
    "floor-order",
    "members-traced",
    "members-absent",
    "members-only",
    "chair-told",
    "chair-listed",
    "chair-host",
    "chair-office",
    "level",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """Words of the witness, and what they show."""

    shows: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Against:
    """A row of the institutions that a finding was held against.

    Args:
        says: what the row says, in words.
        source: the public document that it names.
        certainty: what kind of source that is; None where the row does not say.
    """

    says: str
    source: str
    certainty: Certainty | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a session shows when it is asked one question.

    Args:
        kind: which question, as a stable code.
        of: the organisation or body that is asked about: `CSTO Collective Security Council`.
        question: in words; `yes` says that the session is as the rule, or the question, has it.
        found: what was found, in words; where `agrees` is `unknown` it says why.
        agrees: the answer.
        evidence: the words of the witness that show it; none where no words do.
        against: what it was held against; none where no rule is known.
    """

    kind: FindingKind
    of: str
    question: str
    found: str
    agrees: Answer
    evidence: tuple[Shown, ...] = ()
    against: tuple[Against, ...] = ()
