"""An archive for Python programs: what the commands ask, with typed answers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Self, Unpack

from greffier import jobs, sources, wiring
from greffier.archive import Hit, StoredRecord, StoredSession
from greffier.archive import open_archive as _open
from greffier.authority import shipped
from greffier.exports import Passages, format_named
from greffier.exports.delivering import deliver, into_file
from greffier.exports.taking import found, from_archive
from greffier.library.corpus import Corpus, Restrictions, asked
from greffier.library.rows import Rows
from greffier.query.holding import held
from greffier.query.lines import Line, line
from greffier.query.who import Answer, who

if TYPE_CHECKING:
    from os import PathLike

    from greffier.archive import StoredPerson
    from greffier.model import Reading


def open_archive(folder: str | PathLike[str], *, create: bool = False) -> OpenArchive:
    """Open an archive to ask it; use it in a `with` block, or `close` it after use.

    Args:
        folder: the archive.
        create: make one there if there is none.

    Raises:
        UsageError: there is no archive there, or none can be made.
        ArchiveError: what is there is no archive of this program, or cannot be trusted.
    """
    return OpenArchive(_open(Path(folder), create=create))


class OpenArchive(Corpus):
    """An open archive. Threads may share it.

    Args:
        archive: what keeps it, with everything that the program itself asks of it.
    """

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of files and locks."""
        self.archive.close()

    def add(self, *paths: str | PathLike[str]) -> jobs.Summary:
        """Read the records under some files and folders into the archive.

        Those that are in it already are passed over; what could not be read is in the answer.

        Raises:
            UsageError: a path does not exist; nothing has been added then.
            DataError: a folder without records; nothing has been added then.
        """
        files = sources.find(map(Path, paths))
        return jobs.add_all(self.archive, files, executor=wiring.executor())

    def records(self, *, limit: int | None = None, offset: int = 0) -> Rows[StoredRecord]:
        """Give the records, newest first, undated last."""
        found = self.archive.records(limit=limit, offset=offset)
        return Rows(StoredRecord, found, total=self.archive.counts().records)

    def sessions(self, *, limit: int | None = None, offset: int = 0) -> Rows[StoredSession]:
        """Give the sessions that records are of, newest first, undated last."""
        found = self.archive.sessions(limit=limit, offset=offset)
        return Rows(StoredSession, found, total=self.archive.counts().sessions)

    def reading(self, key: str) -> Reading:
        """Give the whole reading of a witness, or of the base of a record.

        Raises:
            UsageError: there is none of this name.
        """
        return self.archive.reading(key)

    def person(self, name: str) -> StoredPerson:
        """Give a person by a name that records print, or by identifier, with every appearance.

        Raises:
            UsageError: no record names such a person.
        """
        return self.archive.person(name)

    def search(self, words: str = "", **restrictions: Unpack[Restrictions]) -> Rows[Hit]:
        """Find where something was said or stands in a record.

        Args:
            words: as `greffier search` takes them.
            restrictions: what the hits must be besides, how many, and from which on.

        Raises:
            QueryError: the words or a restriction cannot be read.
        """
        question = held(self.archive, asked(words, restrictions), shipped())
        hits = self.archive.search(question)
        return Rows(Hit, hits.hits, total=hits.total)

    def export(
        self,
        name: str,
        to: str | PathLike[str],
        *records: str,
        words: str = "",
        **restrictions: Unpack[Restrictions],
    ) -> None:
        """Take records away, written as they are read: all, or some, or those of a search.

        Args:
            name: of the format, as `greffier export` has them: `jsonl`, `tei`, `csv`.
            to: a file; or, for several files, a folder or a file that ends in `.zip`.
            records: only these, by name.
            words: only records in which a search for these finds something.
            restrictions: what its hits must be besides.

        Raises:
            QueryError: there is no such format, or the search cannot be read.
            UsageError: there is no record of a name, or a document's place for more than one.
        """
        format_, place = format_named(name), Path(to)
        question = asked(words, restrictions)
        if isinstance(format_.writer, Passages):
            into_file(format_.writer.write(self.archive.hits(question)), place)
            return
        searched = found(self.archive, question) if words or restrictions else None
        deliver(format_, from_archive(self.archive, records or searched), place)

    def who(self, words: str, *, on: str | None = None) -> Answer:
        """Answer who held an office, on a day if one is given, or which offices somebody held.

        Raises:
            QueryError: the day cannot be read.
            UsageError: the words name neither an office nor a person of the archive.
        """
        return who(self.archive, words, shipped(), on=on)

    def line(self, organisation: str) -> Line:
        """Give the chairmanships of an organisation or body that the records tell of.

        Raises:
            UsageError: nothing is known by this name, and no record tells of its chair.
        """
        return line(self.archive, organisation, shipped())
