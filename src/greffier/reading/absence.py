"""Who is told to have been absent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from greffier.model import Evidence
from greffier.reading.naming import capacity_at
from greffier.reading.symbols import rule

if TYPE_CHECKING:
    from greffier.reading.cast import Cast
    from greffier.reading.page import Page


def find_absent(cast: Cast, page: Page) -> None:
    """Add whom the record tells absent; who speaks or chairs was there, whatever is told."""
    there = {one.id for one in cast.of_turn.values()}
    for name, sentence, found in page.matches(page.narration(), page.language.cast.absent):
        for kept in rule("<someone>").finditer(sentence.text, *found.span("who")):
            capacity = capacity_at(page, kept[0])
            if capacity is None or not (capacity.name or capacity.of):
                continue
            span = page.span(sentence, kept)
            member = cast.add(capacity, span, f"absent:{name}")
            if member.id not in there and member.role == "participant":
                member.role = "absent"
                told = Evidence(
                    field="role", span=page.span(sentence, found), rule=f"absent:{name}"
                )
                member.evidence.append(told)
