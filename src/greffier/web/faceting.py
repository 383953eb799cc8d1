"""What was found, counted: each value leads to the search that is narrowed by it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from greffier.archive.stored import Facet, FacetName, Hits
    from greffier.web.asking import Asked

VALUES: Final = 8  # of each facet that are shown
_TITLES: Final[dict[FacetName, str]] = {
    "speaker": "Speaker",
    "of": "Speaks for",
    "organisation": "Organisation",
    "body": "Body",
    "kind": "Kind of record",
    "language": "Language",
    "year": "Year",
}
_WHOLE: Final = {"speaker", "of", "organisation", "body"}  # names, of which one is meant whole


@dataclass(frozen=True, slots=True)
class Choice:
    """A value with its passages; `asked` is the search with it, or without where it is chosen."""

    label: str
    passages: int
    asked: dict[str, str]
    chosen: bool


@dataclass(frozen=True, slots=True)
class Group:
    """The values of one facet.

    Args:
        others: the passages of values that are not shown.
        undated: those without a year, where it is years that are counted.
    """

    title: str
    choices: tuple[Choice, ...]
    others: int
    undated: int = 0


def narrower(found: Hits, asked: Asked) -> tuple[Group, ...]:
    """Give the facets of what was found that part it, or by which it was narrowed already."""
    made = (_group(facet, asked, found.total) for facet in found.facets)
    return tuple(
        one
        for one in made
        if len(one.choices) > 1
        or one.others
        or one.undated
        or any(choice.chosen for choice in one.choices)
    )


def _group(facet: Facet, asked: Asked, total: int) -> Group:
    values, undated = facet.values, 0
    if facet.name == "year":
        values = values[::-1]
        # A passage has one year or none, and may have several or none of the other values.
        undated = total - facet.others - sum(one.passages for one in values)
    choices = tuple(_choice(facet.name, one.value, one.passages, asked) for one in values)
    return Group(_TITLES[facet.name], choices, facet.others, undated)


def _choice(name: FacetName, value: str, passages: int, asked: Asked) -> Choice:
    if name == "year":
        fields = {"since": value, "until": value}
    else:
        fields = {str(name): f"={value}" if name in _WHOLE else value}
    chosen = all(getattr(asked, field) == told for field, told in fields.items())
    wanted = dict.fromkeys(fields, "") if chosen else fields
    return Choice(value, passages, asked.named(wanted), chosen)
