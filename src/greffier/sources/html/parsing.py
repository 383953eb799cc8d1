"""A page as a flat list of its elements and words, which no depth of nesting makes slow to walk."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser, LexborNode

from greffier.errors import WitnessError
from greffier.sources.html.crowded import refuse_crowded

if TYPE_CHECKING:
    from collections.abc import Iterator

# Their content is no text of the page.
_TEXT = "-text"
_CLOSED = frozenset(
    "script style template noscript svg math iframe object embed canvas audio video map select "
    "datalist textarea button input frameset head rp dialog menu progress meter".split()
)
_FORMATTING = frozenset("b big code em font i nobr s small strike strong tt u".split())
# Closed by what follows them, or never holding anything.
_CLOSING_THEMSELVES = frozenset(
    "p li dt dd tr td th thead tbody tfoot option optgroup colgroup rt rp a "
    "area base br col embed hr img input link meta param source track wbr "
    "html head body".split()
)
# A tag with its attributes, or what only looks as if tags were in it.
_TAG = re.compile(
    r"<!--.*?(?:--!?>|\Z)"
    r"|<(?P<raw>script|style|textarea|title|xmp|iframe|noembed|noframes)\b.*?(?:</(?P=raw)|\Z)"
    r"|<(?P<end>/?)(?P<name>[a-z][^\s/>]{0,40}+)"
    r"(?:[^\"'>]{0,2000}+(?:\"[^\"]{0,2000}+\"|'[^']{0,2000}+'))*+",
    re.DOTALL | re.IGNORECASE,
)
# A parser looks through the open elements at most tags, and opens formatting anew in each
# paragraph where it was left open: both grow with the square of what a hostile page has of them.
_MOST_LOOKED_THROUGH = 1_000_000_000
_MOST_OPENED_ANEW = 5_000_000
_MOST_ITEMS = 2_000  # tags and words in which a heading, a date or a card begins to say something
_MOST_TAGS = 400_000  # some seconds' work; the longest page we know of has 20,000
_WANTED = "save the page anew, from a browser"


@dataclass(slots=True)
class Element:
    """An element of the page; `start` and `end` are where it opens and closes among the items."""

    tag: str
    attributes: dict[str, str | None]
    parent: int
    start: int
    end: int = 0


@dataclass(slots=True)
class Parsed:
    """A page: its elements in order, and its items.

    An item is words, or the number `n` of an element that opens, or `~n` of one that closes.
    """

    root: LexborNode
    elements: list[Element] = field(default_factory=list)
    items: list[int | str] = field(default_factory=list)

    def above(self, n: int) -> Iterator[int]:
        """Yield the number of each element that holds the element `n`, the innermost first."""
        n = self.elements[n].parent
        while n >= 0:
            yield n
            n = self.elements[n].parent

    def words(self, n: int, most: int = 1000, *, between: str = "") -> str:
        """Give the words of an element on one line, cut off where they or its tags are very many.

        Args:
            n: the element.
            most: how many characters are enough.
            between: what to put between the words of one element and of the next.
        """
        out: list[str] = []
        length = 0
        start, end = self.elements[n].start, self.elements[n].end
        for item in self.items[start : min(end, start + _MOST_ITEMS)]:
            if isinstance(item, str):
                out.append(item)
                length += len(item)
                if length > most:
                    break
            elif item >= 0 and self.elements[item].tag == "br":
                out.append(" ")
        if between:
            return between.join(" ".join(one.split()) for one in out if one.strip())[:most]
        return " ".join("".join(out).split())[:most]


def parsed(source: str, *, place: str) -> Parsed:
    """Parse a page as browsers do.

    Raises:
        WitnessError: the markup is nested so deeply, or its tags have so many attributes, that it
            would not be read in any time.
    """
    _refuse_nested(source, place)
    refuse_crowded(source, place=place)
    try:
        parser = LexborHTMLParser(source)
        root = parser.root
    except (ValueError, RuntimeError) as error:
        raise WitnessError(place, f"markup that cannot be parsed: {error}", _WANTED) from error
    if root is None:
        raise WitnessError(place, "no markup and no words", "a page has words in it")
    page = Parsed(root)
    _walk(root, page)
    return page


def _walk(root: LexborNode, page: Parsed) -> None:
    """Lay the tree out flat, without recursion: it may be deep."""
    elements, items = page.elements, page.items
    inside = -1
    node: LexborNode | None = root
    while node is not None:
        below = None
        tag = node.tag
        if tag == _TEXT:
            items.append(node.text_content or "")
        elif tag is not None and tag not in _CLOSED and node.is_element_node:
            n = len(elements)
            elements.append(Element(tag, node.attributes, inside, len(items)))
            items.append(n)
            below = node.first_child
            if below is None:
                elements[n].end = len(items)
                items.append(~n)
            else:
                inside = n
        while below is None and inside >= 0:
            below = node.next
            if below is None:
                closed = elements[inside]
                closed.end = len(items)
                items.append(~inside)
                inside = closed.parent
                node = node.parent
                if node is None:
                    return
        node = below


def _refuse_nested(source: str, place: str) -> None:
    """Find out how much there is to look through before the parser does, in one pass."""
    if source.count("<") ** 2 <= _MOST_OPENED_ANEW:
        return  # however they are nested
    opened: dict[str, int] = {}
    deep = formatting = looked = anew = tags = 0
    for found in _TAG.finditer(source):
        name = found["name"]
        if name is None:
            continue
        name = name.lower()
        tags += 1
        looked += deep
        if name in _CLOSING_THEMSELVES:
            anew += formatting
        elif not found["end"]:
            opened[name] = opened.get(name, 0) + 1
            deep += 1
            if name in _FORMATTING:
                formatting += 1
            else:
                anew += formatting
        elif opened.get(name, 0):
            opened[name] -= 1
            deep -= 1
            formatting -= name in _FORMATTING
        if looked > _MOST_LOOKED_THROUGH or anew > _MOST_OPENED_ANEW:
            raise WitnessError(place, f"markup nested {deep:,} deep", _WANTED)
    if tags > _MOST_TAGS:
        raise WitnessError(place, f"a page of {tags:,} tags", "a record has far fewer")
