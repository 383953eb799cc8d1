"""Who presides, as the head of a record states it: `President: Mr. Francis (Trinidad and Tobago)`.

It looks like a label and its speech, but nobody speaks: behind the colon there is only a name.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from greffier.reading.label_forms import ASIDE, CAPITALISED, TITLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from greffier.reading.label_forms import Label
    from greffier.reading.layout import Line

_LEADER = re.compile(r"(?: ?[.…·_]){3,400} ?")
_MOST_WORDS = 14
_FEW_WORDS = 4
_TITLED = re.compile(rf"(?:H\.E\. )?{TITLE}\.? ")
# Whoever has a name has it before the colon.
_OFFICES = frozenset({"label:role", "label:word", "label:the-office", "label:recurs"})


def without_offices(
    labels: dict[int, Label], lines: Sequence[Line]
) -> tuple[dict[int, Label], dict[str, str]]:
    """Give the labels without those above the first speech that only say who holds an office.

    Returns:
        the other labels, and what stands behind the colon by the office in lower case.
    """
    posts: dict[str, str] = {}
    at = {line.n: place for place, line in enumerate(lines)}
    order = sorted(labels)
    ends = [at[n] for n in order[1:]] + [len(lines)]
    for n, end in zip(order, ends, strict=bool(order)):
        if not _states_office(labels[n], lines[at[n] : end]):
            return {m: one for m, one in labels.items() if m >= n}, posts
        posts[labels[n].key] = lines[at[n]].text[labels[n].end :]
    return {}, posts


def _states_office(label: Label, lines: Sequence[Line]) -> bool:
    """Whether a colon has a name behind it, or a list of names below it."""
    if label.rule not in _OFFICES:
        return False
    first, *below = lines
    said = first.text[label.end :]
    if said:
        return holder_in(said) is not None
    return bool(below) and label.rule == "label:role" and all(map(_is_entry, below))


def states_post(text: str) -> bool:
    """Say whether a line is `President: Mr. Francis (Trinidad and Tobago)`, and no title."""
    office, _, said = text.partition(": ")
    telling = _LEADER.search(said) or _TITLED.match(said)
    return bool(telling and office.count(" ") < _FEW_WORDS and holder_in(said))


def holder_in(said: str) -> str | None:
    """Give the name that is all that stands behind a colon: `Mr. Francis`."""
    if said.count(" ") >= _MOST_WORDS and not _LEADER.search(said):
        return None
    bare = ASIDE.sub("", _LEADER.sub(" ", said).strip()).partition(", ")[0].strip()
    if said.endswith((".", "!", "?", ":", ",", ";")) or not CAPITALISED.match(bare):
        return None
    return bare


def _is_entry(line: Line) -> bool:
    return not line.ends_sentence and bool(CAPITALISED.match(line.text.partition(",")[0]))
