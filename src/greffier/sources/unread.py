"""Files that cannot be read as text, told by their names or by how their bytes begin."""

from __future__ import annotations

import re

from greffier.errors import WitnessError

_WANTED = "give the record as a web page, PDF, DOCX, mail, plain text or Markdown"

_SUFFIXES = {
    ".doc": "a Word file",
    ".odt": "an OpenDocument file",
    ".rtf": "an RTF file",
    ".epub": "an EPUB file",
}

# How the bytes of other forms begin; the first that fits is said.
_BEGINNINGS = (
    (b"PK\x03\x04", "a ZIP archive (or DOCX, ODT, EPUB)"),
    (b"PK\x05\x06", "a ZIP archive"),
    (b"\x1f\x8b", "gzip-compressed data"),
    (b"BZh", "bzip2-compressed data"),
    (b"\xfd7zXZ\x00", "xz-compressed data"),
    (b"\x28\xb5\x2f\xfd", "zstandard-compressed data"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a Word (or other Office) file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
)
# A page saved under another name. White space is bounded, so that a long blank file costs nothing.
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s{0,1000}+(?:<\?xml[^>]{0,200}+>\s{0,100}+)?"
    rb"(?:<!doctype\s{1,100}html|<html[\s>])",
    re.IGNORECASE,
)
_FIELD = rb"[A-Za-z][A-Za-z0-9-]{0,60}+:[^\n]{0,2000}+\n(?:[ \t][^\n]{0,2000}+\n){0,60}+"
# What programs write into the head of each message, and nobody who tells of one in a text.
_MAIL = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:\r?\n){0,3}+(?:From (?=[^\n]{0,300}\d\d:\d\d)[^\n]{1,300}+\n)?"
    rb"(?:(?!(?:MIME-Version|Message-ID|Received):)" + _FIELD + rb"){0,60}+"
    rb"(?:MIME-Version|Message-ID|Received):",
    re.IGNORECASE,
)


def refuse_suffix(suffix: str, *, place: str) -> None:
    """Raise WitnessError where a file's name says that it is of a form that is not read."""
    if suffix in _SUFFIXES:
        raise WitnessError(place, f"{_SUFFIXES[suffix]}, which is not read yet", _WANTED)


def refuse_binary(data: bytes, *, place: str) -> None:
    """Raise WitnessError where bytes begin as those of another form do."""
    for beginning, what in _BEGINNINGS:
        if data.startswith(beginning):
            raise WitnessError(place, f"{what}, which is not read", _WANTED)


def is_page(data: bytes) -> bool:
    """Say whether bytes begin as a web page does, whatever its file is called."""
    return _PAGE.match(data) is not None


def is_mail(data: bytes) -> bool:
    """Say whether bytes begin as a message of mail does, whatever its file is called."""
    return _MAIL.match(data) is not None
