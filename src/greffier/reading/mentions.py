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
    for line in page.lines:
        if line.n in page.head.furniture:
            continue
        for found in rule("<any>").finditer(line.text):
            at, char = line.start + found.start(), found[0]
            entries = page.tagger.symbols.entries(char)
            capacity = None if entries else capacity_at(page, char)
            if entries:
                kind, name, key = _KINDS[entries[0].kind], entries[0].value, None
            elif capacity and capacity.name:
                member = cast.find(capacity)
                name = (member.name if member else None) or capacity.name
                kind, key = "person", member.id if member else None
            else:
                continue
            yield Mention(
                kind=kind, name=name, span=page.tagged.span(at, at + 1), id=key, rule="known-name"
            )


def _activities(page: Page) -> Iterator[Mention]:
    sentences = chain(page.narration(), page.speech())
    for name, sentence, found in page.matches(sentences, page.language.activities):
        yield Mention(
            kind="activity",
            name=page.tagger.printed(found["name"]),
            span=page.span(sentence, found, "name"),
            rule=f"activity:{name}",
        )
