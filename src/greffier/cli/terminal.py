"""What stands between everything that is printed and a terminal, which obeys what it is sent.

Words for people have gone through `shown` already. This is for the rest: JSON, tables, documents,
tracebacks. What goes into a file or another program goes out unchanged.
"""

from __future__ import annotations

import codecs
import io
import re
import sys
import unicodedata
from typing import TYPE_CHECKING, BinaryIO, Final

if TYPE_CHECKING:
    from typing_extensions import Buffer

# Of what steers, only what we write ourselves: bold and plain, and a line that is written over.
_OURS: Final = re.compile(r"\x1b\[[01]m|\r\x1b\[K|\r\n")
_LAST: Final = 0xFFFF  # above it, JSON writes a character as two


def visible(words: str) -> str:
    r"""Give words with each character that a terminal would not show written out, as `\u202e`.

    JSON stays JSON, and says the same.
    """
    if words.isascii() and words.replace("\n", "").isprintable():
        return words
    out, at = [], 0
    for own in _OURS.finditer(words):
        out += [*map(_visible, words[at : own.start()]), own[0]]
        at = own.end()
    return "".join([*out, *map(_visible, words[at:])])


def _visible(char: str) -> str:
    if char.isprintable() or char in "\n\t" or unicodedata.category(char) == "Zs":
        return char
    if ord(char) <= _LAST:
        return f"\\u{ord(char):04x}"
    pair = char.encode("utf-16-be").hex()
    return f"\\u{pair[:4]}\\u{pair[4:]}"


class Shown(io.RawIOBase):
    """Bytes on their way to a terminal.

    Args:
        under: the terminal.
        encoding: the one that it knows.
    """

    def __init__(self, under: BinaryIO, encoding: str) -> None:
        self._under = under
        self._encoding = encoding
        self._decoder = codecs.getincrementaldecoder(encoding)("replace")

    def writable(self) -> bool:
        """Say that it can be written to."""
        return True

    def isatty(self) -> bool:
        """Say whether it is a terminal, as what is under it does."""
        return self._under.isatty()

    def fileno(self) -> int:
        """Give the number of the file that is under it."""
        return self._under.fileno()

    def write(self, data: Buffer, /) -> int:
        """Write what can be shown; half a character waits for the rest of it."""
        raw = bytes(data)
        words = visible(self._decoder.decode(raw))
        self._under.write(words.encode(self._encoding, "backslashreplace"))
        return len(raw)

    def flush(self) -> None:
        """Send what waits under it."""
        if not self.closed:
            self._under.flush()


def guard() -> None:
    """Put it before standard output and standard error, where those are terminals."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if not isinstance(stream, io.TextIOWrapper) or isinstance(stream.buffer, Shown):
            continue
        if stream.isatty():
            stream.flush()
            shown = io.TextIOWrapper(
                Shown(stream.buffer, stream.encoding),  # type: ignore[type-var] # it writes, and need not read
                encoding=stream.encoding,
                errors="backslashreplace",
                write_through=True,
            )
            setattr(sys, name, shown)
