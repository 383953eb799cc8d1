"""Words and elements as XML 1.0 holds them, whatever a record has in it.

XML 1.0 has no way to write most control characters, half characters (lone surrogates) and two
others. `plain` puts a picture of the character in their place (U+2400 and following) where there is
one and U+FFFD elsewhere; what writes a document says so in its head.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

UNWRITABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""One character that XML 1.0 cannot hold, by itself or by a reference."""

DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'

_PICTURES: Final = 0x2400
_CONTROLS: Final = 0x20
_NAME: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]{0,200}")
# A return would be read as a line's end, as blanks of an attribute are.
_IN_TEXT: Final = {"\r": "&#13;"}
_IN_ATTRIBUTE: Final = {**_IN_TEXT, '"': "&quot;", "\n": "&#10;", "\t": "&#9;"}


def plain(text: str) -> str:
    """Give words as content of an element, with a stand-in for what XML cannot hold."""
    return escape(UNWRITABLE.sub(_stand_in, text), _IN_TEXT)


def picture(char: str) -> str:
    """Give what stands for a character that XML cannot hold."""
    return chr(_PICTURES + ord(char)) if ord(char) < _CONTROLS else "\ufffd"


def start(name: str, attributes: Mapping[str, str | None] | None = None) -> str:
    """Give the start tag of an element; attributes that are None or empty are left out."""
    told = (
        f' {key}="{escape(UNWRITABLE.sub(_stand_in, value), _IN_ATTRIBUTE)}"'
        for key, value in (attributes or {}).items()
        if value
    )
    return f"<{name}{''.join(told)}>"


def empty(name: str, attributes: Mapping[str, str | None] | None = None) -> str:
    """Give an element that has nothing in it."""
    return f"{start(name, attributes)[:-1]}/>"


def element(name: str, text: str, attributes: Mapping[str, str | None] | None = None) -> str:
    """Give an element with words in it."""
    return f"{start(name, attributes)}{plain(text)}</{name}>"


def identifier(key: str) -> str:
    """Give a key as XML wants identifiers; one that it would not take is spelt in digits."""
    return key if _NAME.fullmatch(key) else f"_{key.encode('utf-8', 'surrogatepass').hex()}"


def encoded(pieces: Iterator[str]) -> Iterator[bytes]:
    """Yield pieces of a document as bytes in UTF-8, some thousands of them at a time."""
    held: list[str] = []
    size = 0
    for piece in pieces:
        held.append(piece)
        size += len(piece)
        if size > _CHUNK:
            yield "".join(held).encode()
            held.clear()
            size = 0
    yield "".join(held).encode()


_CHUNK: Final = 1 << 15


def _stand_in(found: re.Match[str]) -> str:
    return picture(found[0])
