"""Which language a record is in."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from greffier.reading.languages import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable

_WORDS = re.compile(r"[^\W\d_]+")
_OPENING = 1_000  # tells a language that has rules
_SAMPLE = 20_000
# The languages that organisations publish in. Left to all it has, the model takes short English
# for Bikol and "Спасибо" for Uzbek.
_LIKELY = (
    *("ar", "az", "be", "bg", "bs", "ca", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi"),
    *("fr", "ga", "he", "hi", "hr", "hu", "hy", "id", "is", "it", "ja", "ka", "kk", "ko", "ky"),
    *("lt", "lv", "mk", "mn", "ms", "mt", "nl", "nn", "pl", "pt", "ro", "ru", "sk", "sl"),
    *("sq", "sr", "sv", "sw", "th", "tr", "uk", "ur", "vi", "zh"),
)
# A page of running text has one in five or more of its words among the commonest of its language.
_SHARE = 0.15
_LEAD = 3.0


def identify(text: str) -> str:
    """Give the BCP 47 tag of a folded text, `und` where it has no words.

    The commonest words settle it for the languages that have rules; a model of many languages is
    only asked where they do not, since loading it takes longer than reading a record.
    """
    words: list[str] = []
    for size in (_OPENING, _SAMPLE):
        words = _WORDS.findall(text[:size].lower())
        shares = sorted(
            (sum(map(one.common.__contains__, words)) / max(len(words), 1), code)
            for code, one in LANGUAGES.items()
        )
        (second, _), (best, code) = shares[-2:]
        if best >= _SHARE and best >= _LEAD * second:
            return code
    return _by_model(text[:_SAMPLE]) if words else "und"


def _by_model(text: str) -> str:
    code, _ = _model()(text)
    return str(code)


@cache
def _model() -> Callable[[str], tuple[str, float]]:
    """Load the model and narrow it, once: either takes longer than reading a record."""
    import py3langid  # noqa: PLC0415 - loading it takes half a second

    py3langid.set_languages(list(_LIKELY))
    classify: Callable[[str], tuple[str, float]] = py3langid.classify
    return classify
