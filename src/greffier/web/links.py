"""Where the name of a thing leads: to the page of what it names."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from greffier.authority import shipped
from greffier.web import addresses

if TYPE_CHECKING:
    from collections.abc import Mapping


def of(name: str) -> str:
    """Give the address for what an office is of, as readings keep it.

    What is neither a state nor an organisation that is known has no page of its own: its name
    leads to the offices of it.
    """
    return _pages().get(name) or addresses.offices(name)


def seat(organisation: str | None, body: str | None = None) -> str:
    """Give the address for an organisation, or for a body of one or of none."""
    if body:
        return addresses.body(body, organisation)
    return addresses.organisation(organisation or "")


@cache
def _pages() -> Mapping[str, str]:
    """Give the pages of what is known, by the name that readings keep it by.

    Bodies are not among them: a `Security Council` may be another than the one that is known.
    """
    known = shipped()
    return {
        **{one.name: addresses.state(one.name) for one in known.states},
        **{one.acronym: addresses.organisation(one.acronym) for one in known.organisations},
    }
