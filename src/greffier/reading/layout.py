"""The lines of a witness, and which of them belong to one paragraph."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from greffier.reading.folding import View

# A file is taken for hard-wrapped when its running lines have the length of a printed line and
# mostly break off before the sentence does.
_WRAPPED_AT = (30, 110)
_BROKEN_SHARE = 0.5
_ENDS_SENTENCE = re.compile(r"""[.!?:;…]["')\]]*$""")
_SEPARATOR = re.compile(r"^(?:[*#_=~•·–-] ?){3,}$|^\\?#{2,}$|^[*⁂]$")
_OMISSION = re.compile(r"^[<\[(]? ?(?:…|\.\.\.) ?[>\])]?$")


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of a view: its number among them, its text and where it starts.

    A *line* is what stands between line ends once hard-wrapped ones are joined; blank ones have no
    number. `gap` says that a blank line stands before it.
    """

    n: int
    text: str
    start: int
    gap: bool

    @property
    def end(self) -> int:
        """Where it ends in the view."""
        return self.start + len(self.text)

    @property
    def words(self) -> int:
        """How many words it has."""
        return self.text.count(" ") + 1

    @property
    def ends_sentence(self) -> bool:
        """Whether it ends as sentences do."""
        return bool(_ENDS_SENTENCE.search(self.text))

    @property
    def separates(self) -> bool:
        """Whether it is a row of asterisks or the like."""
        return bool(_SEPARATOR.match(self.text))

    @property
    def omits(self) -> bool:
        """Whether it stands for words left out by the publisher: `<…>`."""
        return bool(_OMISSION.match(self.text))


def lines_of(view: View) -> tuple[Line, ...]:
    """Cut a view into its lines; blank ones are left out."""
    out: list[Line] = []
    start = 0
    gap = False
    for text in view.text.split("\n"):
        if text:
            out.append(Line(len(out), text, start, gap))
        gap = not text
        start += len(text) + 1
    return tuple(out)


def unwrapped(view: View) -> View:
    """Give a view in which hard-wrapped lines are joined; the same view where none are."""
    lines = lines_of(view)
    pairs = list(itertools.pairwise(lines))
    running = [a for a, b in pairs if not b.gap]
    if len(running) < len(lines) / 2 or not running:
        return view
    low, high = _WRAPPED_AT
    broken = sum(not line.ends_sentence for line in running)
    if not low <= median(len(line.text) for line in running) <= high:
        return view
    if broken < _BROKEN_SHARE * len(running):
        return view
    ends = (a.end for a, b in pairs if not (b.gap or a.separates or b.separates))
    return view.edited((end, end + 1, " ") for end in ends)
