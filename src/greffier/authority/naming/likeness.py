"""How alike two names are, whoever bears them."""

from __future__ import annotations

from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING

from rapidfuzz.distance import Levenshtein

from greffier.authority.naming.parts import parse
from greffier.authority.naming.sounds import sounds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from greffier.authority.naming.parts import PersonName, Word

NEAR_LENGTH = 5  # letters of a word from which one of them may be a slip, or another's hearing
NEAR_LONG = 8  # and two of them
FAR = 0.5  # what is less alike than this is no spelling of the same word


class Likeness(Enum):
    """What two names share; the value is told as a reason."""

    FULL = "the names agree, in whatever spelling and order"
    PART = "one name is a part of the other, and the surname may be another"
    INITIAL = "surname and initials agree"
    SURNAME = "the surname agrees; there is no more of the name"
    NEAR = "one word of the name is spelt nearly alike, the others agree"
    UNCLEAR = "too little is alike to say the same, and too much to say another"
    GIVEN = "the surname agrees, the given name does not"
    OTHER = "the surname is another"
    MARK = "another father's name, numeral, or initial between the names"


APART = frozenset((Likeness.GIVEN, Likeness.OTHER, Likeness.MARK))


@lru_cache(maxsize=65_536)  # the names of an archive meet again and again
def likeness(one: str, other: str) -> Likeness:
    """Say how alike two names are; the same whichever comes first."""
    first, second = (parse(name) for name in sorted((one, other)))
    if not first.full or not second.full:
        return Likeness.UNCLEAR
    if _marked_apart(first, second):
        return Likeness.MARK
    shorter, longer = sorted((first, second), key=lambda name: (len(name.full), len(name.words)))
    return _with_one_word(shorter, longer) if len(shorter.full) == 1 else _in_full(shorter, longer)


def _marked_apart(one: PersonName, other: PersonName) -> bool:
    """Tell father from son and one monarch from the next."""
    if one.mark and other.mark and one.mark != other.mark:
        return True
    mine, others = one.patronymic, other.patronymic
    return bool(mine and others and not _alike(mine, others) and not near(mine, others))


def _with_one_word(shorter: PersonName, longer: PersonName) -> Likeness:
    """Compare where one name is a surname alone or with initials."""
    word = shorter.full[0]
    candidates = [longer.words[at] for at in longer.surnames]
    if not any(_alike(word, candidate) for candidate in candidates):
        if any(near(word, candidate) for candidate in candidates):
            return Likeness.UNCLEAR if _given_fits(shorter, longer) else Likeness.OTHER
        return _turned(shorter, longer)
    if shorter.mark and shorter.mark == longer.mark and not shorter.initials:
        return Likeness.FULL  # a monarch with his numeral
    if not shorter.initials or not _given(longer):
        return Likeness.SURNAME
    return Likeness.INITIAL if _given_fits(shorter, longer) else Likeness.GIVEN


def _turned(shorter: PersonName, longer: PersonName) -> Likeness:
    """Compare where the one word is not at the surname's place: the longer name may be turned."""
    others = [word for word in longer.words if not _alike(shorter.full[0], word)]
    if len(others) == len(longer.words):
        return Likeness.OTHER
    if shorter.initials and len(others) == 1 and _initials_fit(shorter.initials, others):
        return Likeness.INITIAL
    return Likeness.UNCLEAR  # it may be a given name alone


def _given(name: PersonName) -> list[Word]:
    """Give the words and initials before or behind the surname, and the patronymic."""
    patronymic = (name.patronymic,) if name.patronymic else ()
    return [word for word in (*name.words, *patronymic) if word is not name.surname]


def _given_fits(shorter: PersonName, longer: PersonName) -> bool:
    return _initials_fit(shorter.initials, _given(longer))


def _initials_fit(initials: Sequence[Word], given: Sequence[Word]) -> bool:
    """Check that the first initials are those of the first names, as far as both go."""
    return all(_begins(initial, name) for initial, name in zip(initials, given, strict=False))


def _begins(initial: Word, name: Word) -> bool:
    heads = {sound[:1] for sound in initial.sounds}
    if initial.spelt == "y":
        heads |= set("aeiou")
    return bool(heads & {sound[:1] for sound in name.sounds}) or initial.spelt[0] == name.spelt[0]


def _in_full(shorter: PersonName, longer: PersonName) -> Likeness:
    """Compare two names that both have a given name."""
    left, right = _unmatched(shorter.full, longer.full)
    if not left:
        return _agreeing(shorter, longer, right)
    if _run_together(shorter, longer):
        return Likeness.FULL
    if len(left) == 1 and any(near(left[0], word) for word in right):
        return Likeness.NEAR
    if any(word is shorter.surname for word in left):
        return Likeness.OTHER if all(_different(word, right) for word in left) else Likeness.UNCLEAR
    another = any(_another_given(word, right) for word in left)
    return Likeness.GIVEN if another else Likeness.UNCLEAR


def _agreeing(shorter: PersonName, longer: PersonName, more: Sequence[Word]) -> Likeness:
    """All words of the shorter name are in the longer; look at what is left over."""
    if not _middles_fit(shorter, longer, more):
        return Likeness.MARK
    if more and not any(
        _alike(shorter.words[at], longer.words[place])
        for at in shorter.surnames
        for place in longer.surnames
    ):
        return Likeness.PART
    return Likeness.FULL


def _middles_fit(shorter: PersonName, longer: PersonName, more: Sequence[Word]) -> bool:
    """Check initials between the names: George W. is not George H. W., and may be George Walker."""
    mine, others = shorter.initials, (*longer.initials, *more)
    if longer.patronymic and not others:
        others = (longer.patronymic,)
    return not mine or not others or _begins(mine[0], others[0])


def _run_together(one: PersonName, other: PersonName) -> bool:
    """Whether the names are the same but for a space: Abdel Fattah and Abdelfattah."""
    mine, others = ("".join(word.spelt for word in name.full) for name in (one, other))
    return bool(sounds(mine) & sounds(others))


def _unmatched(left: Sequence[Word], right: Sequence[Word]) -> tuple[list[Word], list[Word]]:
    """Take away the words that the names share; give what is left of each."""
    over, rest = [], list(right)
    for word in left:
        match = next((other for other in rest if _alike(word, other)), None)
        if match is None:
            over.append(word)
        else:
            rest.remove(match)
    return over, rest


def _alike(one: Word, other: Word) -> bool:
    if one.initial or other.initial:
        return one.initial and other.initial and _begins(one, other)
    return bool(one.sounds & other.sounds)


def near(one: Word, other: Word) -> bool:
    """Whether one word may be a slip for the other. A woman's surname is no slip for a man's."""
    return any(
        _is_near(mine, others)
        for mine in one.sounds
        for others in other.sounds
        if not mine.startswith("=") and not others.startswith("=")
    )


def _is_near(one: str, other: str) -> bool:
    shorter = min(len(one), len(other))
    if shorter < NEAR_LENGTH or one + "a" == other or other + "a" == one:
        return False
    return Levenshtein.distance(one, other, score_cutoff=2) <= 1 + (shorter >= NEAR_LONG)


def _another_given(word: Word, others: Sequence[Word]) -> bool:
    """Whether a given name is plainly another: across scripts only where both names are known.

    George is Джордж and Jong Un is Чен Ын, which no table of letters tells.
    """
    if any(word.cyrillic is not other.cyrillic for other in others) and not (
        word.known and any(other.known for other in others)
    ):
        return False
    return _different(word, others)


def _different(word: Word, others: Sequence[Word]) -> bool:
    """Whether `word` is plainly none of the others, in any spelling."""
    return not any(
        Levenshtein.normalized_similarity(mine, theirs) > FAR
        for other in others
        for mine in word.sounds
        for theirs in other.sounds
    )
