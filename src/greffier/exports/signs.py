"""Text as other programs can take it: what they have no way to write, and lines made one."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote

_HALF: Final = re.compile("[\ud800-\udfff]")
_CONTROL: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
# What spreadsheets take for the beginning of a formula, the wide forms of East Asian print too.
_FORMULA: Final = re.compile(r"[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


def no_formula(cell: str) -> str:
    """Give a cell that a spreadsheet takes for words: with an apostrophe before it, if need be."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def whole(text: str) -> str:
    """Give a text in which U+FFFD stands for half a character, which UTF-8 cannot write."""
    return _HALF.sub("\ufffd", text)


def one_line(text: str) -> str:
    """Give a text on one line: white space is a blank, and U+FFFD stands for control characters."""
    if text.isalnum():  # as most words are: a corpus has a hundred thousand a second
        return text
    return " ".join(_CONTROL.sub("\ufffd", whole(text)).split())


def iri(address: str) -> str:
    """Give an address in which nothing stands that an address may not hold."""
    return quote(whole(address), safe="!$&'()*+,/:;=?@[]~#%")
