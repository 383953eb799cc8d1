"""Words of records as they are printed on a terminal."""

from __future__ import annotations

import re
import sys
from unicodedata import east_asian_width

_ROOM = 60  # characters of a query on each side of a fault
# What breaks a word or holds it together, and is not seen itself. What turns the direction of
# writing is not among them: it steers the terminal, and is written out.
_UNSEEN = dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", "")


def shown(words: object) -> str:
    """Give words on one line, with whatever would break the line or steer a terminal written out.

    Records and file names are not to be trusted; this is for people, and data goes out unchanged.
    """
    return _line(str(words)).strip()


def _line(words: str) -> str:
    return re.sub(r" {2,}", " ", "".join(map(_shown, words)))


def _shown(char: str) -> str:
    if char.isprintable():
        return char
    if char.isspace():
        return " "
    return _UNSEEN.get(char, char.encode("unicode_escape").decode("ascii"))


def complain(fault: object, *, named: bool = True) -> None:
    """Say what went wrong, in one line on standard error that begins with the program's name."""
    sys.stderr.write(f"{'greffier: ' if named else ''}{shown(fault)}\n")


def point(pieces: tuple[str, str, str]) -> None:
    """Show a query on standard error, with a sign under what is at fault in it.

    Args:
        pieces: what stands before, at and after the fault.
    """
    before, at, after = (_line(piece) for piece in pieces)
    before, after = before[-_ROOM:].lstrip(), after[:_ROOM]
    wide = sum(1 + (east_asian_width(char) in "WF") for char in before)
    sys.stderr.write(
        f"  {before}{at[:_ROOM]}{after}\n  {' ' * wide}{'^' * max(1, min(len(at), _ROOM))}\n"
    )


def counted(number: int, noun: str, nouns: str = "") -> str:
    """Give a number with its noun: `1 turn`, `2 turns`, `no turns`."""
    word = noun if number == 1 else nouns or f"{noun}s"
    return f"{number or 'no'} {word}"


def stressed(words: str, start: int, end: int, parts: list[tuple[int, int]]) -> str:
    """Give a stretch of words with some parts of it bold, where it is shown on a terminal.

    Args:
        words: what the places are counted in.
        start: where the stretch begins.
        end: where it ends.
        parts: those that are bold, in order and not over one another.
    """
    bold, plain = ("\x1b[1m", "\x1b[0m") if sys.stdout.isatty() else ("", "")
    out, at = [], start
    for first, last in parts:
        out += [_line(words[at:first]), bold, _line(words[first:last]), plain]
        at = last
    return "".join([*out, _line(words[at:end])]).strip()
