"""What was fetched, kept in a folder: WARC files, and a list of what is in them.

A line of the list is written when the records that it tells of are on the disk. So what the list
tells of is whole, whatever moment a run was killed at; what it does not tell of is cut off again.
"""

from __future__ import annotations

import json
import os
import re
import sys
from contextlib import ExitStack, suppress
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Final, Self, cast

from greffier.errors import ArchiveError
from greffier.fetching.limits import MEGABYTE
from greffier.fetching.warc import head_of_file, records_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime
    from pathlib import Path
    from types import TracebackType
    from typing import BinaryIO

    from greffier.fetching.asking import Answer

LIST: Final = "pages.jsonl"
_LOCK: Final = "lock"
_FILE: Final = re.compile(r"[0-9]{5}\.warc\.gz")  # a list may come from others: no other is opened
_FULL: Final = 1024 * MEGABYTE  # bytes after which another file is begun


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One thing that was fetched, and where it is kept.

    Args:
        asked: the address that was asked for.
        url: the one that it came from in the end.
        file: the WARC file.
        start: the byte at which the record of the answer begins.
        end: the byte behind the last record that was written with it.
        fetched: when, as ISO 8601 in UTC.
        checked: when it was last asked for; later than `fetched` if it was unchanged then.
        etag: the sign of this version that the server gave, if it did.
        modified: when the server says that it last changed, as it wrote that.
    """

    asked: str
    url: str
    file: str
    start: int
    end: int
    fetched: str
    checked: str
    etag: str | None = None
    modified: str | None = None


class Kept:
    """The folder of what was fetched; to be used in a `with` statement, by one run at a time.

    Args:
        folder: where; made when something is to be kept.
        agent: the program as it names itself to servers.

    Raises:
        ArchiveError: another run fetches into it, or it cannot be read or written.
    """

    def __init__(self, folder: Path, *, agent: str) -> None:
        self.folder = folder
        self._agent = agent
        self._pages: dict[str, Page] = {}
        self._ends: dict[str, int] = {}  # of each file, as far as the list tells of it
        self._held: ExitStack | None = None  # the lock, once the folder is there

    def __enter__(self) -> Self:
        if self.folder.is_dir():
            self._take()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._held is not None:
            self._held.close()
            self._held = None

    def page(self, asked: str) -> Page | None:
        """Give what was last fetched from an address; None where nothing was."""
        return self._pages.get(asked)

    def keep(self, asked: str, answers: Sequence[Answer]) -> Page:
        """Keep a page: the answers that led to it, one after another, and its own.

        Raises:
            ArchiveError: they cannot be written; nothing of them is left then.
        """
        last = answers[-1]
        try:
            file, start, end = self._keep(answers)
            page = Page(
                asked=asked,
                url=str(last.address),
                file=file,
                start=start,
                end=end,
                fetched=written(last.at),
                checked=written(last.at),
                etag=last.header("etag"),
                modified=last.header("last-modified"),
            )
            self._note(page)
        except OSError as error:
            raise _unwritable(self.folder, error) from error
        return page

    def keep_aside(self, answers: Sequence[Answer]) -> None:
        """Keep what is no page, such as a feed, which is asked for anew each time; as `keep`."""
        try:
            file, _, end = self._keep(answers)
            self._write({"file": file, "end": end})
        except OSError as error:
            raise _unwritable(self.folder, error) from error

    def unchanged(self, page: Page, at: datetime) -> Page:
        """Note that a page was asked for again and has not changed. Raises ArchiveError."""
        checked = Page(**{**asdict(page), "checked": written(at)})
        try:
            self._note(checked)
        except OSError as error:
            raise _unwritable(self.folder, error) from error
        return checked

    # -- on the disk ---------------------------------------------------------------------------

    def _keep(self, answers: Sequence[Answer]) -> tuple[str, int, int]:
        """Write answers; give the file, where the record of the last begins, and the end of all."""
        if self._held is None:
            self.folder.mkdir(parents=True, exist_ok=True)
            self._take()
        file, at = self._place()
        start, data = at, b"" if at else head_of_file(file.name, answers[-1].at, self._agent)
        for answer in answers:
            start = at + len(data)
            data += b"".join(records_of(answer))
        return file.name, start, self._append(file, at, data)

    def _take(self) -> None:
        """Take the folder for this run, read the list and cut off what a killed run left."""
        with ExitStack() as stack:
            try:
                lock = stack.enter_context((self.folder / _LOCK).open("wb"))
                _lock(lock)
            except OSError as error:
                met = "another run fetches into it, or it may not be written"
                raise ArchiveError(str(self.folder), met, "wait until that has ended") from error
            try:
                self._recall()
                self._mend()
            except OSError as error:
                raise _unwritable(self.folder, error) from error
            self._held = stack.pop_all()

    def _recall(self) -> None:
        """Read what the list tells: of the files that were begun, and of the pages in them."""
        told, whole = told_in(self.folder)
        if (self.folder / LIST).exists() and (self.folder / LIST).stat().st_size > whole:
            os.truncate(self.folder / LIST, whole)  # a line that was not written to its end
        self._ends = ends(told)
        self._pages = {one["asked"]: Page(**one) for one in told if "asked" in one}

    def _mend(self) -> None:
        """Cut off what the list does not tell of, in the file that was written to last."""
        if not self._ends:
            return
        file = self.folder / max(self._ends)
        end = self._ends[file.name]
        if file.is_file() and file.stat().st_size > end:
            os.truncate(file, end)

    def _place(self) -> tuple[Path, int]:
        """Give the file to write to, and where in it; a full one is left and another begun."""
        names = [file.name for file in self.folder.glob("[0-9][0-9][0-9][0-9][0-9].warc.gz")]
        last = max(names, default="00000")
        end = self._ends.get(last)  # none, if the list was lost: what it told of is left alone
        if end is not None and end < _FULL:
            return self.folder / last, end
        name = f"{int(last[:5]) + 1:05}.warc.gz"
        self._write({"file": name, "end": 0})
        return self.folder / name, 0

    def _append(self, file: Path, at: int, data: bytes) -> int:
        """Write behind what is there, whole or not at all, and see it on the disk."""
        try:
            with file.open("ab") as out:
                out.write(data)
                out.flush()
                os.fsync(out.fileno())
        except OSError:
            with suppress(OSError):  # the disk may be full, and a run after this cuts it off too
                os.truncate(file, at)
            raise
        return at + len(data)

    def _note(self, page: Page) -> None:
        self._write(asdict(page))
        self._pages[page.asked] = page

    def _write(self, told: dict[str, Any]) -> None:
        listed = self.folder / LIST
        line = json.dumps(told).encode() + b"\n"
        self._append(listed, listed.stat().st_size if listed.exists() else 0, line)
        self._ends[told["file"]] = max(told["end"], self._ends.get(told["file"], 0))


def told_in(folder: Path) -> tuple[list[dict[str, Any]], int]:
    """Read the list: what it tells, and after how many bytes its last whole line ends.

    Raises:
        ArchiveError: a line is damaged; or OSError, as the system tells it.
    """
    file = folder / LIST
    data = file.read_bytes() if file.exists() else b""
    whole = data.rfind(b"\n") + 1
    lines = data[:whole].splitlines()
    return [_line(line, f"{file}:{number}") for number, line in enumerate(lines, 1)], whole


def is_file(name: str) -> bool:
    """Say whether a name is one of a file that is written here."""
    return _FILE.fullmatch(name) is not None


def ends(told: Iterable[dict[str, Any]]) -> dict[str, int]:
    """Give how far each file goes, by what the list tells."""
    found: dict[str, int] = {}
    for one in told:
        found[one["file"]] = max(one["end"], found.get(one["file"], 0))
    return found


def _line(line: bytes, place: str) -> dict[str, Any]:
    """Read one line: of a page, or of a file that was begun."""
    try:
        told = json.loads(line)
        start = Page(**told).start if "asked" in told else 0
        if not (
            is_file(told["file"])
            and isinstance(told["end"], int)
            and told["end"] >= 0
            and isinstance(start, int)
        ):
            raise ValueError("no file of ours and no end of it")  # noqa: TRY301 - told as the others are
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        wanted = "delete the list: what it tells of is kept, and fetched anew when asked for"
        raise ArchiveError(place, "a damaged line", wanted) from error
    return cast("dict[str, Any]", told)


def written(at: datetime) -> str:
    """Give a time in UTC as ISO 8601, to the second."""
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")


def _lock(file: BinaryIO) -> None:
    """Take a file for this process alone, until it is closed. Raises OSError where it is taken."""
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 - only there

        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl  # noqa: PLC0415 - only elsewhere

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _unwritable(folder: Path, error: OSError) -> ArchiveError:
    met = (error.strerror or str(error)).lower()
    return ArchiveError(str(folder), met, "make room there, or see that it may be written")
