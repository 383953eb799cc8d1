"""Tooltips that a scraper melted into the sentences: found, and taken out of the view.

A card behind a name leaves `Nikol Pashinyan Pashinyan NikolPrime Minister of Armenia , …`: the name,
the card's name in another order, and the office glued to it. The sign is a capital inside a word
whose left half, with the words before it, says the name before them once more.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from greffier.model import Gloss, Span
from greffier.reading.letters import LOWER, UPPER

if TYPE_CHECKING:
    from greffier.reading.folding import View
    from greffier.reading.languages import Language

_GLUED = re.compile(rf"(?<=[{LOWER}])(?=[{UPPER}])")
_LONGEST_NAME = 4
_WINDOW = 120
_CARD = re.compile(r"[^\n]{2,200}?(?= [,.;:!?)\"]|[,;:!?(]|\n|\Z)")
_RUNNING_WORD = re.compile(rf" (?!(?:of|the|and|for|in|to|on)\b)[{LOWER}]")
_DANGLING = re.compile(r"(?: (?:of|the|and|for|in|to|on))+$")

Cut = tuple[int, int, str]


def find_glosses(
    text: str, view: View, language: Language
) -> tuple[tuple[Gloss, ...], tuple[Span, ...], View]:
    """Find the tooltips of a view of `text`, in order.

    Returns:
        the cards behind names; the other tooltips, which are furniture; and the view without any
        of them, so that the sentences are whole again.
    """
    glosses: list[Gloss] = []
    cuts: list[Cut] = []
    for found in _GLUED.finditer(view.text):
        if card := _card(view.text, found.start()):
            start, end, name = card
            glosses.append(
                Gloss(
                    name=name,
                    office=" ".join(view.span(found.start(), end).cut(text).split()),
                    span=view.span(start, end),
                    rule="name-card",
                )
            )
            cuts.append((start, end, ""))
    tooltips: list[Span] = []
    for pattern in language.page.tooltips:
        for found in re.finditer(pattern[1], view.text):
            tooltips.append(view.span(*found.span()))
            cuts.append((*found.span(), ""))
    return tuple(glosses), tuple(tooltips), view.edited(_with_blanks(view.text, cuts))


def _card(text: str, glue: int) -> tuple[int, int, str] | None:
    """Give where the card that is glued at `glue` starts and ends, and its name."""
    line = text.rfind("\n", 0, glue) + 1
    before = text[max(line, glue - _WINDOW) : glue].split(" ")
    for size in range(_LONGEST_NAME, 1, -1):
        card, shown = before[-size:], before[-2 * size : -size]
        if len(shown) == size and sorted(card) == sorted(shown):
            break
    else:
        # `Mr Lavrov Lavrov Sergei`: only the surname was shown.
        card = before[-2:]
        if len(before) < len(card) + 1 or before[-3] != card[0]:
            return None
    name = " ".join(card)
    return glue - len(name), _end_of_office(text, glue), name


def _end_of_office(text: str, start: int) -> int:
    """A card ends at a blank before punctuation, or where the sentence goes on in small letters."""
    found = _CARD.match(text, start)
    end = found.end() if found else start + 1
    running = _RUNNING_WORD.search(text, start, end)
    office = text[start : running.start() if running else end]
    return start + len(_DANGLING.sub("", office))


def _with_blanks(text: str, cuts: list[Cut]) -> list[Cut]:
    """Widen each cut by the blank before it, and by the one after it where punctuation follows."""
    out: list[Cut] = []
    for start, end, new in sorted(cuts):
        left = start - 1 if start and text[start - 1] == " " else start
        after = text[end : end + 2]
        right = end + 1 if after[:1] == " " and after[1:] in tuple(",.;:!?)\"") else end
        if not out or left >= out[-1][1]:
            out.append((left, right, new))
    return out
