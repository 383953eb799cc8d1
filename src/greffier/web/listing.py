"""Lists that are shown a page at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Final, Generic, TypeVar

from fastapi import Query

if TYPE_CHECKING:
    from collections.abc import Iterable

PER_PAGE: Final = 50
T = TypeVar("T")
PageNumber = Annotated[int, Query(ge=1, le=10_000)]
"""Which page of a list an address asks for."""


@dataclass(frozen=True, slots=True)
class Listing(Generic[T]):
    """One page of a list; `number` counts from 1, `more` says whether another page follows."""

    items: tuple[T, ...]
    number: int
    more: bool


def listing(items: Iterable[T], number: int, *, size: int = PER_PAGE) -> Listing[T]:
    """Make a page of its items; one item above `size` shows that more follow.

    Args:
        items: the items from the page's first on; ask an archive for `size + 1` of them.
        number: which page it is.
        size: how many items a page has.
    """
    taken = []
    for item in items:
        taken.append(item)
        if len(taken) > size:
            break
    return Listing(tuple(taken[:size]), number, len(taken) > size)


def first_of(number: int, *, size: int = PER_PAGE) -> int:
    """Give how many items stand before page `number`."""
    return (number - 1) * size
