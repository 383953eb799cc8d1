"""Whether an archive is whole after something happened to it."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Final

from greffier import authority
from greffier.archive import Question, open_archive
from greffier.archive.database import FILE
from greffier.errors import GreffierError
from greffier.jobs.verifying import verify
from greffier.model import digest_of, short

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

# What must come out alike however often the adding was broken off; when something came is not.
_ALIKE: Final = {
    "witness": "id, digest, data",
    "reading": "witness, reader, form",
    "membership": "n, witness, record",
    "record": "*",
    "grouping": "*",
    "posting": "*",
    "identity": "*",
    "person": "*",
    "telling": "*",
    "meeting": "*",
    "doubt": "*",
    "evidence": "*",
    "turn": "*",
}
_WORD = "security"


def names(records: Path) -> dict[str, str]:
    """Give the files of a folder by the witness that each becomes."""
    return {short(digest_of(one.read_bytes())): one.name for one in records.iterdir()}


def wrong(archive: Path, told: Iterable[str], work: Path, *, thorough: bool = False) -> list[str]:
    """Give what is wrong with an archive that was left in the middle; nothing, where it is whole.

    A copy is looked at, so that who goes on finds it as it was left.

    Args:
        archive: the folder, as it lies on the disk; there may be none yet.
        told: the witnesses that were said to be in it.
        work: where the copy comes.
        thorough: bring the index up first, and search.
    """
    told = set(told)
    shutil.rmtree(work, ignore_errors=True)
    if not (archive / FILE).exists():
        return ["no archive, for all that was told"] if told else []
    shutil.copytree(archive, work)
    try:
        with closing(open_archive(work, create=not told)) as opened:
            held = {one.witness for one in opened.arrivals()}
            found = [f"{one}: told and not there" for one in sorted(told - held)]
            if thorough:  # with the index brought up, what it holds is counted too
                opened.refresh()
                opened.search(Question(words=_WORD))
            found += [f"{one.place}: {one.met}" for one in verify(opened, authority.shipped())]
            return found
    except GreffierError as error:
        return [str(error)]


def alike(one: Path, other: Path) -> list[str]:
    """Give the tables in which two archives differ that were made of the same records."""
    with (
        closing(sqlite3.connect(one / FILE)) as first,
        closing(sqlite3.connect(other / FILE)) as second,
    ):
        return [
            table
            for table, columns in _ALIKE.items()
            for wanted in [f'SELECT {columns} FROM "{table}"']  # noqa: S608 - names of tables
            if sorted(first.execute(wanted), key=repr) != sorted(second.execute(wanted), key=repr)
        ]
