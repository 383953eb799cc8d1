"""Own table from Cyrillic to Latin letters, and from Latin spellings to what they sound like.

The libraries follow one standard each and so keep "Касым-Жомарт Токаев" and "Kassym-Jomart
Tokayev" apart. Here every usual spelling of a sound ends in one letter, whichever standard it
follows; what is lost that way (`s` and `sh`, `e` and `ye`) hardly ever parts two persons.
"""

from __future__ import annotations

# Russian, Ukrainian, Belarusian, Serbian, Macedonian, Kazakh, Kyrgyz, Tajik, Uzbek, Mongolian.
CYRILLIC = {
    **dict(zip("абвгдезийклмнопрстуфхыэ", "abvgdeziiklmnoprstufhie", strict=True)),
    "ё": "e", "ж": "zh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sh", "ъ": "", "ь": "", "ю": "yu",
    "я": "ya", "і": "i", "ї": "i", "є": "ye", "ґ": "g", "ў": "u", "ј": "y", "љ": "l", "њ": "n",
    "ћ": "ch", "ђ": "zh", "џ": "zh", "ѓ": "g", "ќ": "k", "ѕ": "z", "қ": "k", "ғ": "g", "ә": "a",
    "ө": "o", "ү": "u", "ұ": "u", "ң": "n", "һ": "h", "ҳ": "h", "ҷ": "zh", "ӣ": "i", "ӯ": "u",
}  # fmt: skip

# Letters that lose no accent when they are taken apart.
LATIN = {
    "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "e", "œ": "e", "þ": "t", "ð": "d",
    "ə": "a", "ŋ": "n", "ħ": "h",
}  # fmt: skip

# In this order: what is longer, or what a later line would break, comes first. A capital stands
# for a sound that no later line may touch.
SOUNDS = (
    ("shch", "s"), ("tsch", "C"), ("tch", "C"), ("sch", "s"), ("sh", "s"), ("dzh", "J"),
    ("zh", "J"), ("dj", "J"), ("dz", "z"), ("kh", "h"), ("ch", "C"), ("ts", "C"), ("tz", "C"),
    ("cz", "C"), ("gh", "g"), ("ph", "f"), ("th", "t"), ("dh", "d"), ("bh", "b"), ("ck", "k"),
    ("qu", "kv"), ("q", "k"), ("x", "ks"), ("w", "v"), ("ou", "u"), ("yo", "e"), ("io", "e"),
    ("ce", "Ce"), ("ci", "Ci"), ("cy", "Ci"),
)  # fmt: skip
# Before another vowel these are heard with it only: Grigoryev, Grigoriev and Григорьев are one.
GLIDES = "iy"
VOWELS = "aeiou"

# For looking up: consonants that one language hears where another has its neighbour.
NEIGHBOURS = str.maketrans({"g": "k", "h": "k", "z": "s", "d": "t", "b": "p", "v": "f", "j": "s"})
