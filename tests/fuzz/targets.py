"""What is fuzzed: each reads whatever bytes it is handed, and holds what comes out to what is true.

What Greffier raises on purpose is an answer like any other. Anything else that is raised, and any
reading that is not sound, is a find. `benchmarks/reliability/fuzz.py` drives these by coverage;
`test_targets.py` runs their seeds and all that was found before.
"""

from __future__ import annotations

import io
import tempfile
import zipfile
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from greffier import form, reading
from greffier.archive import Question
from greffier.archive.asking import ask
from greffier.archive.store import SqliteArchive
from greffier.authority import shipped
from greffier.authority.imported import read_authority
from greffier.errors import GreffierError
from greffier.exports.tei.returning import reading_of
from greffier.jobs import add_all
from greffier.model import witness_of
from greffier.scoring.files import golds_in
from greffier.sources import find, receive
from greffier.sources.encoding import decoded
from greffier.sources.forms import content
from greffier.sources.pdf.taking import RefusedError, taken
from tests.places import EXAMPLE_RECORDS
from tests.reading.soundness import assert_sound

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from greffier.archive.protocol import Archive
    from greffier.model import Witness
    from greffier.sources.forms import Content

WORDS: Final = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_MOST_SPANS = 64  # that one text is checked at, so that the check is no longer than what it checks
_AGAIN = 8  # one text in so many is read twice


def encoding(data: bytes) -> None:
    """Bytes to text: what lost nothing encodes to the same bytes again."""
    text, found = decoded(data, place="bytes", declared=None)
    if not found.lost and found.basis != "declared":
        assert text.encode(found.name) == data


def page(data: bytes) -> None:
    """A web page to its text and marks."""
    _sound(content(b"<html>" + data, ".html", place="page"))


def markdown(data: bytes) -> None:
    """Markdown, and the YAML in its head, to marks."""
    _sound(content(data, ".md", place="page"))


def mail(data: bytes) -> None:
    """A message of mail, or a saved page, to the text of one of its parts."""
    _sound(content(data, ".eml", place="message"))


def word(data: bytes) -> None:
    """The main part of a Word file to text; the package around it is whole."""
    _sound(content(packed(data), ".docx", place="file"))


def package(data: bytes) -> None:
    """A Word file of any bytes, its package included."""
    _sound(content(data, ".docx", place="file"))


def pdf(data: bytes) -> None:
    """A PDF file to lines and paragraphs, in this process: what ends it is seen here."""
    with suppress(RefusedError):
        words, bold = taken(data)
        assert all(0 <= start < end <= len(words) for start, end in bold)


def archive(data: bytes) -> None:
    """A ZIP archive: what is in it, and each thing received."""
    _received(data, ".zip")


def warc(data: bytes) -> None:
    """A WARC file: what is in it, and each thing received."""
    _received(data, ".warc")


def query(data: bytes) -> None:
    """The language of searches: a question as a value, or an error with its place."""
    ask(_text(data))


def search(data: bytes) -> None:
    """A search for whatever words in the five examples: the index, the matches and their places."""
    for hit in _examples().search(Question(words=_text(data), limit=5)).hits:
        assert all(hit.span.start <= one.start < one.end <= hit.span.end for one in hit.matches)


def kept(data: bytes) -> None:
    """The JSON of a reading: what is taken comes back the same."""
    read = form.decode(data)
    with suppress(GreffierError):  # a lone surrogate has no JSON
        assert form.decode(form.encode(read)) == read


def returned(data: bytes) -> None:
    """A TEI document to the reading that it was made of."""
    reading_of(data)


def people(data: bytes) -> None:
    """A file of who held which office: CSV, Popolo or entities."""
    with _filed(data, ".data") as path:
        read_authority(path)


def gold(data: bytes) -> None:
    """A file of gold records, one JSON object a line."""
    with _filed(data, ".jsonl") as path:
        golds_in(path)


def reader(data: bytes) -> None:
    """A text to its reading, which must be sound whatever the text; the same when read again."""
    _read(witness_of(_text(data)), again=sum(data[:64]) % _AGAIN == 0)


def whole(data: bytes) -> None:
    """The whole way, from the bytes of a file of any form to a sound reading and its JSON."""
    forms = (".html", ".md", ".eml", ".txt")
    run_file(forms[data[0] % len(forms)] if data else ".txt", data[1:])


def run_file(suffix: str, data: bytes) -> None:
    """Receive a file, read it, and hold the reading to what is true of any."""
    with _filed(data, suffix) as path:
        received = receive(path)
    found = reading.read(received.witness, shipped())
    assert_sound(found)
    with _writable():
        assert form.decode(form.encode(found)) == found


TARGETS: Final[dict[str, Callable[[bytes], None]]] = {
    one.__name__: one
    for one in (
        *(encoding, page, markdown, mail, word, package, pdf, archive, warc),
        *(query, search, kept, returned, people, gold, reader, whole),
    )
}


def run(name: str, data: bytes) -> None:
    """Run one target on some bytes; what is raised is a find."""
    with suppress(GreffierError):
        TARGETS[name](data)


def packed(document: bytes) -> bytes:
    """Give a Word file with this as its main part."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as package:
        package.writestr("word/document.xml", document)
    return out.getvalue()


def _text(data: bytes) -> str:
    """Give any text there can be: also with halves of pairs, as a caller may give."""
    return data.decode("utf-8", "surrogateescape" if data[:1] == b"\xed" else "replace")


def _sound(made: Content) -> None:
    """Hold the marks and hints of a form to its text."""
    text = made.words
    spans = [one.span for one in made.form.marks]
    spans += [one.span for one in made.form.hints if one.span]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    for mark in made.form.marks[:_MOST_SPANS]:
        assert mark.span.cut(text).strip()


def _read(witness: Witness, *, again: bool) -> None:
    found = reading.read(witness, shipped())
    assert_sound(found)
    with suppress(GreffierError):  # half a character, which comes from no file, has no JSON
        kept = form.encode(found)
        assert form.decode(kept) == found
        assert not again or form.encode(reading.read(witness, shipped())) == kept


@contextmanager
def _writable() -> Iterator[None]:
    """Whatever came from a file can be written: what is refused here is a find."""
    try:
        yield
    except GreffierError as error:
        raise AssertionError(str(error)) from error


def _received(data: bytes, suffix: str) -> None:
    with _filed(data, suffix) as path:
        for item in list(find([path])):
            with suppress(GreffierError):
                made = receive(item).witness
                assert made.length == len(made.text)


@contextmanager
def _filed(data: bytes, suffix: str) -> Iterator[Path]:
    """Give the bytes as a file, which is written over each time."""
    path = _folder() / f"file{suffix}"
    path.write_bytes(data)
    yield path


@cache
def _folder() -> Path:
    return Path(_kept().name)


@cache
def _kept() -> tempfile.TemporaryDirectory[str]:
    """Give a folder that goes when the process ends."""
    return tempfile.TemporaryDirectory(prefix="greffier-fuzz-")


@cache
def _examples() -> Archive:
    """Give an archive of the five examples, made once in each process."""
    made = SqliteArchive.open(_folder() / "archive", create=True)
    add_all(made, EXAMPLE_RECORDS)
    return made
