"""From addresses to what can be read: each is fetched and kept, and is then an item like others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from greffier.archive.stored import Fault
from greffier.fetching import Outcome
from greffier.fetching.checking import faults
from greffier.sources import Item

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from greffier.fetching import Address, Fetcher, Page

Heard: TypeAlias = Callable[[Outcome], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchSummary:
    """What became of all addresses.

    Args:
        items: what is to be read: fetched now, or before and still the same.
        outcomes: of each address.
        left: how many addresses were not asked for, since no more were to be.
    """

    items: tuple[Item, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    left: int = 0

    @property
    def failures(self) -> int:
        """How many addresses failed, or could not be read to their end."""
        return sum(one.error is not None for one in self.outcomes)


def fetch_all(
    fetcher: Fetcher, folder: Path, addresses: Iterable[Address], *, heard: Heard | None = None
) -> FetchSummary:
    """Fetch addresses, and what the feeds and site maps among them list.

    Args:
        fetcher: what fetches.
        folder: where it keeps what it fetched.
        addresses: where to begin.
        heard: told of each outcome as soon as it is known.

    Raises:
        ArchiveError: what was fetched cannot be kept; what was kept before stays.
    """
    outcomes, items = [], []
    for outcome in fetcher.run(addresses):
        outcomes.append(outcome)
        if outcome.page is not None:
            items.append(item_of(outcome.page, folder))
        if heard is not None:
            heard(outcome)
    return FetchSummary(items=tuple(items), outcomes=tuple(outcomes), left=fetcher.left)


def faults_in(folder: Path) -> Iterator[Fault]:
    """Yield what is wrong with what was fetched into a folder; nothing where nothing was."""
    if folder.is_dir():
        for error in faults(folder):
            yield Fault(place=error.place, met=error.met, advice=error.wanted)


def item_of(page: Page, folder: Path) -> Item:
    """Give a page that was fetched as something to read: a record of a WARC file."""
    return Item(folder / page.file, str(page.start), called=page.url)
