"""Text as a search sees it: folded, cut into words, each also as its stem, each with its place.

One analysis serves every language of an archive: the stemmers for English and for Russian look at
letters of their own script only, so each word meets the one that knows it.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tantivy import Filter, TextAnalyzer, TextAnalyzerBuilder, Tokenizer

from greffier.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

# A word is letters, marks and digits; the English possessive is a part of it, and is stemmed away.
_WORD = r"[\p{L}\p{M}\p{N}]+(?:'[sS]\b)?"
# Letters that print uses one for the other, as many characters before as after.
_SAME = (
    ("\u0451", "\u0435"),  # Cyrillic yo, ye
    ("\u0401", "\u0415"),
    ("\u0130", "I"),  # dotted capital I of Turkish
    ("\u2019", "'"),
    ("\u02bc", "'"),
)
# What is not seen in print (soft hyphens, zero-width characters), a letter with marks of its own,
# and half characters, which have no place in an index; and what shows quickly that there are any.
_ODD = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]+|[^\\W_][\u0300-\u036f]+|[\ud800-\udfff]")
_ANY_ODD = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff\u0300-\u036f\ud800-\udfff]")
_UNSEEN = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"


# In text of these characters alone the words are told without the tokenizer, ten times as fast:
# letters and signs that Python and the tokenizer see alike, no marks or raised digits among them.
_COMMON = re.compile(
    "[\t\n\r -\u00ac\u00ae-\u00b1\u00b4-\u00b8\u00ba\u00bb\u00bf-\u02ff\u0370-\u0482\u048a-\u052f"
    "\u2010-\u2027\u2030-\u203e\u20a0-\u20c0\u2100-\u214f\ufffd]*"
)
# Nothing is taken back (++): a word ends where its letters end, and looking further is in vain.
_COMMON_WORD = re.compile(r"([^\W_]++(?:'[sS]\b)?+)")
_KNOWN = 1 << 18  # words whose forms are remembered


class Word(NamedTuple):
    """A word of a text: `form` is its folded letters, `stem` what its inflected forms share."""

    start: int
    end: int
    form: str
    stem: str

    @property
    def span(self) -> Span:
        """Where it stands in the text as it was before folding."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Folded:
    """A text as it is searched; where it has another length, where each character comes from."""

    text: str
    origins: tuple[tuple[int, int], ...] | None = None
    common: bool = False  # whether it is of characters whose words can be told quickly

    def origin(self, start: int, end: int) -> Span:
        """Give the stretch of the text before folding that `start` to `end` comes from."""
        if self.origins is None:
            return Span(start, end)
        return Span(self.origins[start][0], self.origins[end - 1][1])


def fold(text: str) -> Folded:
    """Fold what print does with a word unseen by its reader; case is left to the analysis."""
    for printed, folded in _SAME:
        text = text.replace(printed, folded)
    if _COMMON.fullmatch(text) is not None:
        return Folded(text, common=True)
    if _ANY_ODD.search(text) is None:
        return Folded(text)
    parts: list[str] = []
    origins: list[tuple[int, int]] = []
    at = 0
    for odd in _ODD.finditer(text):
        parts.append(text[at : odd.start()])
        origins += ((place, place + 1) for place in range(at, odd.start()))
        stands = _whole(odd.group())
        parts.append(stands)
        origins += [odd.span()] * len(stands)
        at = odd.end()
    parts.append(text[at:])
    origins += ((place, place + 1) for place in range(at, len(text)))
    whole = "".join(parts)
    return Folded(whole, tuple(origins), common=_COMMON.fullmatch(whole) is not None)


def _whole(odd: str) -> str:
    """Give what stands in the folded text for something that `_ODD` found."""
    if odd[0] in _UNSEEN:
        return ""
    if "\ud800" <= odd[0] <= "\udfff":
        return "\ufffd"
    composed = unicodedata.normalize("NFC", odd)[0]  # a stress mark has no composed letter: it goes
    return dict(_SAME).get(composed, composed)


@cache
def stemming() -> TextAnalyzer:
    """Give the analysis by which inflected forms of a word are found."""
    return _forms().filter(Filter.stemmer("english")).filter(Filter.stemmer("russian")).build()


@cache
def plain() -> TextAnalyzer:
    """Give the analysis by which words are found as they are printed, but for case and marks."""
    return _forms().build()


def _forms() -> TextAnalyzerBuilder:
    words = TextAnalyzerBuilder(Tokenizer.regex(_WORD))
    return words.filter(Filter.lowercase()).filter(Filter.ascii_fold())


def words(text: str) -> list[Word]:
    """Give the words of a text in order, with their places in the text as it was before folding."""
    folded = fold(text)
    if not folded.common:
        return list(told(folded))
    found = _COMMON_WORD.finditer(folded.text)
    if folded.origins is None:
        return [Word(*one.span(), *analysed(one.group())) for one in found]
    return [Word(*folded.origin(*one.span()), *analysed(one.group())) for one in found]


def told(folded: Folded) -> Iterator[Word]:
    """Yield the words of any text, as the tokenizer of the index tells them."""
    forms = plain().pre_tokenize(folded.text).tokens
    stems = stemming().pre_tokenize(folded.text).tokens
    for form, stem in zip(forms, stems, strict=True):
        place = folded.origin(form.char_offset_from, form.char_offset_to)
        yield Word(*place, form.text, stem.text)


@lru_cache(_KNOWN)
def analysed(word: str) -> tuple[str, str]:
    """Give the form and the stem of one word of a folded text."""
    (form,), (stem,) = plain().pre_tokenize(word).tokens, stemming().pre_tokenize(word).tokens
    return form.text, stem.text


class Cut:
    """A text cut into its words, each to be asked for its place.

    Args:
        text: what is cut.

    Attributes:
        words: as they stand in the text when it is folded, for `analysed`.
    """

    __slots__ = ("_folded", "_parts", "words")

    def __init__(self, text: str) -> None:
        self._folded = folded = fold(text)
        # What stands before a word and the word, by turns: where one stands is counted when asked.
        parted = _COMMON_WORD.split if folded.common else _parted
        self._parts = parted(folded.text)
        self.words = self._parts[1::2]

    def span(self, first: int, last: int) -> Span:
        """Give where some words stand in the text, from the first to the last of these numbers."""
        start = len("".join(self._parts[: 2 * first + 1]))
        end = start + len("".join(self._parts[2 * first + 1 : 2 * last + 2]))
        return self._folded.origin(start, end)


def _parted(text: str) -> list[str]:
    """Part any folded text as `_COMMON_WORD` parts a common one."""
    parts: list[str] = []
    at = 0
    for one in plain().pre_tokenize(text).tokens:
        start, end = one.char_offset_from, one.char_offset_to
        parts += (text[at:start], text[start:end])
        at = end
    return [*parts, text[at:]]
