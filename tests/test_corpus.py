"""Every record that is copied in is named with its source and licence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.places import CORPUS, CORPUS_RECORDS, EXAMPLE_RECORDS, EXAMPLES

if TYPE_CHECKING:
    from pathlib import Path

COPIED = [(EXAMPLES, path) for path in EXAMPLE_RECORDS]
COPIED += [(CORPUS, path) for path in CORPUS_RECORDS]


@pytest.mark.parametrize(("folder", "path"), COPIED, ids=[path.name[:32] for _, path in COPIED])
def test_a_copied_record_has_its_line(folder: Path, path: Path) -> None:
    name = path.relative_to(folder).as_posix()
    rows = (folder / "README.md").read_text(encoding="utf-8").splitlines()
    (row,) = [row for row in rows if row.startswith(f"| `{name}` |")]
    cells = [cell.strip() for cell in row.strip("|").split("|")]
    assert len(cells) == 4, "file, what it is, source, licence"
    assert all(cells)
