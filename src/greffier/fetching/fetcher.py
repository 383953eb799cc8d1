"""A run of fetching: addresses in, pages kept and what became of each address out."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from datetime import timedelta
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from greffier.errors import FetchError
from greffier.fetching.address import Address
from greffier.fetching.answers import FOR_NOW, REDIRECTS, failure
from greffier.fetching.keeping import written
from greffier.fetching.listing import listing_of
from greffier.fetching.outcome import Outcome
from greffier.fetching.unpacking import TooLargeError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from greffier.fetching.asking import Answer, Head
    from greffier.fetching.keeping import Kept, Page
    from greffier.fetching.limits import Clock, Limits
    from greffier.fetching.listing import Entry, Listing
    from greffier.fetching.visiting import Visitor

RECENT: Final = timedelta(hours=24)
# Feeds and site maps, packed or not, and what servers call a file that they do not know.
_LISTS: Final = frozenset(
    {
        *("application/xml", "text/xml", "application/rss+xml", "application/atom+xml"),
        *("application/rdf+xml", "application/gzip", "application/x-gzip"),
        *("application/octet-stream", "binary/octet-stream", ""),  # see below
    }
)
_UNNAMED: Final = frozenset({"application/octet-stream", "binary/octet-stream", ""})
_READ: Final = "give a web page, PDF, DOCX or text, a feed or a site map"
_LONGEST_SIGN: Final = 1_000  # characters of what a server gives a version as its sign
_NESTED: Final = 2  # an index, its site maps; what these list are pages


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is to be fetched and what is not.

    Args:
        types: media types that may be records.
        since: of feeds and site maps only what changed on this day or later, as YYYY-MM-DD, and
            what does not say.
        most: pages to ask for in this run.
        again: whether to ask too for what was fetched within the last day.
    """

    types: frozenset[str]
    since: str | None = None
    most: int | None = None
    again: bool = False


@dataclass(frozen=True, slots=True)
class _Task:
    """An address to fetch; a feed or site map is followed at it so many levels down.

    `changed` is the day of its last change, if whatever lists it says that.
    """

    address: Address
    levels: int
    changed: str | None = None


class Fetcher:
    """Fetches addresses and what the feeds and site maps among them list.

    Args:
        visitor: what asks servers.
        kept: where pages are kept, and what was fetched before.
        wanted: which of them.
        limits: how much an answer may bring.
        clock: what says how long ago something was fetched.
    """

    def __init__(
        self, visitor: Visitor, kept: Kept, wanted: Wanted, limits: Limits, clock: Clock
    ) -> None:
        self._visitor = visitor
        self._kept = kept
        self._wanted = wanted
        self._limits = limits
        self._clock = clock
        self._waiting: dict[str, deque[_Task]] = {}  # by host, each in its order
        self._seen: set[Address] = set()
        self._asked = 0
        self.left = 0  # addresses that were not asked for, since no more were to be

    def run(self, addresses: Iterable[Address]) -> Iterator[Outcome]:
        """Yield what became of each address, as soon as it is known.

        Hosts are asked in turn, so that while one has its pause another is asked.

        Raises:
            ArchiveError: what was fetched cannot be kept; what was kept before stays.
        """
        for address in addresses:
            self._enlist(_Task(address, _NESTED))
        while self._waiting:
            host = self._next()
            tasks = self._waiting.pop(host)
            outcome = self._outcome(tasks.popleft())
            # Behind the others, so that hosts take turns; what it listed has come meanwhile.
            tasks += self._waiting.pop(host, ())
            if tasks:
                self._waiting[host] = tasks
            if outcome is not None:
                yield outcome

    def _next(self) -> str:
        """Give the host to ask next: the first that may be asked, else whose pause ends first."""
        ready = (host for host in self._waiting if not self._visitor.left(host))
        return next(ready, None) or min(self._waiting, key=self._visitor.left)

    def _enlist(self, task: _Task) -> bool:
        if task.address in self._seen:
            return False
        self._seen.add(task.address)
        self._waiting.setdefault(task.address.host, deque()).append(task)
        return True

    def _outcome(self, task: _Task) -> Outcome | None:
        """Say what became of an address; None where no more are to be asked for."""
        asked = str(task.address)
        before = self._kept.page(asked)
        if before is not None and self._is_known(before, task):
            return Outcome(address=asked, result="recent", page=before)
        if self._wanted.most is not None and self._asked >= self._wanted.most:
            self.left += 1
            return None
        self._asked += 1
        try:
            return self._fetched(task, before)
        except FetchError as error:
            return Outcome(address=asked, result="failed", error=error)

    def _is_known(self, page: Page, task: _Task) -> bool:
        """Say whether a page need not be asked for again."""
        if self._wanted.again:
            return False
        since = written(self._clock.day() - RECENT)
        return page.checked > since or bool(task.changed and task.changed < page.checked[:10])

    def _fetched(self, task: _Task, before: Page | None) -> Outcome:
        asked = str(task.address)
        answers = self._visitor.visit(task.address, headers=_conditions(before), heed=self._heed)
        last = answers[-1]
        if last.status == HTTPStatus.NOT_MODIFIED and before is not None:
            page = self._kept.unchanged(before, last.at)
            return Outcome(address=asked, result="unchanged", page=page)
        if last.status != HTTPStatus.OK:
            raise failure(last.address, last.status)
        listing = _listing(last, self._limits.size)
        if listing is None and last.media_type in _LISTS - _UNNAMED:
            met = f"`{last.media_type}`, but no feed or site map"
            raise FetchError(str(last.address), met, _READ, "type")
        if listing is None:
            return Outcome(address=asked, result="fetched", page=self._kept.keep(asked, answers))
        self._asked -= 1  # it is no page
        if last.media_type not in self._wanted.types:  # else it would be taken for one, there
            self._kept.keep_aside(answers)
        return self._listed(task, last.address, listing)

    def _heed(self, address: Address, head: Head) -> None:
        """Receive nothing that could not be read."""
        if head.status == HTTPStatus.OK:
            if head.media_type not in self._wanted.types | _LISTS:
                met = f"`{head.media_type[:60]}`, which is not read"
                raise FetchError(str(address), met, _READ, "type")
        elif head.status not in {HTTPStatus.NOT_MODIFIED, *REDIRECTS, *FOR_NOW}:
            raise failure(address, head.status)

    def _listed(self, task: _Task, at: Address, listing: Listing) -> Outcome:
        """Put in line what a feed or site map lists."""
        levels = task.levels - 1 if listing.kind == "index" else 0
        if task.levels < 1 or (listing.kind == "index" and levels < 1):
            met = "a feed or site map that another one lists"
            raise FetchError(str(at), met, "give its own address to follow it", "listing")
        enlisted = 0
        for entry in listing.entries:
            address = self._entry(entry, at, listing)
            if address is not None:
                changed = entry.changed if listing.kind != "index" else None
                enlisted += self._enlist(_Task(address, levels, changed))
        error = None
        if listing.fault is not None:
            met = f"{listing.fault}; {enlisted:,} addresses stand before that"
            error = FetchError(str(at), met, "ask those who run the site", "listing")
        passed = len(listing.entries) - enlisted
        return Outcome(
            address=str(task.address),
            result="listed",
            entries=enlisted,
            passed=passed,
            error=error,
        )

    def _entry(self, entry: Entry, at: Address, listing: Listing) -> Address | None:
        """Give the address of an entry; None where it is passed over.

        A site map speaks for its own site alone, by its own rules; a feed may lead anywhere.
        """
        since, latest = self._wanted.since, entry.latest
        if since is not None and latest is not None and latest < since:
            return None
        try:
            address = at.joined(entry.reference)
        except FetchError:
            return None
        ours = address.host.removeprefix("www.") == at.host.removeprefix("www.")
        return address if ours or listing.kind == "feed" else None


def _conditions(before: Page | None) -> tuple[tuple[str, str], ...]:
    """Give the headers that ask for a page only if it is another than the one that is kept."""
    if before is None:
        return ()
    said = (("If-None-Match", before.etag), ("If-Modified-Since", before.modified))
    return tuple((name, value) for name, value in said if value and _may_be_sent(value))


def _may_be_sent(value: str) -> bool:
    """Say whether what a server sent may be sent back to it."""
    return len(value) <= _LONGEST_SIGN and value.isascii() and value.isprintable()


def _listing(answer: Answer, most: int) -> Listing | None:
    try:
        return listing_of(answer.body, most=most)
    except ValueError as error:
        reason = "large" if isinstance(error, TooLargeError) else "cut"
        met = f"it cannot be unpacked ({error})"
        raise FetchError(str(answer.address), met, "ask again later", reason) from error
