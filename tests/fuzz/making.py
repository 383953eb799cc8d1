"""What makes files that do harm, each in the size that is asked for."""

from __future__ import annotations

import gzip
import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING, Final

from tests.fuzz.seeds import warc_of
from tests.fuzz.targets import WORDS, packed
from tests.reading.test_bounds import HEAD
from tests.sources.pdfs import pdf_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MILLION: Final = 1_000_000
_MAIL = b"Subject: Talks\r\nMessage-ID: <1@example.org>\r\nMIME-Version: 1.0\r\n"
_TEXT = HEAD.encode()


def zipped(size: int, *, name: str = "1.txt", letter: bytes = b"a") -> bytes:
    """Give a ZIP archive of one member that unpacks to so many bytes."""
    out = io.BytesIO()
    piece = letter * min(size, MILLION)
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as made,
        made.open(name, "w", force_zip64=True) as member,
    ):
        for _ in range(max(1, size // len(piece))):
            member.write(piece)
    return out.getvalue()


def zipped_many(count: int) -> bytes:
    """Give a ZIP archive with a list of so many members, which are all the same few bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("0000000.txt", "Words.")
    whole = out.getvalue()
    at = whole.index(b"PK\x01\x02")
    entry = whole[at : whole.index(b"PK\x05\x06")]
    listed = b"".join(entry.replace(b"0000000", b"%07d" % n) for n in range(count))
    # The end of an archive of more than 65,535 members, in the form that has room for their number.
    place, size = len(listed) + at, len(listed)
    n, start = (number.to_bytes(8, "little") for number in (count, at))
    end64 = b"PK\x06\x06" + (44).to_bytes(8, "little") + b"\x2d\0\x2d\0" + bytes(8)
    end64 += n + n + size.to_bytes(8, "little") + start
    find64 = b"PK\x06\x07" + bytes(4) + place.to_bytes(8, "little") + b"\1\0\0\0"
    end = b"PK\x05\x06" + bytes(4) + b"\xff" * 12 + bytes(2)
    return whole[:at] + listed + end64 + find64 + end


def nested_zips(depth: int) -> bytes:
    """Give an archive in an archive in an archive."""
    data, name = b"Words.", "0.txt"
    for n in range(depth):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
            made.writestr(name, data)
        data, name = out.getvalue(), f"{n}.zip"
    return data


def gzipped(size: int) -> bytes:
    """Give what gzip makes of so many bytes of one letter."""
    pack = zlib.compressobj(9, wbits=31)
    piece = b"a" * MILLION
    return b"".join([*(pack.compress(piece) for _ in range(max(1, size // MILLION))), pack.flush()])


def warc_bomb(size: int) -> bytes:
    """Give a WARC record whose page unpacks to so many bytes."""
    return warc_of(gzipped(size), "Content-Type: text/html\r\nContent-Encoding: gzip\r\n")


def warc_gzip_bomb(size: int) -> bytes:
    """Give a packed WARC file of one record of so many bytes."""
    return gzip.compress(warc_of(b"a" * size, "Content-Type: text/plain\r\n"), mtime=0)


def laughs(levels: int) -> bytes:
    """Give entities that stand for ten of the one before, so many times over, in a Word file."""
    entities = '<!ENTITY l0 "lol">' + "".join(
        f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(levels)
    )
    body = f"<w:body><w:p><w:r><w:t>&l{levels};</w:t></w:r></w:p></w:body>"
    return packed(f"<!DOCTYPE x [{entities}]><w:document {WORDS}>{body}</w:document>".encode())


def laughing_page(levels: int) -> bytes:
    """Give the same as a page of XHTML."""
    entities = '<!ENTITY l0 "lol">' + "".join(
        f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(levels)
    )
    return (
        f'<?xml version="1.0"?><!DOCTYPE html [{entities}]><html><body>'
        f"<p>The Chair: &l{levels};</p></body></html>"
    ).encode()


def word(body: Callable[[int], str]) -> Callable[[int], bytes]:
    """Give what makes a Word file with a body of some size, packed."""

    def made(n: int) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
            document = f"<w:document {WORDS}><w:body>{body(n)}</w:body></w:document>"
            package.writestr("word/document.xml", document)
        return out.getvalue()

    return made


def page(body: Callable[[int], str]) -> Callable[[int], bytes]:
    """Give what makes a page with a body of some size."""
    return lambda n: f"<html><body>{body(n)}</body></html>".encode()


def text(unit: str) -> Callable[[int], bytes]:
    """Give what makes a text of one thing, again and again."""
    return lambda n: _TEXT + (unit * n).encode()


def pdf_objects(count: int) -> bytes:
    """Give a PDF file with so many objects that nothing uses."""
    return _appended(pdf_of([(60, 700, "The Chair: Order.")]), (b"<< >>" for _ in range(count)))


def pdf_pages(count: int) -> bytes:
    """Give a PDF file of so many pages."""
    return pdf_of(*([(60.0, 700.0, "Order.")] for _ in range(count)))


def pdf_circle(_: int) -> bytes:
    """Give a PDF file whose pages are a page of their own."""
    return pdf_of([(60, 700, "Order.")]).replace(b"/Kids [5 0 R]", b"/Kids [2 0 R]")


def pdf_deep(depth: int) -> bytes:
    """Give a PDF file whose content is lists in lists in lists."""
    return _streamed(b"[" * depth)


def pdf_bomb(size: int) -> bytes:
    """Give a PDF file with a page whose content unpacks to so many bytes."""
    pack = zlib.compressobj(9)
    piece = b" " * MILLION
    first, other = (pack.compress(piece) + pack.flush(zlib.Z_FULL_FLUSH) for _ in range(2))
    return _streamed(first + other * (size // MILLION - 1) + pack.flush(), packed_=True)


def pdf_letters(count: int) -> bytes:
    """Give a PDF file with one page that prints so many letters, line by line over the others."""
    lines = (
        b"BT /R 12 Tf 1 0 0 1 60 %d Tm (%b) Tj ET\n" % (n % 800, b"Order. " * 10)
        for n in range(count // 70)
    )
    return _streamed(zlib.compress(b"".join(lines), 9), packed_=True)


def _streamed(data: bytes, *, packed_: bool = False) -> bytes:
    """Give a PDF file with a page of this content."""
    made = pdf_of([(60, 700, "Order.")])
    how = b"/Filter /FlateDecode " if packed_ else b""
    stream = b"<< /Length %d %b>>\nstream\n%b\nendstream" % (len(data), how, data)
    return re.sub(
        rb"<< /Length \d+ >>\nstream.*?endstream", lambda _: stream, made, flags=re.DOTALL
    )


def _appended(made: bytes, objects: Iterator[bytes]) -> bytes:
    """Put objects before the list of places; readers find out by themselves where they are."""
    at = made.index(b"xref")
    more = b"".join(b"%d 0 obj\n%b\nendobj\n" % (n, one) for n, one in enumerate(objects, start=99))
    return made[:at] + more + made[at:]


def mails(depth: int) -> bytes:
    """Give a message in a message in a message."""
    return b"".join(
        b'%bContent-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (_MAIL, n, n)
        for n in range(depth)
    )


def mail_field(size: int) -> bytes:
    """Give a message with a field of so many bytes in its head."""
    return _MAIL + b"Content-Type: text/plain" + b"; a=b" * (size // 5) + b"\r\n\r\nWords.\r\n"


def cut_off(size: int) -> bytes:
    """Give a WARC file that ends in the middle of a record."""
    return warc_of(b"<html><body><p>Words.</p></body></html>" + b" " * size)[: -size // 2 - 4]


def shifted(count: int) -> bytes:
    """Give a text in UTF-16 with halves of pairs in it."""
    words = HEAD + "The Chair\ud800: Order\udc00.\n" * count
    return b"\xff\xfe" + words.encode("utf-16-le", "surrogatepass")


def yaml(head: str) -> Callable[[int], bytes]:
    """Give what makes a Markdown file with a hostile head."""
    return lambda n: f"---\ntitle: {head * n}\n---\n\nWords.\n".encode()
