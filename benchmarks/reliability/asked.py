"""What a server is asked for under load: addresses of many different pages of one archive."""

from __future__ import annotations

import random
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import quote

from benchmarks.searching import Asker

if TYPE_CHECKING:
    from greffier.archive import Archive

SEED = 2021
READ = 60  # records whose words are searched for
LISTS = 5  # pages of each list
# Of a hundred requests, so many are for one of each kind.
SHARES = {"search": 40, "session": 20, "record": 25, "person": 5, "lists": 10}


def addresses(archive: Archive, each: int) -> dict[str, list[str]]:
    """Give addresses of each kind, `each` of those of which there are as many.

    Args:
        archive: what is served.
        each: how many.
    """
    rng = random.Random(SEED)  # noqa: S311 - a seed is what is wanted
    records = [one.id for one in archive.records()]
    rng.shuffle(records)
    asker = Asker([archive.reading(one) for one in records[:READ]], SEED)
    told = (one for record in records for one in archive.sessions_of(record))
    persons = [one.id for one in archive.persons(limit=each)]
    pages = range(1, LISTS + 1)
    return {
        "search": [_search(asker, n) for n in range(each)],
        "session": [f"/sessions/{one.id}" for one in islice(told, each)],
        "record": [f"/records/{one}" for one in records[:each]],
        "person": [f"/persons/{one}" for one in persons],
        "lists": [f"{path}?page={n}" for path in ("/", "/records", "/persons") for n in pages],
    }


def mixed(kinds: dict[str, list[str]], count: int) -> list[str]:
    """Give so many addresses of all kinds in their shares, in no order."""
    rng = random.Random(SEED)  # noqa: S311 - as above
    there = [kind for kind in SHARES if kinds[kind]]
    chosen = rng.choices(there, [SHARES[kind] for kind in there], k=count)
    return [rng.choice(kinds[kind]) for kind in chosen]


def _search(asker: Asker, n: int) -> str:
    """Give a search: a word, a phrase or several words, on the page or of the API."""
    words = (asker.word, asker.phrase, asker.boolean)[n % 3]()
    return f"{'/api/search' if n % 5 == 0 else '/search'}?q={quote(words)}"
