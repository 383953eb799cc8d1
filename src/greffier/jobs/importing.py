"""What a user knows of persons and offices, from a file into an archive."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING

from greffier.authority.imported import read_authority
from greffier.jobs.settling import settle
from greffier.model import Occupancy
from greffier.reading.asked import capacity_asked

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from greffier.archive.protocol import Archive
    from greffier.authority.imported import Post
    from greffier.model import Known

_Office = tuple[str, str | None, bool, bool]


def import_file(archive: Archive, path: Path, known: Known, *, replace: bool = False) -> bool:
    """Keep in an archive who held which office, as a file says; say whether anything changed.

    The same file again changes nothing. What the archive has of a file is kept whole or not at all.

    Args:
        archive: where it is kept.
        path: FollowTheMoney entities, a Popolo document, or CSV.
        known: states and organisations, by which offices are known.
        replace: put it in the place of the file of the same name that was imported before.

    Raises:
        UsageError: there is no such file, or another of its name was imported before.
        AuthorityError: a fault in the file.
    """
    found = read_authority(path)
    with path.open("rb") as file:
        digest = sha256()
        while part := file.read(1 << 20):
            digest.update(part)
    office = _offices(known)
    changed = archive.import_authority(
        path.name,
        f"sha256:{digest.hexdigest()}",
        found.format,
        persons=found.persons,
        occupancies=(_occupancy(one, office) for one in found.posts),
        replace=replace,
    )
    settle(archive, known)
    return changed


def _occupancy(post: Post, office: Callable[[str, str | None, str | None], _Office]) -> Occupancy:
    name, of, acting, resolved = office(post.title, post.of, post.state)
    told = f"{post.title} ({post.of})" if post.of else post.title
    return Occupancy(
        person=post.person,
        office=name,
        of=of,
        acting=acting,
        title=told,
        resolved=resolved,
        period=post.period,
        place=post.place,
    )


def _offices(known: Known) -> Callable[[str, str | None, str | None], _Office]:
    """Give what understands a title; a file has the same few over and over."""
    states = {state.code: state.name for state in known.states}

    @cache
    def office(title: str, of: str | None, code: str | None) -> _Office:
        state = states.get(code or "")
        for words in (title, f"{title} of {of}" if of else "", f"{title} of {state or ''}"):
            found = capacity_asked(words, known) if words else None
            if found and found.office and found.of:
                return found.office, found.of, found.acting, True
        return title, of or state, False, False

    return office
