"""An authority file read in the format that it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from greffier.authority.imported.delimited import read_csv
from greffier.authority.imported.ftm import read_ftm
from greffier.authority.imported.popolo import read_popolo
from greffier.errors import AuthorityError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from greffier.authority.imported.values import Found

_HEAD = 4_096  # bytes that tell the format


def read_authority(path: Path) -> Found:
    """Read who held which office, whatever the format: entities, a Popolo document, or CSV.

    Raises:
        UsageError: there is no such file.
        AuthorityError: a fault in it; the place is the file and where in it.
    """
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
        found = _reader(head)(path)
    except OSError as error:
        reason = error.strerror or "cannot be opened"
        raise UsageError(str(path), reason, "name a file of persons and offices") from error
    except AuthorityError as error:
        place = error.place if error.place.startswith(path.name) else f"{path.name}: {error.place}"
        raise AuthorityError(place, error.met, error.wanted) from error
    if not found.posts:
        raise AuthorityError(path.name, "nobody who held an office", "persons with their offices")
    return found


def _reader(head: bytes) -> Callable[[Path], Found]:
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not start.startswith((b"{", b"[")):
        return read_csv
    first, _, more = start.partition(b"\n")
    one_line = first.rstrip().endswith(b"}") and b'"schema"' in first
    long_line = not more and b'"schema"' in first
    return read_ftm if one_line or long_line else read_popolo
