"""What the record names besides: states, organisations, bodies, people, exercises."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from greffier.model import Mention
from greffier.reading.naming import capacity_at
from greffier.reading.symbols import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.model import MentionKind
    from greffier.reading.cast import Cast
    from greffier.reading.page import Page

_Named = tuple["MentionKind", str, str | None]

_KINDS: dict[str, MentionKind] = {
    "org": "organisation",
    "body": "body",
    "state": "state",
    "demonym": "state",
}


def read_mentions(page: Page, cast: Cast) -> tuple[Mention, ...]:
    """Find every naming of what is known, and of the people and exercises that the record names."""
    found = [*_symbols(page, cast), *_activities(page)]
    return tuple(sorted(found, key=lambda one: (one.span, one.kind, one.name)))


def _symbols(page: Page, cast: Cast) -> Iterator[Mention]:
    named: dict[str, _Named | None] = {}
    for line in page.lines:
        if line.n in page.head.furniture or line.text.isascii():
            continue
        for found in rule("<any>").finditer(line.text):
            at, char = line.start + found.start(), found[0]
            if char not in named:
                named[char] = _named(page, cast, char)
            if one := named[char]:
                kind, name, key = one
                span = page.tagged.span(at, at + 1)
                yield Mention(kind=kind, name=name, span=span, id=key, rule="known-name")


def _named(page: Page, cast: Cast, char: str) -> _Named | None:
    """Give what a symbol names: its kind, the name it is kept under, and the participant it is."""
    if entries := page.tagger.symbols.entries(char):
        return _KINDS[entries[0].kind], entries[0].value, None
    capacity = capacity_at(page, char)
    if capacity is None or capacity.name is None:
        return None
    member = cast.find(capacity)
    if member is None:
        return "person", capacity.name, None
    return "person", member.name or capacity.name, member.id


def _activities(page: Page) -> Iterator[Mention]:
    rules = page.language.activities
    told = chain(page.matches(page.narration(), rules), page.matches(page.speech(), rules))
    for name, sentence, found in told:
        yield Mention(
            kind="activity",
            name=page.tagger.printed(found["name"]),
            span=page.span(sentence, found, "name"),
            rule=f"activity:{name}",
        )
