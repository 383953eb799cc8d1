"""What became of an address that was to be fetched."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from greffier.errors import FetchError
from greffier.fetching.keeping import Page

Result = Literal["fetched", "unchanged", "recent", "listed", "failed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one address.

    Args:
        address: as it was asked for.
        result: `fetched`; `unchanged` since it was; `recent`, which was fetched or found unchanged
            so lately that it was not asked for; `listed`, a feed or site map whose entries follow;
            or `failed`.
        page: what is kept of it, of the first three.
        entries: how many addresses a feed or site map listed that are to be fetched.
        passed: how many of them are not, since they are of other sites or did not change.
        error: why it failed; of a feed or site map why not all of it could be read.
    """

    address: str
    result: Result
    page: Page | None = None
    entries: int = 0
    passed: int = 0
    error: FetchError | None = None

    @property
    def reason(self) -> str:
        """Why it failed, in a word; empty where it did not."""
        return self.error.reason if self.error is not None else ""
