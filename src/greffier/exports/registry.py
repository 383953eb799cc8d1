"""Every form that records are taken away in: one row each, whatever asks for it.

To add one, write a function of one of the three kinds below and a row in `FORMATS`. What it needs
is imported when it runs: commands that export nothing load none of it.
"""

# ruff: noqa: PLC0415 - see above

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final, TypeAlias

from greffier.archive import Hit
from greffier.errors import QueryError
from greffier.exports.taking import Taken

Opener: TypeAlias = Callable[[str], BinaryIO]
"""Opens a file of an export by its name, to be written from its beginning to its end."""


@dataclass(frozen=True, slots=True)
class Each:
    """A document for every record, in a file of its own."""

    write: Callable[[Taken], Iterator[bytes]]


@dataclass(frozen=True, slots=True)
class Together:
    """One stream in which the records follow each other."""

    write: Callable[[Iterable[Taken]], Iterator[bytes]]


@dataclass(frozen=True, slots=True)
class Several:
    """Several files that are written in one pass over the records; the opener closes them."""

    write: Callable[[Iterable[Taken], Opener], None]


@dataclass(frozen=True, slots=True)
class Passages:
    """One stream of the hits of a search, and of nothing else."""

    write: Callable[[Iterable[Hit]], Iterator[bytes]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A form that records are taken away in.

    Args:
        name: as it is asked for: `tei`.
        told: what it is, in a few words, for help and pages.
        media_type: of each of its files, or of the archive of files that `Several` come in.
        ending: of each of its files; empty for `Several`, which name their own.
        writer: what writes it.
        title: what it is called on a page; its name unless said.
        cites: it names the records and has none of their words.
    """

    name: str
    told: str
    media_type: str
    ending: str
    writer: Each | Together | Several | Passages
    title: str = ""
    cites: bool = False


def _jsonl(taken: Iterable[Taken]) -> Iterator[bytes]:
    from greffier.form import encode

    for one in taken:
        yield encode(one.reading) + b"\n"


def _tei(one: Taken) -> Iterator[bytes]:
    from greffier.exports.markup import encoded
    from greffier.exports.tei import document

    return encoded(document(one))


def _akn(one: Taken) -> Iterator[bytes]:
    from greffier.exports.akn import document
    from greffier.exports.markup import encoded

    return encoded(document(one))


def _hits(hits: Iterable[Hit]) -> Iterator[bytes]:
    from greffier.form import encode_lines

    yield from encode_lines(hits)


def _csv(taken: Iterable[Taken], opened: Opener) -> None:
    from greffier.exports.tables.delimited import write_csv

    write_csv(taken, opened)


def _spreadsheet(taken: Iterable[Taken], opened: Opener) -> None:
    from greffier.exports.tables.delimited import write_csv

    write_csv(taken, opened, guarded=True)


def _parquet(taken: Iterable[Taken], opened: Opener) -> None:
    from greffier.exports.tables.parquet import write_parquet

    write_parquet(taken, opened)


def _csl(taken: Iterable[Taken]) -> Iterator[bytes]:
    from greffier.exports.citing import item_of, part
    from greffier.form import encode_lines

    yield b"["
    lines = encode_lines(item_of(part(one)) for one in taken)
    for n, line in enumerate(lines):
        yield (b",\n" if n else b"\n") + line[:-1]
    yield b"\n]\n"


def _bibtex(taken: Iterable[Taken]) -> Iterator[bytes]:
    from greffier.exports.citing import bibtex, item_of, part

    for one in taken:
        yield bibtex(item_of(part(one))).encode()


def _ris(taken: Iterable[Taken]) -> Iterator[bytes]:
    from greffier.exports.citing import item_of, part, ris

    for one in taken:
        yield ris(item_of(part(one))).encode()


def _conllu(taken: Iterable[Taken]) -> Iterator[bytes]:
    from greffier.exports.corpus import conllu

    for one in taken:
        yield from (piece.encode() for piece in conllu(one))


def _vertical(taken: Iterable[Taken]) -> Iterator[bytes]:
    from greffier.exports.corpus import vertical

    for one in taken:
        yield from (piece.encode() for piece in vertical(one))


def _ftm(taken: Iterable[Taken]) -> Iterator[bytes]:
    from greffier.exports.entities import entities
    from greffier.form import encode_lines

    for one in taken:
        yield from encode_lines(entities(one))


def _annotations(taken: Taken) -> Iterator[bytes]:
    from greffier.exports.annotations import annotations_of, page_head
    from greffier.form import encode_lines

    (head,) = encode_lines([page_head(taken)])
    yield head[:-2] + b',"items":['
    for n, line in enumerate(encode_lines(annotations_of(taken))):
        yield (b",\n" if n else b"\n") + line[:-1]
    yield b"\n]}\n"


FORMATS: Final[dict[str, Format]] = {
    one.name: one
    for one in (
        Format(
            name="jsonl",
            title="JSON lines",
            told="JSON lines, a reading each",
            media_type="application/x-ndjson",
            ending=".jsonl",
            writer=Together(_jsonl),
        ),
        Format(
            name="tei",
            title="TEI",
            told="TEI by Parla-CLARIN, a document each",
            media_type="application/tei+xml",
            ending=".tei.xml",
            writer=Each(_tei),
        ),
        Format(
            name="akn",
            title="Akoma Ntoso",
            told="Akoma Ntoso, a debate each",
            media_type="application/akn+xml",
            ending=".akn.xml",
            writer=Each(_akn),
        ),
        Format(
            name="csv",
            title="CSV",
            told="tables that join, as CSV",
            media_type="text/csv",
            ending="",
            writer=Several(_csv),
        ),
        Format(
            name="spreadsheet",
            title="CSV for spreadsheets",
            told="the same so that a spreadsheet takes no cell for a formula",
            media_type="text/csv",
            ending="",
            writer=Several(_spreadsheet),
        ),
        Format(
            name="parquet",
            title="Parquet",
            told="the same tables with types, as Parquet",
            media_type="application/vnd.apache.parquet",
            ending="",
            writer=Several(_parquet),
        ),
        Format(
            name="csl",
            title="CSL-JSON",
            told="citations as CSL-JSON",
            media_type="application/vnd.citationstyles.csl+json",
            ending=".json",
            writer=Together(_csl),
            cites=True,
        ),
        Format(
            name="bibtex",
            title="BibTeX",
            told="citations as BibTeX",
            media_type="application/x-bibtex",
            ending=".bib",
            writer=Together(_bibtex),
            cites=True,
        ),
        Format(
            name="ris",
            title="RIS",
            told="citations as RIS",
            media_type="application/x-research-info-systems",
            ending=".ris",
            writer=Together(_ris),
            cites=True,
        ),
        Format(
            name="conllu",
            title="CoNLL-U",
            told="sentences and tokens with their places, as CoNLL-U",
            media_type="text/plain; charset=utf-8",
            ending=".conllu",
            writer=Together(_conllu),
        ),
        Format(
            name="vertical",
            title="Vertical text",
            told="the same as vertical text for corpus engines",
            media_type="text/plain; charset=utf-8",
            ending=".vert",
            writer=Together(_vertical),
        ),
        Format(
            name="ftm",
            title="FollowTheMoney",
            told="entities of FollowTheMoney as JSON lines",
            media_type="application/x-ndjson",
            ending=".ftm.json",
            writer=Together(_ftm),
        ),
        Format(
            name="annotations",
            title="Web Annotations",
            told="facts as W3C Web Annotations on their words",
            media_type='application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
            ending=".jsonld",
            writer=Each(_annotations),
        ),
        Format(
            name="hits",
            title="JSON lines",
            told="JSON lines, a passage that was found each",
            media_type="application/x-ndjson",
            ending=".jsonl",
            writer=Passages(_hits),
        ),
    )
}
"""The formats by name, in the order in which they are offered."""


def format_named(name: str) -> Format:
    """Give the format of a name. Raises QueryError if there is none."""
    if name not in FORMATS:
        raise QueryError("format", f"`{name}`", f"one of {', '.join(FORMATS)}")
    return FORMATS[name]
