"""How well readings agree with gold: right, wrong and missed, for each kind of finding.

Gold is what a careful person reads out of one witness. A key that a gold record lacks is not
scored for it; null is scored as "the text does not say". Every figure is taken over all findings
of all records together, so a long record weighs more than a short one.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

Gold = dict[str, Any]  # as annotated: whatever keys the annotator had something to say about
OPENING = 25  # letters and digits; enough to tell two turns of one speaker apart


def fold(text: str | None) -> str | None:
    """Give `text` without case, diacritics, soft hyphens or odd white space; None stays None."""
    if text is None:
        return None
    apart = unicodedata.normalize("NFKD", text.replace("\u00ad", ""))
    plain = "".join(char for char in apart if not unicodedata.combining(char))
    return re.sub(r"\s+", " ", plain).strip().casefold()


def opening(text: str) -> str:
    """Give the first letters and digits of `text`, by which a passage is known again."""
    return re.sub(r"[\W_]+", "", fold(text) or "")[:OPENING]


def closing(text: str) -> str:
    """Give the last letters and digits of `text`, backwards."""
    return opening(text.rstrip()[::-1])


@dataclass(slots=True)
class Tally:
    """The findings of one kind: how many were right, wrongly read, and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def score(self) -> float:
        """F1, the harmonic mean of precision and recall; 1 where there was nothing to find."""
        if not self.wrong and not self.missed:
            return 1.0
        return 2 * self.right / (2 * self.right + self.wrong + self.missed)


@dataclass(slots=True)
class Asked:
    """The questions of one kind that have one answer each: how many there were, and were right."""

    asked: int = 0
    right: int = 0

    @property
    def score(self) -> float:
        """The share that was right."""
        return self.right / self.asked


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that was not read as gold has it.

    Args:
        kind: the kind of finding.
        file: the gold record's.
        how: gold has it and the reading has not, the other way round, or they say different things.
        gold: what gold has.
        got: what was read.
    """

    kind: str
    file: str
    how: Literal["missed", "wrong", "different"]
    gold: object = None
    got: object = None

    def __str__(self) -> str:
        if self.how == "missed":
            return f"missed {self.gold}"
        if self.how == "wrong":
            return f"wrong  {self.got}"
        return f"gold {self.gold!r} read {self.got!r}"


@dataclass(frozen=True, slots=True)
class Figure:
    """How well one kind of finding was read, from 0 to 1, and the counts behind it.

    What has one answer in each record was `asked` so many times; of what a record may have any
    number of, `asked` is None, and some was `wrong` or `missed`.
    """

    kind: str
    score: float
    right: int
    asked: int | None = None
    wrong: int = 0
    missed: int = 0


@dataclass(slots=True)
class Score:
    """What was right and what was not, for each kind of finding."""

    asked: dict[str, Asked] = field(default_factory=dict)
    tallies: dict[str, Tally] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def figures(self) -> tuple[Figure, ...]:
        """Give a figure for each kind of finding that gold says something about."""
        asked = (
            Figure(kind, one.score, one.right, asked=one.asked) for kind, one in self.asked.items()
        )
        tallied = (
            Figure(kind, one.score, one.right, wrong=one.wrong, missed=one.missed)
            for kind, one in sorted(self.tallies.items())
        )
        return (*asked, *tallied)

    def scores(self) -> dict[str, float]:
        """Give the score of each kind of finding by its name."""
        return {one.kind: one.score for one in self.figures()}

    def one(self, kind: str, file: str, gold: object, got: object) -> None:
        """Ask a question with one answer."""
        asked = self.asked.setdefault(kind, Asked())
        asked.asked += 1
        asked.right += gold == got
        if gold != got:
            self.faults.append(Fault(kind, file, "different", gold, got))

    def sets(self, kind: str, file: str, gold: Iterable[Hashable], got: Iterable[Hashable]) -> None:
        """Compare two bags of values, in whatever order."""
        wanted, found = Counter(gold), Counter(got)
        self._count(
            kind,
            file,
            right=(wanted & found).total(),
            missed=list((wanted - found).elements()),
            wrong=list((found - wanted).elements()),
        )

    def openings(
        self,
        kind: str,
        file: str,
        gold: Sequence[tuple[str | None, str]],
        got: Sequence[tuple[str | None, str]],
    ) -> None:
        """Match pairs of who and how it begins; gold may have less of the beginning."""
        left, missed = list(got), []
        for who, start in gold:
            hit = next((one for one in left if one[0] == who and one[1].startswith(start)), None)
            if hit is None:
                missed.append((who, start))
            else:
                left.remove(hit)
        self._count(kind, file, right=len(gold) - len(missed), missed=missed, wrong=left)

    def fields(
        self, kind: str, file: str, gold: Sequence[Gold], got: Sequence[Gold], keys: Sequence[str]
    ) -> None:
        """Match objects by `keys`; what a gold object does not say matches anything."""
        left = [_view(one, keys) for one in got]
        missed = []
        # Those that say most choose first, else one that says little takes their match away.
        for wanted in sorted((_view(one, keys) for one in gold), key=len, reverse=True):
            hit = next((one for one in left if wanted.items() <= one.items()), None)
            if hit is None:
                missed.append(list(wanted.values()))
            else:
                left.remove(hit)
        wrong = [list(one.values()) for one in left]
        self._count(kind, file, right=len(gold) - len(missed), missed=missed, wrong=wrong)

    def words(self, kind: str, file: str, gold: Counter[Any], got: Counter[Any]) -> None:
        """Compare two bags of words, each under its speaker."""
        right = (gold & got).total()
        tally = self.tallies.setdefault(kind, Tally())
        tally.right += right
        tally.wrong += got.total() - right
        tally.missed += gold.total() - right
        if gold != got:
            self.faults.append(Fault(kind, file, "different", gold.total(), right))

    def _count(
        self, kind: str, file: str, *, right: int, missed: Sequence[object], wrong: Sequence[object]
    ) -> None:
        tally = self.tallies.setdefault(kind, Tally())
        tally.right += right
        tally.missed += len(missed)
        tally.wrong += len(wrong)
        self.faults += [Fault(kind, file, "missed", gold=one) for one in missed]
        self.faults += [Fault(kind, file, "wrong", got=one) for one in wrong]


def _view(one: Gold, keys: Sequence[str]) -> Gold:
    return {
        key: fold(one[key]) if isinstance(one[key], str) else one[key] for key in keys if key in one
    }
