"""Which encoding of one byte a character some bytes are in, told from the words they make."""

from __future__ import annotations

import codecs
import math
import re
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_LATIN = ("cp1252", "windows-1252")
_CYRILLIC = (("cp1251", "windows-1251"), ("koi8_r", "koi8-r"), ("iso8859_5", "iso-8859-5"))

_TOLD_APART = frozenset(codecs.lookup(one).name for one, _ in (_LATIN, *_CYRILLIC))
_TELLING = 3  # words that must be of one script, so that a page is not believed
_FEW_OTHERS = 0.1  # of them may be of the other

_ENOUGH = 2_000  # words; ten are nearly always enough
_LONGEST = 100  # bytes of a word
# With a character above ASCII in it; begun where a word begins, so that no word is tried twice.
_WORD = re.compile(rb"(?<![A-Za-z])[A-Za-z]*+[\x80-\xff][A-Za-z\x80-\xff]*+")
_LETTER = re.compile(rb"[A-Za-z]")
_HIGH = re.compile(rb"[\xb0-\xff]")  # a letter, in each of these encodings

# The letters of Russian by how often they stand in its records, the most frequent first.
_BY_FREQUENCY = "оеаитнсрвлмдкпуыягьбчзйхжшюцэщёфъ"
_WEIGHT = {letter: -math.log(rank) for rank, letter in enumerate(_BY_FREQUENCY, start=1)}
_CAPITAL_INSIDE = -3.0  # KOI8-R has its capitals where Windows-1251 has the small letters
_OTHER = -3.6  # a letter of another language in this script
_NO_LETTER = -8.0
_SIGNS = frozenset("\xa0\xad«»„“”‘’–—…№§•")


def one_byte_codec(data: bytes) -> tuple[str, str]:
    """Give the codec that suits `data` best, and the encoding's name in the IANA registry.

    Words of Latin script have letters of ASCII among the others, those of Cyrillic have none.
    Where no word decides, it is Windows-1252, in which English has its quotation marks.
    """
    words = _words_in(data)
    if not _is_cyrillic(words):
        return _LATIN
    sample = b" ".join(words)
    return max(_CYRILLIC, key=lambda pair: _likeness(sample.decode(pair[0], "replace")))


def refuted(data: bytes, codec: str) -> bool:
    """Say whether the words of `data` show that they are in no such encoding as a page declares.

    A server's default is often declared for whatever it serves. Asked of four encodings only, of
    which any bytes make characters: it is the words that tell them apart.
    """
    name = codecs.lookup(codec).name
    if name not in _TOLD_APART:
        return False
    words = _words_in(data)
    latin, cyrillic = _counted(words)
    if max(latin, cyrillic) < _TELLING or min(latin, cyrillic) > _FEW_OTHERS * (latin + cyrillic):
        return False
    return codecs.lookup(one_byte_codec(data)[0]).name != name


def _words_in(data: bytes) -> list[bytes]:
    return [found[0][:_LONGEST] for found in islice(_WORD.finditer(data), _ENOUGH)]


def _is_cyrillic(words: Sequence[bytes]) -> bool:
    latin, cyrillic = _counted(words)
    return cyrillic > latin


def _counted(words: Sequence[bytes]) -> tuple[int, int]:
    """Count the words that look Latin, with letters of ASCII beside others, and the Cyrillic."""
    latin = cyrillic = 0
    for word in words:
        high = len(_HIGH.findall(word))
        if _LETTER.search(word):
            latin += high > 0
        else:
            cyrillic += high > 1
    return latin, cyrillic


def _likeness(text: str) -> float:
    """Say how much a text looks like Russian; only comparable for the same bytes."""
    total, before = 0.0, " "
    for char in text:
        weight = _WEIGHT.get(char.lower())
        if weight is not None:
            total += weight
            if char.isupper() and before.islower():
                total += _CAPITAL_INSIDE
        elif "\u0400" <= char < "\u0500":
            total += _OTHER
        elif char > "\x7f" and char not in _SIGNS:
            total += _NO_LETTER
        before = char
    return total
