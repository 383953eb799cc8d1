"""What a person's page says of who he is: his names, and who else he may be."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from greffier.archive import ListedPerson

if TYPE_CHECKING:
    from greffier.archive import Archive, StoredPerson

SHOWN: Final = 40  # others on one page


@dataclass(frozen=True, slots=True)
class Other:
    """Somebody who may be the same person, and why that is left open; no reasons: the name only."""

    person: ListedPerson
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Others:
    """Those of whom it is undecided whether they are one person, and how many more there are."""

    shown: tuple[Other, ...]
    more: int


def others(archive: Archive, person: StoredPerson) -> Others:
    """Give the persons of whom it is undecided whether they are this one, by name.

    They are those that wait for a judgement, and those to whom a record gives one of his names.
    """
    reasons: dict[str, tuple[str, ...]] = {}
    for doubt in archive.doubts(about=person.id):
        reasons[doubt.other if doubt.one == person.id else doubt.one] = doubt.reasons
    reasons |= {one: () for one in person.namesakes if one not in reasons}
    some = tuple(islice(reasons, SHOWN))
    shown = tuple(Other(one, reasons[one.id]) for one in archive.persons(only=some))
    return Others(shown, len(reasons) - len(shown))
