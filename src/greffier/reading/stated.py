"""What a file states of itself in fields, made readable: escapes and broken lines of YAML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from greffier.reading.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.model import Witness
    from greffier.reading.folding import View

# A backslash and `_` is a blank that does not break; a backslash ends a line that goes on. Several
# in a row are one blank. `\xF6` and `\u2019` are letters and quotation marks.
_ESCAPE = re.compile(
    r" ?(?:\\[_ ]|\\?\n)(?: |\\[_ ]|\\?\n){0,9}"
    r"|\\x(?P<two>[0-9A-Fa-f]{2})|\\u(?P<four>[0-9A-Fa-f]{4})"
)


def unescaped(view: View, witness: Witness) -> View:
    """Give a view in which each field of the head is on one line, as its value reads."""
    return view.edited(_edits(view, witness)) if witness.hints else view


def _edits(view: View, witness: Witness) -> Iterator[tuple[int, int, str]]:
    spans = sorted({hint.span for hint in witness.hints if hint.span is not None})
    last = 0
    for span in spans:
        start, end = view.position(span.start), view.position(span.end - 1) + 1
        for found in _ESCAPE.finditer(view.text, max(start, last), end):
            yield found.start(), found.end(), _meant(found)
            last = found.end()


def _meant(found: re.Match[str]) -> str:
    """Give what an escape stands for, folded as the rest is; a blank for white space."""
    code = int(found["two"] or found["four"] or "20", 16)
    return fold(chr(code)) or " "
