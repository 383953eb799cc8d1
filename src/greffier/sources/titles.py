"""Where a text prints the title that its form states beside it."""

from __future__ import annotations

from greffier.model import Hint, Span

_HEAD = 3000  # characters, in which a title stands
_SHORTEST = 10


def on_its_line(title: Hint, words: str) -> Hint:
    """Give the line that a stated title begins with, where the text has it: it is the title."""
    full = folded(title.value)
    start = 0
    for line in words[:_HEAD].split("\n"):
        bare = line.strip()
        if len(bare) >= _SHORTEST and full.startswith(folded(bare)):
            at = start + line.index(bare)
            return Hint(key="title", value=bare, span=Span(at, at + len(bare)))
        start += len(line) + 1
    return title


def folded(words: str) -> str:
    """Give words as two ways of printing them have in common: without case and odd blanks."""
    return " ".join(words.split()).casefold()
