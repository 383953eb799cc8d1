"""Words that some passages use more than others, as a page."""

from dataclasses import dataclass, fields, replace
from typing import Annotated, Final

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from greffier.archive.protocol import Archive
from greffier.archive.speech import Size
from greffier.archive.stored import Question
from greffier.authority import shipped
from greffier.errors import QueryError
from greffier.query import named
from greffier.query.keywords import LEAST, Keyword, around, keywords
from greffier.query.languages import mixed, shared
from greffier.web import addresses as address
from greffier.web.asking import Asked
from greffier.web.corpus.asking import (
    READ,
    Least,
    Wanted,
    answer_words,
    kept,
    question_of,
    refuse_too_many,
)
from greffier.web.pictures import Cell
from greffier.web.rendering import archive_of
from greffier.web.taking import File, table_file

router = APIRouter()

ROWS: Final = 100
_ROWS_OF_A_FILE: Final = 5_000
_KEY: Final = "keywords"
_COLUMNS: Final = (
    *("Word", "Here", "In a million", "There", "In a million there"),
    *("Log-likelihood", "Log ratio"),
)
_MILLION: Final = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Against:
    """The other side as its fields say it; with none of them it is all other passages."""

    speaker: str = ""
    of: str = ""
    organisation: str = ""
    body: str = ""
    since: str = ""
    until: str = ""

    @property
    def told(self) -> dict[str, str]:
        """The fields that are filled in, by their names in a question."""
        values = {one.name: getattr(self, one.name).strip() for one in fields(self)}
        return {key: value for key, value in values.items() if value}

    @property
    def named(self) -> dict[str, str]:
        """The same as an address names them."""
        return {
            f"against-{address.IN_ADDRESS.get(key, key)}": value for key, value in self.told.items()
        }


def against(  # noqa: PLR0913, PLR0917 - one parameter for each field of the form
    speaker: Annotated[str, Query(max_length=1_000, alias="against-speaker")] = "",
    of: Annotated[str, Query(max_length=1_000, alias="against-of")] = "",
    organisation: Annotated[str, Query(max_length=1_000, alias="against-organisation")] = "",
    body: Annotated[str, Query(max_length=1_000, alias="against-body")] = "",
    since: Annotated[str, Query(alias="against-from", max_length=10)] = "",
    until: Annotated[str, Query(alias="against-to", max_length=10)] = "",
) -> Against:
    """Read the other side from an address."""
    return Against(
        speaker=speaker, of=of, organisation=organisation, body=body, since=since, until=until
    )


@router.api_route("/keywords", methods=READ)
def keywords_page(
    request: Request,
    wanted: Wanted,
    other: Annotated[Against, Depends(against)],
    least: Least = LEAST,
    file: File = "",
) -> Response:
    """Show the words that the passages of a search use more than others do."""
    error: QueryError | None = None
    found: tuple[Keyword, ...] = ()
    several: tuple[Size, ...] = ()
    keep: tuple[str, ...] = ()
    limit = _ROWS_OF_A_FILE if file else ROWS
    try:
        if wanted.anything:
            question, beside = _sides(wanted, other)
            found = _found(request, question, beside, least, limit)
            several, keep = _languages(archive_of(request), question, beside)
    except QueryError as fault:
        if file:
            raise
        error = fault
    rows = [_cells(one, wanted) for one in found]
    return table_file(file, _KEY, _COLUMNS, rows) or answer_words(
        request,
        "keywords.html",
        wanted,
        error=error,
        columns=_COLUMNS,
        rows=rows,
        several=several,
        keep=keep,
        sizes=(found[0].of, found[0].of_other) if found else None,
        other=other,
        least=least,
        most=ROWS,
        asking={**kept(wanted), **other.named, "least": str(least)},
        file=f"{_KEY}.csv",
    )


def _sides(wanted: Asked, other: Against) -> tuple[Question, Question | None]:
    """Give what is looked at, and what it is set against; None is all the rest."""
    question = question_of(wanted)
    like = around(question)
    return question, named(replace(like, **other.told), shipped()) if other.told else None  # type: ignore[arg-type] # names of fields


def _found(
    request: Request, question: Question, beside: Question | None, least: int, limit: int
) -> tuple[Keyword, ...]:
    archive = archive_of(request)
    refuse_too_many(archive, question, beside or around(question))
    return keywords(archive, question, beside, least=least, limit=limit)


def _languages(
    archive: Archive, question: Question, beside: Question | None
) -> tuple[tuple[Size, ...], tuple[str, ...]]:
    """Give the languages of what is compared, if several, and those that both sides have."""
    sides = (question, beside) if beside else (question,)
    several = mixed(archive, *(sides if beside else (around(question),)))
    return several, shared(archive, *sides) if several else ()


def _cells(one: Keyword, wanted: Asked) -> tuple[Cell, ...]:
    words = f"({wanted.q}) {one.word}" if wanted.q else one.word
    return (
        Cell(one.word, address.concordance({**kept(wanted), "q": words})),
        Cell(str(one.count), "", "number"),
        Cell(f"{one.count * _MILLION / one.of:.0f}", "", "number"),
        Cell(str(one.other), "", "number"),
        Cell(f"{one.other * _MILLION / one.of_other:.0f}", "", "number"),
        Cell(f"{one.log_likelihood:.1f}", "", "number"),
        Cell(f"{one.log_ratio:.1f}", "", "number"),
    )
