"""What was found in the records that were given, and what the archive holds now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from greffier.cli.account import lines_of
from greffier.cli.words import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.archive import Archive
    from greffier.jobs import Summary

_MOST_TOLD = 12  # records; of more, only what they come to is told


def found(archive: Archive, summary: Summary) -> Iterator[str]:
    """Yield the account of each record that was given, unless they are many."""
    bases: dict[str, None] = {}
    for added in summary.kept:
        bases[archive.record(added.witness).base] = None
        if len(bases) > _MOST_TOLD:
            return
    for base in bases:
        yield from lines_of(archive.reading(base))
        yield ""


def held(archive: Archive) -> str:
    """Give in one line what the whole archive holds."""
    counts = archive.counts()
    witnesses = counted(counts.witnesses, "witness", "witnesses")
    parts = (
        f"{counted(counts.records, 'record')} in {witnesses}",
        counted(counts.sessions, "session"),
        counted(counts.persons, "person"),
        counted(counts.turns, "turn"),
        counted(counts.instruments, "instrument"),
        counted(counts.remarks, "remark"),
    )
    return f"The archive holds {', '.join(parts)}."
