"""What kind of record it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from greffier.reading.layout import lines_of
from greffier.reading.listed import is_list
from greffier.reading.symbols import rule

if TYPE_CHECKING:
    from greffier.model import RecordKind
    from greffier.reading.page import Page

_LEDE = 3


def read_kind(page: Page) -> tuple[RecordKind, str]:
    """Give the kind of a record and the rule that says so.

    A list of people is one, whatever its groups are headed with. Then turns decide: two speakers
    make a transcript, one an address. Then the title; then whether what is told is still to come;
    then who tells it.
    """
    if is_list(lines_of(page.folded), page.head):
        return "participants", "kind:list"
    speakers = {turn.label.rsplit(" ", 1)[-1].casefold() for turn in page.spoken.utterances}
    if len(speakers) > 1:
        return "transcript", "kind:speakers"
    if speakers:
        return "address", "kind:one-speaker"
    title = page.head.title.text if page.head.title else ""
    for name, pattern, kind in page.language.page.kinds:
        if re.search(pattern, " ".join(title.split())) and (kind != "notice" or _is_to_come(page)):
            return kind, f"kind:{name}"
    if _is_to_come(page):
        return "notice", "kind:to-come"
    official = page.head.publisher and page.head.publisher.rule == "publisher:official-website"
    return ("communique", "kind:official") if official else ("report", "kind:account")


def _is_to_come(page: Page) -> bool:
    """Whether the first sentences tell of a session that will be."""
    told = [*page.headings(), *list(page.narration())[:_LEDE]]
    sitting = page.language.sessions.sitting
    return any(
        rule(pattern).search(sentence.text) and sitting and rule(sitting).search(sentence.text)
        for sentence in told
        for _, pattern in page.language.sessions.planned
    )
