"""Whether two records say of themselves that they are one: title, date, dateline.

What one of them does not say disagrees with nothing. Only what is filled into a template is looked
at: a repost may have a title of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from greffier.collation.anchors import blocks
from greffier.collation.naming import Text, differences
from greffier.collation.words import words

if TYPE_CHECKING:
    from greffier.model.collation import Claim
    from greffier.model.reading import Date

TEMPLATE: Final = 0.5  # titles that share so much of the shorter are of one template or one record


class Verdict(NamedTuple):
    """What two heads have in common, and where they disagree."""

    agrees: tuple[str, ...]
    disagrees: tuple[str, ...]


def compare_heads(a: Claim, b: Claim) -> Verdict:
    """Say in which of their own statements two witnesses agree and disagree."""
    if a.head is None or b.head is None:
        return Verdict((), ())
    agrees: list[str] = []
    disagrees: list[str] = []
    if a.head.date and b.head.date:
        same = same_day(a.head.date, b.head.date)
        told = f"date {a.head.date.value}"
        (agrees if same else disagrees).append(
            told if same else f"{told} against {b.head.date.value}"
        )
    _compare_titles(a, b, agrees, disagrees)
    _compare_places(a, b, agrees, disagrees)
    return Verdict(tuple(agrees), tuple(disagrees))


def same_day(a: Date, b: Date) -> bool:
    """Say whether two dates can be of one day, as far as each of them is precise."""
    first, second = _bounds(a.value), _bounds(b.value)
    return first[0] <= second[1] and second[0] <= first[1]


def _bounds(value: str) -> tuple[str, str]:
    """Give the first and last day that a date may mean, as text that sorts by time."""
    start, _, end = value.partition("/")
    return start, (end or start) + "~"


def _compare_titles(a: Claim, b: Claim, agrees: list[str], disagrees: list[str]) -> None:
    first = a.head.title if a.head else None
    second = b.head.title if b.head else None
    if not first or not second:
        return
    ours, theirs = Text(first.text, words(first.text)), Text(second.text, words(second.text))
    if not len(ours.found) or not len(theirs.found):
        return
    found = blocks(ours.found.keys, theirs.found.keys)
    common = sum(block.words for block in found)
    if common == len(ours.found) == len(theirs.found):
        agrees.append("title")
    if common < TEMPLATE * min(len(ours.found), len(theirs.found)):
        return
    # Whether a word is a name shows in the text, where not every word has a capital.
    disagrees += [f"title: {one.words}" for one in differences(ours, theirs, found)]


def _compare_places(a: Claim, b: Claim, agrees: list[str], disagrees: list[str]) -> None:
    first = a.head.dateline_place if a.head else None
    second = b.head.dateline_place if b.head else None
    if not first or not second:
        return
    ours, theirs = set(words(first.text).keys.tolist()), set(words(second.text).keys.tolist())
    if ours and theirs:
        same = bool(ours & theirs)
        (agrees if same else disagrees).append(
            f"place {first.text}" if same else f"place {first.text} against {second.text}"
        )
