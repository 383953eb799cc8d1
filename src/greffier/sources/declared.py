"""The encoding that a page declares in its first lines."""

from __future__ import annotations

import codecs
import re

_NOT_READ = frozenset({"utf-7"})  # no browser does: it hides markup in words
_FAR = 4096  # bytes; browsers look through 1024
_DECLARED = re.compile(
    rb"<meta[^>]{0,500}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}(?P<meta>[\w.:-]{2,40})"
    rb"|\A\s{0,9}<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"'](?P<xml>[\w.:-]{2,40})",
    re.IGNORECASE,
)
_OLDER = {
    "x-euc-jp": "euc_jp",
    "x-sjis": "cp932",
    "x-gbk": "gbk",
    "x-x-big5": "big5",
    "x-cp1250": "cp1250",
    "x-cp1251": "cp1251",
    "x-cp1252": "cp1252",
    "win-1251": "cp1251",
    "koi8": "koi8-r",
}
# What a label stands for on the web, where that is not what its name says.
_MEANT = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
}


def declared_in(data: bytes) -> str | None:
    """Give the name of the codec that a page declares, if Python has it and it reads ASCII.

    A page that could be read so far is in no encoding of two bytes a character, whatever it says.
    """
    found = _DECLARED.search(data[:_FAR])
    if found is None:
        return None
    return codec_of((found["meta"] or found["xml"]).decode("ascii", "replace"))


def codec_of(label: str) -> str | None:
    """Give the codec that a name of an encoding stands for, on the same conditions."""
    label = label.lower()
    try:
        info = codecs.lookup(_OLDER.get(label, label))
        name = _MEANT.get(info.name, info.name)
        reads = name not in _NOT_READ and "<a>".encode(name) == b"<a>"
    except (LookupError, ValueError):
        return None
    return name if reads else None
