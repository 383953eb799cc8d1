"""Gold and readings as files."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from greffier.errors import FormError, UsageError
from greffier.form import decode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from greffier.model import Reading
    from greffier.scoring.measure import Gold


def golds_in(path: Path) -> list[Gold]:
    """Give the gold records of a file: one JSON object a line, or one with a list of `records`.

    Raises:
        UsageError: there is no such file.
        FormError: it is not of this form; the message names the line.
    """
    data = _bytes(path)
    whole = _whole(data)
    if whole is not None:
        rows: Iterable[tuple[str, Any]] = [
            (f"{path}: record {n}", one) for n, one in enumerate(whole, start=1)
        ]
    else:
        rows = ((place, _json(place, line)) for place, line in _lines(path, data))
    return [_checked(place, one) for place, one in rows]


def readings_in(path: Path) -> dict[str, Reading]:
    """Give the readings of a file with one a line, by every name that gold may call a record by.

    That is each tail of the witness's name: `kremlin/txt/1.txt`, `txt/1.txt` and `1.txt`.

    Raises:
        UsageError: there is no such file.
        FormError: a line is no reading.
    """
    out: dict[str, Reading] = {}
    for place, line in _lines(path, _bytes(path)):
        reading = decode(line, place=place)
        parts = reading.witness.name.split("/")
        out.update(("/".join(parts[at:]), reading) for at in range(len(parts)))
    return out


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        met = (error.strerror or str(error)).lower()
        raise UsageError(str(path), met, "name a file with one JSON object a line") from error


def _lines(path: Path, data: bytes) -> Iterator[tuple[str, bytes]]:
    for n, line in enumerate(data.split(b"\n"), start=1):
        if line.strip():
            yield f"{path}: line {n}", line


def _whole(data: bytes) -> list[Any] | None:
    """Give the records of a file that is one JSON object; None where it is not."""
    try:
        made = json.loads(data)
    except (ValueError, RecursionError):
        return None
    records = made.get("records") if isinstance(made, dict) else None
    return records if isinstance(records, list) else None


def _json(place: str, line: bytes) -> object:
    try:
        return json.loads(line)
    except (ValueError, RecursionError) as error:
        raise FormError(place, f"no JSON ({error})", "one gold record a line") from error


def _checked(place: str, one: object) -> Gold:
    if not isinstance(one, dict) or not isinstance(one.get("file"), str):
        raise FormError(place, "no gold record", 'a JSON object with the name of its "file"')
    return one
