"""What a form that records are taken away in is: its name, and what writes it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, TypeAlias

if TYPE_CHECKING:
    # The command line lists the formats at each start, and waits for nothing of an archive there.
    from greffier.archive import Hit  # noqa: TC004 - nobody reads these annotations while it runs
    from greffier.exports.taking import Taken  # noqa: TC004 - as above

Opener: TypeAlias = Callable[[str], BinaryIO]
"""Opens a file of an export by its name, to be written from its beginning to its end."""


@dataclass(frozen=True, slots=True)
class Each:
    """A document for every record, in a file of its own."""

    write: Callable[[Taken], Iterator[bytes]]


@dataclass(frozen=True, slots=True)
class Together:
    """One stream in which the records follow each other."""

    write: Callable[[Iterable[Taken]], Iterator[bytes]]


@dataclass(frozen=True, slots=True)
class Several:
    """Several files that are written in one pass over the records; the opener closes them."""

    write: Callable[[Iterable[Taken], Opener], None]


@dataclass(frozen=True, slots=True)
class Passages:
    """One stream of the hits of a search, and of nothing else."""

    write: Callable[[Iterable[Hit]], Iterator[bytes]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A form that records are taken away in.

    Args:
        name: as it is asked for: `tei`.
        told: what it is, in a few words, for help and pages.
        media_type: of each of its files, or of the archive of files that `Several` come in.
        ending: of each of its files; empty for `Several`, which name their own.
        writer: what writes it.
        title: what it is called on a page; its name unless said.
        cites: it names the records and has none of their words.
    """

    name: str
    told: str
    media_type: str
    ending: str
    writer: Each | Together | Several | Passages
    title: str = ""
    cites: bool = False
