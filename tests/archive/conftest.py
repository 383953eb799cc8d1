"""An archive to work on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from greffier.archive.store import SqliteArchive
from tests.builders import reading_of, received

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[SqliteArchive]:
    with SqliteArchive.open(tmp_path / "archive", create=True, busy=0.2) as store:
        yield store


@pytest.fixture
def keep(archive: SqliteArchive) -> Callable[..., str]:
    """Give what adds a text to the archive and says under which name."""

    def add(text: str, **values: object) -> str:
        came = received(text)
        return archive.add(came, reading_of(came.witness, **values)).witness  # type: ignore[arg-type] # as the test says

    return add
