"""What is named in an archive is found by the witness that has it."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from greffier.archive import open_archive
from greffier.errors import UsageError
from greffier.exports.citing import cited, item_of
from greffier.model import record_of
from tests.builders import MEETING, reading_of, received

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.archive import Archive

CUT = received(MEETING[: MEETING.index("An interpreter")], name="cut.txt")
FULL = received(MEETING, name="full.txt")


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """Give an archive of one record: named by the copy that came first, the other its base."""
    with closing(open_archive(tmp_path_factory.mktemp("cited"), create=True)) as made:
        for one in (CUT, FULL):
            made.add(one, reading_of(one.witness))
        with made.grouping() as desk:
            both = [desk.reading(one.witness.id) for one in (CUT, FULL)]
            desk.put([record_of(both, base=FULL.witness.id)])
        yield made


def test_a_record_is_cited_by_its_base(archive: Archive) -> None:
    item = item_of(cited(archive, CUT.witness.id))
    assert item["archive_location"] == FULL.witness.digest
    assert item["custom"]["record"] == CUT.witness.id


@pytest.mark.parametrize("place", [".t1", ".s1", ".t1p1", ":20-40"])
def test_a_place_is_cited_by_the_witness_that_is_named(archive: Archive, place: str) -> None:
    for one in (CUT, FULL):
        item = item_of(cited(archive, f"{one.witness.id}{place}"))
        assert item["archive_location"] == one.witness.digest


def test_what_only_one_witness_has_is_not_cited_by_the_other(archive: Archive) -> None:
    assert cited(archive, f"{FULL.witness.id}.t3").turn
    with pytest.raises(UsageError, match="nothing has this name"):
        cited(archive, f"{CUT.witness.id}.t3")
