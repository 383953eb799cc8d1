"""An archive with rows in every table: what damage is done to."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from greffier import authority, jobs
from greffier.archive import Question, open_archive
from greffier.archive.database import FILE
from greffier.jobs.importing import import_file
from greffier.jobs.judging import judge
from greffier.model import Judgement, Subject, of_witnesses

if TYPE_CHECKING:
    from collections.abc import Iterable

    from greffier.archive.protocol import Archive

ROOT = Path(__file__).parents[2]
RECORDS = sorted((ROOT / "examples").glob("*.txt"))
CORPUS = [one for one in sorted((ROOT / "tests" / "corpus").rglob("*.*")) if one.suffix != ".md"]
IMPORTED = ROOT / "tests" / "authority" / "imported" / "files" / "kyrgyzstan.csv"

__all__ = ["CORPUS", "FILE", "RECORDS", "make"]


def make(folder: Path, records: Iterable[Path] = RECORDS) -> None:
    """Make an archive of records, with a copy of one, what a user imported, judged and watches.

    Args:
        folder: where there is none; what is added of itself lies beside it.
        records: two of them at least.
    """
    paths = list(records)
    cut = folder.with_name(f"{folder.name}-cut.txt")
    text = paths[0].read_text(encoding="utf-8")
    cut.write_text(text[: len(text) * 2 // 3], encoding="utf-8")
    with closing(open_archive(folder, create=True)) as archive:
        jobs.add_all(archive, [*paths, cut])
        import_file(archive, IMPORTED, authority.shipped())
        _judge(archive)
        archive.watch("all", Question(words="security"), began=0)
        jobs.add_all(archive, paths[:1])
        archive.refresh()


def _judge(archive: Archive) -> None:
    """Keep two records apart, and two participants one: a judgement of each kind that has rows."""
    one, other = (record.id for record in list(archive.records())[:2])
    how = {"author": "Ann Berg", "reason": "seen on paper"}
    judge(archive, of_witnesses("split", one, (other,), **how))
    found = [
        Subject(
            witness=record,
            kind="participant",
            value=person.name,
            office=person.office,
            of=person.of,
        )
        for record in (one, other)
        for person in archive.reading(record).participants
        if person.name
    ]
    judge(archive, Judgement(kind="merge", subject=found[0], others=(found[-1],), **how))
