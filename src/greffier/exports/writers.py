"""What writes each form that records are taken away in; `registry` has a row for each.

What a writer needs is imported when it runs: commands that export nothing load none of it.
"""

# ruff: noqa: PLC0415 - see above

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from greffier.archive import Hit
    from greffier.exports.formats import Opener
    from greffier.exports.taking import Taken


def jsonl(taken: Iterable[Taken]) -> Iterator[bytes]:
    """Yield readings as JSON lines."""
    from greffier.form import encode

    for one in taken:
        yield encode(one.reading) + b"\n"


def tei(one: Taken) -> Iterator[bytes]:
    """Yield a record as TEI."""
    from greffier.exports.markup import encoded
    from greffier.exports.tei import document

    return encoded(document(one))


def akn(one: Taken) -> Iterator[bytes]:
    """Yield a record as Akoma Ntoso."""
    from greffier.exports.akn import document
    from greffier.exports.markup import encoded

    return encoded(document(one))


def hits(found: Iterable[Hit]) -> Iterator[bytes]:
    """Yield the passages that were found as JSON lines."""
    from greffier.form import encode_lines

    yield from encode_lines(found)


def csv(taken: Iterable[Taken], opened: Opener) -> None:
    """Write the tables as CSV."""
    from greffier.exports.tables.delimited import write_csv

    write_csv(taken, opened)


def spreadsheet(taken: Iterable[Taken], opened: Opener) -> None:
    """Write the tables as CSV in which no cell begins like a formula."""
    from greffier.exports.tables.delimited import write_csv

    write_csv(taken, opened, guarded=True)


def parquet(taken: Iterable[Taken], opened: Opener) -> None:
    """Write the tables as Parquet."""
    from greffier.exports.tables.parquet import write_parquet

    write_parquet(taken, opened)


def csl(taken: Iterable[Taken]) -> Iterator[bytes]:
    """Yield a citation of each record as CSL-JSON, one array."""
    from greffier.exports.citing import item_of, part
    from greffier.form import encode_lines

    yield b"["
    lines = encode_lines(item_of(part(one)) for one in taken)
    for n, line in enumerate(lines):
        yield (b",\n" if n else b"\n") + line[:-1]
    yield b"\n]\n"


def bibtex(taken: Iterable[Taken]) -> Iterator[bytes]:
    """Yield a citation of each record as BibTeX."""
    from greffier.exports.citing import bibtex, item_of, part

    for one in taken:
        yield bibtex(item_of(part(one))).encode()


def ris(taken: Iterable[Taken]) -> Iterator[bytes]:
    """Yield a citation of each record as RIS."""
    from greffier.exports.citing import item_of, part, ris

    for one in taken:
        yield ris(item_of(part(one))).encode()


def conllu(taken: Iterable[Taken]) -> Iterator[bytes]:
    """Yield records as CoNLL-U."""
    from greffier.exports.corpus import conllu

    for one in taken:
        yield from (piece.encode() for piece in conllu(one))


def vertical(taken: Iterable[Taken]) -> Iterator[bytes]:
    """Yield records as vertical text."""
    from greffier.exports.corpus import vertical

    for one in taken:
        yield from (piece.encode() for piece in vertical(one))


def ftm(taken: Iterable[Taken]) -> Iterator[bytes]:
    """Yield the entities of records as JSON lines."""
    from greffier.exports.entities import entities
    from greffier.form import encode_lines

    for one in taken:
        yield from encode_lines(entities(one))


def annotation_page(taken: Taken) -> Iterator[bytes]:
    """Yield the facts of a record as a page of Web Annotations."""
    from greffier.exports.annotations import annotations_of, page_head
    from greffier.form import encode_lines

    (head,) = encode_lines([page_head(taken)])
    yield head[:-2] + b',"items":['
    for n, line in enumerate(encode_lines(annotations_of(taken))):
        yield (b",\n" if n else b"\n") + line[:-1]
    yield b"\n]}\n"
