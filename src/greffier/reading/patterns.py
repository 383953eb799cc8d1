"""What a match of a pattern must hold, how it begins and how it ends: read off the pattern itself.

So no rule has to say it twice.
"""

from __future__ import annotations

import json
import re
from functools import cache
from hashlib import sha256
from importlib import import_module, resources
from typing import TYPE_CHECKING, Any

from greffier.reading import languages
from greffier.reading.symbols import filled, outlined

if TYPE_CHECKING:
    from collections.abc import Iterable

# There is no public way to a pattern's parts.
_compiler: Any = import_module("re._compiler")
_parser: Any = import_module("re._parser")
op: Any = import_module("re._constants")

# Words, or the first character of a block of the reader's own symbols; any match holds one of them.
Needs = frozenset[str]

ASIDE = chr(0xF0000)  # from here on characters are the reader's own (see `reading.symbols`)
BLOCK = 0x1000  # of symbols of one kind
_SPELLINGS = 16  # of one literal: `[Ss]ession` has two
_ALTERNATIVES = 80  # looking for more would cost more than it saves
_SHORTEST = 3  # what is shorter stands everywhere
_ENOUGH = 3  # things to look for in one text
_SYMBOL = 6  # a class is as rare as a word of so many letters
_OPENINGS = 400
_TELLING = 5  # characters; what is as long tells enough of how a match begins
_REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)


@cache
def needs(pattern: str) -> tuple[Needs, ...]:
    """Give sets of things; any match of a pattern holds something of each set. The rarest first.

    For the rules that come with the program they were read off before (see `read_off`): reading
    them all off takes longer than reading a record.
    """
    kept = _kept().get(digest(pattern))
    return read_off(pattern) if kept is None else tuple(map(frozenset, kept))


def read_off(pattern: str) -> tuple[Needs, ...]:
    """Work out `needs` from the pattern itself; `make rules` keeps them for the languages' own."""
    parsed = _parser.parse(outlined(pattern))
    return () if parsed.state.flags & re.IGNORECASE else _of_sequence(parsed)


def digest(pattern: str) -> str:
    """Give the name under which the needs of a pattern are kept."""
    return sha256(pattern.encode()).hexdigest()[:16]


@cache
def _kept() -> dict[str, list[list[str]]]:
    kept = resources.files(languages) / "needs.json"
    found: dict[str, list[list[str]]] = json.loads(kept.read_bytes())
    return found


def _of_sequence(parts: Iterable[Any]) -> tuple[Needs, ...]:
    """Choose what is rarest of what the parts need: in a sequence all of them must be there."""
    found: set[Needs] = set()
    run = [""]
    for kind, value in parts:
        spellings = _spellings(kind, value)
        if spellings and len(run) * len(spellings) <= _SPELLINGS:
            run = [word + char for word in run for char in spellings]
            continue
        found.add(frozenset(run))
        run = list(spellings) or [""]
        if not spellings:
            found.update(_of_part(kind, value))
    found.add(frozenset(run))
    rated = [(size, -len(one), one) for one in found if (size := _shortest(one)) >= _SHORTEST]
    return tuple(one for *_, one in sorted(rated, key=_rarity, reverse=True)[:_ENOUGH])


def _of_part(kind: Any, value: Any) -> tuple[Needs, ...]:  # noqa: ANN401 - as the parser gives them
    if kind is op.IN:
        return _of_class(value)
    if kind is op.SUBPATTERN:
        _, flags, _, inner = value
        return () if flags & re.IGNORECASE else _of_sequence(inner)
    if kind is op.BRANCH:
        return _of_branches(value[1])
    if kind in _REPEATS and value[0]:
        return _of_sequence(value[2])
    return ()  # what may be absent, and what only looks around


def _of_branches(branches: Iterable[Any]) -> tuple[Needs, ...]:
    """Give what every branch needs together: a match goes by one of them."""
    out: set[str] = set()
    for branch in branches:
        inner = _of_sequence(branch)
        if not inner:
            return ()
        out |= inner[0]
    return (frozenset(out),) if len(out) <= _ALTERNATIVES else ()


def _of_class(members: Iterable[Any]) -> tuple[Needs, ...]:
    """Give a class of the reader's own symbols; printed characters are too common to look for."""
    out: set[str] = set()
    for kind, value in members:
        if kind is not op.RANGE or chr(value[0]) < ASIDE:
            return ()
        out |= {chr(first) for first in range(value[0], value[1] + 1, BLOCK)}
    return (frozenset(out),)


def _spellings(kind: Any, value: Any) -> tuple[str, ...]:  # noqa: ANN401 - as the parser gives them
    """Give the few characters that a part stands for; none where it is no such part."""
    if kind is op.LITERAL:
        return (chr(value),)
    if kind is not op.IN or len(value) > _SPELLINGS:
        return ()
    chars = tuple(chr(char) for one, char in value if one is op.LITERAL)
    return chars if len(chars) == len(value) else ()


def _shortest(wanted: Needs) -> int:
    return min(_SYMBOL if one >= ASIDE else len(one.strip()) for one in wanted)


def _rarity(rated: tuple[int, int, Needs]) -> tuple[int, int, str]:
    """Say how rare things are: long words are rarer than short ones, and few things than many."""
    size, few, wanted = rated
    return size, few, min(wanted)


@cache
def tail_of(pattern: str) -> re.Pattern[str] | None:
    """Give what a match ends with, where it begins with what may stand anywhere: a name.

    The names of a text are many; what a rule wants behind one is seldom there, and found at once.
    """
    outline = _parser.parse(outlined(pattern))
    # A part that is referred to cannot be left out.
    if not len(outline) or _is_plain(*outline[0]) or "(?P=" in pattern:
        return None
    parsed = _parser.parse(filled(pattern))
    at = next((at for at, part in enumerate(parsed) if _is_plain(*part)), 0)
    if not at:
        return None
    tail: re.Pattern[str] = _compiler.compile(parsed[at:])
    return tail


def _is_plain(kind: Any, value: Any) -> bool:  # noqa: ANN401 - see _of_part
    """Whether a part is a character or a class of symbols, which are found at once."""
    if kind is op.SUBPATTERN and len(value[3]):
        return _is_plain(*value[3][0])
    return kind is op.LITERAL or (kind is op.IN and bool(_of_class(value)))


def openings(pattern: str) -> Needs:
    """Give words of which any match begins with one."""
    return frozenset(word for word, _ in _beginnings(_parser.parse(pattern)))


def _beginnings(parts: Iterable[Any]) -> set[tuple[str, bool]]:
    """Give the words that parts begin with, and whether a word is all of what they stand for."""
    out = {("", True)}
    for kind, value in parts:
        if not any(whole for _, whole in out):
            break
        more = _of_beginning(kind, value)
        longer = {(a + b, on) for a, whole in out if whole for b, on in more}
        if len(longer) > _OPENINGS:
            return {(word, False) for word, _ in out}
        out = {one for one in out if not one[1]}
        out |= {(word, whole and len(word) < _TELLING) for word, whole in longer}
    return out


def _of_beginning(kind: Any, value: Any) -> set[tuple[str, bool]]:  # noqa: ANN401 - see _of_part
    if spellings := _spellings(kind, value):
        return {(one, True) for one in spellings}
    if kind in {op.AT, op.ASSERT, op.ASSERT_NOT}:
        return {("", True)}
    if kind is op.SUBPATTERN and not value[1]:
        return _beginnings(value[3])
    if kind is op.BRANCH:
        return {one for branch in value[1] for one in _beginnings(branch)}
    if kind in _REPEATS:
        once = {(word, whole and value[1] == 1) for word, whole in _beginnings(value[2])}
        return once if value[0] else {("", True)} | once
    return {("", False)}
