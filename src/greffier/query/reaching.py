"""Whom a change reaches: the names among which it has to be settled anew who is who.

Who somebody is hangs on the names that he may share with others, and on nothing beside them:

- two participants are asked about each other only where their names sound alike and are not two
  names for certain (`authority.naming.neighbours`); a person grows along such pairs alone;
- what holds two apart counts only where both are joined to a third, so along the same pairs;
- identifiers are dealt out among those who bear one name, and nobody has one that is the name of
  another with a number behind it;
- a judgement, and a person whom the user knows by several names, lead from one name to another.

So the names of an archive fall into circles that know nothing of each other. Whatever comes, goes,
moves to another record or is judged is settled by settling the circles of its names whole, and
comes out as if all had been settled: offices, days and records tell apart or join only within them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from greffier.authority.naming import neighbours
from greffier.query.circles import Circles

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

# `ivan-petrov-2` may be the second Ivan Petrov, or somebody who is called so.
_NUMBER = re.compile(r"(?:-[0-9]{1,9})+$")


def reached(
    printed: Collection[tuple[str, str]],
    touched: Iterable[str],
    links: Iterable[Iterable[str]] = (),
) -> frozenset[str]:
    """Give the folded names whose bearers are to be settled anew; all others stay who they are.

    Args:
        printed: every name that is or was just now printed, folded and as printed.
        touched: names, folded, of those who came, went, moved or were judged.
        links: folded names that a judgement or the user leads from one to another.
    """
    circles: Circles[str] = Circles()
    folded = {name: key for key, name in printed}
    for key in folded.values():
        circles.join(key, _root(key))
    for one, other in neighbours(folded):
        circles.join(folded[one], folded[other])
    for linked in links:
        circles.join(*linked)
    meant = {circles.of(key) for key in touched}
    return frozenset(key for key, _ in printed if circles.of(key) in meant)


def _root(key: str) -> str:
    return _NUMBER.sub("", key) or key
