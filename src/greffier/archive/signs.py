"""The signs of the query language: a query cut into them, each with its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from greffier.errors import QueryError

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 1_000  # code points of a query
MOST = 50  # words of a query, those of phrases counted
LETTER = re.compile(r"[^\W_]")

_SIGN = re.compile(
    r"""
      (?P<space>\s+)
    | (?P<open>\() | (?P<close>\))
    | "(?P<quoted>[^"]*)" | “(?P<curly>[^”]*)” | «(?P<angled>[^»]*)» | „(?P<low>[^“”]*)[“”]
    | (?P<unclosed>["“«„])
    | (?P<minus>-(?=[^\s)]))
    | (?P<exact>=(?=["“«„\w]))
    | ~(?P<within>\d{1,4})(?![^\s)])
    | (?P<tilde>~[^\s()"“«„]*)
    | (?P<and>AND(?![^\s()"])) | (?P<or>OR(?![^\s()"])) | (?P<not>NOT(?![^\s()"]))
    | (?P<near>NEAR(?:/\d{1,4})?(?![^\s()"]))
    | (?P<word>[^\s()"“«„]+)
    """,
    re.VERBOSE,
)
_QUOTED = {"quoted", "curly", "angled", "low"}
# Elsewhere a ~ after one word asks for words that are spelled alike.
_ALIKE = re.compile(r"(?<=[^\W\d_]|[*?])~\d{0,4}(?:\.\d{1,4})?$")
_NEARNESS = 'put a number right after a phrase of two words: "war peace"~5'
_SPELLED = "words that are spelled alike cannot be asked for; a * stands for any letters: threat*"
_WORD = re.compile(r"[^\W_]+")


class Sign(NamedTuple):
    """A sign: `kind` is the name of its group in `_SIGN`, of any quotation `phrase`."""

    kind: str
    text: str
    start: int
    end: int


class Query(NamedTuple):
    """A query to be read: its words, and its signs in order."""

    text: str
    signs: tuple[Sign, ...]

    def fault(self, sign: Sign, met: str, wanted: str) -> QueryError:
        """Give the error for something that is wrong with a sign."""
        return fault(self.text, sign.start, sign.end, met, wanted)

    @property
    def end(self) -> Sign:
        """What stands after the last sign."""
        return Sign("end", "", len(self.text), len(self.text))


def signs(query: str) -> Query:
    """Cut a query into its signs.

    Raises:
        QueryError: it is too long, or a phrase in it is not closed or is empty.
    """
    if len(query) > LONGEST:
        raise QueryError(
            "query", f"{len(query)} characters", f"a query has at most {LONGEST}: ask for less"
        )
    return Query(query, tuple(_signs(query)))


def _signs(query: str) -> Iterator[Sign]:
    count, phrase = 0, -1
    for found in _SIGN.finditer(query):
        kind = found.lastgroup or ""
        text, (start, end) = found[kind], found.span()
        if kind == "unclosed":
            met = f"a phrase opened by {text} and not closed"
            raise fault(query, start, end, met, "close it")
        if kind in _QUOTED and not LETTER.search(text):
            met = "a phrase without a word"
            raise fault(query, start, end, met, "put words between the quotes")
        if kind == "tilde" and (start == phrase or LETTER.search(text)):
            raise fault(query, start, end, f"{text}, which is no distance", _NEARNESS)
        if kind == "word" and (alike := _ALIKE.search(text)):
            raise fault(query, start + alike.start(), end, f"{alike[0]} after one word", _SPELLED)
        if kind == "space" or (kind in {"word", "tilde"} and not LETTER.search(text)):
            continue  # a dash or a dot between words asks for nothing
        count += len(_WORD.findall(text)) if kind in _QUOTED | {"word"} else 0
        if count > MOST:
            raise fault(query, start, end, f"more than {MOST} words", "ask for less")
        phrase = end if kind in _QUOTED else -1
        yield Sign("phrase" if kind in _QUOTED else kind, text, start, end)


def fault(query: str, start: int, end: int, met: str, wanted: str) -> QueryError:
    """Give the error for what is wrong in a stretch of a query."""
    return QueryError(f"query, column {start + 1}", met, wanted, query, (start, end))
