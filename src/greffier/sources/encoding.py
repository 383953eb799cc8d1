"""Bytes to text: the declared encoding, then UTF-8, then what the bytes themselves suggest.

What is declared or valid is certain. The rest is worked out here and not by a library, so that the
same bytes give the same text whatever is installed.
"""

from __future__ import annotations

import codecs

from greffier.errors import WitnessError
from greffier.model import UTF8, Encoding
from greffier.sources.script import one_byte_codec, refuted

# UTF-32 before UTF-16: its little-endian mark begins as that of UTF-16 does.
_DECLARED = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 64 * 1024  # bytes, an even number of them
_CUT_OFF = 2  # bytes of a character that a sample may end in
# In these a control is one byte, and a byte of a control is nothing else.
_BYTEWISE = frozenset({"utf-8", "windows-1251", "windows-1252", "iso-8859-5", "koi8-r"})
_CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\v\f\r\x1a\x1b"))
_MOST_STRANGE = 0.05  # of all bytes; a text has next to no controls and undefined bytes
_WANTED = "text in UTF-8, UTF-16, Windows-1251, Windows-1252, ISO 8859-5 or KOI8-R"

# No codec gives a lone surrogate for valid bytes, so one can stand for a byte that was lost.
_LOST = "\udcff"
_HANDLER = "greffier.lost"


def _mark_lost(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return _LOST * (error.end - error.start), error.end


codecs.register_error(_HANDLER, _mark_lost)


def decoded(data: bytes, *, place: str, declared: str | None = None) -> tuple[str, Encoding]:
    """Give the text of `data` unchanged, and how it was found; a byte order mark is no part of it.

    For each byte that is no character in the encoding, U+FFFD stands in the text and is counted in
    `lost`; where there is none, the text encodes to the same bytes again.

    Args:
        data: what was received.
        place: what to call it in an error.
        declared: the codec that the text itself names. Pages are often written anew as UTF-8 with
            the old name left in them, so what is valid UTF-8 is that.

    Raises:
        WitnessError: the bytes are not text, or in no encoding that is read.
    """
    text, encoding = _decoded(data, declared)
    if "\0" in text:
        raise WitnessError(place, f"a NUL after {text.index(chr(0))} characters: no text", _WANTED)
    strange = len(data) - len(data.translate(None, _CONTROLS)) if encoding.name in _BYTEWISE else 0
    if strange + encoding.lost > _MOST_STRANGE * len(data) + 1:
        raise WitnessError(place, "bytes that are text in no encoding that is read", _WANTED)
    return text, encoding


def _decoded(data: bytes, declared: str | None) -> tuple[str, Encoding]:
    for mark, marked in _DECLARED:
        if data.startswith(mark):
            text, lost = _replaced(data[len(mark) :], marked)
            return text, Encoding(name=marked, basis="declared", lost=lost)
    if b"\0" in data and (wide := _utf16(data)) is not None:
        text, lost = _replaced(data, wide)
        return text, Encoding(name=wide, basis="detected", lost=lost)
    text, lost = _replaced(data, "utf-8")
    if not lost and not _is_shifted(data, declared):
        return text, UTF8
    # Bytes of another encoding hardly ever form UTF-8 by chance: where most do, a few are damaged.
    if sum(char > "\x7f" and char != "\ufffd" for char in text) > lost:
        return text, Encoding(name="utf-8", basis="detected", lost=lost)
    return _as_declared(data, declared) or _of_one_byte(data)


def _is_shifted(data: bytes, declared: str | None) -> bool:
    """Say whether bytes are in an encoding that has other letters behind an escape, in ASCII."""
    return declared is not None and declared.startswith("iso2022") and b"\x1b" in data


def _as_declared(data: bytes, declared: str | None) -> tuple[str, Encoding] | None:
    """Decode as a page says; None where it says nothing, or what cannot be or its words refute."""
    if declared is None or declared == "utf-8" or refuted(data, declared):
        return None
    text, lost = _replaced(data, declared)
    if lost > _MOST_STRANGE * len(data):
        return None
    return text, Encoding(name=_registered(declared), basis="declared", lost=lost)


def _of_one_byte(data: bytes) -> tuple[str, Encoding]:
    codec, name = one_byte_codec(data)
    text, lost = _replaced(data, codec)
    return text, Encoding(name=name, basis="detected", lost=lost)


def _registered(codec: str) -> str:
    """Give the name of a codec in the registry: Python has its own for a few."""
    name = codec.replace("_", "-")
    if name.startswith("cp125"):
        return name.replace("cp", "windows-")
    return name.replace("iso8859", "iso-8859")


def _replaced(data: bytes, codec: str) -> tuple[str, int]:
    """Decode, with U+FFFD for every byte that is no character, and say how many those are."""
    text = data.decode(codec, _HANDLER)
    lost = text.count(_LOST)
    return (text.replace(_LOST, "\ufffd") if lost else text), lost


def _utf16(data: bytes) -> str | None:
    """Say which UTF-16 the bytes are in where they have no mark; None where they are in neither."""
    sample = data[:_SAMPLE]
    for codec in ("utf-16-le", "utf-16-be"):
        text, lost = _replaced(sample, codec)
        if lost <= _CUT_OFF and sum(map(_usual, text)) > 0.9 * len(text):
            return codec
    return None


def _usual(char: str) -> bool:
    """Say whether a character is of those that European texts are made of.

    With its bytes the wrong way round, such a text seems to be Chinese.
    """
    return char in "\t\n\r" or " " <= char < "\u0530" or "\u2000" <= char < "\u2200"
