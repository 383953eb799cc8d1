"""Whom a label with initials means: `В.Путин` is the `Владимир Путин` that the record names."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from greffier.reading.letters import LETTER, UPPER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from greffier.model import Gloss, Witness
    from greffier.reading.languages import Language
    from greffier.reading.symbols import Capacity

_SHORT = 3
_INITIALS = re.compile(
    rf"(?P<initials>(?:[{UPPER}]\.[ -]?){{1,3}})(?P<surname>[{UPPER}][^\n:()]{{1,60}})"
)


def spelled_out(
    speakers: dict[str, Capacity], names: Iterable[str], text: str, language: Language
) -> dict[str, Capacity]:
    """Give whom labels name, with the given name where the record has one that alone fits.

    Args:
        speakers: whom each label names.
        names: people that the record names, given name first.
        text: its words.
        language: what the cases of names are to be known by.
    """
    known = tuple(dict.fromkeys(names))
    return {label: _spelled_out(one, known, text, language) for label, one in speakers.items()}


def names_on_cards(glosses: Iterable[Gloss]) -> Iterator[str]:
    """Yield the names on cards, which print the surname first, as they are spoken."""
    for one in glosses:
        surname, *given = one.name.split(" ")
        if given:
            yield f"{given[0]} {surname}"


def names_behind(witness: Witness) -> Iterator[str]:
    """Yield the names on the cards that a page shows behind its words, given name first."""
    for hint in witness.hints:
        if hint.key == "gloss" and hint.span is not None:
            card = hint.value.partition("\n")[0].split()
            shown = hint.span.cut(witness.text).split()
            if len(card) > 1 and shown[-1:] == card[:1]:
                yield f"{card[1]} {card[0]}"


def _spelled_out(
    capacity: Capacity, names: tuple[str, ...], text: str, language: Language
) -> Capacity:
    found = _INITIALS.fullmatch(capacity.name or "")
    if found is None:
        return capacity
    initial, surname = found["initials"][0], found["surname"]
    fits = {
        name
        for name in names
        if name.startswith(initial) and name.endswith(f" {surname}") and "." not in name
    }
    fits = fits or set(_printed(initial, surname, text, language))
    return replace(capacity, name=fits.pop()) if len(fits) == 1 else capacity


def _printed(initial: str, surname: str, text: str, language: Language) -> Iterator[str]:
    """Yield the names that the text prints in full, in whatever case."""
    stem = re.escape(surname[:-1] if len(surname) > _SHORT else surname)
    pattern = (
        rf"(?<![\w.])(?P<given>{initial}{LETTER}{{2,30}})(?: [{UPPER}]{LETTER}{{2,30}})?"
        rf" (?P<last>{stem}{LETTER}{{0,4}})(?!\w)"
    )
    patronymic = language.cases.patronymic if language.cases else ""
    found = (one for one in re.finditer(pattern, text) if not _is(one["given"], patronymic))
    for printed in {f"{one['given']} {one['last']}" for one in found}:
        kept = language.cases.nominative(printed) if language.cases else printed
        yield from (one for one in dict.fromkeys((printed, kept)) if one.endswith(f" {surname}"))


def _is(word: str, pattern: str) -> bool:
    return bool(pattern and re.search(pattern, word))
