"""The SQLite file of an archive: found or made, opened, and its errors put into words."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, contextmanager, suppress
from typing import TYPE_CHECKING

from sqlalchemy import QueuePool, create_engine, event
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from greffier.archive.migrations import behind, migrate
from greffier.archive.place import NAME, is_empty, prepare
from greffier.errors import ArchiveError, BusyError, TooLongError
from greffier.patience import check

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection, Engine

FILE = NAME  # of the database
LOOK = "run `greffier verify` on the archive"
BUSY = 5.0  # seconds to wait for another process to end its writing
_STEPS = 10_000  # of the database's machine: whether to go on is asked so often
_MAGIC = b"SQLite format 3\0"
# What SQLite says, in part, and what that means to the user.
_ADVICE = (
    ("locked", "another process is writing to it", "try again when it has ended"),
    ("readonly", "it cannot be written", "change its permissions, or copy it to another place"),
    ("disk is full", "the disk is full", "make room and try again; nothing was half-written"),
    (
        "disk I/O error",
        "the disk does not take or give what is asked of it",
        (
            "see that there is room, that files may grow and that the disk is well, then try "
            "again; nothing was half-written"
        ),
    ),
    ("too big", "the witness is too large for the database", "split it"),
    ("not a database", "no SQLite database", "restore it from a copy, or name another folder"),
    ("malformed", "the database is damaged", "restore it from a copy, or add the sources anew"),
    ("unable to open", "the database cannot be opened", "check the permissions of the folder"),
    ("FOREIGN KEY", "a reading names a part that it does not have", "report this: it is a fault"),
    ("UNIQUE", "a reading names two parts alike", "report this: it is a fault of the reader"),
)


def open_database(folder: Path, *, create: bool, busy: float = BUSY) -> Engine:
    """Open the database of the archive in `folder`, made or brought up to date where needed.

    Raises:
        UsageError: there is none and none is to be made, or it cannot be made there.
        ArchiveError: what is there is not an archive of ours, or cannot be written.
    """
    path = folder / FILE
    made = prepare(folder, create=create)
    try:
        with told(folder):
            _check(path)
            engine = _engine(path, busy, create=create)
            try:
                _up_to_date(engine, str(folder))
            except BaseException:
                engine.dispose()
                raise
    except BaseException:
        _undo(path, made)
        raise
    return engine


@contextmanager
def told(folder: Path) -> Iterator[None]:
    """Turn what the database libraries raise into one line that says what to do."""
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error) as error:
        check()  # broken off, because nobody waits any more
        cause = error.orig if isinstance(error, DBAPIError) else error
        said = str(cause)
        for part, met, wanted in _ADVICE:
            if part in said:
                raise ArchiveError(str(folder), met, wanted) from error
        raise ArchiveError(str(folder), said, LOOK) from error


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Begin a transaction that holds the right to write from its first moment."""
    with engine.execution_options(writes=True).begin() as connection:
        yield connection


def _undo(path: Path, made: bool) -> None:  # noqa: FBT001 - what `_prepare` said
    """Take away what a failed creation left: an empty file, and the folder if it was new."""
    with suppress(OSError):  # the error that brought us here is the one to be told
        if is_empty(path):
            path.unlink()
        if made:
            path.parent.rmdir()


def _check(path: Path) -> None:
    """Refuse what SQLite would misname or change by opening it."""
    if not path.exists():
        return
    if not path.is_file():
        raise ArchiveError(
            str(path), "not a file", "restore it from a copy, or name another folder"
        )
    try:
        with path.open("rb") as file:
            start = file.read(len(_MAGIC))
    except OSError as error:
        raise ArchiveError(
            str(path), error.strerror or "it cannot be read", "change its permissions"
        ) from error
    if start not in {_MAGIC, b""}:
        raise ArchiveError(
            str(path), "no SQLite database", "restore it from a copy, or name another folder"
        )
    if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        raise ArchiveError(
            str(path.parent),
            "it cannot be written, and even reading needs to write beside the database",
            "change its permissions, or copy the archive to another place",
        )


def _engine(path: Path, busy: float, *, create: bool) -> Engine:
    # Opening never makes a file unless it is meant to.
    uri = f"{path.absolute().as_uri()}?mode={'rwc' if create else 'rw'}"

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(
            uri, uri=True, timeout=busy, isolation_level=None, check_same_thread=False
        )

    # Pages are served from a pool of threads: each may need a connection, and another for what is
    # asked while a list is read.
    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool, max_overflow=-1)
    event.listen(engine, "connect", _connected)
    event.listen(engine, "begin", _begun)
    return engine


def _connected(connection: sqlite3.Connection, _: object) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    # What is said to be kept is on the disk, even when the current fails.
    connection.execute("PRAGMA synchronous = FULL")
    connection.set_progress_handler(_is_over, _STEPS)
    # SQLite's own knows the letters of ASCII alone.
    connection.create_function("lower", 1, _lower, deterministic=True)


def _lower(text: str | None) -> str | None:
    return text and text.lower()


def _is_over() -> bool:
    """Say whether to break a statement off; what is raised here would be lost."""
    try:
        check()
    except (BusyError, TooLongError):
        return True
    return False


def _begun(connection: Connection) -> None:
    """Begin ourselves: a writer must queue at once, for a reader cannot become one later."""
    writes = connection.get_execution_options().get("writes", False)
    # Past SQLAlchemy: as a statement of its own it costs as much as what is asked.
    cursor = connection.connection.cursor()
    cursor.execute("BEGIN IMMEDIATE" if writes else "BEGIN")


def _up_to_date(engine: Engine, place: str) -> None:
    with engine.connect() as connection:
        late = behind(connection, place)
    if late:
        with writing(engine) as connection:
            migrate(connection, place)
    # Readers go on while one writes. The mode stays with the file; no transaction can set it.
    with closing(engine.raw_connection()) as connection:
        cursor = connection.cursor()
        if cursor.execute("PRAGMA journal_mode").fetchone() != ("wal",):
            cursor.execute("PRAGMA journal_mode = WAL")
