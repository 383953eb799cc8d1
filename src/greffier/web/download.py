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
    plain = _UNSAFE.sub("-", name).strip(".-") or witness.id
    whole = quote(name, safe="", errors="replace")
    return {
        "Content-Type": f"text/plain; charset={_charset(witness.encoding.name)}",
        "Content-Disposition": f"attachment; filename=\"{plain}\"; filename*=UTF-8''{whole}",
        "X-Content-Type-Options": "nosniff",
    }


def _charset(name: str) -> str:
    """Give the name of the encoding if it is one; a browser told nothing would guess."""
    try:
        codecs.lookup(name)
    except (LookupError, ValueError):
        return "utf-8"
    return name if not _UNSAFE.search(name) else "utf-8"
