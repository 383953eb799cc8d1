"""WARC files: pages as they were fetched, with their addresses and the time of fetching."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from fastwarc.warc import ArchiveIterator, WarcRecordType

from greffier.errors import DataError, WitnessError
from greffier.sources.chunks import bare
from greffier.sources.forms import MEDIA_TYPES
from greffier.sources.items import named

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from fastwarc.warc import HeaderMap, WarcRecord

_HELD = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
_ENCODED = ("content-encoding", "transfer-encoding")
_SUFFIX = {
    "application/pdf": ".pdf",
    "application/xhtml+xml": ".html",
    "text/html": ".html",
    "text/markdown": ".md",
    "text/plain": ".txt",
}
_FOUND = 200  # the status of an answer that brings what was asked for


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a WARC record holds.

    Args:
        data: the page or file, unpacked.
        url: where it was fetched from.
        retrieved: when, as ISO 8601 in UTC.
        charset: the encoding that the server named, if it did.
        suffix: what a file of its type ends in; empty where that is not known.
    """

    data: bytes
    url: str
    retrieved: str | None
    charset: str | None
    suffix: str


def places(path: Path) -> Iterator[str]:
    """Yield where the pages and files begin that a WARC file brought, and that may be records.

    Raises:
        DataError: it is no WARC file, or damaged.
    """
    found = False
    try:
        with path.open("rb") as file:
            for record in ArchiveIterator(
                file, record_types=WarcRecordType.any_type, quirks_mode=True
            ):
                found = True
                if record.record_type & _HELD and _may_be_read(record):
                    yield str(record.stream_pos)
    except OSError as error:
        raise DataError(named(path), f"a damaged WARC file ({error})", "fetch it anew") from error
    if not found:
        raise DataError(named(path), "no WARC record", "give a file of WARC records, or gzip of it")


def fetched(path: Path, inside: str, *, place: str, most: int) -> Fetched:
    """Give what a record holds, and of a larger one no more than shows that it is too large.

    Args:
        path: the file.
        inside: the byte at which the record begins.
        place: what to call it in an error.
        most: bytes to unpack.

    Raises:
        WitnessError: it is cut off or cannot be unpacked.
    """
    try:
        record, data = _body(path, int(inside), most, decode=False)
        if len(data) < min(record.content_length, most):
            raise WitnessError(place, "the WARC file is cut off in this record", "fetch it anew")
        headers = _answer(record)
        if headers is not None and any(name in headers for name in _ENCODED):
            record, data = _unpacked(path, int(inside), most, record, data)
    except (OSError, ValueError) as error:
        raise WitnessError(place, f"it cannot be unpacked ({error})", "fetch it anew") from error
    return Fetched(
        data=data,
        url=(record.headers.get("WARC-Target-URI") or "").strip("<>"),
        retrieved=_day(record),
        charset=record.http_charset,
        suffix=_SUFFIX.get(_type(record), ""),
    )


def name_of(url: str) -> str:
    """Give what to call what was fetched: its address without the scheme, if it is one."""
    try:
        parts = urlsplit(url)
    except ValueError:  # brackets that hold no address of a machine
        return url
    return f"{parts.netloc}{parts.path}" or url


def _body(path: Path, start: int, most: int, *, decode: bool) -> tuple[WarcRecord, bytes]:
    with path.open("rb") as file:
        file.seek(start)
        # Head lines may end as those of text do: servers send them so, and browsers take them.
        records = ArchiveIterator(
            file, parse_http=True, auto_decode="all" if decode else "none", quirks_mode=True
        )
        record = next(iter(records), None)
        if record is None:
            raise ValueError(f"no record begins at byte {start}")
        return record, record.reader.read(most + 1)


def _unpacked(
    path: Path, start: int, most: int, packed: WarcRecord, data: bytes
) -> tuple[WarcRecord, bytes]:
    """Give what a record holds without the chunks that it came in, and unpacked.

    Args:
        path: the file.
        start: where the record begins.
        most: bytes to unpack.
        packed: the record, as it came.
        data: what it holds, as it came.
    """
    try:
        return _body(path, start, most, decode=True)
    except OSError:  # the library takes no chunk that says more of itself than its length
        headers = _answer(packed)
        if headers is None or "transfer-encoding" not in headers:
            raise
        lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        head = f"HTTP/1.1 200 OK\r\n{lines}\r\n".encode("utf-8", "replace")
        with path.open("rb") as file:
            file.seek(start)
            record = next(ArchiveIterator(file, parse_http=False))
        record.set_bytes_content(head + bare(data))
        record.parse_http("all")
        return record, record.reader.read(most + 1)


def _may_be_read(record: WarcRecord) -> bool:
    headers = _answer(record)
    if headers is not None and headers.status_code != _FOUND:
        return False
    return _type(record) in MEDIA_TYPES


# What these two give may be None, whatever the types of the library say.


def _answer(record: WarcRecord) -> HeaderMap | None:
    return record.http_headers


def _day(record: WarcRecord) -> str | None:
    when = _date(record)
    return when.isoformat().replace("+00:00", "Z") if when is not None else None


def _date(record: WarcRecord) -> datetime | None:
    return record.record_date


def _type(record: WarcRecord) -> str:
    said = record.http_content_type or record.headers.get("Content-Type") or ""
    return said.partition(";")[0].strip().lower()
