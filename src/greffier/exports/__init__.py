"""Records written in forms that other programs read, as streams: `FORMATS` has them all."""

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
from greffier.exports.taking import Taken, found, from_archive

__all__ = [
    "FORMATS",
    "Each",
    "Format",
    "Opener",
    "Passages",
    "Several",
    "Taken",
    "Together",
    "format_named",
    "found",
    "from_archive",
]
