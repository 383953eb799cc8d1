"""The part of a page that says how to cite what it shows, and the pages of citations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal

from fastapi import APIRouter, Path, Request
from starlette.responses import Response

from greffier.exports.citing import STYLES, bibtex, citation, cited, item_of, ris
from greffier.form import encode_lines
from greffier.web import addresses as address
from greffier.web.rendering import answer_page, archive_of

if TYPE_CHECKING:
    from greffier.exports.citing import Cited

router = APIRouter()

Form = Literal["csl", "bibtex", "ris"]
_HEADINGS: Final = {"note": "As a note", "author-date": "Under author and date"}
_FILES: Final[dict[Form, tuple[str, str]]] = {
    "csl": ("application/vnd.citationstyles.csl+json", "json"),
    "bibtex": ("application/x-bibtex; charset=utf-8", "bib"),
    "ris": ("application/x-research-info-systems; charset=utf-8", "ris"),
}
_Name = Annotated[str, Path(max_length=60)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """How something is cited.

    Args:
        name: of what is cited.
        texts: the citation in each style, under its heading.
        quote: the words that are cited, where they are few; empty otherwise.
        where: the address of the page that shows it.
    """

    name: str
    texts: tuple[tuple[str, str], ...]
    quote: str
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedAs:
    """How something is cited, as data.

    Args:
        name: of what is cited.
        texts: the citation in each style, by the style's name.
        quote: the words that are cited, where they are few; empty otherwise.
        item: the citation as an item of CSL-JSON.
    """

    name: str
    texts: dict[str, str]
    quote: str
    item: dict[str, Any]


def cited_as(found: Cited) -> CitedAs:
    """Give how something is cited, for programs."""
    item = item_of(found)
    return CitedAs(
        name=found.name,
        texts={style: citation(item, style) for style in STYLES},
        quote=item.get("annote", ""),
        item=item,
    )


def citation_of(found: Cited) -> Citation:
    """Give how something is cited; use it wherever a page shows what can be."""
    item = item_of(found)
    return Citation(
        name=found.name,
        texts=tuple((_HEADINGS[style], citation(item, style)) for style in STYLES),
        quote=item.get("annote", ""),
        where=_where(found),
    )


def _where(found: Cited) -> str:
    witness = found.taken.reading.witness.id
    if found.session:
        return address.session(found.name)
    if ":" in found.name:
        return address.words(witness, found.spans)
    _, _, key = found.name.partition(".")
    if found.turn and key.startswith("t"):
        return f"{address.record(found.taken.id, witness=witness)}#{key}"
    return address.fact(witness, key) if key else address.record(witness)


@router.api_route("/cite/{name}", methods=["GET", "HEAD"])
def cite(request: Request, name: _Name) -> Response:
    """Show how a record, a session, a turn or a passage is cited."""
    found = cited(archive_of(request), name)
    return answer_page(
        request, "citation.html", cite=citation_of(found), found=found, item=item_of(found)
    )


@router.api_route("/cite/{name}/{form}", methods=["GET", "HEAD"])
def cite_as(request: Request, name: _Name, form: Form) -> Response:
    """Give a citation as a file for a reference manager."""
    item = item_of(cited(archive_of(request), name))
    if form == "csl":
        data = b"".join(encode_lines([[item]]))
    else:
        data = (bibtex(item) if form == "bibtex" else ris(item)).encode()
    media_type, ending = _FILES[form]
    plain = name.replace(":", "-")  # what it may hold else is known: it names something
    headers = {"Content-Disposition": f'attachment; filename="{plain}.{ending}"'}
    return Response(data, media_type=media_type, headers=headers)
