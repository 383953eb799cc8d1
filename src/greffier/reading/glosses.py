"""Tooltips that a scraper melted into the sentences: found, and taken out of the view.

A card behind a name leaves `Nikol Pashinyan Pashinyan NikolPrime Minister of Armenia , …`: the
name, the card's name in another order, and the office glued to it. The sign is a capital inside a
word whose left half, with the words before it, says the name before them once more.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from greffier.model import Gloss, Span
from greffier.reading.gates import may_be_in
from greffier.reading.letters import LOWER, UPPER, WORD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.model import Witness
    from greffier.reading.folding import View
    from greffier.reading.languages import Language
    from greffier.reading.lexicon import Lexicon

# It begins with what is rare, the capital, so that the text is gone through quickly.
_GLUED = re.compile(rf"[{UPPER}](?<=[{LOWER}].)")
_LONGEST_NAME = 4
_WINDOW = 120
_CARD = re.compile(r"[^\n]{2,200}?(?= [,.;:!?)'\"]| \([a-z]|\n|\Z)")
_RUNNING_WORD = re.compile(rf" (?!(?:of|the|and|for|in|to|on)\b)[{LOWER}]")
_DANGLING = re.compile(r"(?: (?:of|the|and|for|in|to|on))+$")
_GOES_ON = re.compile(r" (?:and|in|to|on) ")
# `Maxim Sokolov Sokolov Maxim`: a card without an office.
_TURNED = re.compile(rf"\b(?P<given>{WORD}) (?P<last>{WORD}) (?P<card>(?P=last) (?P=given))\b")
_TWICE = re.compile(rf"(?P<last>[{UPPER}]\S{{0,40}}) (?P=last) ")  # no card is turned without it

Cut = tuple[int, int, str]


def find_glosses(
    witness: Witness, view: View, lexicon: Lexicon, language: Language
) -> tuple[tuple[Gloss, ...], tuple[Span, ...], View]:
    """Find the tooltips of a view, in order.

    Returns:
        the cards behind names; the other tooltips, which are furniture; and the view without any
        of them, so that the sentences are whole again.
    """
    glosses: list[Gloss] = []
    cuts: list[Cut] = []
    taken = 0
    for found in _GLUED.finditer(view.text):
        card = _card(view.text, found.start(), lexicon)
        if card and card[0] >= taken:
            start, end, name = card
            taken = end
            glosses.append(
                Gloss(
                    name=name,
                    office=view.words(found.start(), end, witness.text),
                    span=view.span(start, end),
                    rule="name-card",
                )
            )
            cuts.append((start, end, ""))
    for gloss, cut in _other_cards(witness, view, language):
        if all(cut[1] <= a or b <= cut[0] for a, b, _ in cuts):
            glosses.append(gloss)
            cuts.append(cut)
    tooltips: list[Span] = []
    for start, end in _other_tooltips(view.text, language):
        if all(end <= a or b <= start for a, b, _ in cuts):
            tooltips.append(view.span(start, end))
            cuts.append((start, end, ""))
    glosses.sort(key=lambda one: one.span)
    return tuple(glosses), tuple(tooltips), view.edited(_with_blanks(view.text, cuts))


def _other_cards(witness: Witness, view: View, language: Language) -> Iterator[tuple[Gloss, Cut]]:
    """Yield the cards that a language tells by the order of their words."""
    for name, pattern in language.page.cards:
        for found in re.finditer(pattern, view.text) if may_be_in(view.text, pattern) else ():
            start, end = found.start("name"), found.end("office")
            yield (
                Gloss(
                    name=view.words(*found.span("name"), witness.text),
                    office=view.words(*found.span("office"), witness.text),
                    span=view.span(start, end),
                    rule=name,
                ),
                (start, end, ""),
            )


def _other_tooltips(text: str, language: Language) -> Iterator[tuple[int, int]]:
    """Yield the cards that say no office: a name turned round, a thing in full."""
    for found in _TURNED.finditer(text) if _TWICE.search(text) else ():
        if found["given"] != found["last"]:
            yield found.span("card")
    for _, pattern in language.page.tooltips:
        for found in re.finditer(pattern, text) if may_be_in(text, pattern) else ():
            yield found.span()


def _card(text: str, glue: int, lexicon: Lexicon) -> tuple[int, int, str] | None:
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
    return glue - len(name), _end_of_office(text, glue, lexicon), name


def _end_of_office(text: str, start: int, lexicon: Lexicon) -> int:
    """Find where a card ends.

    At a blank before punctuation, or where the sentence goes on: in small letters, or behind the
    state that the office is of.
    """
    found = _CARD.match(text, start)
    line = text.find("\n", start)
    end = found.end() if found else min(line if line >= 0 else len(text), start + _WINDOW)
    running = _RUNNING_WORD.search(text, start, end)
    office = text[start : running.start() if running else end]
    states = {stop for _, stop, entries in lexicon.find(office) if entries[0].kind == "state"}
    for more in _GOES_ON.finditer(office):
        if more.start() in states:
            office = office[: more.start()]
            break
    return start + len(_DANGLING.sub("", office))


def _with_blanks(text: str, cuts: list[Cut]) -> list[Cut]:
    """Widen each cut by the blank before it, and by the one after it where punctuation follows."""
    out: list[Cut] = []
    for start, end, new in sorted(cuts):
        left = start - 1 if start and text[start - 1] == " " else start
        after = text[end : end + 2]
        right = end + 1 if after[:1] == " " and after[1:] in tuple(",.;:!?)'\"") else end
        if not out or left >= out[-1][1]:
            out.append((left, right, new))
    return out
