"""What came into an archive since a watch was last looked at."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from greffier.archive.stored import Hit, Hits, Watch
from greffier.errors import UsageError

if TYPE_CHECKING:
    from greffier.archive import Archive, Question

_FEED = 100  # entries; whoever looks less often than they change looks into the archive itself
_LATEST = 5_000  # witnesses that are searched for a feed
_MOST = 1_000  # hits in one answer


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What a watch found in the witnesses that came since.

    Args:
        watch: as it was before it was looked at.
        hits: with how many there are in all.
        seen: the number of the last witness that had come.
    """

    watch: Watch
    hits: Hits
    seen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A hit, and when its witness came, as ISO 8601 in UTC; None where that is not known."""

    hit: Hit
    added: str | None


def begin(archive: Archive, name: str, question: Question, *, everything: bool = False) -> Watch:
    """Watch a question from now on.

    Args:
        archive: where.
        name: what the user calls it.
        question: what is watched for.
        everything: count all that is there already as come since.

    Raises:
        QueryError: the question cannot be read.
        UsageError: a watch of this name is there.
    """
    archive.search(replace(question, limit=1))  # what cannot be asked is said now, not later
    return archive.watch(name, question, began=0 if everything else _last(archive))


def news(archive: Archive, name: str, *, limit: int = 20) -> News:
    """Give what came since a watch was last looked at; `archive.looked` notes that it was.

    Raises:
        UsageError: there is no such watch.
    """
    watch = of_name(archive, name)
    came = archive.arrivals(after=watch.seen)
    if not came:
        return News(watch=watch, hits=Hits(total=0, hits=()), seen=watch.seen)
    among = tuple(one.witness for one in came)
    hits = archive.search(replace(watch.question, among=among, limit=limit, sort="newest"))
    return News(watch=watch, hits=hits, seen=came[-1].n)


def feed(archive: Archive, name: str) -> tuple[Watch, tuple[Entry, ...]]:
    """Give the latest that a watch found, whether it was looked at or not, what came last first.

    Raises:
        UsageError: there is no such watch.
    """
    watch = of_name(archive, name)
    came = {one.witness: one for one in archive.arrivals(after=watch.began, latest=_LATEST)}
    if not came:
        return watch, ()
    question = replace(watch.question, among=tuple(came), limit=_MOST, sort="newest")
    hits = sorted(archive.search(question).hits, key=lambda hit: -came[hit.witness].n)
    return watch, tuple(Entry(hit=hit, added=came[hit.witness].added) for hit in hits[:_FEED])


def of_name(archive: Archive, name: str) -> Watch:
    """Give a watch by its name. Raises UsageError if there is none."""
    for watch in archive.watches():
        if watch.name == name:
            return watch
    wanted = "see `greffier watch list`"
    place = name[:60].encode("utf-8", "backslashreplace").decode()
    raise UsageError(place, "nothing is watched under this name", wanted)


def _last(archive: Archive) -> int:
    return max((one.n for one in archive.arrivals(latest=1)), default=0)
