"""Where the main text of a page is that does not show it: where a well-kept extractor finds words.

The extractor loses bold labels and says nothing of places. So only its answer to *which words* is
used: the element that holds them is found in the page's own tree, and read by our own rules.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from greffier.sources.html.furniture import INLINE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.sources.html.parsing import Parsed

_LARGEST = 2 * 1024 * 1024  # characters; a page that is asked about costs some times its own rules
_MOST = 20_000  # elements
_HELD = 0.9  # of the words that the extractor finds
_TOGETHER = 3  # words, by which a place in the text is known
_LEAST = 20  # such places; fewer are no text
_WORD = re.compile(r"\w+")


def located(page: Parsed, source: str) -> int | None:
    """Give the innermost element with nearly all of the words that the extractor finds.

    None where it finds next to none, or where the page is too large to be asked about.
    """
    if len(source) > _LARGEST or len(page.elements) > _MOST:
        return None
    import trafilatura  # noqa: PLC0415 - takes half a second, and few pages need it

    known = set(_places(trafilatura.extract(source, include_comments=False) or ""))
    found = [0] * len(page.elements)
    for block, words in _runs(page):
        found[block] += sum(place in known for place in _places(words))
    for n in reversed(range(1, len(found))):
        found[page.elements[n].parent] += found[n]
    if not found or found[0] < _LEAST:
        return None
    return max(n for n, held in enumerate(found) if held >= _HELD * found[0])


def _places(words: str) -> Iterator[tuple[str, ...]]:
    """Yield each three words that follow each other."""
    folded = _WORD.findall(words.casefold())
    return zip(*(folded[n:] for n in range(_TOGETHER)), strict=False)


def _runs(page: Parsed) -> Iterator[tuple[int, str]]:
    """Yield the words of a page, those that stand on one line together, with the block they are in.

    A paragraph is no block of its own: one alone is the text of a page only with its neighbours.
    """
    blocks = [0]
    words: list[str] = []
    for item in page.items:
        if isinstance(item, str):
            words.append(item)
            continue
        n = item if item >= 0 else ~item
        tag = page.elements[n].tag
        if tag in INLINE and tag != "br":
            continue
        if words:
            yield blocks[-1], "".join(words)
            words = []
        if tag in _PARAGRAPHS or tag == "br":
            continue
        if item >= 0:
            blocks.append(n)
        elif len(blocks) > 1:
            blocks.pop()


_PARAGRAPHS = frozenset("p li dt dd tr tbody h1 h2 h3 h4 h5 h6 blockquote".split())
