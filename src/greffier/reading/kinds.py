"""What kind of record it is."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from greffier.reading.listed import is_list
from greffier.reading.symbols import rule

if TYPE_CHECKING:
    from greffier.model import RecordKind
    from greffier.reading.languages.rules import Rules
    from greffier.reading.page import Page, Sentence

_LEDE = 3


def read_kind(page: Page) -> tuple[RecordKind, str]:
    """Give the kind of a record and the rule that says so.

    A list of people is one, whatever its groups are headed with. Then turns decide: two speakers
    make a transcript, one an address. Then the title; then whether what is told is still to come;
    then who tells it.
    """
    if is_list(page.printed, page.head):
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
    return ("communique", "kind:official") if _is_official(page) else ("report", "kind:account")


def _is_official(page: Page) -> bool:
    """Whether the publisher is an office, an organisation or an institution, and not the press."""
    printed, name = page.head.publisher, page.head.published_by
    if printed is not None and printed.rule != "page-states":
        return printed.rule == "publisher:official-website"
    if name is None:
        return False
    institutions = page.language.page.institutions
    if institutions and re.search(institutions, name):
        return True
    kinds = {entries[0].kind for _, _, entries in page.tagger.lexicon.find(name)}
    known = page.tagger.tagged(name)
    return not kinds.isdisjoint({"org", "body"}) or any(page.tagger.capacities(known))


def _is_to_come(page: Page) -> bool:
    """Whether the title tells of what will be, or the first sentence that tells of a session."""
    rules = page.language.sessions
    if not rules.sitting:
        return False
    title = page.title()
    if title and _first(page, [title], rules.planned):
        return True
    for sentence in [*page.headings(), *islice(page.narration(), _LEDE)]:
        to_come = _first(page, [sentence], rules.planned)
        if to_come and rule(rules.sitting).search(sentence.text):
            return True
        if not to_come and rules.held and rule(rules.held).search(sentence.text):
            return False
    return False


def _first(page: Page, sentences: list[Sentence], rules: Rules) -> bool:
    return next(page.matches(sentences, rules), None) is not None
