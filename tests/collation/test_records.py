"""Real records: the forms that a page is kept in are one record, and no two pages are."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import pytest

from greffier.collation import Index, same_record, sketch
from greffier.model import Claim, Known
from greffier.reading import read
from greffier.sources import find, receive
from tests.places import CORPUS_RECORDS, EXAMPLE_RECORDS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def groups(claims: Iterable[Claim]) -> set[frozenset[str]]:
    """Group witnesses as they come, as an archive does."""
    index, texts, of = Index(), dict[str, Claim](), dict[str, str]()
    for claim in claims:
        asked = sketch(claim.text, claim.furniture)
        of[claim.witness] = claim.witness
        for candidate in index.candidates(asked):
            if of[candidate.witness] != of[claim.witness] and same_record(
                claim, texts[candidate.witness]
            ):
                old, new = of[claim.witness], of[candidate.witness]
                of |= {one: new for one, group in of.items() if group == old}
        index.add(claim.witness, asked)
        texts[claim.witness] = claim
    out = defaultdict[str, set[str]](set)
    for one, group in of.items():
        out[group].add(one)
    return {frozenset(group) for group in out.values()}


def test_the_copies_among_the_corpus_and_no_others(known: Known) -> None:
    paths = {str(path): path for path in (*EXAMPLE_RECORDS, *CORPUS_RECORDS)}
    readings = {name: read(receive(path).witness, known) for name, path in paths.items()}
    names = {reading.witness.digest: name for name, reading in readings.items()}
    found = groups(map(Claim.of, readings.values()))
    copies = [{paths[names[one]].name[:5] for one in group} for group in found if len(group) > 1]
    assert sorted(map(sorted, copies)) == [["000_a", "001_4"], ["56241"]]
    assert sorted(map(len, found))[-2:] == [2, 3]


@pytest.mark.shared
def test_every_page_is_one_record_in_all_its_forms(shared: Path) -> None:
    """Nothing that was read is needed for it: no date, no title, no furniture."""
    claims = [
        Claim(witness="/".join(item.path.parts[-2:]), text=receive(item).witness.text)
        for item in find([shared / "records" / "kremlin"])
        if item.path.name != "gold.jsonl"
    ]
    numbers = [
        {name.split("/")[1].split(".")[0].removesuffix("-print") for name in group}
        for group in groups(claims)
    ]
    assert [one for one in numbers if len(one) > 1] == []
    flat = [next(iter(one)) for one in numbers]
    assert sorted({one for one in flat if flat.count(one) > 1}) == []
