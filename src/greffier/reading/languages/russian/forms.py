"""The cases of names in Russian: how `Совет коллективной безопасности` stands in a sentence.

The head of a name is declined, with the adjectives before it; what follows is in the genitive
already. Forms that no grammar has do no harm, since nobody prints them.
"""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

Endings = tuple[tuple[str, tuple[str, ...]], ...]
Turns = tuple[tuple[str, str], ...]

_CONSONANT = "бвгджзйклмнпрстфхцчшщ"
# What a word ends with, and what stands in its place in the other cases; the first that fits.
_NOUNS: Endings = (
    (r"(?<=и)я$", ("и", "ю", "ей")),
    (r"(?<=и)е$", ("я", "ю", "ем", "и")),
    (r"(?<=и)й$", ("я", "ю", "ем", "и")),
    (r"(?<=[гкхжчшщ])а$", ("и", "е", "у", "ой", "ей")),
    (r"а$", ("ы", "е", "у", "ой")),
    (r"я$", ("и", "е", "ю", "ей", "ёй")),
    (r"о$", ("а", "у", "ом", "е")),
    (r"е$", ("я", "ю", "ем")),
    (r"й$", ("я", "ю", "ем", "е")),
    (r"ь$", ("и", "ью", "я", "ю", "ем", "ём", "е")),
    (r"(?<=[а-яё]{3})ы$", ("", "ов", "ам", "ами", "ах")),
    (rf"(?<=[{_CONSONANT}])$", ("а", "у", "ом", "ем", "е")),
)
_ADJECTIVES: Endings = (
    (r"(?<=[гкх])ий$", ("ого", "ому", "им", "ом")),
    (r"ий$", ("его", "ему", "им", "ем")),
    (r"(?:ый|ой)$", ("ого", "ому", "ым", "ом")),
    (r"ая$", ("ой", "ую")),
    (r"яя$", ("ей", "юю")),
    (r"ое$", ("ого", "ому", "ым", "им", "ом")),
    (r"ее$", ("его", "ему", "им", "ем")),
    (r"ые$", ("ых", "ым", "ыми")),
    (r"ие$", ("их", "им", "ими")),
)
# A surname in -ов or -ин has endings of both kinds.
_SURNAMES: Endings = (
    (r"(?<=[оеё]в)а$|(?<=[иы]н)а$", ("ой", "у")),
    (r"(?<=[оеё]в)$|(?<=[иы]н)$", ("а", "у", "ым", "е")),
    *_ADJECTIVES[:5],
    *(ending for ending in _NOUNS if ending[0] not in {r"о$", r"е$"}),
)
# From the other cases back: of the given name, then of the surname.
_MEN: tuple[tuple[Turns, Turns], ...] = (
    (  # с Игорем Кобзевым, Сергеем Цивилёвым, Александром Вучичем
        ((r"(?<=[еи])ем$", "й"), (r"(?<=[гкхжчшщ])ем$", ""), (r"ем$", "ь"), (r"ом$", "")),
        (
            (r"(?<=ск)им$", "ий"),
            (r"(?<=[вн])ым$", ""),
            (r"ым$", "ый"),
            (r"[её]м$|ом$", ""),
            (r"ой$", "а"),
            (r"ей$", "я"),
        ),
    ),
    (  # Игоря Кобзева
        ((r"(?<=[еи])я$", "й"), (r"я$", "ь"), (rf"(?<=[{_CONSONANT}])а$", "")),
        ((r"(?<=ск)ого$", "ий"), (r"ого$", "ый"), (r"(?<=[вн])а$", ""), (r"а$", ""), (r"ы$", "а")),
    ),
)
_WOMEN: tuple[tuple[Turns, Turns], ...] = (
    (  # с Ольгой Любимовой, у Ольги Любимовой
        (
            (r"(?<=и)[ией]{1,2}$", "я"),
            (r"(?<=[гкх])и$", "а"),
            (r"ой$|ы$", "а"),
            (r"ей$|и$", "я"),
        ),
        ((r"(?<=ск)ой$", "ая"), (r"(?<=[вн])ой$", "а"), (r"ой$", "а")),
    ),
)
_ADJECTIVE = re.compile(r"(?:ый|ий|ой|ая|яя|ое|ее|ые|ие)$")
_CYRILLIC = re.compile(r"[А-ЯЁ][а-яё]")
_UNTURNED = re.compile(r"(?:[оиуэх]|аа)$")
_MOST_ADJECTIVES = 3
_GIVEN_AND_SURNAME = 2


def forms(name: str) -> Iterator[str]:
    """Yield the other cases of a name that is kept in the nominative; none for an acronym."""
    words = name.split(" ")
    head = next((at for at, word in enumerate(words) if not _ADJECTIVE.search(word)), None)
    if head is None or head > _MOST_ADJECTIVES or not _CYRILLIC.match(words[0]):
        return
    if not (words[head].islower() or _CYRILLIC.match(words[head])):
        return
    adjectives = [_declined(word, _ADJECTIVES) for word in words[:head]]
    for noun in _declined(words[head], _NOUNS):
        for before in product(*adjectives):
            yield " ".join((*before, noun, *words[head + 1 :]))


def forms_of_person(name: str) -> Iterator[str]:
    """Yield the other cases of a person's name: `Игорем Кобзевым` for `Игорь Кобзев`."""
    words = name.split(" ")
    if not _CYRILLIC.match(words[0]) or len(words) > _MOST_ADJECTIVES:
        return
    given = [_declined(word, _NOUNS) for word in words[:-1]]
    for form in product(*given, (*_declined(words[-1], _SURNAMES), words[-1])):
        yield " ".join(form)


def nominative(name: str) -> str:
    """Give a person's name as it is kept, from one that stands behind an office in another case.

    What is no given name and surname, or is in no case that is known, stays as it is printed.
    """
    words = name.split(" ")
    if len(words) < _GIVEN_AND_SURNAME or not _CYRILLIC.match(name):
        return name
    for given, surname in (*_MEN, *_WOMEN):
        first = _turned(words[0], given)
        last = _turned(words[-1], surname)
        if first is None and last and _indeclinable(words[0]):
            first = words[0]  # Си Цзиньпином, Ухнагийн Хурэлсухом
        if first and (last or _UNTURNED.search(words[-1])):
            # Николасом Мадуро Моросом, Тамимом Бен Хамадом Аль Тани
            between = [_turned(word, given) or word for word in words[1:-1]]
            return " ".join((first, *between, last or words[-1]))
    return name


def _indeclinable(word: str) -> bool:
    """Whether a given name has no cases: it ends as no case does, or is too short to have any."""
    return bool(re.search(r"(?:[оуэ]|ийн)$|^.{1,3}$", word))


def _declined(word: str, endings: Endings) -> tuple[str, ...]:
    for pattern, cases in endings:
        if found := re.search(pattern, word):
            stem = word[: found.start()]
            return tuple(stem + case for case in cases)
    return (word,)


def _turned(word: str, turns: Turns) -> str | None:
    for pattern, kept in turns:
        if found := re.search(pattern, word):
            return word[: found.start()] + kept
    return None
