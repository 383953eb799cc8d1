"""Every form that records are taken away in: one row each, whatever asks for it.

To add one, write a function of one of the kinds in `formats` into `writers`, and a row in
`FORMATS`.
"""

from __future__ import annotations

from typing import Final

from greffier.errors import QueryError
from greffier.exports import writers
from greffier.exports.formats import Each, Format, Opener, Passages, Several, Together

__all__ = [
    "FORMATS",
    "Each",
    "Format",
    "Opener",
    "Passages",
    "Several",
    "Together",
    "format_named",
]

FORMATS: Final[dict[str, Format]] = {
    one.name: one
    for one in (
        Format(
            name="jsonl",
            title="JSON lines",
            told="JSON lines, a reading each",
            media_type="application/x-ndjson",
            ending=".jsonl",
            writer=Together(writers.jsonl),
        ),
        Format(
            name="tei",
            title="TEI",
            told="TEI by Parla-CLARIN, a document each",
            media_type="application/tei+xml",
            ending=".tei.xml",
            writer=Each(writers.tei),
        ),
        Format(
            name="akn",
            title="Akoma Ntoso",
            told="Akoma Ntoso, a debate each",
            media_type="application/akn+xml",
            ending=".akn.xml",
            writer=Each(writers.akn),
        ),
        Format(
            name="csv",
            title="CSV",
            told="tables that join, as CSV",
            media_type="text/csv",
            ending="",
            writer=Several(writers.csv),
        ),
        Format(
            name="spreadsheet",
            title="CSV for spreadsheets",
            told="the same so that a spreadsheet takes no cell for a formula",
            media_type="text/csv",
            ending="",
            writer=Several(writers.spreadsheet),
        ),
        Format(
            name="parquet",
            title="Parquet",
            told="the same tables with types, as Parquet",
            media_type="application/vnd.apache.parquet",
            ending="",
            writer=Several(writers.parquet),
        ),
        Format(
            name="csl",
            title="CSL-JSON",
            told="citations as CSL-JSON",
            media_type="application/vnd.citationstyles.csl+json",
            ending=".json",
            writer=Together(writers.csl),
            cites=True,
        ),
        Format(
            name="bibtex",
            title="BibTeX",
            told="citations as BibTeX",
            media_type="application/x-bibtex",
            ending=".bib",
            writer=Together(writers.bibtex),
            cites=True,
        ),
        Format(
            name="ris",
            title="RIS",
            told="citations as RIS",
            media_type="application/x-research-info-systems",
            ending=".ris",
            writer=Together(writers.ris),
            cites=True,
        ),
        Format(
            name="conllu",
            title="CoNLL-U",
            told="sentences and tokens with their places, as CoNLL-U",
            media_type="text/plain; charset=utf-8",
            ending=".conllu",
            writer=Together(writers.conllu),
        ),
        Format(
            name="vertical",
            title="Vertical text",
            told="the same as vertical text for corpus engines",
            media_type="text/plain; charset=utf-8",
            ending=".vert",
            writer=Together(writers.vertical),
        ),
        Format(
            name="ftm",
            title="FollowTheMoney",
            told="entities of FollowTheMoney as JSON lines",
            media_type="application/x-ndjson",
            ending=".ftm.json",
            writer=Together(writers.ftm),
        ),
        Format(
            name="annotations",
            title="Web Annotations",
            told="facts as W3C Web Annotations on their words",
            media_type='application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
            ending=".jsonld",
            writer=Each(writers.annotation_page),
        ),
        Format(
            name="hits",
            title="JSON lines",
            told="JSON lines, a passage that was found each",
            media_type="application/x-ndjson",
            ending=".jsonl",
            writer=Passages(writers.hits),
        ),
    )
}
"""The formats by name, in the order in which they are offered."""


def format_named(name: str) -> Format:
    """Give the format of a name. Raises QueryError if there is none."""
    if name not in FORMATS:
        raise QueryError("format", f"`{name}`", f"one of {', '.join(FORMATS)}")
    return FORMATS[name]
