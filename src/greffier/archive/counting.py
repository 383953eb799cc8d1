"""The passages of a query counted by what they have in common, inside the index."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tantivy import Query

from greffier.archive.damage import DamagedError
from greffier.archive.documents import KINDS, language_of, number_of, schema
from greffier.archive.quoting import kept_at
from greffier.archive.stored import Facet, Tally

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tantivy import Searcher

    from greffier.archive.documents import Kept
    from greffier.archive.stored import FacetName

_FACETS: tuple[FacetName, ...] = ("speaker", "of", "organisation", "body", "kind", "language")
ALL_VALUES = 65_000  # values that each part of the index counts: fewer would make the sums inexact
_REMEMBERED = 1 << 16


def facets(searcher: Searcher, query: Query, most: int, names: Names) -> tuple[Facet, ...]:
    """Count the passages of a query by every facet, those left out that have no value at all.

    Args:
        searcher: of the index.
        query: what is counted.
        most: how many values are told of each facet.
        names: what the numbers of the index stand for.
    """
    asked: dict[str, Any] = {name: _terms(name, most) for name in _FACETS}
    asked["year"] = {"terms": {"field": "year", "size": ALL_VALUES}}
    found = searcher.aggregate(query, asked)
    made = []
    for name in _FACETS:
        if buckets := found[name]["buckets"]:
            told = ((names.name(searcher, name, one["key"]), one["doc_count"]) for one in buckets)
            made.append(Facet(name, _tallies(told), found[name]["sum_other_doc_count"]))
    if years := _years(found["year"]["buckets"]):
        left_out = sum(one.passages for one in years[:-most])
        made.append(Facet("year", years[-most:], left_out))
    return tuple(made)


def _terms(name: str, most: int) -> dict[str, Any]:
    return {"terms": {"field": f"{name}_id", "size": most, "segment_size": ALL_VALUES}}


def _tallies(told: Iterable[tuple[str, int]]) -> tuple[Tally, ...]:
    ordered = sorted(told, key=lambda one: (-one[1], one[0]))
    return tuple(Tally(value=value, passages=passages) for value, passages in ordered)


def _years(buckets: list[dict[str, Any]]) -> tuple[Tally, ...]:
    """Give the years in order."""
    ordered = sorted((int(one["key"]), one["doc_count"]) for one in buckets)
    return tuple(Tally(value=f"{year:04}", passages=passages) for year, passages in ordered)


class Names:
    """What the numbers of an index stand for; those that were asked for are remembered."""

    def __init__(self) -> None:
        self._known: dict[int, str] = {}

    def name(self, searcher: Searcher, field: str, number: int) -> str:
        """Give the name of a number, out of some passage that has it.

        Raises:
            DamagedError: no passage does.
        """
        number = int(number)
        if field == "kind":
            return KINDS[number]
        if field == "language":
            return language_of(number)
        name = self._known.get(number)
        if name is None:
            name = self._known[number] = _found(searcher, field, number)
            if len(self._known) > _REMEMBERED:
                self._known.clear()
        return name


def _found(searcher: Searcher, field: str, number: int) -> str:
    query = Query.term_query(schema(), f"{field}_id", number)
    for _, address in searcher.search(query, limit=1, count=False).hits:
        for name in _named(kept_at(searcher, address), field):
            if name is not None and number_of(name) == number:
                return name.encode("utf-8", "replace").decode()
    raise DamagedError(f"no {field} has the number {number}")


def _named(kept: Kept, field: str) -> tuple[str | None, ...]:
    named = {
        "speaker": (kept.speaker,),
        "of": (kept.of,),
        "organisation": kept.organisations,
        "body": kept.bodies,
    }
    return named[field]
