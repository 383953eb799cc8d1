"""Whom words name: a label, or a symbol of the tagged view."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from greffier.reading.described import described
from greffier.reading.letters import FULL_NAME, NAME, PARTICLE, WORD
from greffier.reading.symbols import Capacity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.reading.page import Page
    from greffier.reading.tagging import Tagger

_BRACKETS = re.compile(r" ?\((?P<inside>[^()]{1,160})\)")
_NAMED_RULES = frozenset({"label:name", "label:initials", "label:titled", "label:capitals"})
# Of these forms only what looks like a whole name is one: `Enrico Letta. –`, but `President. –`.
_OPEN_RULES = frozenset(
    {"label:dash", "label:stop", "label:stop-titled", "label:alone", "label:adds", "label:small"}
    | {"label:recurs", "label:dash-bare", "label:stop-named"}
)
_TITLE = re.compile(
    r"^(?:(?:Mme|Mlle|M\.|Sr\.|Sra\.|Hr\.|Fr\.|On\.|Prince|Princess|(?:(?:Rt\.?|Right) )?Hon\.?) )+"
)
_LONGEST_NAME = 4
_SMALL = re.compile(r" (?:Al|El|Bin|Ibn|Ben|Abu|Van|Von|De|Da|Del|Di|[A-Z]\.)(?= )")
_SPACED_COMMA = re.compile(r"[^\S\n]{1,20},")  # where a page's markup ends before it, or in French
_SMALL_WORD = re.compile(rf" (?!{PARTICLE}\b)[^\W\d_A-Z]\w{{2,}} ")
_TWO_WORDS = re.compile(rf"(?<= )(?P<name>{WORD} (?:{PARTICLE} )?{WORD})$")
_CONSTITUENCY = re.compile(r"(?<=\w) of [A-Z][\w ]{1,60}$")


def capacity_of_label(label: str, read_by: str, tagger: Tagger) -> Capacity | None:
    """Read a label as a name, an office and what it is of; None for a role such as `Question`."""
    who = _SPACED_COMMA.sub(",", _BRACKETS.sub("", label)).strip()
    who = who[:1].upper() + who[1:]
    if read_by in {"label:stop", "label:stop-titled", "label:titled"}:
        who = _CONSTITUENCY.sub("", who)
    tagged = tagger.tagged(who)
    for named in tagger.capacities(tagged):
        if named.start == 0 and named.end == len(tagged):
            return named.capacity
    if read_by not in _NAMED_RULES and not _is_name(who, read_by, tagger):
        return None
    if found := described(tagged, tagger):
        return found
    titles = tagger.language.offices.titles
    name = _TITLE.sub("", who.partition(", ")[0], count=1)
    name = re.sub(rf"^(?:(?:{titles}) )+", "", name, flags=re.IGNORECASE) if titles else name
    state = next((of for of in _states_in(label, tagger)), None)
    return Capacity(_without_description(name, tagger), None, state)


def _without_description(name: str, tagger: Tagger) -> str:
    """`Plenary session moderator Ryan Chilcote` is described before he is named, in two words."""
    if name.rpartition(" ")[2] in tagger.language.offices.units:
        return name  # an institution speaks
    long = _SMALL.sub("", name).count(" ") >= _LONGEST_NAME
    last = _TWO_WORDS.search(name) if long or _SMALL_WORD.search(name) else None
    return last["name"] if last else name


def _is_name(who: str, read_by: str, tagger: Tagger) -> bool:
    """Whether a label of an open form is somebody's name: two words of one, or one and a title."""
    if read_by not in _OPEN_RULES:
        return False
    titles = tagger.language.offices.titles
    bare = _TITLE.sub("", who.partition(", ")[0])
    untitled = re.sub(rf"^(?:{titles}) ", "", bare) if titles else bare
    first = untitled.partition(" ")[0]
    if first in tagger.language.offices.not_names:
        return False
    return (
        re.fullmatch(FULL_NAME if untitled == who.partition(", ")[0] else NAME, untitled)
        is not None
    )


def _states_in(label: str, tagger: Tagger) -> Iterator[str]:
    for inside in _BRACKETS.finditer(label):
        for start, end, entries in tagger.lexicon.find(inside["inside"]):
            if entries[0].kind == "state" and (start, end) == (0, len(inside["inside"])):
                yield entries[0].value


def capacity_at(page: Page, char: str) -> Capacity | None:
    """Give whom a symbol of the tagged view names, if it is a person or somebody's office."""
    capacity = page.tagger.symbols.capacity(char)
    if capacity is not None:
        return capacity
    name = page.tagger.symbols.person(char)
    return Capacity(name, None, None) if name else None


def capacity_of(page: Page, words: str) -> Capacity:
    """Give whom tagged words name: the first person or cast in them, else the words as a name."""
    kept = [capacity for char in words if (capacity := capacity_at(page, char))]
    return kept[0] if kept else Capacity(page.tagger.printed(words), None, None)
