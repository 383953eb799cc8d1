"""Whom a label describes: an office, what it is of, and a name, in whatever order it prints them.

A label holds one person and nothing else, so what cannot be told apart in a sentence can be told
here: the name stands at the end, or before the first comma.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from greffier.reading.letters import FULL_NAME, PARTICLE, UPPER, WORD
from greffier.reading.symbols import Capacity, rule

if TYPE_CHECKING:
    from greffier.reading.symbols import Title
    from greffier.reading.tagging import Tagger

_PART = rf"(?:{WORD}|[{UPPER}]\.)"
_LAST = re.compile(rf"(?<![\w.'-])(?:{PARTICLE}[ -])?{_PART}(?: (?:{PARTICLE} )?{_PART}){{0,7}}$")
_NAME_FIRST = re.compile(rf"(?P<name>{FULL_NAME}), ?(?P<rest>.+)$")
_JOINING = re.compile(rf"(?:{PARTICLE}|[{UPPER}]\.|Al|El|Bin|Ibn|Ben|Abu|Van|Von|De|Da|Del|Di)")
_BRACKETS = re.compile(r" ?\([^()]{1,60}\)")
_TWO = 2


def described(tagged: str, tagger: Tagger) -> Capacity | None:
    """Give whom a label names that no rule for running text covers; None where it has no office.

    `Cabinet Public Affairs Secretary` is an office of nobody whose name is known.

    Args:
        tagged: the label, with symbols for what is known and for offices.
        tagger: of this witness.
    """
    first = _NAME_FIRST.match(tagged)
    title, before, after = _office(first["rest"] if first else tagged, tagger)
    if title is None or title.plural:
        return None
    name = first["name"] if first else _last_name(after, tagger)
    if (name is None and (after or not before)) or _is_unknown(before, tagger):
        return None
    of = _of(title, before, after if first else after.removesuffix(name or ""), tagger)
    kept = tagger.of(of) if of else title.of
    return Capacity(name, title.kept, kept or None, title.acting)


def _office(tagged: str, tagger: Tagger) -> tuple[Title | None, str, str]:
    """Give the first office of a label, with what stands before and behind it."""
    for at, char in enumerate(tagged):
        if title := tagger.symbols.title(char):
            return title, tagged[:at].strip(), tagged[at + 1 :]
    return None, tagged, ""


def _is_unknown(before: str, tagger: Tagger) -> bool:
    """Say whether another office, which nobody knows, stands before the first that is known."""
    unknown = tagger.language.offices.unknown
    return before.endswith(",") or bool(unknown and re.search(rf"\b(?:{unknown})$", before))


def _of(title: Title, before: str, after: str, tagger: Tagger) -> str:
    """Give what an office is of: the words before it, or those behind `of`, up to another office.

    `President and CEO of BASF` is both of BASF; a minister is of his state, whatever else he heads.
    """
    if before:
        return re.sub(r"^[Tt]he |(?:'s?|,)$", "", before)
    rules = tagger.language.offices
    if not rules.links:
        return ""
    second = "" if re.search("Minister| to the ", title.kept) else f"(?:{rules.second})?"
    words = rf"{second}{rules.field}(?:,? (?:{rules.links})|,) (?P<of>.+?)(?:{rules.second}|$)"
    found = rule(words).match(after)
    if found and any(map(tagger.symbols.title, found["of"])):
        return ""
    return _BRACKETS.sub("", found["of"]).strip(" ,") if found else ""


def _last_name(after: str, tagger: Tagger) -> str | None:
    """Give the name that ends a label, without the capitalised words that end what is before it."""
    after = rule(r"(?<!of)(?<!the) <demonym> (?=[^\W\d_]{1,30}$)").sub(
        lambda found: tagger.printed(found[0]), after
    )  # `Chairman of the Board German Gref`
    found = _LAST.search(after)
    if found is None:
        return None
    rules = tagger.language.offices
    words = found[0].split(" ")
    ends = [at for at, word in enumerate(words) if word in rules.units or _is_title(word, tagger)]
    kept = words[ends[-1] + 1 :] if ends else words
    # Behind `of` or `and` comes at least one word that is none of the name.
    told = after[: found.start()].rstrip().rpartition(" ")[2]
    if not ends and told.islower() and len(kept) > _TWO:
        kept = kept[_split(kept) :]
    return " ".join(kept) or None


def _is_title(word: str, tagger: Tagger) -> bool:
    titles = tagger.language.offices.titles
    return bool(titles and re.fullmatch(titles, word))


def _split(words: list[str]) -> int:
    """Give where a name of two words begins, or of more where small ones join them."""
    at = len(words) - _TWO
    while at > 1 and _JOINING.fullmatch(words[at]):
        at -= 1
    return at
