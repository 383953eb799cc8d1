"""The passages of a query counted by what they have in common, inside the index."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from greffier.archive.stored import Facet, Tally

if TYPE_CHECKING:
    from tantivy import Query, Searcher

    from greffier.archive.stored import FacetName

_FIELDS: dict[FacetName, str] = {
    "speaker": "speaker_as",
    "of": "of_as",
    "organisation": "organisation_as",
    "body": "body_as",
    "kind": "kind",
    "language": "language",
}
_YEAR = 10_000  # of a day as a number


def counted(searcher: Searcher, query: Query, most: int) -> dict[str, Any]:
    """Count the passages of a query by every facet; `facets` makes values of what this gives."""
    asked: dict[str, Any] = {
        name: {"terms": {"field": field, "size": most}} for name, field in _FIELDS.items()
    }
    asked["year"] = {"histogram": {"field": "first", "interval": _YEAR, "min_doc_count": 1}}
    return searcher.aggregate(query, asked)


def facets(found: dict[str, Any], most: int) -> tuple[Facet, ...]:
    """Give the counts of an index as facets, those left out that have no value at all."""
    made = [
        Facet(
            name=name,
            values=tuple(Tally(value=one["key"], passages=one["doc_count"]) for one in buckets),
            others=found[name]["sum_other_doc_count"],
        )
        for name in _FIELDS
        if (buckets := found[name]["buckets"])
    ]
    if years := _years(found["year"]["buckets"]):
        left_out = sum(one.passages for one in years[:-most])
        made.append(Facet(name="year", values=years[-most:], others=left_out))
    return tuple(made)


def _years(buckets: list[dict[str, Any]]) -> tuple[Tally, ...]:
    """Give the years in order; an index without any day tells of none."""
    return tuple(
        Tally(value=f"{int(one['key']) // _YEAR:04}", passages=one["doc_count"])
        for one in buckets
        if one["doc_count"]
    )
