"""Citations as plain text, by a processor of the Citation Style Language and a style.

Two styles come with the program (they are its own work, see `styles/`); any other can be given as
a file, such as one of the thousands that the CSL project keeps.
"""

from __future__ import annotations

import os
import threading
import warnings
from functools import lru_cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from greffier.errors import UsageError

if TYPE_CHECKING:
    from greffier.exports.citing.item import Item

STYLES: Final = ("note", "author-date")
"""The styles that come with the program: a full note, and a reference under author and date."""

# What the processor knows by an older name; what it does not know at all it is not given.
_NAMES: Final = {"event-title": "event"}
_UNKNOWN: Final = frozenset({"custom"})
_CSL: Final = "{http://purl.org/net/xbiblio/csl}"
_OTHER: Final = f"give {', '.join(STYLES)} or the path of a CSL file that has a bibliography"
_ONE_AT_A_TIME: Final = threading.Lock()  # the processor keeps what it works on in the style


def citation(item: Item, style: str = STYLES[0]) -> str:
    """Give a citation as one line of plain text.

    Args:
        item: what is cited.
        style: one of `STYLES`, or the path of a CSL file.

    Raises:
        UsageError: there is no such style, or it is none.
    """
    from citeproc import (  # noqa: PLC0415 - takes 0.1 s
        Citation,
        CitationItem,
        CitationStylesBibliography,
        formatter,
    )
    from citeproc.source.json import CiteProcJSON  # noqa: PLC0415 - see above

    known = {_NAMES.get(key, key): value for key, value in item.items() if key not in _UNKNOWN}
    with _ONE_AT_A_TIME:
        source = CiteProcJSON([known])
        made = CitationStylesBibliography(_style(_stamped(style)), source, formatter.plain)
        made.register(Citation([CitationItem(item["id"])]))
        try:
            (line,) = made.bibliography()
        except (AttributeError, LookupError, TypeError, ValueError) as error:
            if style in STYLES:
                raise
            raise UsageError(style, f"a style that fails: {error}", _OTHER) from error
    return " ".join(str(line).split())


def _stamped(style: str) -> tuple[str, float]:
    """Give a style with the moment of its last change, so that a changed file is read again."""
    if style in STYLES:
        return style, 0.0
    try:
        return style, os.stat(style).st_mtime  # noqa: PTH116 - a text that may be no path
    except (OSError, ValueError) as error:
        raise UsageError("style", f"`{style}`", _OTHER) from error


@lru_cache(maxsize=8)
def _style(stamped: tuple[str, float]) -> Any:  # noqa: ANN401 - citeproc has no types
    style, _ = stamped
    if style in STYLES:
        with as_file(files("greffier.exports.citing") / "styles" / f"{style}.csl") as path:
            return _read(path)
    return _read(Path(style))


def _read(path: Path) -> Any:  # noqa: ANN401 - see above
    from citeproc import CitationStylesStyle  # noqa: PLC0415 - see above

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what a stranger's style has that the processor has not
        try:
            style = CitationStylesStyle(str(path), validate=False)
        except (SyntaxError, AttributeError, TypeError, ValueError) as error:
            raise UsageError(str(path), f"no style: {error}", _OTHER) from error
    if style.root.find(f"{_CSL}bibliography") is None:
        raise UsageError(str(path), "a style without a bibliography", _OTHER)
    return style
