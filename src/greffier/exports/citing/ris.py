"""Citations as RIS, the form that reference managers exchange: two letters and a value a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from greffier.exports.citing.bibtex import iso

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.exports.citing.item import Item

_TYPES: Final = {"webpage": "ELEC", "speech": "SLIDE"}
_TAGS: Final = (
    ("TI", "title"),
    ("T2", "container-title"),
    ("T3", "event-title"),
    ("C1", "event-place"),
    ("PB", "publisher"),
    ("CY", "publisher-place"),
    ("M3", "genre"),
    ("SE", "section"),
    ("UR", "URL"),
    ("LA", "language"),
    ("DB", "archive"),
    ("AN", "archive_location"),
    ("N1", "annote"),
)


def ris(item: Item) -> str:
    """Give a citation as one reference of RIS."""
    return "".join(f"{tag}  - {value}\r\n" for tag, value in _lines(item))


def _lines(item: Item) -> Iterator[tuple[str, str]]:
    yield "TY", _TYPES.get(item["type"], "GEN")
    yield "ID", item["id"]
    yield from (("AU", one["literal"]) for one in item.get("author", ()))
    yield from ((tag, item[variable]) for tag, variable in _TAGS if item.get(variable))
    if issued := item.get("issued"):
        yield "PY", iso(issued)[:4]
        yield "DA", _day(issued)
    if accessed := item.get("accessed"):
        yield "Y2", _day(accessed)
    yield "ER", ""


def _day(date: dict[str, Any]) -> str:
    """Give the first day of a date as RIS wants it: `2020/12/02/`, `2020///`."""
    year, month, day = (*(f"{n:02}" for n in date["date-parts"][0]), "", "")[:3]
    return f"{year}/{month}/{day}/"
