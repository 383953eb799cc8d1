"""An export: what is asked for, found where it is, and written where it shall be."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from greffier import sources, wiring
from greffier.cli.options import folder
from greffier.cli.progress import ProgressLine
from greffier.cli.readings import Readings
from greffier.errors import UsageError
from greffier.exports import delivering, taking
from greffier.exports.registry import Each, Passages, Together, format_named

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from greffier.archive import Archive, Question
    from greffier.exports.registry import Format
    from greffier.exports.taking import Taken

_KEY: Final = re.compile(r"[0-9a-f]{16}")


def exported(
    what: Sequence[str],
    question: Question | None,
    archive: Path | None,
    shape: str,
    to: Path | None,
) -> bool:
    """Write an export, and say whether some of the files could not be read.

    Args:
        what: paths, or names of records; none for everything that is in the archive.
        question: only records with a hit; None where no search was asked for.
        archive: the folder that was named, if any was.
        shape: the name of the format.
        to: where to; standard output unless said.

    Raises:
        UsageError: the parts of the request do not go together.
    """
    format_ = format_named(shape)
    keys = [one for one in what if _KEY.fullmatch(one) and not Path(one).exists()]
    paths = [Path(one) for one in what if one not in keys]
    _check(format_, keys, paths, question, archive)
    if paths:
        readings = Readings(list(sources.find(paths)))
        _write(format_, (taking.Taken(reading=one) for one in readings), to)
        return bool(readings.failures)
    with wiring.archive_in(folder(archive)) as opened:
        _of_archive(opened, format_, keys, question, to)
    return False


def _check(
    format_: Format,
    keys: Sequence[str],
    paths: Sequence[Path],
    question: Question | None,
    archive: Path | None,
) -> None:
    """Refuse what does not go together, before anything is read."""
    if paths and (keys or archive or question):
        beside = keys[0] if keys else "--archive" if archive else "a search"
        advice = "files are read as they are; `greffier add` puts them into an archive"
        raise UsageError(str(paths[0]), f"a file beside {beside}", advice)
    if keys and question:
        raise UsageError(keys[0], "a record beside a search", "name records, or search for them")
    if isinstance(format_.writer, Passages) and question is None:
        advice = "say what to search for, with --words or another option"
        raise UsageError("--format", f"`{format_.name}` without a search", advice)


def _of_archive(
    archive: Archive,
    format_: Format,
    keys: Sequence[str],
    question: Question | None,
    to: Path | None,
) -> None:
    if isinstance(format_.writer, Passages) and question is not None:
        _put(format_.writer.write(archive.hits(question)), to)
        return
    wanted = taking.found(archive, question) if question else keys or None
    total = 0 if question else len(keys) or archive.counts().records
    _write(format_, _shown(taking.from_archive(archive, wanted), total), to)


def _shown(taken: Iterable[Taken], total: int) -> Iterator[Taken]:
    """Yield records, and show on a terminal how many are done; `total` is 0 where none can say."""
    visible = sys.stderr.isatty() and not sys.stdout.isatty()
    with ProgressLine(visible=visible) as line:
        for done, one in enumerate(taken, start=1):
            line.tell(done, max(total, done), one.reading.witness.name)
            yield one


def _write(format_: Format, taken: Iterable[Taken], to: Path | None) -> None:
    """Write records where they shall be: one document, one stream, or several files."""
    if to is not None:
        delivering.deliver(format_, taken, to)
    elif isinstance(format_.writer, Together):
        _put(format_.writer.write(taken), to)
    elif isinstance(format_.writer, Each):
        _put(format_.writer.write(delivering.only(taken, "export")), to)
    else:
        advice = "name a folder or a .zip file with --output"
        raise UsageError("standard output", f"several files of `{format_.name}`", advice)


def _put(chunks: Iterable[bytes], to: Path | None) -> None:
    if to is None:
        sys.stdout.buffer.writelines(chunks)
    else:
        delivering.into_file(chunks, to)
