"""Records written in forms that other programs read, as streams: `FORMATS` has them all.

What is written, `taking` takes out of an archive; where it goes, `delivering` knows.
"""

from greffier.exports.registry import (
    FORMATS,
    Each,
    Format,
    Opener,
    Passages,
    Several,
    Together,
    format_named,
)

__all__ = [
    "FORMATS",
    "Each",
    "Format",
    "Opener",
    "Passages",
    "Several",
    "Together",
    "format_named",
]
