"""Things that were found in a text, each as one character, so that rules can be written plainly.

Once `the Collective Security Treaty Organisation` and `Tajikistan` are one character each, "X's
chairmanship of Y" is a short regular expression that cannot run away. The characters come from the
supplementary private-use plane, a block for each kind; folding has freed it of anything printed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from greffier.reading.letters import FULL_NAME, NAME, UPPER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.reading.lexicon import Entry, ThingKind

_KINDS: tuple[ThingKind, ...] = (
    "org",
    "body",
    "state",
    "demonym",
    "office",
    "cast",
    "person",
    "date",
)
_FIRST = 0xF0000
_ROOM = 0x1000


@dataclass(frozen=True, slots=True)
class Capacity:
    """Someone as the words name him: any part may be missing, but not both name and office."""

    name: str | None
    office: str | None
    of: str | None
    acting: bool = False


@dataclass(frozen=True, slots=True)
class Title:
    """An office as printed and as it is kept.

    Args:
        oblique: it stands in another case than the nominative.
        of: what it is of whatever is printed, as the High Representative is of the EU.
    """

    kept: str
    acting: bool
    plural: bool
    oblique: bool = False
    of: str | None = None


Thing = tuple["Entry", ...] | Capacity | Title | str


class Symbols:
    """The characters of one witness: the same thing always gets the same one."""

    def __init__(self) -> None:
        self._things: dict[str, Thing] = {}
        self._chars: dict[tuple[ThingKind, Thing], str] = {}
        self._used = dict.fromkeys(_KINDS, 0)

    def char(self, kind: ThingKind, thing: Thing) -> str:
        """Give the character of a thing; '' once there is no room, and the words stay words."""
        known = self._chars.get((kind, thing))
        if known is None:
            at = self._used[kind]
            if at >= _ROOM:
                return ""
            self._used[kind] = at + 1
            known = chr(_FIRST + _KINDS.index(kind) * _ROOM + at)
            self._chars[kind, thing] = known
            self._things[known] = thing
        return known

    def known(self) -> Iterator[Entry]:
        """Yield what is known and was met in the witness, each once."""
        for thing in self._things.values():
            if isinstance(thing, tuple):
                yield thing[0]

    def entries(self, char: str) -> tuple[Entry, ...]:
        """Give what is known under the character; nothing for one of another kind."""
        thing = self._things.get(char)
        return thing if isinstance(thing, tuple) else ()

    def capacity(self, char: str) -> Capacity | None:
        """Give the capacity that the character stands for, if it is one."""
        thing = self._things.get(char)
        return thing if isinstance(thing, Capacity) else None

    def title(self, char: str) -> Title | None:
        """Give the office that the character stands for, if it is one."""
        thing = self._things.get(char)
        return thing if isinstance(thing, Title) else None

    def person(self, char: str) -> str | None:
        """Give the name that the character stands for, if it is a person."""
        thing = self._things.get(char)
        return thing if isinstance(thing, str) else None


def _block(kind: ThingKind) -> str:
    first = _FIRST + _KINDS.index(kind) * _ROOM
    return f"{chr(first)}-{chr(first + _ROOM - 1)}"


_AND = r"(?:,? (?:and|as well as|along with|и|а также) |, )"
_CLASSES = {f"<{kind}>": f"[{_block(kind)}]" for kind in _KINDS}
_SOMEONE = f"[{_block('cast')}{_block('person')}]"
# What may stand before an office: `with incoming Prime Minister …`, `with His Majesty King …`.
_BEFORE = (
    r"(?:(?:the|The|(?:Mr|Mrs|Ms|Dr|Rt|Hon|Senator)\.?"
    r"|[Ii]ncoming|[Oo]utgoing|[Nn]ew|[Nn]ewly[ -]elected|[Ff]ormer|H\.E\."
    r"|(?:His|Her|Their) (?:Excellenc(?:y|ies)|Majest(?:y|ies)|(?:Royal )?Highness(?:es)?)) ){0,3}"
)
_GRAMMARS = {
    "<any>": "[" + "".join(map(_block, _KINDS)) + "]",
    "<named>": f"[{_block('org')}{_block('body')}{_block('state')}{_block('demonym')}]",
    "<upper>": f"[{UPPER}]",
    "<name>": NAME,
    "<fullname>": FULL_NAME,
    "<someone>": _SOMEONE,
    "<someones>": rf"{_BEFORE}{_SOMEONE}(?:{_AND}{_BEFORE}{_SOMEONE}){{0,40}}",
    "<orgs>": rf"(?:the )?[{_block('org')}](?:{_AND}(?:the )?[{_block('org')}]){{0,9}}",
    "<states>": rf"(?:the )?[{_block('state')}](?:{_AND}(?:the )?[{_block('state')}]){{0,40}}",
    "<holder>": f"[{_block('state')}{_block('demonym')}{_block('cast')}{_block('person')}]",
}
# The least that each must hold: any character of a name, one symbol of a row.
_OUTLINES = {
    **dict.fromkeys(("<upper>", "<name>", "<fullname>"), "."),
    "<someones>": _SOMEONE,
    "<orgs>": f"[{_block('org')}]",
    "<states>": f"[{_block('state')}]",
}
_SLOT = re.compile(r"(?<!\?P)<[a-z]+>")  # not the name of a group


@cache
def filled(pattern: str) -> str:
    """Give a rule of a language with its slots filled in (see `languages.base`)."""
    return _SLOT.sub(_fill, pattern)


def outlined(pattern: str) -> str:
    """Give a rule in outline: enough to tell what a match must hold, and much sooner parsed."""
    return _SLOT.sub(lambda slot: _OUTLINES.get(slot[0]) or _fill(slot), pattern)


@cache
def rule(pattern: str) -> re.Pattern[str]:
    """Compile a rule of a language, its slots filled in."""
    return re.compile(filled(pattern))


def _fill(slot: re.Match[str]) -> str:
    return _CLASSES.get(slot[0]) or _GRAMMARS.get(slot[0]) or slot[0]
