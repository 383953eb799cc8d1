"""The passages of a query counted by what they have in common, inside the index."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from tantivy import Occur, Query

from greffier.archive.damage import DamagedError
from greffier.archive.documents import KINDS, schema
from greffier.archive.numbers import About, language_of, number_of, number_of_sitting
from greffier.archive.quoting import kept_at
from greffier.archive.stored import Facet, Tally

if TYPE_CHECKING:
    from tantivy import Searcher

    from greffier.archive.documents import Kept

Named: TypeAlias = Literal["speaker", "of", "organisation", "body"]

ALL_VALUES = 65_000  # that each part of the index counts: fewer would make the sums inexact
_SPOKEN: tuple[Named, ...] = ("speaker", "of")
_FEW = 300
_REMEMBERED = 1 << 16


def facets(
    searcher: Searcher, query: Query, most: int, names: Names
) -> tuple[int, tuple[Facet, ...]]:
    """Count the passages of a query, and by every facet that any of them has a value of.

    Args:
        searcher: of the index.
        query: what is counted.
        most: how many values are told of each facet.
        names: what the numbers of the index stand for.
    """
    asked = {
        # One more at least, for those that nobody said; where there are few, all of them.
        "speaker": _terms("speaker_id", max(most + 1, _FEW)),
        "of": _terms("of_id", max(most + 1, _FEW)),
        "sitting": _terms("sitting_id", ALL_VALUES),
        "about": _terms("about", ALL_VALUES),
    }
    found = searcher.aggregate(query, asked)
    made = [_spoken(searcher, query, name, found[name], most, names) for name in _SPOKEN]
    made += _sittings(searcher, found["sitting"]["buckets"], most, names)
    made += _about(found["about"]["buckets"], most)
    about = found["about"]
    # Every passage has one value of this, if only that of those without a year.
    total = sum(one["doc_count"] for one in about["buckets"]) + about["sum_other_doc_count"]
    return total, tuple(one for one in made if one.values)


def _terms(field: str, size: int) -> dict[str, Any]:
    return {"terms": {"field": field, "size": size, "segment_size": ALL_VALUES}}


def _spoken(  # noqa: PLR0913, PLR0917 - what `facets` has
    searcher: Searcher, query: Query, name: Named, found: dict[str, Any], most: int, names: Names
) -> Facet:
    counts = {int(one["key"]): one["doc_count"] for one in found["buckets"]}
    others = found["sum_other_doc_count"]
    if 0 in counts:
        del counts[0]
    elif others:
        nobody = Query.term_query(schema(), f"{name}_id", 0)
        both = Query.boolean_query([(Occur.Must, query), (Occur.Must, nobody)])
        others -= searcher.search(both, limit=1).count  # type: ignore[attr-defined] # its stub forgets it
    ordered = sorted(counts.items(), key=lambda one: -one[1])
    others += sum(count for _, count in ordered[most:])
    told = {names.name(searcher, name, number): count for number, count in ordered[:most]}
    return Facet(name, _tallies(told, most)[0], others)


def _sittings(
    searcher: Searcher, buckets: list[dict[str, Any]], most: int, names: Names
) -> list[Facet]:
    organisations, bodies = Counter[str](), Counter[str]()
    for one in buckets:
        if one["key"]:
            for counter, sat in zip(
                (organisations, bodies), names.sitting(searcher, int(one["key"])), strict=True
            ):
                counter.update(dict.fromkeys(sat, one["doc_count"]))
    return [
        Facet("organisation", *_tallies(organisations, most)),
        Facet("body", *_tallies(bodies, most)),
    ]


def _about(buckets: list[dict[str, Any]], most: int) -> list[Facet]:
    kinds, languages, years = (defaultdict[str, int](int) for _ in range(3))
    for one in buckets:
        kind, language, year = _told(int(one["key"]))
        count = one["doc_count"]
        kinds[kind] += count
        languages[language] += count
        years[year] += count
    years.pop("", None)
    ordered = tuple(Tally(year, years[year]) for year in sorted(years))
    return [
        Facet("kind", *_tallies(kinds, most)),
        Facet("language", *_tallies(languages, most)),
        Facet("year", ordered[-most:], sum(one.passages for one in ordered[:-most])),
    ]


@lru_cache(_REMEMBERED)
def _told(number: int) -> tuple[str, str, str]:
    """Give the kind, the language and the year of a record by its number; "" for no year."""
    about = About.of(number)
    year = f"{about.year:04}" if about.year else ""
    return KINDS[about.kind], language_of(about.language), year


def _tallies(counts: dict[str, int], most: int) -> tuple[tuple[Tally, ...], int]:
    """Give the most frequent values, and how many passages have others."""
    ordered = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    told = tuple(Tally(value=value, passages=passages) for value, passages in ordered[:most])
    return told, sum(passages for _, passages in ordered[most:])


class Names:
    """What the numbers of an index stand for; those that were asked for are remembered."""

    def __init__(self) -> None:
        self._known: dict[int, str] = {}
        self._sat: dict[int, tuple[tuple[str, ...], tuple[str, ...]]] = {}

    def name(self, searcher: Searcher, field: Named, number: int) -> str:
        """Give the name of a number, out of some passage that has it.

        Raises:
            DamagedError: no passage does.
        """
        name = self._known.get(number)
        if name is None:
            named = (one for one in _named(_some(searcher, field, number), field) if one)
            name = next((one for one in named if number_of(one) == number), None)
            if name is None:
                raise DamagedError(f"no {field} has the number {number}")
            name = _unbroken(name)
            _remember(self._known, number, name)
        return name

    def sitting(self, searcher: Searcher, number: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Give the organisations and the bodies of a number.

        Raises:
            DamagedError: no passage has it.
        """
        sat = self._sat.get(number)
        if sat is None:
            kept = _some(searcher, "sitting", number)
            if number_of_sitting(kept.organisations, kept.bodies) != number:
                raise DamagedError(f"nothing that sat has the number {number}")
            sat = tuple(map(_unbroken, kept.organisations)), tuple(map(_unbroken, kept.bodies))
            _remember(self._sat, number, sat)
        return sat


def _remember(known: dict[int, Any], number: int, value: object) -> None:
    if len(known) >= _REMEMBERED:
        known.clear()
    known[number] = value


def _some(searcher: Searcher, field: str, number: int) -> Kept:
    """Give what is kept of some passage that has a number."""
    query = Query.term_query(schema(), f"{field}_id", number)
    for _, address in searcher.search(query, limit=1, count=False).hits:
        return kept_at(searcher, address)
    raise DamagedError(f"no {field} has the number {number}")


def _named(kept: Kept, field: Named) -> tuple[str | None, ...]:
    match field:
        case "speaker":
            return (kept.speaker,)
        case "of":
            return (kept.of,)
        case "organisation":
            return kept.organisations
        case _:
            return kept.bodies


def _unbroken(name: str) -> str:
    """Give a name as it is told: half characters have no place in an answer."""
    return name.encode("utf-8", "replace").decode()
