"""Files, folders and what is packed in files: what is a record, and what it is received as."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path, PurePath, PurePosixPath
from typing import TYPE_CHECKING

from greffier.errors import DataError, GreffierError, UsageError, WitnessError
from greffier.model import Hint, Received, Witness, digest_of
from greffier.sources import packed
from greffier.sources.declared import codec_of
from greffier.sources.forms import SUFFIXES, content
from greffier.sources.items import Item, clean, named
from greffier.sources.unread import refuse_suffix

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import BinaryIO

_WARC = (".warc", ".warc.gz")
LARGEST = 64 * 1024 * 1024  # bytes; the longest published record we know of is under 4 MB
_PIECE = 1024 * 1024  # bytes read at a time

_ABOUT_THE_FOLDER = frozenset(
    {"readme", "license", "licence", "copying", "changelog", "contributing"}
)


def find(paths: Iterable[Path | Item]) -> Iterator[Item]:
    """Yield what to read under `paths`, folders walked in order, each thing once.

    A file that is named is always tried. In a folder, hidden files and folders are passed over,
    and so are files of a form that is not read and those that tell of the folder (`README.md`).
    Of a ZIP archive or a WARC file each thing that may be a record is given; archives within
    archives are passed over. Links to folders are not followed, and a link to a file that is not
    in the folder is given and refused: a folder that came from elsewhere may have it point at what
    nobody meant to publish.

    Args:
        paths: files and folders, or what was found in them before.

    Raises:
        UsageError: a path does not exist; known before the first file is given.
        DataError: a folder or an archive without records, or one that may not be read.
    """
    asked = list(dict.fromkeys(paths))
    for path in asked:
        _check(path if isinstance(path, Path) else path.path)
    seen = set()
    for one in asked:
        for item in (one,) if isinstance(one, Item) else _under(one):
            if item not in seen:
                seen.add(item)
                yield item


def digest(item: Item) -> str:
    """Give the digest that the witness of an item would have, without making one of it.

    Raises:
        UsageError: the file is not there.
        WitnessError: it cannot be read.
    """
    return digest_of(_got(item).data)


def receive(item: Item | Path) -> Received:
    """Read one thing and give it as a witness, with the bytes that it came as.

    Of a page in a WARC file those are the bytes of the page; where it was fetched from and when
    are hints.

    Raises:
        UsageError: the file is not there.
        WitnessError: it cannot become a witness: empty, too large, binary, of a form that is not
            read, or not to be opened.
    """
    item = item if isinstance(item, Item) else Item(item)
    refuse_suffix(item.suffix, place=item.name)
    got = _got(item)
    if len(got.data) > LARGEST:
        raise WitnessError(
            item.name,
            f"more than {LARGEST // 1024**2} MB",
            "divide it; a record is a few megabytes at most",
        )
    made = content(got.data, got.suffix, place=item.name, codec=got.codec)
    hints = tuple(
        replace(hint, key=clean(hint.key), value=clean(hint.value))
        for hint in (*got.hints, *made.form.hints)
    )
    witness = Witness(
        digest=digest_of(got.data),
        name=clean(got.name),
        media_type=made.form.media_type,
        language="und",
        length=len(made.words),
        text=made.words,
        url=_address(hints),
        encoding=made.encoding,
        marks=made.form.marks,
        hints=hints,
    )
    return Received(witness=witness, data=got.data)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Got:
    """The bytes of an item, and what is known of them from where they were."""

    data: bytes
    name: str
    suffix: str
    codec: str | None = None
    hints: tuple[Hint, ...] = ()


def _got(item: Item) -> _Got:
    if item.outside:
        met = "a link that leads out of the folder"
        raise WitnessError(item.name, met, "name the file itself, if it is to be read")
    if not item.inside:
        return _Got(data=_bytes(item.path, item.name), name=item.name, suffix=item.suffix)
    if _is_packed(item.path):
        data = packed.member(item.path, item.inside, place=item.name, most=LARGEST)
        return _Got(data=data, name=item.name, suffix=item.suffix)
    from greffier.sources import warc  # noqa: PLC0415 - loaded where there is one

    fetched = warc.fetched(item.path, item.inside, place=item.name, most=LARGEST)
    stated = {"url": fetched.url, "retrieved": fetched.retrieved}
    return _Got(
        data=fetched.data,
        name=warc.name_of(fetched.url),
        suffix=fetched.suffix,
        codec=codec_of(fetched.charset) if fetched.charset else None,
        hints=tuple(Hint(key=key, value=value) for key, value in stated.items() if value),
    )


def _under(path: Path) -> Iterator[Item]:
    if not path.is_dir():
        yield from _items(path)
        return
    for file in _walked(path):
        if file.is_symlink() and not file.resolve().is_relative_to(path.resolve()):
            yield Item(file, outside=True)
        else:
            yield from _items(file)


def _items(file: Path) -> Iterator[Item]:
    """Yield a file, or what is in it where it is a container."""
    inside: Iterator[str]
    if _is_packed(file):
        inside = (name for name in packed.members(file) if _is_member(PurePosixPath(name)))
    elif _is_warc(file):
        from greffier.sources import warc  # noqa: PLC0415 - as above

        inside = warc.places(file)
    else:
        yield Item(file)
        return
    empty = True
    for place in inside:
        empty = False
        yield Item(file, place)
    if empty:
        met = "an archive without records"
        raise DataError(named(file), met, f"records in one end in {', '.join(SUFFIXES)}")


def _is_packed(file: PurePath) -> bool:
    return file.suffix.lower() in packed.SUFFIXES


def _is_warc(file: PurePath) -> bool:
    return file.name.lower().endswith(_WARC)


def _address(hints: tuple[Hint, ...]) -> str | None:
    """Give where the text was published, if it says so; an address of any other kind is none."""
    stated = (hint.value for hint in hints if hint.key == "url")
    return next((url for url in stated if url.startswith(("https://", "http://"))), None)


def _bytes(path: Path, name: str) -> bytes:
    try:
        with path.open("rb") as file:
            data = b"".join(_pieces(file))
    except FileNotFoundError as error:
        raise UsageError(name, "no such file", "give a file or folder that exists") from error
    except OSError as error:
        raise WitnessError(name, _reason(error), "the file must be readable") from error
    return data


def _pieces(file: BinaryIO) -> Iterator[bytes]:
    """Yield what a file holds, and no more than shows that it is too long.

    Room for the longest is not asked for at once: to get it takes longer than to read a record.
    """
    left = LARGEST + 1
    while left and (piece := file.read(min(left, _PIECE))):
        left -= len(piece)
        yield piece


def _check(path: Path) -> None:
    """Find out whether a path can be walked or read at all."""
    try:
        is_folder = path.is_dir()
        there = is_folder or path.exists()
    except (OSError, ValueError) as error:
        raise _unusable(path, error) from error
    if not there:
        raise UsageError(named(path), "no such file or folder", "give one that exists")
    if is_folder and next(_walked(path), None) is None:
        raise DataError(
            named(path),
            "a folder without records",
            f"records in a folder end in {', '.join(SUFFIXES)}",
        )


def _walked(folder: Path) -> Iterator[Path]:
    """Yield the records of a folder and of the folders in it, by name."""

    def refuse(error: OSError) -> None:
        raise DataError(
            named(Path(error.filename or folder)), _reason(error), "the folder must be readable"
        ) from error

    for top, folders, files in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            file = Path(top, name)
            if _is_record(file) and file.is_file():
                yield file


def _is_record(file: PurePath) -> bool:
    return (
        not file.name.startswith(".")
        and (file.suffix.lower() in SUFFIXES or _is_packed(file) or _is_warc(file))
        and file.name.lower().partition(".")[0] not in _ABOUT_THE_FOLDER
    )


def _is_member(name: PurePosixPath) -> bool:
    """Say whether a member of an archive is a record, and nothing that a system put beside it."""
    hidden = any(part.startswith((".", "__MACOSX")) for part in name.parts)
    return not hidden and name.suffix.lower() in SUFFIXES and _is_record(name)


def _unusable(path: Path, error: OSError | ValueError) -> GreffierError:
    met = _reason(error) if isinstance(error, OSError) else str(error)
    return UsageError(named(path), met, "give a file or folder that exists")


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
