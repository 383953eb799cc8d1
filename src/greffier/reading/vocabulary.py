"""What the rules of a language need to be found, worked out once from all of them."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from functools import cache
from typing import TYPE_CHECKING

from greffier.reading.gates import Opened, Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.reading.languages import Language


_NAME = re.compile(r"[a-z-]*")


@cache
def vocabulary_of(language: Language) -> Vocabulary:
    """Give what those rules need that are tried on a tagged text; use with `Places`."""
    return Vocabulary(_tried_tagged(language), language.common)


@cache
def capacities_of(language: Language) -> Vocabulary:
    """Give what those rules need that are tried before the people of a text are tagged."""
    return Vocabulary(_tried_before(language))


def patterns_of(language: Language) -> Iterator[str]:
    """Yield every rule of a language that is looked for by what it needs."""
    yield from _tried_tagged(language)
    yield from _tried_before(language)


def _tried_tagged(language: Language) -> Iterator[str]:
    stages = (language.sessions, language.cast, language.instruments, language.chair)
    others = (language.quotes, language.activities, language.offices.plural)
    yield from _patterns((*stages, *others))


def _tried_before(language: Language) -> Iterator[str]:
    yield from (pattern for _, pattern in language.offices.capacities)


@cache
def offices_of(language: Language) -> Opened | None:
    """Give the rule for an office, all heads in one; None for a language without offices.

    It has the groups `acting`, `prefix`, and for each head `head0`, with `portfolio0` where it has
    one.
    """
    rules = language.offices
    if not rules.heads:
        return None
    heads = "|".join(
        f"(?P<head{at}>{pattern.replace('(?P<portfolio>', f'(?P<portfolio{at}>')})"
        for at, (_, pattern) in enumerate(rules.heads)
    )
    acting = f"(?P<acting>{rules.acting})"
    prefixes = "|".join(pattern for _, pattern in rules.prefixes)
    return Opened(rf"\b(?:{acting} )?(?P<prefix>(?:(?:{prefixes})[ -]){{0,2}})(?:{heads})\b")


@cache
def titled_of(language: Language) -> Opened | None:
    """Give the rule for a name with a title, with the group `name`; None without titles."""
    titles = language.offices.titles
    return Opened(rf"\b(?:{titles}) (?P<name><name>)") if titles else None


def _patterns(value: object) -> Iterator[str]:
    """Yield every pattern among the rules of a language; one of small letters only is a name."""
    if isinstance(value, str):
        if not _NAME.fullmatch(value):
            yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _patterns(one)
    elif is_dataclass(value):
        for one in fields(value):
            yield from _patterns(getattr(value, one.name))
