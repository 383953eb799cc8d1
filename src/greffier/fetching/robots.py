"""robots.txt: what a site lets programs fetch, by RFC 9309, and the pause that it asks for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

READ: Final = 512 * 1024  # bytes of the file; the RFC wants 500 KiB at least
_FAMILY: Final = "greffier"  # our product token
_LONGEST: Final = 1_000  # characters of a number; what is so long is endless
_NUMBER: Final = re.compile(r"[0-9.]{1,1000}(?:[eE][+-]?[0-9]{1,999})?\Z")
_TOKEN: Final = re.compile(r"[A-Za-z_-]{0,100}+")
_ASCII: Final = "".join(map(chr, range(0x21, 0x7F)))
_ESCAPED: Final = re.compile(r"%([0-9A-Fa-f]{2})")
_UNRESERVED: Final = frozenset("-._~")  # beside letters and digits; what escapes them means them


@dataclass(frozen=True, slots=True)
class Rule:
    """One line that allows or disallows.

    Args:
        path: as printed.
        allows: whether it allows.
        pattern: the path as addresses are written.
    """

    path: str
    allows: bool
    pattern: str

    @property
    def printed(self) -> str:
        """The rule as it may be quoted."""
        return f"{'Allow' if self.allows else 'Disallow'}: {self.path}"


@dataclass(frozen=True, slots=True)
class Robots:
    """What a robots.txt says to us.

    Args:
        rules: those of the group that is meant for us, or of that for all.
        pause: seconds that it wants between two requests; not of the RFC, but widely used.
    """

    rules: tuple[Rule, ...] = ()
    pause: float = 0

    def refusal(self, target: str) -> Rule | None:
        """Give the rule that forbids a path and query; None where it may be fetched.

        The longest rule that fits counts, and of two of one length the one that allows.
        """
        asked = _written(target)
        fitting = [rule for rule in self.rules if _fits(rule.pattern, asked)]
        last = max(fitting, key=lambda rule: (len(rule.pattern), rule.allows), default=None)
        return None if last is None or last.allows else last


ALL_CLOSED: Final = Robots((Rule("/", allows=False, pattern="/"),))


def robots_of(data: bytes) -> Robots:
    """Read a robots.txt, whatever stands in it; what is no line of one is passed over."""
    lines = list(_lines(data[:READ].decode("utf-8", "replace").removeprefix("\ufeff")))
    ours = _groups(lines, _FAMILY)
    return _joined(ours if ours is not None else _groups(lines, "*") or ())


def _lines(text: str) -> Iterator[tuple[str, str]]:
    for line in re.split(r"[\r\n]", text):
        key, colon, value = line.partition("#")[0].partition(":")
        if colon:
            yield key.strip().lower(), value.strip()


def _groups(lines: Iterable[tuple[str, str]], agent: str) -> list[tuple[str, str]] | None:
    """Give the lines of all groups for an agent, as if they were one; None where there is none."""
    found: list[tuple[str, str]] | None = None
    named, open_still = False, False  # a group opens with one name, or several one after another
    for key, value in lines:
        if key == "user-agent":
            named = _is_for(value, agent) or (named and open_still)
            open_still = True
            if named and found is None:
                found = []
        elif key in {"allow", "disallow", "crawl-delay"}:
            open_still = False
            if named and found is not None:
                found.append((key, value))
    return found


def _is_for(value: str, agent: str) -> bool:
    if agent == "*":
        return value == "*"
    found = _TOKEN.match(value)
    return found is not None and found[0].lower() == agent


def _joined(lines: Iterable[tuple[str, str]]) -> Robots:
    rules, pause = [], 0.0
    for key, value in lines:
        if key == "crawl-delay":
            pause = max(pause, _seconds(value))
        elif value:  # an empty `Disallow` forbids nothing
            rules.append(Rule(value, allows=key == "allow", pattern=_written(value)))
    return Robots(tuple(rules), pause)


def _seconds(value: str) -> float:
    """Read the seconds of a pause, however they are written; 0 where they are no number."""
    written = _NUMBER.match(value[:_LONGEST])
    try:
        return float(written[0]) if written else 0.0
    except ValueError:  # no digit, or an exponent without one
        return 0.0


def _written(path: str) -> str:
    """Write a path in one way, since one letter may be escaped here and not there."""
    return _ESCAPED.sub(_plain, quote(path, safe=_ASCII))


def _plain(escape: re.Match[str]) -> str:
    char = chr(int(escape[1], 16))
    return char if char in _UNRESERVED or (char.isascii() and char.isalnum()) else escape[0].upper()


def _fits(pattern: str, target: str) -> bool:
    """Say whether a target begins as a pattern says: `*` is anything, a `$` at the end the end.

    Piece by piece from the left, so that it takes no longer the more `*` there are.
    """
    ends = pattern.endswith("$")
    first, *others = (pattern[:-1] if ends else pattern).split("*")
    if not target.startswith(first):
        return False
    at = len(first)
    if ends and not others:
        return at == len(target)
    last = others.pop() if ends else ""
    for piece in others:
        found = target.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    return not ends or (len(target) - len(last) >= at and target.endswith(last))
