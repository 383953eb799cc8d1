"""What a file states of itself in fields, made readable: escapes and broken lines of YAML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.model import Witness
    from greffier.reading.folding import View

# A backslash and `_` is a blank that does not break; a backslash ends a line that goes on.
_ESCAPE = re.compile(r"\\\n ?\\? ?|\\[_ ]|\n")


def unescaped(view: View, witness: Witness) -> View:
    """Give a view in which each field of the head is on one line, as its value reads."""
    return view.edited(_edits(view, witness)) if witness.hints else view


def _edits(view: View, witness: Witness) -> Iterator[tuple[int, int, str]]:
    spans = sorted({hint.span for hint in witness.hints if hint.span is not None})
    last = 0
    for span in spans:
        start, end = view.position(span.start), view.position(span.end - 1) + 1
        for found in _ESCAPE.finditer(view.text, max(start, last), end):
            yield found.start(), found.end(), " "
            last = found.end()
