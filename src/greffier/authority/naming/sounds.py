"""What a word of a name sounds like, so that spellings of it in two scripts come out equal."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from greffier.authority.naming.given import FORMS
from greffier.authority.naming.letters import (
    CYRILLIC,
    GLIDES,
    LATIN,
    NEIGHBOURS,
    SOUNDS,
    VOWELS,
)
from greffier.authority.naming.pinyin import palladius

LONGEST = 40  # letters of a word that are looked at; no name has more
_CYRILLIC = str.maketrans(CYRILLIC)
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
_LATIN = str.maketrans(LATIN)
_GLIDE = re.compile(f"[{GLIDES}]+(?=[{VOWELS}])")
_VOWELS = re.compile(f"(?<!^)[{VOWELS}]")
_TWICE = re.compile(r"(.)\1+")
_HARD_C = re.compile("c(?=.)")
_CYRILLIC_LETTER = re.compile("[\u0400-\u052f]")


def plain(word: str) -> str:
    """Give a word in lower case without accents; Cyrillic stays Cyrillic, with `ё` as `е`."""
    if word.isascii():
        return word.lower()
    apart = unicodedata.normalize("NFD", word.casefold().replace("й", "\0").translate(_LATIN))
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return unicodedata.normalize("NFC", bare.replace("\0", "й"))


@lru_cache(maxsize=16_384)
def sounds(word: str) -> frozenset[str]:
    """Give all that `word` may sound like: two words that share one may be spellings of one name.

    An accent may be one that others write with two letters (Müller, Mueller), a `j` the one of
    Japarov or of Janković, an `h` the one of Herman (Герман) or of Harris (Харрис), and a word of
    pinyin also sounds as Russian spells it.
    """
    spelt = plain(word[:LONGEST])
    if _CYRILLIC_LETTER.search(spelt):
        return _meant({_sound(spelt.translate(_CYRILLIC))})
    found = {_sound(spelt)}
    found.update(_sound(plain(other)) for other in _umlauts(word[:LONGEST]))
    if "j" in spelt:
        found.add(_sound(spelt.replace("j", "y")))
    if spelt.startswith("h"):
        found.add(_sound("g" + spelt[1:]))
    if chinese := palladius(spelt):
        found.add(_sound(chinese.translate(_CYRILLIC)))
    return _meant(found)


def _umlauts(word: str) -> tuple[str, ...]:
    """Give the spelling of Müller for those who have no such letters: Mueller."""
    spelt = word.lower().translate(_UMLAUTS)
    return () if spelt == word.lower() else (spelt,)


def keys(word: str) -> frozenset[str]:
    """Give what to look a word up by: its first letter and its consonants, coarsely."""
    return frozenset(_key(sound) for sound in sounds(word))


def _meant(found: set[str]) -> frozenset[str]:
    """Add which given names a word is a form of: Tony is Anthony."""
    return frozenset(found.union(*(_MEANT.get(sound, ()) for sound in found)))


def _sound(latin: str) -> str:
    for spelling, sound in SOUNDS:
        latin = latin.replace(spelling, sound)
    latin = _HARD_C.sub("k", latin)
    latin = _GLIDE.sub("", latin).replace("y", "i")
    latin = _TWICE.sub(r"\1", latin.lower())
    return latin.removesuffix("enka") + "enko" if latin.endswith("enka") else latin


def _key(sound: str) -> str:
    first = _VOWELS.sub("", sound).translate(NEIGHBOURS)
    return _TWICE.sub(r"\1", ("a" + first[1:] if first[:1] in VOWELS else first))[:6]


def _forms() -> dict[str, tuple[str, ...]]:
    """Give, for the sound of a form, the names that it is a form of."""
    found: dict[str, tuple[str, ...]] = {}
    for row in FORMS:
        forms = row.split()
        for form in forms:
            sound = _sound(plain(form).translate(_CYRILLIC))
            found[sound] = (*found.get(sound, ()), f"={forms[0]}")
    return found


_MEANT = _forms()
