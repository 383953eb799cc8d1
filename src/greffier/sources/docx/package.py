"""The ZIP archive that a Word file is, and its parts as streams of XML.

The standard library's parser hands over one tag after the other, so that neither the depth of the
markup nor its size counts; how much a part may unpack to is bounded, and entities are refused.
"""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib
from typing import TYPE_CHECKING, NoReturn, Protocol, Self
from xml.parsers import expat

from greffier.errors import WitnessError

if TYPE_CHECKING:
    from types import TracebackType

_LARGEST = 128 * 1024 * 1024  # bytes of one part, unpacked
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    OSError,
    RuntimeError,  # a part is encrypted
    NotImplementedError,  # or packed in a way that is not known
    EOFError,
    ValueError,
)
_WANTED = "save it anew as DOCX, or give it as text"


class Handler(Protocol):
    """What takes the tags and the words of a part; names come without their namespaces."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take a tag that opens."""
        ...

    def end(self, name: str) -> None:
        """Take a tag that closes."""
        ...

    def data(self, words: str) -> None:
        """Take words."""
        ...


def is_docx(data: bytes) -> bool:
    """Say whether bytes are a Word file, and not another ZIP archive."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return "word/document.xml" in package.namelist()
    except _DAMAGE:
        return False


class Package:
    """An open Word file; to be used in a `with` statement.

    Args:
        data: the file.
        place: what to call it in an error.

    Raises:
        WitnessError: it is no ZIP archive, here or where a part is read.
    """

    def __init__(self, data: bytes, place: str) -> None:
        self._place = place
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except _DAMAGE as error:
            raise self._damaged(error) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._archive.close()

    def read(self, part: str, handler: Handler) -> None:
        """Hand the tags and words of a part to `handler`; nothing where there is no such part."""
        source = self._unpacked(part)
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._refuse
        parser.CharacterDataHandler = handler.data
        parser.EndElementHandler = lambda name: handler.end(_local(name))
        parser.StartElementHandler = lambda name, attributes: handler.start(
            _local(name), {_local(key): value for key, value in attributes.items()}
        )
        try:
            if source:
                parser.Parse(source, True)  # noqa: FBT003 - takes no keywords
        except (expat.ExpatError, LookupError, ValueError) as error:
            # The last two are of an encoding that is none, or that the parser cannot read.
            raise self._damaged(error) from error

    def _unpacked(self, part: str) -> bytes:
        if part not in self._archive.namelist():
            return b""
        if (size := self._archive.getinfo(part).file_size) > _LARGEST:
            met = f"a Word file that unpacks to {size // 1024**2} MB"
            raise WitnessError(self._place, met, "a record is a few megabytes at most")
        try:
            return self._archive.read(part)
        except _DAMAGE as error:
            raise self._damaged(error) from error

    def _refuse(self, *_: object) -> NoReturn:
        raise WitnessError(self._place, "a Word file that defines entities of its own", _WANTED)

    def _damaged(self, error: Exception) -> WitnessError:
        return WitnessError(self._place, f"a damaged Word file ({error})", _WANTED)


def _local(name: str) -> str:
    return name.rpartition(" ")[2]
