"""Chinese names: the Russian spelling (the Palladius system) of a name in pinyin.

No letter of one is a letter of the other (`x` is `с`, `j` is `цз`, a final `n` is `нь` and `ng` is
`н`), so syllables are put over as wholes: an initial, a final, and a few that are spelt otherwise.
"""

from __future__ import annotations

import re

INITIALS = {
    "zh": "чж", "ch": "ч", "sh": "ш", "b": "б", "p": "п", "m": "м", "f": "ф", "d": "д", "t": "т",
    "n": "н", "l": "л", "g": "г", "k": "к", "h": "х", "j": "цз", "q": "ц", "x": "с", "r": "ж",
    "z": "цз", "c": "ц", "s": "с",
}  # fmt: skip
FINALS = {
    "iang": "ян", "iong": "юн", "uang": "уан", "ang": "ан", "eng": "эн", "ing": "ин", "ong": "ун",
    "iao": "яо", "ian": "янь", "uai": "уай", "uan": "уань", "ai": "ай", "ei": "эй", "ao": "ао",
    "ou": "оу", "an": "ань", "en": "энь", "in": "инь", "un": "унь", "ia": "я", "ie": "е",
    "iu": "ю", "ua": "уа", "uo": "о", "ui": "уй", "ue": "юэ", "a": "а", "o": "о", "e": "э",
    "i": "и", "u": "у",
}  # fmt: skip
# Without an initial, and where an initial changes the vowel behind it.
WHOLE = {
    "zhi": "чжи", "chi": "чи", "shi": "ши", "ri": "жи", "zi": "цзы", "ci": "цы", "si": "сы",
    "ju": "цзюй", "qu": "цюй", "xu": "сюй", "yu": "юй", "juan": "цзюань", "quan": "цюань",
    "xuan": "сюань", "yuan": "юань", "jun": "цзюнь", "qun": "цюнь", "xun": "сюнь", "yun": "юнь",
    "ya": "я", "yan": "янь", "yang": "ян", "yao": "яо", "ye": "е", "yi": "и", "yin": "инь",
    "ying": "ин", "yo": "йо", "yong": "юн", "you": "ю", "yue": "юэ", "wa": "ва", "wai": "вай",
    "wan": "вань", "wang": "ван", "wei": "вэй", "wen": "вэнь", "weng": "вэн", "wo": "во",
    "wu": "у", "er": "эр", "a": "а", "ai": "ай", "an": "ань", "ang": "ан", "ao": "ао", "e": "э",
    "en": "энь", "ou": "оу", "hui": "хуэй",
}  # fmt: skip
SYLLABLES = {
    **{
        initial + final: cyrillic + vowel
        for initial, cyrillic in INITIALS.items()
        for final, vowel in FINALS.items()
    },
    **WHOLE,
}
SYLLABLE = re.compile("|".join(sorted(SYLLABLES, key=lambda one: (-len(one), one))))
MOST = 3  # syllables in one word of a name


def palladius(word: str) -> str | None:
    """Give how Russian spells a word in pinyin (lower case); None where it is no such word."""
    spelt: list[str] = []
    at = 0
    while at < len(word) and len(spelt) < MOST:
        syllable = SYLLABLE.match(word, at)
        if syllable is None:
            return None
        spelt.append(SYLLABLES[syllable[0]])
        at = syllable.end()
    return "".join(spelt) if at == len(word) else None
