"""The one place that chooses: which store, and where work is done.

Whatever is heavy is imported where it is asked for, so that `greffier --version` waits for nothing.
"""

from __future__ import annotations

from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from greffier.archive import Archive
    from greffier.fetching import Fetcher
    from greffier.jobs import Executor

PATIENCE = 60.0  # seconds that who adds waits for another who does; to settle all takes half of it
PAUSE = 1.0  # seconds between two requests to one host, unless that wants more


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchChoice:
    """What was asked for when something is to be fetched.

    Args:
        agent: how the program names itself to servers.
        pause: seconds between two requests to one host.
        since: of feeds and site maps only what changed on this day or later, as YYYY-MM-DD.
        most: pages to ask for.
        again: whether to ask too for what was fetched within the last day.
        allow_private: whether to connect to addresses that are not of the public network.
    """

    agent: str
    pause: float = PAUSE
    since: str | None = None
    most: int | None = None
    again: bool = False
    allow_private: bool = False


@contextmanager
def archive_in(folder: Path, *, create: bool = False) -> Iterator[Archive]:
    """Open the archive in `folder` for the length of a `with` block.

    Raises:
        UsageError: there is none, and none was to be made.
        ArchiveError: what is there is no archive, or cannot be trusted.
    """
    from greffier.archive import open_archive  # noqa: PLC0415 - loads when it is needed

    with closing(open_archive(folder, create=create, busy=PATIENCE if create else None)) as archive:
        yield archive


@contextmanager
def fetcher_into(archive: Path, choice: FetchChoice) -> Iterator[Fetcher]:
    """Open what fetches from the web for an archive, for the length of a `with` block.

    Args:
        archive: the folder of the archive; what is fetched is kept in a folder in it.
        choice: what was asked for.

    Raises:
        UsageError: the folder holds something else than an archive.
        ArchiveError: another run fetches for this archive, or it cannot be written.
    """
    from greffier import fetching, sources  # noqa: PLC0415 - loads TLS
    from greffier.archive import place  # noqa: PLC0415 - as above

    if place.check(archive):
        with archive_in(archive):
            pass  # it is one of ours; what is fetched is not put beside anything else
    limits, clock = fetching.Limits(size=sources.LARGEST), fetching.SystemClock()
    network = fetching.Network(allow_private=choice.allow_private)
    visitor = fetching.Visitor(network, limits, clock, agent=choice.agent, pause=choice.pause)
    wanted = fetching.Wanted(
        types=sources.MEDIA_TYPES, since=choice.since, most=choice.most, again=choice.again
    )
    with fetching.Kept(archive / place.FETCHED, agent=choice.agent) as kept:
        yield fetching.Fetcher(visitor, kept, wanted, limits, clock)


def executor() -> Executor:
    """Give what does the reading."""
    from greffier.jobs import InThisProcess  # noqa: PLC0415 - loads the reader

    return InThisProcess()
