"""Which part of a message is its text: the page if it has one, else the plain text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from email.message import Message
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from greffier.errors import WitnessError
from greffier.sources.mail.message import decoded_words

if TYPE_CHECKING:
    from collections.abc import Iterator

_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_TEXTS = frozenset({"text/plain", "text/markdown", *_PAGES})
_LONGEST_DATE = 200
_LONGEST_NAME = 200
_MOST_SAID = 20  # parts that are not read
_SENT = ("Message-ID", "Received", "To", "Delivered-To", "Return-Path")
_STUFFED = re.compile(rb"^ ", re.MULTILINE)
_SOFT_END = re.compile(rb" \n")
_OVER_SIGNATURE = re.compile(rb"\n-- \n")
_WANTED = "give a message with words of its own, or what is attached to it as a file"


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A message with one of its parts chosen.

    Args:
        body: the bytes of the part that is the text.
        charset: the encoding that the part names.
        is_page: whether it is HTML.
        subject: as printed in the head.
        day: when it was sent or saved, in ISO 8601.
        url: where the page was saved from.
        was_sent: whether it went through the mail, and is no page that was saved.
        unread: what else is in the message, in words for people.
    """

    body: bytes
    charset: str | None
    is_page: bool
    subject: str
    day: str | None
    url: str | None
    was_sent: bool
    unread: tuple[str, ...]


def opened(message: Message, *, place: str) -> Letter:
    """Choose the part of a message that is its text.

    Raises:
        WitnessError: no part of it is text.
    """
    body = _body(message)
    if body is None:
        held = ", ".join(_said(message, None))
        met = f"a message without a text, with {held}" if held else "a message without words"
        raise WitnessError(place, met, _WANTED)
    page = body.get_content_type() in _PAGES
    return Letter(
        body=_bytes(body) if page else _unflowed(body),
        charset=_charset(body),
        is_page=page,
        subject=str(message.get("Subject", "")),
        day=_day(str(message.get("Date", ""))),
        url=_url(message, body),
        was_sent=any(field in message for field in _SENT),
        unread=_said(message, body),
    )


def _body(message: Message) -> Message | None:
    """Give the part that is the text: among alternatives the richest, else the first there is."""
    if not message.is_multipart():
        readable = message.get_content_type() in _TEXTS and not _is_attached(message)
        return message if readable and _bytes(message).strip() else None
    parts = _parts(message)
    kind = message.get_content_type()
    if kind == "multipart/related":
        parts = _root_first(message, parts)
    # A part without a head of its own is false as a truth value.
    bodies = [_body(part) for part in parts if not _is_attached(part)]
    found = [body for body in bodies if body is not None]
    if kind == "multipart/alternative":
        found.sort(key=_is_page, reverse=True)
    return found[0] if found else None


def _parts(message: Message) -> list[Message]:
    return [part for part in message.get_payload() if isinstance(part, Message)]


def _root_first(message: Message, parts: list[Message]) -> list[Message]:
    """Put the part first that a page with its pictures names as the page."""
    root = message.get_param("start")
    if not isinstance(root, str):
        return parts
    return sorted(parts, key=lambda one: one.get("Content-ID", "").strip() != root.strip())


def _is_page(part: Message) -> bool:
    return part.get_content_type() in _PAGES


def _is_attached(part: Message) -> bool:
    return part.get_content_disposition() == "attachment"


def _said(message: Message, body: Message | None) -> tuple[str, ...]:
    unread = list(_unread(message, body))
    more = len(unread) - _MOST_SAID
    return (*unread[:_MOST_SAID], *([f"{more} more parts"] if more > 0 else ()))


def _unread(message: Message, body: Message | None) -> Iterator[str]:
    """Yield what of a message is not read; the pictures of a page and other forms of it are."""
    if message is body:
        return
    if not message.is_multipart():
        if _bytes(message):
            yield _named(message)
        return
    if _is_attached(message):
        yield f"an attached message ({message.get_content_type()})"
        return
    inside = body is not None and any(part is body for part in message.walk())
    kind = message.get_content_type()
    for part in _parts(message):
        whole = inside and kind in {"multipart/related", "multipart/alternative"}
        if not whole or _is_attached(part) or any(one is body for one in part.walk()):
            yield from _unread(part, body)


def _named(part: Message) -> str:
    name = decoded_words(part.get_filename() or "")[:_LONGEST_NAME]
    kind = part.get_content_type()
    what = "attachment" if name or _is_attached(part) else "further part"
    return f"{what} {name} ({kind})" if name else f"{what} ({kind})"


def _bytes(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _charset(part: Message) -> str | None:
    """Give the encoding that a part names; None where what stands there names none."""
    try:
        return part.get_content_charset()
    except (LookupError, TypeError, ValueError):
        return None  # nothing is believed of it: the bytes themselves say what they are


def _unflowed(part: Message) -> bytes:
    """Give a plain text; lines that a program of mail broke, with a blank at their end, are whole.

    So RFC 3676 has it, where the part says that its lines flow. The dashes over a signature are a
    sign for such programs, and go.
    """
    words = _OVER_SIGNATURE.sub(b"\n\n", _bytes(part).replace(b"\r\n", b"\n"))
    if str(part.get_param("format") or "").lower() != "flowed":
        return words
    glue = b"" if str(part.get_param("delsp") or "").lower() == "yes" else b" "
    return _SOFT_END.sub(glue, _STUFFED.sub(b"", words))


def _day(printed: str) -> str | None:
    """Give the day of a `Date` field; None where it holds no date."""
    if not printed or len(printed) > _LONGEST_DATE:
        return None
    try:
        return parsedate_to_datetime(printed).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None  # a field that is no date states none


def _url(message: Message, body: Message) -> str | None:
    for part, field in (
        (message, "Snapshot-Content-Location"),
        (body, "Content-Location"),
        (message, "Content-Location"),
    ):
        target = "".join(str(part.get(field, "")).split())
        if target.startswith(("https://", "http://")):
            return target
    return None
