"""How things are named in an archive."""

from __future__ import annotations

import re
import unicodedata

# Latin letters that Unicode does not take apart into a letter and a mark.
_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "\u0131": "i"}
    | {"æ": "ae", "œ": "oe", "þ": "th"}
)
# Straight, curly and modifier apostrophes, and the accents that stand for them in careless print.
_APOSTROPHES = re.compile("['\u2019\u2018\u02bc\u02bb`\u00b4]")
_BETWEEN = re.compile(r"[\W_]+")
_YO, _YE = "\u0451", "\u0435"


def person_id(name: str) -> str:
    """Give the identifier of a person of this name: `Şükrü Özdemir` is `sukru-ozdemir`.

    Latin letters lose their marks; other scripts keep their letters (`сергей-лавров`), but the
    Cyrillic yo becomes ye, as in print. A name without any letter or digit gives an empty string:
    it names nobody.
    """
    folded = _APOSTROPHES.sub("", unicodedata.normalize("NFKC", name).casefold())
    plain = "".join(_unmarked(char) for char in folded).translate(_LETTERS)
    return _BETWEEN.sub("-", plain).strip("-")


def _unmarked(char: str) -> str:
    """Take the marks off a Latin letter, and off yo; leave other letters, such as й, whole."""
    if char == _YO:
        return _YE
    bare = "".join(
        part for part in unicodedata.normalize("NFKD", char) if not unicodedata.combining(part)
    )
    return bare if bare.isascii() else char
