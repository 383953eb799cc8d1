"""Speaker labels: where the record announces who speaks, whoever publishes it.

A label is the words before a colon at the start of a line: a role (`Question`), a name, or an
office and a name, in capitals where names have them. A colon in running speech follows small words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from greffier.reading.letters import LOWER, PARTICLE, UPPER

if TYPE_CHECKING:
    from greffier.reading.languages import Language
    from greffier.reading.layout import Line

_LABEL = re.compile(r"(?P<label>[^:\n]{1,160}):(?=\s|$)")
_MOST_WORDS = 22
_CAPITAL = re.compile(rf"[\"']?[{UPPER}]")
_ASIDE = re.compile(r"(?: ?\([^()]{1,60}\)){1,3}$")
_NAME_WORD = rf"(?:[{UPPER}][{UPPER}{LOWER}'-]*|[{UPPER}]\.)"
_ENDS_IN_NAME = re.compile(
    rf"(?:^|[ .])(?:{_NAME_WORD}[ -]?)(?:[a-z]{{2,3}}[ -]|(?:{PARTICLE}[ -]){{2}})?{_NAME_WORD}$"
)
_INITIALS = re.compile(rf"^(?:[{UPPER}]\. ?){{1,3}}[{UPPER}][{UPPER}{LOWER}-]+$")
_TITLED = re.compile(
    rf"^(?:(?:Mr|Mrs|Ms|Dr|MR|MRS|MS|DR|Sir|Lord)\.?) {_NAME_WORD}(?:[ -]{_NAME_WORD}){{0,3}}$"
)
_ALL_CAPITALS = re.compile(rf"^[{UPPER}][{UPPER} .'-]{{1,60}}$")
_THE_OFFICE = re.compile(
    rf"^(?:The|THE) (?:[{UPPER}][{UPPER}{LOWER}'-]*)(?: [{UPPER}][{UPPER}{LOWER}'-]*){{0,3}}$"
)


@dataclass(frozen=True, slots=True)
class Label:
    """A label in its line: `end` is behind the colon and the blank after it."""

    text: str
    end: int
    rule: str


def label_of(line: Line, language: Language) -> Label | None:
    """Give the label that a line opens with, or None where its colon is one of running speech."""
    bare = re.match(language.labels.bare, line.text) if language.labels.bare else None
    if bare:
        return Label(bare[0], bare.end() + 1, "label:role")
    found = _LABEL.match(line.text)
    if found is None or found["label"].count(" ") >= _MOST_WORDS:
        return None
    printed = found["label"].rstrip()
    who = _ASIDE.sub("", printed)
    rule = _rule(who, language)
    if rule is None:
        return None
    end = found.end()
    return Label(printed, end + 1 if line.text[end : end + 1] == " " else end, rule)


def _rule(who: str, language: Language) -> str | None:
    rules = language.labels
    if re.sub(r" ?\d{1,3}$", "", who).lower() in rules.roles:
        return "label:role"
    if not _CAPITAL.match(who):
        return None
    first = re.split(r"[ ,]", who, maxsplit=1)[0].lower()
    if first in rules.not_openings:
        return None
    for name, pattern in (
        ("label:titled", _TITLED),
        ("label:initials", _INITIALS),
        ("label:the-office", _THE_OFFICE),
        ("label:capitals", _ALL_CAPITALS),
        ("label:name", _ENDS_IN_NAME),
    ):
        if pattern.search(who):
            return name
    return None
