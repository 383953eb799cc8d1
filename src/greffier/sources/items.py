"""What may become a witness: a file, or what a container holds at some place in it."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that may become a witness.

    Args:
        path: the file.
        inside: where in it, if it is a container: the name of a member of a ZIP archive, or the
            byte at which a record of a WARC file begins.
        outside: whether it was found in a folder and is a link that leads out of it; then it is not
            read.
        called: what else to call it: the address that it was fetched from just now.
    """

    path: Path
    inside: str = ""
    outside: bool = False
    called: str = field(default="", compare=False)

    @property
    def name(self) -> str:
        """What to call it, to the user and in the archive: `pages.zip!/2021/1.html`."""
        if self.called:
            return self.called
        return f"{named(self.path)}!/{clean(self.inside)}" if self.inside else named(self.path)

    @property
    def suffix(self) -> str:
        """How its name ends, in small letters with the full stop; empty where it says nothing."""
        return (PurePosixPath(self.inside) if self.inside else self.path).suffix.lower()


def named(path: Path) -> str:
    """Give a path as the user would name it, `/` between its parts, and always writable as UTF-8.

    A file name on disk may be any bytes; those that are no characters are shown as U+FFFD.
    """
    return os.fsencode(path.as_posix()).decode("utf-8", "replace")


def clean(words: str) -> str:
    """Give a name, or what a file states of itself, so that it can always be written as UTF-8.

    JSON and YAML can spell one half of a character (a lone surrogate): U+FFFD stands for it, and
    two halves that were spelled apart are one.
    """
    if words.isascii():
        return words
    return words.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
