"""Whether words stand in a text, and where: what a quotation is checked by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from greffier.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

# Print and keyboards differ in these, and nobody is misquoted by it.
_ALIKE = {ord(char): "'" for char in "‘’‚‛`´ʼ"}
_ALIKE |= {ord(char): '"' for char in "“”„‟«»"}
_ALIKE |= {ord(char): "-" for char in "‐‑‒–—―−"}
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")


def standing(text: str, words: str) -> Iterator[Span]:
    """Yield where words stand in a text, letter by letter, from its start on.

    White space may differ in kind and number, and so may quotation marks, dashes and characters
    that nobody sees; letters may not, in case either. Found stretches do not overlap.

    Args:
        text: where to look.
        words: what is to stand there; none of them stand anywhere.
    """
    folded, places = _fold(text)
    wanted = _fold(words)[0].strip()
    at = folded.find(wanted) if wanted else -1
    while at >= 0:
        end = at + len(wanted)
        yield Span(places[at], places[end - 1] + 1)
        at = folded.find(wanted, end)


def _fold(text: str) -> tuple[str, list[int]]:
    """Give a text with its variety taken out, and where each character of it stood."""
    kept: list[str] = []
    places: list[int] = []
    for at, char in enumerate(text.translate(_ALIKE)):
        space = char.isspace()
        if char in _INVISIBLE or (space and kept and kept[-1] == " "):
            continue
        kept.append(" " if space else char)
        places.append(at)
    return "".join(kept), places
