"""A search as it is asked in an address: its fields, and the question that they make."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from types import MappingProxyType
from typing import Annotated, Any, Final, cast, get_args

from fastapi import Depends, Query

from greffier.archive.stored import Question, Sort
from greffier.authority import shipped
from greffier.errors import QueryError
from greffier.model import RecordKind
from greffier.query import named
from greffier.web.addresses import IN_ADDRESS

HITS_PER_PAGE: Final = 20
_SPOKEN: Final = {"": None, "yes": True, "no": False}
KINDS: Final[tuple[str, ...]] = get_args(RecordKind)
SORTS: Final[tuple[str, ...]] = get_args(Sort)

_LANGUAGE: Final = (
    'words, "phrases", AND, OR, NOT or -, wom?n, secur*, "two words"~5, =exact; inflected forms '
    "are found. A name with = before it is meant whole."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What stands in the fields of the search form; empty ones leave a search open.

    The names are those of the form and of the API, which counts no pages. There `from` is the first
    day, which is no name that Python allows.
    """

    q: str = ""
    speaker: str = ""
    office: str = ""
    of: str = ""
    organisation: str = ""
    body: str = ""
    session: str = ""
    since: str = ""
    until: str = ""
    kind: str = ""
    language: str = ""
    spoken: str = ""
    sort: str = ""
    page: int = 1

    @property
    def anything(self) -> bool:
        """Whether there is anything to search for."""
        return bool(self.q) or self.narrowed

    @property
    def narrowed(self) -> bool:
        """Whether anything but words is asked for."""
        free = {"q", "sort", "page"}
        return any(getattr(self, one.name) for one in fields(self) if one.name not in free)

    def question(self, *, facets: int = 0) -> Question:
        """Give the question to the archive. Raises QueryError for a value that is on no list.

        Args:
            facets: how many values of each facet are to be counted.
        """
        if self.kind and self.kind not in KINDS:
            raise QueryError("kind", repr(self.kind), f"one of {', '.join(KINDS)}")
        if self.spoken not in _SPOKEN:
            raise QueryError("spoken", repr(self.spoken), "`yes`, `no` or nothing")
        if self.sort and self.sort not in SORTS:
            raise QueryError("sort", repr(self.sort), f"one of {', '.join(SORTS)}")
        asked = Question(
            words=self.q,
            speaker=self.speaker or None,
            office=self.office or None,
            of=self.of or None,
            organisation=self.organisation or None,
            body=self.body or None,
            session=self.session or None,
            since=self.since or None,
            until=self.until or None,
            kind=cast("RecordKind | None", self.kind or None),
            language=self.language or None,
            spoken=_SPOKEN[self.spoken],
            sort=cast("Sort", self.sort or "relevance"),
            facets=facets,
            limit=HITS_PER_PAGE,
            offset=(self.page - 1) * HITS_PER_PAGE,
        )
        return named(asked, shipped())

    def named(
        self, changed: Mapping[str, str] = MappingProxyType({}), *, page: int = 1
    ) -> dict[str, str]:
        """Give the fields as an address names them, for another page of the same search.

        Args:
            changed: the fields in which the search differs; empty takes one away.
            page: which page.
        """
        values = {one.name: str(getattr(self, one.name)) for one in fields(self)}
        values |= changed
        values |= {"page": str(page) if page > 1 else ""}
        return {IN_ADDRESS.get(key, key): told for key, told in values.items()}


def asked_of(question: Question) -> Asked:
    """Give a question as the fields of the form would ask it, but for what a form cannot ask."""
    shared = {one.name for one in fields(Asked)} & {one.name for one in fields(Question)}
    values: dict[str, Any] = {
        name: getattr(question, name) or "" for name in shared - {"spoken", "sort"}
    }
    spoken = next(word for word, value in _SPOKEN.items() if value is question.spoken)
    return Asked(q=question.words, spoken=spoken, **values)


def _one_of(values: Iterable[str], description: str) -> Any:  # noqa: ANN401 - as Query itself
    """Describe a field that is empty or has one of some values; `Asked.question` looks at it."""
    known = {"enum": ["", *(one for one in values if one)]}
    return Query(max_length=20, description=description, json_schema_extra=known)


def asked(  # noqa: PLR0913, PLR0917 - one parameter for each field of the form
    q: Annotated[str, Query(max_length=1_000, description=_LANGUAGE)] = "",
    speaker: Annotated[str, Query(max_length=1_000, description="who says it, by any name")] = "",
    office: Annotated[str, Query(max_length=1_000, description="the office of who says it")] = "",
    of: Annotated[
        str, Query(max_length=1_000, description="what that office is of: a state, an organisation")
    ] = "",
    organisation: Annotated[str, Query(max_length=1_000, description="whose session it was")] = "",
    body: Annotated[str, Query(max_length=1_000, description="the body that met")] = "",
    session: Annotated[str, Query(max_length=100, description="of a session")] = "",
    since: Annotated[
        str, Query(alias="from", max_length=10, description="the first day, month or year")
    ] = "",
    until: Annotated[str, Query(alias="to", max_length=10, description="the last one")] = "",
    kind: Annotated[str, _one_of(KINDS, "kind of record")] = "",
    language: Annotated[str, Query(max_length=20, description="a code such as `en`")] = "",
    spoken: Annotated[
        str, _one_of(_SPOKEN, "`yes`: only what was said, `no`: only what was not")
    ] = "",
    sort: Annotated[str, _one_of(SORTS, "unless empty, this order")] = "",
) -> Asked:
    """Read a search from an address; white space around a field is nobody's wish."""
    return Asked(
        q=q.strip(),
        speaker=speaker.strip(),
        office=office.strip(),
        of=of.strip(),
        organisation=organisation.strip(),
        body=body.strip(),
        session=session.strip(),
        since=since.strip(),
        until=until.strip(),
        kind=kind.strip(),
        language=language.strip(),
        spoken=spoken.strip(),
        sort=sort.strip(),
    )


def asked_page(
    wanted: Annotated[Asked, Depends(asked)],
    page: Annotated[int, Query(ge=1, le=10_000)] = 1,
) -> Asked:
    """Read a search of the pages, which are counted."""
    return replace(wanted, page=page)
