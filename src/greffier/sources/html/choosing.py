"""Where on a page the main text is.

Words count as *prose* where a paragraph of some length has them outside links. What the markup says
is furniture is left out, unless most of the prose is in it; then the smallest part of the page that
has nearly all of the prose is its main text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from greffier.sources.html.furniture import is_header, part
from greffier.sources.html.stating import heading_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.sources.html.parsing import Element, Parsed

INLINE = frozenset(
    "a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark nobr "
    "q rb rt ruby s samp small span strike strong sub sup time tt u var wbr".split()
)
_PARAGRAPH = 60  # characters outside links; shorter ones are labels, dates, names of menus
_MOST = 0.5  # of the prose: no furniture has so much
_NEARLY_ALL = 0.85
_SURE = 0.7
_LINKED = 0.8  # of the letters of a list of links
_FEW = 3  # links
_HIGH_UP = 5  # elements around it, that of the whole page included
_BESIDE = 800  # characters that may stand beside the main text where its title does
_LISTS = frozenset({"ul", "ol", "dl", "table", "div", "td"})


@dataclass(slots=True)
class Main:
    """The main text: the elements that have it, in order, and those inside that are left out.

    Args:
        sure: whether the page shows where its main text is; if not, it is the whole body.
        heading: the element with the page's title, if there is one.
    """

    parts: list[int]
    left_out: dict[int, str]
    sure: bool
    heading: int | None


@dataclass(slots=True)
class _Weights:
    """For each element: its prose, its letters, those of links among them, and its links."""

    prose: list[int]
    letters: list[int]
    linked: list[int]
    links: list[int]

    def lighten(self, page: Parsed, left_out: dict[int, str]) -> None:
        """Take away from every element what is left out of it."""
        for weights in (self.prose, self.letters, self.linked, self.links):
            less = [0] * len(weights)
            for n in reversed(range(len(weights))):
                if n in left_out:
                    less[n] = weights[n]
                if less[n]:
                    weights[n] -= less[n]
                    if (up := page.elements[n].parent) >= 0:
                        less[up] += less[n]


def chosen(page: Parsed) -> Main:
    """Find the main text of a page."""
    heading = heading_of(page)
    kept = {*page.above(heading), heading} if heading is not None else set()
    weights = _weighed(page)
    left_out = _left_out(page, kept, weights.prose)
    weights.lighten(page, left_out)
    top = _semantic(page, weights, left_out)
    sure = top is not None
    if top is None:
        top = _smallest(page, weights, left_out)
        sure = page.elements[top].tag not in {"html", "body"} or not left_out
    for n in _lists_of_links(page, weights, kept):
        left_out.setdefault(n, "aside")
    return Main(_with_heading(page, weights, top, heading), left_out, sure, heading)


def _left_out(page: Parsed, kept: set[int], prose: list[int]) -> dict[int, str]:
    """Give the outermost elements that are furniture, with the part of the page that each is."""
    total = prose[0] if prose else 0
    out: dict[int, str] = {}
    end = -1
    for n, element in enumerate(page.elements):
        if element.start < end or n in kept:
            continue
        what = part(element) or _header(page, n, element)
        if what and (what != "aside" or prose[n] < _MOST * total or not total):
            out[n] = what
            end = element.end
    return out


def _header(page: Parsed, n: int, element: Element) -> str | None:
    """A header high up in the page is the page's; further in, that of a speech or a section."""
    if not is_header(element):
        return None
    above = [page.elements[one].tag for one in page.above(n)]
    inside = not {"article", "main", "section"}.isdisjoint(above)
    return None if inside or len(above) > _HIGH_UP else "aside"


def _weighed(page: Parsed) -> _Weights:
    """Weigh every element that is not inline."""
    size = len(page.elements)
    weights = _Weights([0] * size, [0] * size, [0] * size, [0] * size)
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
        run = 0
        if opens:
            block.append(item)
        else:
            block.pop()
            _carry(weights, ~item, block[-1])
    return weights


def _carry(weights: _Weights, n: int, up: int) -> None:
    """Add what an element weighs to the one that holds it."""
    if n != up:
        weights.prose[up] += weights.prose[n]
        weights.letters[up] += weights.letters[n]
        weights.linked[up] += weights.linked[n]
        weights.links[up] += weights.links[n]


def _semantic(page: Parsed, weights: _Weights, left_out: dict[int, str]) -> int | None:
    """Give the innermost element that says it is the article and has most of the prose."""
    total = weights.prose[0]
    for says in (_is_article, _is_main, _is_body):
        found = [
            n
            for n, element in _kept(page, left_out)
            if says(element) and weights.prose[n] >= max(_SURE * total, 1)
        ]
        if found:
            return found[-1]
    return None


def _kept(page: Parsed, left_out: dict[int, str]) -> Iterator[tuple[int, Element]]:
    end = -1
    for n, element in enumerate(page.elements):
        if element.start >= end:
            if n in left_out:
                end = element.end
            else:
                yield n, element


def _is_article(element: Element) -> bool:
    return element.tag == "article" or element.attributes.get("role") == "article"


def _is_main(element: Element) -> bool:
    return element.tag == "main" or element.attributes.get("role") == "main"


def _is_body(element: Element) -> bool:
    return "articleBody" in (element.attributes.get("itemprop") or "").split()


def _smallest(page: Parsed, weights: _Weights, left_out: dict[int, str]) -> int:
    """Give the innermost element that has nearly all of the prose, or the body where none is."""
    body = next((n for n, one in enumerate(page.elements) if one.tag == "body"), 0)
    total = weights.prose[0]
    if not total:
        return body
    found = body
    for n, element in _kept(page, left_out):
        if element.tag not in INLINE and weights.prose[n] >= _NEARLY_ALL * total and n > found:
            found = n
    # One long paragraph is the text of a page only with its neighbours.
    while (
        page.elements[found].tag in {"p", "li", "tr", "tbody"} and page.elements[found].parent > 0
    ):
        found = page.elements[found].parent
    return found


def _with_heading(page: Parsed, weights: _Weights, top: int, heading: int | None) -> list[int]:
    """Take in the title where it stands beside the main text: what is between is short."""
    if heading is None or heading == top or heading in page.above(top):
        return [top]
    above = list(page.above(heading))
    if top in above:
        return [top]
    outer = [top, *page.above(top)]
    held = set(above)
    shared = next(n for n in outer if n in held)
    if weights.letters[shared] - weights.letters[top] <= _BESIDE:
        return [shared]
    return [heading, top] if page.elements[heading].start < page.elements[top].start else [top]


def _lists_of_links(page: Parsed, weights: _Weights, kept: set[int]) -> Iterator[int]:
    """Yield what is made of links and has no prose: menus that nothing calls a menu.

    Only the innermost: what else stands in the table of a page may be its title.
    """
    inner = set()
    for n in reversed(range(len(page.elements))):
        element = page.elements[n]
        if n not in inner and (element.tag not in _LISTS or weights.links[n] < _FEW):
            continue
        inner.add(element.parent)  # so that nothing above is asked
        if (
            n not in inner
            and n not in kept
            and not weights.prose[n]
            and weights.linked[n] >= _LINKED * weights.letters[n]
        ):
            yield n
