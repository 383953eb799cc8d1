"""As many at a time as one statement takes."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MANY = 500  # values in one statement
T = TypeVar("T")


def batches(values: Iterable[T], size: int = MANY) -> Iterator[list[T]]:
    """Yield some values after the others, in order."""
    left = iter(values)
    while some := list(islice(left, size)):
        yield some
