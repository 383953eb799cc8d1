"""A name taken apart: its words and initials, whose order is not yet trusted."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from greffier.authority.naming.lists import (
    COMMON,
    FAMILY_FIRST,
    FREQUENT,
    HONORIFICS,
    NUMERALS,
    PARTICLES,
    PATRONYMICS,
    SON_OF,
    USUAL,
    YOUNGER,
)
from greffier.authority.naming.sounds import plain, sounds

LONGEST_NAME = 200  # characters; what is longer is no name
_JOINERS = "\u2010\u2011\u2012\u2013\u2014'\u2018\u2019\u02bc`\u00b4-"  # the hyphen last
_WORD = re.compile(rf"[^\W\d_]+(?:[{_JOINERS}][^\W\d_]+)*")
_CYRILLIC = re.compile("[\u0400-\u052f]")
_JOINER = re.compile(f"[{_JOINERS}]")
_PATRONYMIC = re.compile(f"(?:{'|'.join(PATRONYMICS)})$")
NEEDED = 2  # words of a name that is more than a surname
SHORTEST = 2  # letters of a word that is not an initial
FULL_RUSSIAN = 3  # given name, patronymic, surname


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a name: how it is spelt, all that it may sound like; one letter is an initial."""

    spelt: str
    sounds: frozenset[str]
    initial: bool = False
    capitals: bool = False

    @property
    def cyrillic(self) -> bool:
        """Whether it is printed in Cyrillic."""
        return bool(_CYRILLIC.match(self.spelt))

    @property
    def known(self) -> bool:
        """Whether it is a given name whose forms are known, in whatever script."""
        return bool(self.sounds & _USUAL) or any(sound.startswith("=") for sound in self.sounds)


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name without what is no part of it, a word that is printed twice taken once.

    Args:
        words: in the order printed, without the patronymic.
        surnames: places in `words` at which the surname may stand, the likeliest first.
        patronymic: the Russian father's name.
        mark: `jr`, `sr` or a monarch's numeral, lower case.
    """

    words: tuple[Word, ...]
    surnames: tuple[int, ...]
    patronymic: Word | None = None
    mark: str | None = None

    @property
    def full(self) -> tuple[Word, ...]:
        """The words that are more than an initial."""
        return tuple(word for word in self.words if not word.initial)

    @property
    def initials(self) -> tuple[Word, ...]:
        """The initials, in order."""
        return tuple(word for word in self.words if word.initial)

    @property
    def weak(self) -> bool:
        """Whether it is a surname alone or with initials."""
        return len(self.full) < NEEDED

    @property
    def surname(self) -> Word | None:
        """The likeliest surname, if there is any word."""
        return self.words[self.surnames[0]] if self.surnames else None

    @property
    def common(self) -> bool:
        """Whether many bear the surname, and the given name in full, if any, tells little more."""
        return self._borne_by_many(_COMMON)

    @property
    def usual(self) -> bool:
        """Whether many bear the name in full."""
        return self.mark is None and self._borne_by_many(_FREQUENT)

    def _borne_by_many(self, surnames: frozenset[str]) -> bool:
        if not any(_is_one_of(self.words[at], surnames) for at in self.surnames):
            return False
        given = [word for word in self.full if word is not self.surname]
        return all(_is_usual(word) for word in given)


@lru_cache(maxsize=16_384)  # every name of an archive is asked for in many pairs
def parse(name: str) -> PersonName:
    """Take a name apart; one without any letters has no words."""
    words: list[Word] = []
    mark = None
    for printed, dotted in _printed(name):
        spelt = plain(printed)
        if spelt in YOUNGER and words:
            mark = YOUNGER[spelt]
        elif spelt in NUMERALS and printed.isupper() and words and not dotted:
            mark = spelt
        else:
            words.append(_word(printed, dotted=dotted))
    kept = _once(_without_furnishing(words))
    patronymic = _patronymic(kept)
    surname_first = patronymic is not None and patronymic is kept[-1]
    left = tuple(word for word in kept if word is not patronymic)
    first = surname_first or ("," in name and mark is None)
    return PersonName(left, _surnames(left, first=first), patronymic, mark)


def _printed(name: str) -> list[tuple[str, bool]]:
    """Give each word as printed, and whether a full stop follows it."""
    name = unicodedata.normalize("NFC", name[:LONGEST_NAME])
    return [
        (found[0], name[found.end() : found.end() + 1] == ".") for found in _WORD.finditer(name)
    ]


def _word(printed: str, *, dotted: bool) -> Word:
    """Give a word; the article that stands before an Arabic name with a hyphen is dropped."""
    pieces = _JOINER.split(printed)
    if len(pieces) > 1 and plain(pieces[0]) in PARTICLES:
        pieces = pieces[1:]
    whole = "".join(pieces)
    letters = len(whole)
    # `И` is a Chinese surname's given name; a Russian initial has its full stop.
    initial = (letters == 1 and (dotted or whole.isascii())) or (
        dotted and letters == SHORTEST and printed[0].isupper() and plain(whole) in _TWO_LETTERS
    )
    return Word(plain(whole), sounds(whole), initial, whole.isupper() and letters >= SHORTEST)


_TWO_LETTERS = frozenset("yu ya ye zh kh ts ch sh".split())


def _without_furnishing(words: list[Word]) -> list[Word]:
    """Leave out honorifics and particles, unless they are all there is."""
    kept = list(words)
    while len(kept) > 1 and _honours(kept[0]):
        kept = kept[1:]
    bare = [
        word
        for at, word in enumerate(kept)
        if word.spelt not in PARTICLES
        or (at == 0 and word.spelt not in _ARTICLES)
        or (at == len(kept) - 1 and word.spelt not in SON_OF)
    ]
    return bare if any(not word.initial for word in bare) else kept


_ARTICLES = frozenset(("van", "von", "de", "di", "da", "фон", "al", "el", "аль", "эль"))


def _honours(word: Word) -> bool:
    return word.spelt in HONORIFICS or word.spelt in {"гн", "гжа"}


def _once(words: list[Word]) -> list[Word]:
    """Take a word once that is printed twice, as where a tooltip ran into the name."""
    kept: list[Word] = []
    for word in words:
        if word.initial or not any(
            word.sounds & other.sounds for other in kept if not other.initial
        ):
            kept.append(word)
    return kept


def _patronymic(words: list[Word]) -> Word | None:
    """Find the patronymic of a Russian name in full: behind the given name, or at the very end."""
    full = [word for word in words if not word.initial]
    if len(full) != FULL_RUSSIAN or len(words) != FULL_RUSSIAN:
        return None
    for word in (full[1], full[2]):
        if _PATRONYMIC.search(word.spelt):
            return word
    return None


def _surnames(words: tuple[Word, ...], *, first: bool) -> tuple[int, ...]:
    """Give where the surname may stand: in capitals, before initials, first in Chinese; or last."""
    full = [at for at, word in enumerate(words) if not word.initial]
    if not full:
        return ()
    capitals = [at for at in full if words[at].capitals]
    if len(capitals) == 1:
        return (capitals[0],)
    if first or words[-1].initial:
        return (full[0],)
    if len(full) > 1 and words[full[0]].spelt in FAMILY_FIRST:
        return (full[0], full[-1])
    return (full[-1],)


SYLLABLE = 4  # letters of a given name that is one syllable, as in Wang Yi
_USUAL = frozenset(sound for name in USUAL for sound in sounds(name))
_COMMON = frozenset(sound for name in COMMON for sound in sounds(name))
_FREQUENT = frozenset(sound for name in FREQUENT for sound in sounds(name))


def _is_one_of(word: Word, surnames: frozenset[str]) -> bool:
    return any(sound in surnames or sound.removesuffix("a") in surnames for sound in word.sounds)


def _is_usual(word: Word) -> bool:
    return len(word.spelt) <= SYLLABLE or bool(word.sounds & _USUAL)
