"""Where on a page the main text is.

Words count as *prose* where a paragraph of some length has them outside links. What the markup says
is furniture is left out, unless most of the prose is in it; then the smallest part of the page that
has nearly all of the prose is its main text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from greffier.sources.html.furniture import INLINE, is_header, part
from greffier.sources.html.stating import heading_of
from greffier.sources.html.weighing import Weights, weighed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from greffier.sources.html.parsing import Element, Parsed

_MOST = 0.5  # of the prose: no furniture has so much
_NEARLY_ALL = 0.85
_SURE = 0.7
_LINKED = 0.8  # of the letters of a list of links
_FEW = 3  # links
_HALF = 0.5  # of the prose of what was chosen
_MOST_COLUMNS = 6
_HIGH_UP = 5  # elements around it, that of the whole page included
_LINE = 60  # characters
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_BESIDE = 800  # characters that may stand beside the main text where its title does
_SINGLE = frozenset({"p", "li", "dt", "dd", "tr", "tbody"})
_LISTS = frozenset({"ul", "ol", "dl", "table", "div", "td"})


@dataclass(slots=True)
class Main:
    """The main text: the elements that have it, in order, and those inside that are left out.

    Args:
        sure: whether the page shows by its markup where its main text is.
        extracted: whether the extractor was asked for it, and knew.
        heading: the element with the page's title, if there is one.
    """

    parts: list[int]
    left_out: dict[int, str]
    sure: bool
    extracted: bool
    heading: int | None


def chosen(page: Parsed, ask: Callable[[], int | None]) -> Main:
    """Find the main text of a page.

    Args:
        page: the page.
        ask: gives the element that has the main text by other means, where the page does not show
            it; None where those do not know either.
    """
    heading = heading_of(page)
    kept = {*page.above(heading), heading} if heading is not None else set()
    weights = weighed(page)
    left_out = _left_out(page, kept, weights.text)
    weights.lighten(page, left_out)
    top = _semantic(page, weights, left_out)
    sure, asked = top is not None, None
    if top is None:
        if teasers := _teasers(page, weights, left_out, kept):
            weights.lighten(page, teasers)
            left_out |= teasers
        top = _smallest(page, weights, left_out)
        sure = _shows(page, weights, left_out, top)
        asked = None if sure else ask()
        top = _with_date(page, weights, top if asked is None else asked)
    for n in _lists_of_links(page, weights, kept):
        left_out.setdefault(n, "aside")
    parts = _with_heading(page, weights, top, heading)
    return Main(parts, left_out, sure, asked is not None, heading)


def _shows(page: Parsed, weights: Weights, left_out: dict[int, str], top: int) -> bool:
    """Say whether the page shows that what was chosen is its main text.

    It does not where it is the whole page though parts were left out; nor where one part of what
    was chosen has most of the prose, and may be the text without the others.
    """
    if page.elements[top].tag in {"html", "body"} and left_out:
        return False
    if not weights.prose[top]:
        return not left_out
    columns = _columns(page, weights, left_out)
    apart = [
        weights.prose[n]
        for n in columns
        if page.elements[n].tag not in _SINGLE
        and not any(_are_alike(page, n, other) for other in columns)
    ]
    return max(apart, default=0) < _HALF * weights.prose[top]


def _are_alike(page: Parsed, n: int, other: int) -> bool:
    """Say whether two elements are called the same, as the speeches of a debate are."""
    one, two = page.elements[n], page.elements[other]
    called = one.attributes.get("class")
    return (
        n != other and bool(called) and (called, one.tag) == (two.attributes.get("class"), two.tag)
    )


def _teasers(
    page: Parsed, weights: Weights, left_out: dict[int, str], kept: set[int]
) -> dict[int, str]:
    """Give what stands beside the most of the prose and leads elsewhere with each paragraph."""
    columns = _columns(page, weights, left_out)
    most = max((weights.prose[n] for n in columns), default=0)
    return {
        n: "aside"
        for n in columns
        if n not in kept
        and weights.prose[n] < _HALF * most
        and weights.links[n] >= max(_FEW, weights.paragraphs[n])
    }


def _columns(page: Parsed, weights: Weights, left_out: dict[int, str]) -> list[int]:
    """Give the parts into which the prose of a page divides, where none has nearly all of it.

    Where there are many, they are no columns but speeches one after the other: there are none.
    """
    below = _below(page, left_out)
    inside = [0] if page.elements else []
    while large := [n for n in inside if weights.prose[n] >= _NEARLY_ALL * weights.prose[0]]:
        inside = below[large[0]]
    inside = [n for n in inside if weights.prose[n]]
    return inside if len(inside) <= _MOST_COLUMNS else []


def _below(page: Parsed, left_out: dict[int, str]) -> list[list[int]]:
    """Give for each element those directly in it that are not left out."""
    below: list[list[int]] = [[] for _ in page.elements]
    for n, element in enumerate(page.elements):
        if n not in left_out and element.parent >= 0:
            below[element.parent].append(n)
    return below


def _left_out(page: Parsed, kept: set[int], text: list[int]) -> dict[int, str]:
    """Give the outermost elements that are furniture, with the part of the page that each is."""
    total = text[0] if text else 0
    out: dict[int, str] = {}
    end = -1
    for n, element in enumerate(page.elements):
        if element.start < end or n in kept:
            continue
        what = part(element) or _header(page, n, element)
        if what and (what != "aside" or text[n] < _MOST * total or not total):
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


def _semantic(page: Parsed, weights: Weights, left_out: dict[int, str]) -> int | None:
    """Give the innermost element that says it is the article and has most of the prose."""
    least = max(_SURE * weights.prose[0], 1)
    for says in (_is_article, _is_main, _is_body):
        named = [n for n, element in _kept(page, left_out) if says(element)]
        if found := [n for n in named if weights.prose[n] >= least]:
            return _with_its_like(page, weights, found[-1], named)
    return None


def _with_its_like(page: Parsed, weights: Weights, found: int, named: list[int]) -> int:
    """Give an article, or what holds it where it is one of a row: an article for each speech."""
    one = page.elements[found]
    like = [
        n
        for n in named
        if weights.prose[n]
        and page.elements[n].parent == one.parent
        and page.elements[n].attributes.get("class") == one.attributes.get("class")
    ]
    return one.parent if len(like) > 1 else found


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


def _smallest(page: Parsed, weights: Weights, left_out: dict[int, str]) -> int:
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
    while page.elements[found].tag in _SINGLE and page.elements[found].parent > 0:
        found = page.elements[found].parent
    return found


def _with_date(page: Parsed, weights: Weights, top: int) -> int:
    """Take in what holds the main text where it adds no more than a line above, with a date."""
    for n in page.above(top):
        added = weights.letters[n] - weights.letters[top]
        if page.elements[n].tag in {"html", "body"} or added > _LINE:
            break
        items = page.items[page.elements[n].start : page.elements[top].start]
        if any(_YEAR.search(item) for item in items if isinstance(item, str)):
            return n
    return top


def _with_heading(page: Parsed, weights: Weights, top: int, heading: int | None) -> list[int]:
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


def _lists_of_links(page: Parsed, weights: Weights, kept: set[int]) -> Iterator[int]:
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
