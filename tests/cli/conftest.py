"""An archive of the five examples, made once by the program itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.running import run

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of an archive that no test changes."""
    folder = tmp_path_factory.mktemp("archives") / "examples"
    made = run("add", "examples", "-a", folder)
    assert made.status == 0, made
    return folder
