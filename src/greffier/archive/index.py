"""The folder of the search index: derived, tied to the store by a mark, made anew at need."""

from __future__ import annotations

import shutil
import sqlite3
import threading
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Protocol

import msgspec
import tantivy

from greffier.archive.damage import DamagedError, sound
from greffier.archive.documents import FORMAT, documents, prepare, schema
from greffier.archive.index_files import META, digest_of_meta, file_faults
from greffier.archive.stored import Fault
from greffier.errors import ArchiveError, BusyError
from greffier.patience import at_most, unhurried

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from greffier.model import Reading

FOLDER = "index"
_MARK = "generation.json"
_LOCK = "lock"
_HEAP = 64_000_000
_PATIENCE = 60.0  # seconds to wait for another process that makes the index anew


class Mark(msgspec.Struct, frozen=True):
    """What an index holds: up to which generation of which archive, in which format.

    `files` is the digest of what names its files, as it was when the mark was put; empty while
    they are written.
    """

    archive: str
    generation: int
    format: int = FORMAT
    files: str = ""

    def leads_to(self, wanted: Mark) -> bool:
        """Say whether what came since can be added to an index of this mark."""
        same = (self.archive, self.format) == (wanted.archive, wanted.format)
        return same and self.generation <= wanted.generation

    def is_before(self, other: Mark) -> bool:
        """Say whether an index of this mark lacks something that one of the other holds."""
        return self.leads_to(other) and self.generation < other.generation

    def holds(self, wanted: Mark) -> bool:
        """Say whether nothing came since."""
        return self.leads_to(wanted) and self.generation == wanted.generation


_mark = msgspec.json.Decoder(Mark).decode


class Source(Protocol):
    """Where an index takes its witnesses from."""

    def mark(self) -> Mark:
        """Give the mark of an index that holds all there is."""
        ...

    def since(self, generation: int) -> Iterator[tuple[Reading, bool]]:
        """Yield what changed after a generation: readings, and whether each is of a base."""
        ...


class PassageIndex:
    """The index of one archive, shared by the threads of a process."""

    def __init__(self, archive: Path) -> None:
        self._folder = archive / FOLDER
        self._path = self._folder / _MARK
        self._index: tantivy.Index | None = None
        self._mark: Mark | None = None
        self._one = threading.Lock()  # held for a moment: nobody who searches waits for a writer
        self._making = threading.Lock()

    @property
    def held(self) -> Mark | None:
        """The mark of what a search sees; None where nothing was searched yet."""
        return self._mark

    def refresh(self, source: Source) -> None:
        """Bring the index up to its source. Where another is at it, what there is serves meanwhile.

        Raises:
            ArchiveError: there is no index to serve, and none can be made.
            BusyError: another is making the first one.
        """
        if self._is_current(source):
            return
        served = self._index is not None
        with self._turn(0.0 if served else _PATIENCE) as mine:
            if mine:
                with unhurried():  # half an index serves nobody, and the next would begin it anew
                    self._bring_up_or_remake(source)
            elif not served:
                raise self._taken()

    def remake(self, source: Source) -> None:
        """Make the index anew, whatever its mark says."""
        with self._one:
            self._index = self._mark = None
        with self._turn(_PATIENCE) as mine:
            if mine:
                try:
                    self._path.unlink(missing_ok=True)
                except OSError as error:
                    advice = "see that it may be written, or delete the folder"
                    raise ArchiveError(str(self._path), str(error.strerror), advice) from error
            # Whoever held the lock meanwhile has made it anew.
        self.refresh(source)

    def searcher(self) -> tantivy.Searcher:
        """Give a view of the index as it is now; `refresh` first."""
        index = self._index
        if index is None:
            raise ArchiveError(str(self._folder), "no index is open", "search again")
        return index.searcher()

    def mark_on_disk(self) -> Mark | None:
        """Read what the index holds; None where there is none, or none that can be trusted."""
        try:
            return _mark(self._path.read_bytes())
        except (OSError, ValueError):  # missing, or what stands there is no mark
            return None

    def faults(self, wanted: Mark, passages: int) -> Iterator[Fault]:
        """Yield what is wrong with the files of an index, and with what it holds if it holds all.

        One that is missing or behind is no fault: the next search sees to it.

        Args:
            wanted: the mark of one that holds all there was when it was counted.
            passages: so many.
        """
        advice = f"delete the folder {self._folder}: the next search makes it anew"
        if self._is_made_anew(wanted):  # and no folder is made only to look into it
            return
        with self._turn(_PATIENCE) as mine:
            if not mine:
                raise self._taken()
            found = list(self._damaged(wanted, passages))
        for place, met in found:
            yield Fault(place=str(place), met=met, advice=advice)

    def _is_made_anew(self, wanted: Mark) -> bool:
        """Say whether the next search takes no account of what is there."""
        mark = self.mark_on_disk()
        return mark is None or (mark.archive, mark.format) != (wanted.archive, wanted.format)

    def _damaged(self, wanted: Mark, passages: int) -> Iterator[tuple[Path, str]]:
        """Yield what is not as it was left, while nobody else writes."""
        mark = self.mark_on_disk()
        if mark is None:
            return
        if mark.files and mark.files != digest_of_meta(self._folder):
            yield self._folder / META, "it is not what the index was left with"
        damaged = False
        for name, met in file_faults(self._folder):
            damaged = True
            yield self._folder / name, met
        if damaged or not mark.holds(wanted):
            return
        with self._one:
            self._open(mark)
            index = self._index
        if index is None:
            yield self._folder, "the search index cannot be opened"
        elif (held := index.searcher().num_docs) != passages:
            yield self._folder, f"the search index holds {held} passages of {passages}"

    def close(self) -> None:
        """Let go of the files."""
        with self._one:
            self._index = self._mark = None

    def _is_current(self, source: Source) -> bool:
        """See what is on disk; open it or look at it again; say whether it is all there is."""
        held = self._mark
        if held and held.holds(source.mark()) and self._path.exists():
            return True  # whoever made it anew meanwhile made the same
        mark, wanted = self.mark_on_disk(), source.mark()
        with self._one:
            if mark is None or not mark.leads_to(wanted):
                self._index = self._mark = None
            elif mark != self._mark and not (self._mark and mark.is_before(self._mark)):
                self._open(mark)
            return self._mark is not None and wanted.leads_to(self._mark)

    def _open(self, mark: Mark) -> None:
        try:
            with sound():
                if self._index is None:
                    self._index = _prepared(tantivy.Index.open(str(self._folder)))
                self._index.reload()
            self._mark = mark
        except DamagedError:  # it is made anew, as if there were none
            self._index = self._mark = None

    def _bring_up_or_remake(self, source: Source) -> None:
        try:
            with sound():
                self._bring_up(source)
        except DamagedError:
            with self._one:
                self._index = self._mark = None
            self._remake(source)

    def _remake(self, source: Source) -> None:
        try:
            with sound():
                self._path.unlink(missing_ok=True)
                self._bring_up(source)
        except DamagedError as error:  # not of what was there: nothing was
            raise ArchiveError(
                str(self._folder),
                f"the search index cannot be written ({error})",
                "see that there is room and it may be written; nothing that was added is lost",
            ) from error

    def _bring_up(self, source: Source) -> None:
        # Another may have done it while this one waited for its turn.
        if self._is_current(source):
            return
        wanted = source.mark()
        with self._one:
            index, held = self._index, self._mark
        if index is not None and held is not None:
            # Whoever is killed between the index and its mark leaves one that is only behind.
            self._put(msgspec.structs.replace(held, files=""))
        else:
            self._clear()
            index = _prepared(tantivy.Index(schema(), path=str(self._folder), reuse=False))
        self._write(index, source.since(held.generation if held else 0))
        mark = msgspec.structs.replace(wanted, files=digest_of_meta(self._folder))
        self._put(mark)
        with self._one:
            index.reload()
            self._index, self._mark = index, mark

    def _write(self, index: tantivy.Index, readings: Iterator[tuple[Reading, bool]]) -> None:
        writer = index.writer(heap_size=_HEAP, num_threads=1)
        for reading, base in readings:
            writer.delete_documents_by_term("witness", reading.witness.id)
            for document in documents(reading, base=base):
                writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()

    def _taken(self) -> BusyError:
        return BusyError(str(self._folder), "another is making it", "try again in a minute")

    def _put(self, mark: Mark) -> None:
        """Write the mark last and at once: an index without one is made anew."""
        new = self._folder / f"{_MARK}.new"
        new.write_bytes(msgspec.json.encode(mark))
        new.replace(self._path)

    def _clear(self) -> None:
        # The mark goes first: what is left of an index that was half deleted has none.
        self._path.unlink(missing_ok=True)
        for entry in self._folder.iterdir():
            if entry.is_dir() and not entry.is_symlink():
                shutil.rmtree(entry)
            elif not entry.name.startswith(_LOCK):
                entry.unlink()

    @contextmanager
    def _turn(self, patience: float) -> Iterator[bool]:
        """Hold the right to write among threads and processes; say whether it was to be had."""
        if not self._making.acquire(timeout=at_most(patience)):
            yield False
            return
        try:
            with self._alone(patience=at_most(patience)) as alone:
                yield alone
        finally:
            self._making.release()

    @contextmanager
    def _alone(self, *, patience: float) -> Iterator[bool]:
        """Hold the right to write; say whether it was to be had within `patience` seconds.

        SQLite's own file locks are used because they work alike on every system, and end with the
        process whatever becomes of it.
        """
        try:
            self._folder.mkdir(exist_ok=True)
        except OSError as error:
            raise ArchiveError(
                str(self._folder), error.strerror or "it cannot be made", "delete or rename it"
            ) from error
        # Absolute, since SQLite takes what begins with `file:` for an address.
        path = (self._folder / _LOCK).absolute()
        try:
            lock = sqlite3.connect(path, timeout=patience, isolation_level=None)
        except sqlite3.OperationalError as error:
            advice = "see that it may be read and written, or delete the folder"
            raise ArchiveError(str(self._folder), str(error), advice) from error
        with closing(lock):
            try:
                lock.execute("BEGIN EXCLUSIVE")
            except sqlite3.OperationalError as error:
                if "locked" not in str(error):
                    raise ArchiveError(
                        str(self._folder), str(error), "delete the folder"
                    ) from error
                yield False
                return
            yield True
            lock.execute("ROLLBACK")


def _prepared(index: tantivy.Index) -> tantivy.Index:
    # The other policy has a thread watch the folder; here the mark says when to look again.
    index.config_reader(reload_policy="manual")
    prepare(index)
    return index
