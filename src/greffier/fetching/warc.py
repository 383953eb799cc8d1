"""WARC records of what was fetched: request and answer as they went over the wire (ISO 28500)."""

from __future__ import annotations

import base64
import gzip
import hashlib
import re
import uuid
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import datetime

    from greffier.fetching.asking import Answer

_HEAD_ENDS: Final = re.compile(rb"\n\r?\n")


def head_of_file(name: str, at: datetime, agent: str) -> bytes:
    """Give the record that a file begins with: what wrote it, and by which rules it fetched.

    Args:
        name: of the file.
        at: when, in UTC.
        agent: the program as it names itself to servers.
    """
    fields = {
        "software": agent,
        "format": "WARC File Format 1.1",
        "conformsTo": "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
        "robots": "obey",
        "http-header-user-agent": agent,
    }
    block = "".join(f"{key}: {value}\r\n" for key, value in fields.items()).encode()
    head = {"WARC-Filename": name, "Content-Type": "application/warc-fields"}
    return _record("warcinfo", _name(), at, head, block)


def records_of(answer: Answer) -> tuple[bytes, bytes]:
    """Give the records of an answer and of the request for it, each packed by itself."""
    told, asked = _name(), _name()
    common = {"WARC-Target-URI": str(answer.address), "WARC-IP-Address": answer.ip}
    response = _record(
        "response",
        told,
        answer.at,
        {
            **common,
            "WARC-Concurrent-To": asked,
            "WARC-Payload-Digest": digest(_payload(answer.received)),
            "Content-Type": "application/http; msgtype=response",
        },
        answer.received,
    )
    request = _record(
        "request",
        asked,
        answer.at,
        {
            **common,
            "WARC-Concurrent-To": told,
            "Content-Type": "application/http; msgtype=request",
        },
        answer.request,
    )
    return response, request


def _record(kind: str, name: str, at: datetime, head: dict[str, str], block: bytes) -> bytes:
    fields = {
        "WARC-Type": kind,
        "WARC-Record-ID": name,
        "WARC-Date": at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        **head,
        "WARC-Block-Digest": digest(block),
        "Content-Length": str(len(block)),
    }
    lines = "".join(f"{key}: {value}\r\n" for key, value in fields.items())
    return gzip.compress(b"WARC/1.1\r\n" + lines.encode() + b"\r\n" + block + b"\r\n\r\n")


def _name() -> str:
    return f"<urn:uuid:{uuid.uuid4()}>"


def _payload(received: bytes) -> bytes:
    """Give what stands behind the headers, as it came; their lines may end as those of a text."""
    end = _HEAD_ENDS.search(received)
    return received[end.end() :] if end else b""


def digest(data: bytes) -> str:
    """Give the digest of bytes as WARC writes it."""
    return "sha256:" + base64.b32encode(hashlib.sha256(data).digest()).decode()
