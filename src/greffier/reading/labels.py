"""Speaker labels: where the record announces who speaks, whoever publishes it.

A label is the words before a colon at the start of a line: a role (`Question`), a name, or an
office and a name, in capitals where names have them. A colon in running speech follows small words.
Other publishers close their labels otherwise (see `closers`); which of them the record does is
found from all of its lines (see `conventions`).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from greffier.reading.closers import closed_otherwise
from greffier.reading.label_forms import (
    ASIDE,
    BRACKETED,
    CAPITALISED,
    COMMA,
    DOUBTFUL_RULES,
    NAME_WORD,
    TITLE,
    TITLED,
    Label,
    after_blank,
    first_word,
)
from greffier.reading.letters import LETTER, LOWER, PARTICLE, UPPER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.reading.languages import Language
    from greffier.reading.languages.rules import Rules
    from greffier.reading.layout import Line

# A colon of the width of a Chinese character has no blank behind it.
_LABEL = re.compile(rf"(?P<label>(?:[^:：(\n]|{BRACKETED}){{1,160}})(?::(?=\s|$)|：)")
_COUNTED = re.compile(r" ?\d{1,3}$| \(?[Cc]ont(?:inue)?d\.?\)?$")
_MOST_WORDS = 22
_FEW_WORDS = 8
_CAPITAL = re.compile(rf"[\"']?[{UPPER}]")
_CASELESS = re.compile(rf"(?![{UPPER}{LOWER}])[^\W\d_]")
_CLAUSE = re.compile(r"[;!?,\"]|\. |，|。")
_SHORT = re.compile(rf"\b[{UPPER}]{LETTER}{{0,2}}\. ")
_ENDS_IN_NAME = re.compile(
    rf"(?:^|[ .])(?:[{UPPER}][{UPPER}{LOWER}'-]*[ -]|[{UPPER}]\.[ -]?)"
    rf"(?:[a-z]{{2,3}}[ -]|(?:{PARTICLE}[ -]){{2}})?{NAME_WORD}$"
)
_INITIALS = re.compile(rf"^(?:[{UPPER}]\. ?){{1,3}}[{UPPER}][{UPPER}{LOWER}-]+$")
# A title and brackets leave no doubt, whatever a scan made of the name: `Mrs. ngu (Nigeria)`.
_TITLED_LOOSELY = re.compile(
    rf"^{TITLE}\.? \S{{1,30}}(?: \S{{1,30}}){{0,4}} {BRACKETED}(?: {BRACKETED}){{0,2}}$"
)
# Two words or more: one alone may be a state, `AZ`, or a heading.
_ALL_CAPITALS = re.compile(rf"^[{UPPER}][{UPPER}.'-]{{0,40}}[ ][{UPPER} .'-]{{1,60}}$")
_THE_OFFICE = re.compile(
    rf"^(?:The|THE) (?:[{UPPER}][{UPPER}{LOWER}'-]*)(?: [{UPPER}][{UPPER}{LOWER}'-]*){{0,3}}$"
)
_WORD = re.compile(rf"^[{UPPER}]{LETTER}{{1,30}}(?:[ -][{UPPER}]{LETTER}{{1,30}}){{0,3}}$")
# `A` is a word, too: an answer only beside questions.
_LETTERS = {"A": "label:letter"}


def label_of(line: Line, language: Language) -> Label | None:
    """Give the label that a line opens with, or None where its colon is one of running speech."""
    return next(
        (one for one in candidates(line.text, language) if one.rule not in DOUBTFUL_RULES), None
    )


def candidates(text: str, language: Language) -> Iterator[Label]:
    """Yield what may be the label of a line, the surest first."""
    rules = language.labels
    if bare := re.match(rules.bare, text) if rules.bare else None:
        yield Label(bare[0], bare.end() + 1, _LETTERS.get(bare[0], "label:role"), "bare")
    found = _LABEL.match(text) if ":" in text or "：" in text else None
    if found and found["label"].count(" ") < _MOST_WORDS:
        yield from _before_colon(text, found, language)
    yield from closed_otherwise(text, language)


def _before_colon(text: str, found: re.Match[str], language: Language) -> Iterator[Label]:
    printed = found["label"].rstrip()
    end = after_blank(text, found.end())
    cut = COMMA.match(printed)
    if rule := _rule(printed, language):
        yield Label(printed, end, rule)
    elif cut and _is_office(cut["adds"]) and _is_announced(cut, language):
        yield Label(printed, end, "label:adds", adds=cut["adds"])
    elif _may_recur(printed, language):
        yield Label(printed, end, "label:recurs")


def _is_announced(cut: re.Match[str], language: Language) -> bool:
    """`Jens Berg, Secretary General`; `NHK, Yamamoto`."""
    rule = _rule(cut["who"], language)
    return rule == "label:name" or (
        rule in {"label:titled", "label:capitals", "label:word"}
        and CAPITALISED.match(cut["adds"]) is not None
    )


def _may_recur(printed: str, language: Language) -> bool:
    """Whether words before a colon may be a label in a language whose labels nobody told us.

    In one that has rules they must be capitalised, and more than one.
    """
    who = ASIDE.sub("", printed)
    if _CLAUSE.search(_SHORT.sub("", who)) or who.count(" ") >= _FEW_WORDS:
        return False
    if language.labels.not_openings:
        return " " in who and CAPITALISED.match(who) is not None
    return bool(_CAPITAL.match(who) or _CASELESS.match(who))


def procedure_at(text: str, language: Language) -> re.Match[str] | None:
    """Give how a line begins that is nobody's speech but the procedure's, if it does."""
    pattern = _procedures(language.labels.procedure)
    return pattern.match(text) if pattern else None


@cache
def _procedures(rules: Rules) -> re.Pattern[str] | None:
    return re.compile("|".join(f"(?:{pattern})" for _, pattern in rules)) if rules else None


def alone(text: str, language: Language) -> Label | None:
    """Give the label that a line may be by itself: a name, or an office, and no more."""
    who = ASIDE.sub("", text)
    named = _ENDS_IN_NAME.search(who) or _THE_OFFICE.match(who)
    # What has a party or a name in brackets may be as long as the names of ministries are.
    if (
        not named
        or not (who != text or CAPITALISED.match(who))
        or first_word(who) in language.labels.not_openings
    ):
        return None
    return Label(text, len(text), "label:alone", "alone")


def _is_office(words: str) -> bool:
    return "," not in words and words.count(" ") < _FEW_WORDS


def _rule(printed: str, language: Language) -> str | None:
    who = ASIDE.sub("", printed)
    rules = language.labels
    if _COUNTED.sub("", who).lower() in rules.roles:
        return "label:role"
    if _TITLED_LOOSELY.match(printed):
        return "label:titled"
    if first_word(who) in rules.not_openings or procedure_at(printed, language):
        return None
    if not _CAPITAL.match(who):
        return "label:small" if _ENDS_IN_NAME.search(who) else None
    for name, pattern in (
        ("label:titled", TITLED),
        ("label:initials", _INITIALS),
        ("label:the-office", _THE_OFFICE),
        ("label:capitals", _ALL_CAPITALS),
        ("label:name", _ENDS_IN_NAME),
        ("label:word", _WORD),
    ):
        if pattern.search(who):
            return name
    return None
