"""What fuzzing begins with: real records in every form that is read, and small files of each."""

from __future__ import annotations

import gzip
import io
import re
import zipfile
from html import escape
from itertools import islice
from typing import TYPE_CHECKING, Final

from greffier.authority import shipped
from greffier.exports.taking import Taken
from greffier.exports.tei import document
from greffier.form import encode
from greffier.model import witness_of
from greffier.reading import read
from tests.fuzz.targets import WORDS, packed
from tests.places import CORPUS, RECORDS, ROOT
from tests.reading.test_bounds import UNITS
from tests.sources.pdfs import pdf_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_PIECE: Final = 1200  # characters of a record: a mutation must change something that is looked at
_MOST: Final = 8  # pieces of each record
_PEOPLE = ROOT / "tests" / "authority" / "imported" / "files"
_HEAD = "Subject: Talks\r\nMessage-ID: <1@example.org>\r\nMIME-Version: 1.0\r\n"
_QUERIES = (
    'summit AND "collective security" NOT war',
    "(Putin OR Lukashenko) NEAR/5 peace -draft",
    '"two words"~5 =exact presid* wom?n',
    "«сессия совета» ИЛИ OR договор*",
)


def pieces() -> Iterator[str]:
    """Yield stretches of real records, each with the head of its own before it."""
    for path in RECORDS:
        text = path.read_bytes().decode()
        head = text[: _PIECE // 4]
        yield text[:_PIECE]
        for at in islice(range(_PIECE, len(text), _PIECE), _MOST - 1):
            yield head + "\n\n" + text[at : at + _PIECE - len(head)]


def baits() -> Iterator[str]:
    """Yield what leads patterns astray, a little of each."""
    yield from (unit * max(1, 200 // len(unit)) for unit in UNITS.values())


def _texts() -> Iterator[bytes]:
    yield from (one.encode() for one in (*pieces(), *baits()))


def _encoded() -> Iterator[bytes]:
    for piece in islice(pieces(), 12):
        yield from (piece[:300].encode(one, "replace") for one in ("utf-8", "cp1251", "koi8-r"))
        yield from (piece[:300].encode(one) for one in ("utf-16", "utf-16-be", "utf-32"))


def _pages() -> Iterator[bytes]:
    source = (CORPUS / "kremlin-en" / "56241.html").read_bytes()
    yield from (source[at : at + 3000] for at in range(0, min(len(source), 60_000), 3000))
    for piece in islice(pieces(), 20):
        blocks = "".join(f"<p>{escape(one)}</p>" for one in piece.split("\n\n"))
        yield f"<body><article><h1>Talks</h1>{blocks}</article></body>".encode()


def _marked() -> Iterator[bytes]:
    for path in sorted(CORPUS.rglob("*.md")):
        yield path.read_bytes()[:3000]
    yield b"---\ntitle: Talks\ndate: 2021-06-04\nlist: [a, b]\n---\n\n# Talks\n\n**A:** [a](b)\n"


def _mails() -> Iterator[bytes]:
    plain = f"{_HEAD}Content-Type: text/plain; charset=utf-8; format=flowed\r\n\r\n"
    yield from (f"{plain}{piece}".encode() for piece in islice(pieces(), 10))
    saved = f'{_HEAD}Content-Type: multipart/related; boundary="b"\r\n\r\n'
    coded = "Content-Transfer-Encoding: base64\r\n\r\nPGI+WWVzLjwvYj4=\r\n"
    page = f"--b\r\nContent-Type: text/html\r\n{coded}"
    yield f"{saved}{page}--b\r\nContent-Type: image/gif\r\n\r\nGIF\r\n--b--\r\n".encode()
    yield b"Subject: =?utf-8?B?0JI=?=\r\nDate: Fri, 4 Jun 2021 10:00 +0000\r\nTo: a@b\r\n\r\nYes."


def _words() -> Iterator[bytes]:
    for piece in islice(pieces(), 10):
        runs = "".join(
            f'<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:rPr><w:b/></w:rPr>'
            f"<w:t>{escape(one)}</w:t><w:tab/><w:br/></w:r></w:p>"
            for one in piece.split("\n")[:12]
        )
        table = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>A</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        yield f"<w:document {WORDS}><w:body>{runs}{table}</w:body></w:document>".encode()


def _pdfs() -> Iterator[bytes]:
    for piece in islice(pieces(), 6):
        lines = re.sub(r"[^ -~\n]", "", piece).split("\n")
        rows = [(60.0, 700.0 - 14 * n, line[:80]) for n, line in enumerate(lines[:20])]
        yield pdf_of(rows, rows[:3])
    yield pdf_of([(60, 700, "A page")], encrypted=True)


def _zips() -> Iterator[bytes]:
    for kind in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", kind) as made:
            made.writestr("a/1.txt", "The Chair: Order.")
            made.writestr("2.html", "<html><body><p>Words of a page.</p></body></html>")
        yield out.getvalue()


def warc_of(body: bytes, headers: str = "Content-Type: text/html\r\n", *, length: int = 0) -> bytes:
    """Give a WARC record of an answer, which says of its length what it is told to."""
    http = f"HTTP/1.1 200 OK\r\n{headers}\r\n".encode() + body
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/1\r\n"
        "WARC-Date: 2021-09-17T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:0>\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {length or len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def _warcs() -> Iterator[bytes]:
    page = b"<html><body><p>Words of a page.</p></body></html>"
    plain = warc_of(page) + warc_of(b"Words.", "Content-Type: text/plain; charset=cp1251\r\n")
    packed_ = warc_of(gzip.compress(page), "Content-Type: text/html\r\nContent-Encoding: gzip\r\n")
    chunked = warc_of(
        b"3\r\nabc\r\n0\r\n\r\n", "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n"
    )
    yield from (plain, packed_, chunked, gzip.compress(plain) + gzip.compress(packed_))


def _asked() -> Iterator[bytes]:
    yield from (one.encode() for one in _QUERIES)


def _readings() -> Iterator[bytes]:
    for piece in islice(pieces(), 6):
        yield encode(read(witness_of(piece[:600]), shipped()))


def _documents() -> Iterator[bytes]:
    for piece in islice(pieces(), 6):
        made = read(witness_of(piece[:600]), shipped())
        yield "".join(document(Taken(reading=made))).encode()


def _authorities() -> Iterator[bytes]:
    yield from (path.read_bytes()[:2000] for path in sorted(_PEOPLE.iterdir()))


def _golds() -> Iterator[bytes]:
    yield b'{"file": "a.txt", "turns": [{"label": "The Chair"}]}\n{"file": "b.txt"}\n'
    yield b'{"records": [{"file": "a.txt"}]}'


def _any() -> Iterator[bytes]:
    for n, made in enumerate((_pages, _marked, _mails, _texts)):
        yield from (bytes([n]) + one for one in islice(made(), 20))


SEEDS: Final[dict[str, Callable[[], Iterator[bytes]]]] = {
    "encoding": _encoded,
    "page": _pages,
    "markdown": _marked,
    "mail": _mails,
    "word": _words,
    "package": lambda: map(packed, _words()),
    "pdf": _pdfs,
    "archive": _zips,
    "warc": _warcs,
    "query": _asked,
    "search": _asked,
    "kept": _readings,
    "returned": _documents,
    "people": _authorities,
    "gold": _golds,
    "reader": _texts,
    "whole": _any,
}
"""What each target begins with, by its name."""
