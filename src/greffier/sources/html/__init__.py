"""HTML: the text of a page, with what its markup says of the words.

Four steps, each a file: `parsing` (the tree that a browser makes, as a flat list),
`furniture` (what an element is, told from its name and its attributes), `choosing` (where the main
text is), `writing` (its words and marks). Where the page does not show its main text, `locating`
asks an extractor; `stating` reads what the page states about itself.
"""

from __future__ import annotations

from greffier.sources.html.choosing import chosen
from greffier.sources.html.locating import located
from greffier.sources.html.parsing import parsed
from greffier.sources.html.stating import marked, stated
from greffier.sources.html.writing import written
from greffier.sources.text import Form

__all__ = ["form"]


def form(source: str, *, place: str) -> Form:
    """Give the form of a page: its main text, with marks, and what it states about itself.

    Paragraphs are parted by blank lines, `<br>` ends a line. Menus, share bars, comments and
    whatever else is told to be furniture by the markup is left out.

    Raises:
        WitnessError: the markup is nested so deeply that it would not be read in any time.
    """
    page = parsed(source, place=place)
    main = chosen(page, lambda: located(page, source))
    where = marked(page, main)
    writing = written(page, main, frozenset(where.values()))
    return Form(
        media_type="text/html",
        words=writing.words,
        marks=writing.marks,
        hints=stated(page, main, writing, where),
    )
