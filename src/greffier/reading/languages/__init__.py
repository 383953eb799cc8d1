"""The languages that the reader has rules for, and the one for all others."""

from greffier.reading.languages.base import Language
from greffier.reading.languages.english import ENGLISH
from greffier.reading.languages.others import OTHERS
from greffier.reading.languages.russian import RUSSIAN

# Labels, lines and separators are read in any language; the rest needs rules.
ANY = Language(code="und")

LANGUAGES: dict[str, Language] = {**OTHERS, **{one.code: one for one in (ENGLISH, RUSSIAN)}}

__all__ = ["ANY", "ENGLISH", "LANGUAGES", "RUSSIAN", "Language"]
