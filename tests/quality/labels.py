"""The kinds of speaker label, told apart by how they look in gold."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from greffier.reading.languages import LANGUAGES
from greffier.scoring.compare import folded_label

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from greffier.scoring import Fault, Gold

_ROLES = frozenset().union(*(one.labels.roles for one in LANGUAGES.values()))
_TITLED = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady|Madam|Г-н|Г-жа)\b\.?", re.IGNORECASE)
_INITIALS = re.compile(r"(?:\w\. ?){1,3}[\w-]+$")
_LONGEST_NAME = 4  # words


@dataclass(slots=True)
class Seen:
    """The labels of one kind: how many gold has, and how many turns of theirs were missed."""

    turns: int = 0
    missed: int = 0


def looks(label: str) -> str:
    """Say what a label looks like, in the words of docs/quality.md."""
    bare = label.strip().rstrip(":. ")
    return next(name for name, fits in _LOOKS.items() if fits(bare))


def _is_short(bare: str) -> bool:
    words = bare.split()
    return len(words) <= _LONGEST_NAME and all(one[:1].isupper() for one in words)


# The first that fits.
_LOOKS: dict[str, Callable[[str], object]] = {
    "a role (`Question`, `Q`, `Moderator`)": lambda bare: bare.casefold() in _ROLES,
    "with something in brackets": lambda bare: "(" in bare,
    "in capitals": str.isupper,
    "initials and a surname": _INITIALS.fullmatch,
    "a title and a surname (`Mr Okoro`)": _TITLED.match,
    "a name or an office alone": _is_short,
    "an office and a name": bool,
    "nothing": lambda _: True,
}


def by_looks(golds: Iterable[Gold], faults: Iterable[Fault]) -> dict[str, Seen]:
    """Count the labelled turns of gold, and those that were missed, by what the labels look like.

    Args:
        golds: the annotations.
        faults: what was not right.
    """
    missed = Counter(
        (fault.file, fault.gold[0])
        for fault in faults
        if fault.kind == "turns (label, opening)"
        and fault.how == "missed"
        and isinstance(fault.gold, tuple)
    )
    out: dict[str, Seen] = {}
    for gold in golds:
        for turn in gold.get("turns", ()):
            if "label" in turn:
                seen = out.setdefault(looks(turn["label"]), Seen())
                seen.turns += 1
                key = gold["file"], folded_label(turn["label"])
                if missed[key]:
                    missed[key] -= 1
                    seen.missed += 1
    return out
