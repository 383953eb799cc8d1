"""Headers under which received bytes are handed out: as a text to keep, never as a page."""

from __future__ import annotations

import codecs
import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

if TYPE_CHECKING:
    from greffier.model import Witness

_UNSAFE: Final = re.compile(r"[^A-Za-z0-9._-]+")
_NAME_LIMIT: Final = 120


def witness_headers(witness: Witness) -> dict[str, str]:
    """Give the headers for the bytes of a witness; its name is what a stranger chose."""
    name = PurePosixPath(witness.name.replace("\\", "/")).name[-_NAME_LIMIT:] or witness.id
    return {
        "Content-Type": f"text/plain; charset={_charset(witness.encoding.name)}",
        "Content-Disposition": attachment(name, witness.id),
        "X-Content-Type-Options": "nosniff",
    }


def attachment(name: str, other: str = "file") -> str:
    """Give the disposition of a file to be kept under a name; `other` if that has no letter."""
    plain = _UNSAFE.sub("-", name).strip(".-") or other
    whole = quote(name, safe="", errors="replace")
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{whole}"


def _charset(name: str) -> str:
    """Give the name of the encoding if it is one; a browser told nothing would guess."""
    try:
        codecs.lookup(name)
    except (LookupError, ValueError):
        return "utf-8"
    return name if not _UNSAFE.search(name) else "utf-8"
