"""What every part of an archive has: its database, looked at as it is at one moment."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from greffier.archive.database import told
from greffier.archive.generation import Generation
from greffier.errors import UsageError
from greffier.patience import check

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection, Engine

    from greffier.archive.generation import Moment


class Shelf:
    """A part of an archive.

    Args:
        folder: the archive.
        engine: its database.
    """

    def __init__(self, folder: Path, engine: Engine) -> None:
        self._folder = folder
        self._engine = engine
        self._generation = Generation(engine)

    def _now(self) -> Moment:
        """Give the moment that it is: what was worked out since something was last written."""
        with told(self._folder):
            return self._generation.now()

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        """Look at the database as it is at this moment, whatever others write meanwhile.

        Every question begins here, so that none is begun for whoever waits no more.
        """
        check()
        with told(self._folder), self._engine.begin() as connection:
            yield connection


def unknown(what: str, key: str, form: str) -> UsageError:
    """Give the error that nothing in an archive is named so; `form` shows how it would be."""
    met = f"no {what} of this name is in the archive"
    return UsageError(
        printable(key), met, f"a {what} is named like {form}; `greffier search` finds it"
    )


def printable(key: str) -> str:
    """Give a name, or how it begins, as an error may tell it."""
    return key[:60].encode("utf-8", "backslashreplace").decode()


def bindable(key: str) -> str:
    """Give a name in a form that a database takes: a command line may hold half characters."""
    return key.encode("utf-8", "replace").decode()
