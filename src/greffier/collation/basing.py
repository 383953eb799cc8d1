"""Which of several witnesses the others are told from, by stated rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from greffier.collation.aligning import words_of
from greffier.collation.sketching import outside
from greffier.errors import UsageError
from greffier.model.collation import Base

if TYPE_CHECKING:
    from collections.abc import Sequence

    from greffier.model.collation import Claim

COMPLETE: Final = 0.95  # of the words of the fullest witness: no less complete than that


def base_of(witnesses: Sequence[Claim]) -> Base:
    """Choose the base of a record's witnesses, and say why.

    The most complete; of those that are, one of the official publisher; of those, the one with the
    least noise (furniture, tooltips, lost characters); of those, the fullest, and at last the one
    whose key comes first. The order in which they are given does not matter.

    Raises:
        UsageError: there are none.
    """
    if not witnesses:
        raise UsageError("base", "no witness", "a record has at least one")
    left = [_Weight.of(one) for one in witnesses]
    if len(left) == 1:
        return Base(witness=left[0].witness, reasons=("the only witness",))
    reasons: list[str] = []
    fullest = max(one.own for one in left)
    left = _kept(left, [one.own >= COMPLETE * fullest for one in left], "complete", reasons)
    left = _kept(left, [one.official for one in left], "of the official publisher", reasons)
    least = min(one.noise for one in left)
    left = _kept(left, [one.noise == least for one in left], "least noise", reasons)
    fullest = max(one.own for one in left)
    left = _kept(left, [one.own == fullest for one in left], "most words", reasons)
    chosen = min(left, key=lambda one: one.witness)
    if len(left) > 1:
        reasons.append("first by its key, of several alike")
    return Base(witness=chosen.witness, reasons=tuple(reasons))


class _Weight(NamedTuple):
    """What is counted of a witness."""

    witness: str
    own: int
    noise: int
    official: bool

    @classmethod
    def of(cls, claim: Claim) -> _Weight:
        found = words_of(claim)
        own = int(outside(found, (*claim.furniture, *claim.glosses)).sum())
        lost = claim.text.count("\ufffd")
        return cls(claim.witness, own, len(found) - own + lost, claim.official)


def _kept(left: list[_Weight], fits: list[bool], reason: str, reasons: list[str]) -> list[_Weight]:
    """Keep those that fit, if any do; a rule that decides nothing is no reason."""
    kept = [one for one, fit in zip(left, fits, strict=True) if fit]
    if not kept or len(kept) == len(left):
        return left
    reasons.append(reason)
    return kept
