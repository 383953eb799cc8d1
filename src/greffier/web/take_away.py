"""What can be taken away from a page: links to a record, to what was found, or to everything."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from greffier.exports import FORMATS, Passages
from greffier.web import addresses

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Offer:
    """One form in which something can be taken away: what it is called, and where it is."""

    title: str
    told: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """A form in which records can be taken away.

    Args:
        name: as `format` of `/api/export` takes it.
        told: what it is.
        media_type: of each of its files.
        passages: whether it gives the passages that a search finds, and not whole records.
        address: where all records, or passages for the words that you add, are given so.
    """

    name: str
    told: str
    media_type: str
    passages: bool
    address: str


def offered() -> tuple[Offered, ...]:
    """Give every form that there is, for programs."""
    return tuple(
        Offered(
            name=one.name,
            told=one.told,
            media_type=one.media_type,
            passages=isinstance(one.writer, Passages),
            address=addresses.export(one.name),
        )
        for one in FORMATS.values()
    )


def offers(
    *, witness: str = "", values: Mapping[str, str] | None = None, whole: bool = False
) -> tuple[Offer, ...]:
    """Give the forms that records can be taken away in.

    Args:
        witness: the only one that is read; else the records that a search finds.
        values: the fields of that search; everything there is, where neither is given.
        whole: not those that only cite records.
    """
    return tuple(
        Offer(
            title=one.title or one.name,
            told=one.told,
            address=addresses.export(one.name, witness=witness, values=values),
        )
        for one in FORMATS.values()
        if not isinstance(one.writer, Passages) and not (whole and one.cites)
    )


def passages(values: Mapping[str, str]) -> tuple[Offer, ...]:
    """Give the forms that the passages which a search finds can be taken away in."""
    return tuple(
        Offer(one.title or one.name, one.told, addresses.export(one.name, values=values))
        for one in FORMATS.values()
        if isinstance(one.writer, Passages)
    )
