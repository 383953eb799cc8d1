"""How much of each element of a page is prose, how much is letters, and how much is links."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from greffier.sources.html.furniture import INLINE

if TYPE_CHECKING:
    from greffier.sources.html.parsing import Parsed

_PARAGRAPH = 60  # characters outside links; shorter ones are labels, dates, names of menus


@dataclass(slots=True)
class Weights:
    """For each element: its prose and in how many paragraphs, its letters, its links and theirs."""

    prose: list[int]
    paragraphs: list[int]
    letters: list[int]
    linked: list[int]
    links: list[int]

    @property
    def text(self) -> list[int]:
        """The prose; of a page without any, such as a list of names, its letters outside links."""
        if self.prose and self.prose[0]:
            return self.prose
        return [here - linked for here, linked in zip(self.letters, self.linked, strict=True)]

    @property
    def all(self) -> tuple[list[int], ...]:
        """Every weight, one after the other."""
        return self.prose, self.paragraphs, self.letters, self.linked, self.links

    def lighten(self, page: Parsed, left_out: dict[int, str]) -> None:
        """Take away from every element what is left out of it."""
        for weights in self.all:
            less = [0] * len(weights)
            for n in reversed(range(len(weights))):
                if n in left_out:
                    less[n] = weights[n]
                if less[n]:
                    weights[n] -= less[n]
                    if (up := page.elements[n].parent) >= 0:
                        less[up] += less[n]


def weighed(page: Parsed) -> Weights:
    """Weigh every element that is not inline."""
    size = len(page.elements)
    weights = Weights(*([0] * size for _ in range(5)))
    letters, linked = weights.letters, weights.linked
    block = [0]
    run = in_link = 0
    for item in page.items:
        if isinstance(item, str):
            length = len(item.strip(" \n\t\r\f"))
            letters[block[-1]] += length
            if in_link:
                linked[block[-1]] += length
            else:
                run += length
            continue
        opens = item >= 0
        element = page.elements[item if opens else ~item]
        if element.tag in INLINE:
            if element.tag == "a" and "href" in element.attributes:
                in_link += 1 if opens else -1
                weights.links[block[-1]] += opens
            continue
        if run >= _PARAGRAPH:
            weights.prose[block[-1]] += run
            weights.paragraphs[block[-1]] += 1
        run = 0
        if opens:
            block.append(item)
        else:
            block.pop()
            _carry(weights, ~item, block[-1])
    return weights


def _carry(weights: Weights, n: int, up: int) -> None:
    """Add what an element weighs to the one that holds it."""
    if n != up and (weights.letters[n] or weights.links[n]):  # else it has nothing of the others
        for one in weights.all:
            one[up] += one[n]
