"""Tags with so many attributes that a parser is long over them."""

from __future__ import annotations

import re

from greffier.errors import WitnessError

# As parsers take a tag apart; of what is no markup, tags are none.
_ATTRIBUTE = (
    r"[^\s/>][^\s/>=]*+"
    r"(?:\s*+=\s*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z)|[^\s>\"'][^\s>]*+)?+)?+"
)
_TAG = re.compile(
    r"<!--.*?(?:--!?>|\Z)"
    r"|<(?P<raw>script|style|textarea|title|xmp|iframe|noembed|noframes)\b.*?(?:</(?P=raw)|\Z)"
    rf"|<[a-z][^\s/>]*+(?P<inside>(?:[\s/]++|{_ATTRIBUTE})*+)",
    re.DOTALL | re.IGNORECASE,
)
_ONE = re.compile(_ATTRIBUTE)
_FEW = 50_000  # characters; a page of as many is parsed in a second, whatever is in it
_LONG = 4_000  # characters of a tag, less than what has attributes enough to matter
# A parser holds each attribute against those before it in the tag.
_MOST_COMPARED = 400_000_000


def refuse_crowded(source: str, *, place: str) -> None:
    """Raise WitnessError where a page has tags that a parser would be long over."""
    if len(source) <= _FEW:
        return
    compared = 0
    for found in _TAG.finditer(source):
        start, end = found.span("inside")
        if end - start < _LONG:
            continue
        many = sum(1 for _ in _ONE.finditer(source, start, end))
        compared += many**2
        if compared > _MOST_COMPARED:
            met, wanted = f"a tag of {many:,} attributes", "save the page anew, from a browser"
            raise WitnessError(place, met, wanted)
