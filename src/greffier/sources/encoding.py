"""Bytes to text: the declared encoding, then UTF-8, then what the bytes themselves suggest."""

from __future__ import annotations

import codecs

from greffier.errors import WitnessError
from greffier.model import UTF8, Encoding

# UTF-32 before UTF-16: its little-endian mark begins as that of UTF-16 does.
_DECLARED = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DETECTED = {
    "cp1251": "windows-1251",
    "cp1252": "windows-1252",
    "iso8859_5": "iso-8859-5",
    "koi8_r": "koi8-r",
}
_SAMPLE = 64 * 1024  # bytes; the detector reads about 190 KB a second
_WANTED = "text in UTF-8, UTF-16, Windows-1251, Windows-1252, ISO 8859-5 or KOI8-R"

# No codec gives a lone surrogate for valid bytes, so one can stand for a byte that was lost.
_LOST = "\udcff"
_HANDLER = "greffier.lost"


def _mark_lost(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return _LOST * (error.end - error.start), error.end


codecs.register_error(_HANDLER, _mark_lost)


def decoded(data: bytes, *, place: str) -> tuple[str, Encoding]:
    """Give the text of `data` unchanged, and how it was found; a byte order mark is no part of it.

    For each byte that is no character in the encoding, U+FFFD stands in the text and is counted in
    `lost`; without any, the text encodes to the same bytes again.

    Raises:
        WitnessError: the bytes are not text, or in no encoding that is read.
    """
    text, encoding = _decoded(data, place=place)
    if "\0" in text:
        raise WitnessError(place, f"a NUL at character {text.index(chr(0))}: binary data", _WANTED)
    return text, encoding


def _decoded(data: bytes, *, place: str) -> tuple[str, Encoding]:
    for mark, codec in _DECLARED:
        if data.startswith(mark):
            text, lost = _replaced(data[len(mark) :], codec)
            return text, Encoding(name=codec, basis="declared", lost=lost)
    if b"\0" in data and (codec := _utf16(data)) is not None:
        text, lost = _replaced(data, codec)
        return text, Encoding(name=codec, basis="detected", lost=lost)
    text, lost = _replaced(data, "utf-8")
    if not lost:
        return text, UTF8
    # Bytes of another encoding hardly ever form UTF-8 by chance: where most do, a few are damaged.
    if sum(char > "\x7f" and char != "\ufffd" for char in text) > lost:
        return text, Encoding(name="utf-8", basis="detected", lost=lost)
    codec = _detected(data, place=place)
    text, lost = _replaced(data, codec)
    return text, Encoding(name=_DETECTED[codec], basis="detected", lost=lost)


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
        if lost <= 1 and sum(map(_usual, text)) > 0.9 * len(text):
            return codec
    return None


def _usual(char: str) -> bool:
    """Say whether a character is of those that European texts are made of.

    With its bytes the wrong way round, such a text seems to be Chinese.
    """
    return char in "\t\n\r" or " " <= char < "\u0530" or "\u2000" <= char < "\u2200"


def _detected(data: bytes, *, place: str) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - slow to import and seldom needed

    telling = b"\n".join(line for line in data.splitlines() if not line.isascii())[:_SAMPLE]
    best = from_bytes(telling, cp_isolation=list(_DETECTED), enable_fallback=False).best()
    if best is None or best.encoding not in _DETECTED:
        raise WitnessError(place, "bytes that are text in no encoding that is read", _WANTED)
    return best.encoding
