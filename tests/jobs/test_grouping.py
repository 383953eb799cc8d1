"""Tests of `greffier.jobs.grouping`: witnesses find the record that they carry, as they come."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from greffier.errors import UsageError
from greffier.jobs import add_all, group_all, judge, undo
from greffier.jobs.grouping import GROUPER
from greffier.model import Judgement
from greffier.wiring import archive_in
from tests.places import EXAMPLE_RECORDS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from greffier.archive import Archive

# The official page of an address, and a repost with tooltips in its sentences and its end cut off.
PAGE, REPOST = EXAMPLE_RECORDS[:2]


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with archive_in(tmp_path / "archive", create=True) as opened:
        yield opened


def add(archive: Archive, *paths: Path) -> list[str]:
    return [one.witness for one in add_all(archive, paths).kept]


@pytest.mark.parametrize("order", [(PAGE, REPOST), (REPOST, PAGE)])
def test_two_copies_are_one_record_in_whatever_order_they_come(
    archive: Archive, order: tuple[Path, Path]
) -> None:
    first, second = add(archive, *order)
    page = first if order[0] is PAGE else second
    (record,) = archive.records()
    assert (record.id, record.witnesses, record.base) == (first, 2, page)
    # The repost has neither; they are the record's all the same.
    assert (record.date, record.place) == ("2021-09-17", "Novo-Ogaryovo, Moscow Region")
    (bond,) = archive.groupings(first)
    assert {bond.a, bond.b} == {first, second}
    assert max(bond.a_in_b, bond.b_in_a) > 0.95
    assert bond.reasons
    for passage in bond.passages:
        texts = archive.reading(bond.a).witness.text, archive.reading(bond.b).witness.text
        assert passage.a.cut(texts[0]).split()[:3] == passage.b.cut(texts[1]).split()[:3]
    assert list(archive.verify()) == []


def test_other_records_stay_records_of_their_own(archive: Archive) -> None:
    add(archive, *EXAMPLE_RECORDS)
    assert sorted(one.witnesses for one in archive.records()) == [1, 1, 1, 2]


def test_a_judgement_is_applied_undone_and_outlives_grouping_anew(archive: Archive) -> None:
    page, repost = add(archive, PAGE, REPOST)
    split = Judgement(kind="split", witness=repost, others=(page,), author="A", reason="b")
    number = judge(archive, split)
    assert {one.id for one in archive.records()} == {page, repost}
    assert group_all(archive, again=True) == 2
    assert archive.counts().records == 2
    undo(archive, number)
    assert [one.id for one in archive.records()] == [page]
    assert list(archive.verify()) == []


def test_records_that_share_no_words_can_be_judged_one(archive: Archive) -> None:
    one, other = add(archive, EXAMPLE_RECORDS[3], EXAMPLE_RECORDS[4])
    merge = Judgement(kind="merge", witness=other, others=(one,), author="A", reason="b")
    judge(archive, merge)
    assert archive.record(other).id == archive.record(one).id == one


@pytest.mark.parametrize("others", [("0" * 16,), ()])
def test_a_judgement_on_nobody_is_refused(archive: Archive, others: tuple[str, ...]) -> None:
    (page,) = add(archive, PAGE)
    wrong = Judgement(kind="merge", witness=page, others=others, author="A", reason="b")
    with pytest.raises(UsageError):
        judge(archive, wrong)
    assert archive.judgements() == ()


def test_what_was_stopped_before_it_was_grouped_is_grouped_next_time(archive: Archive) -> None:
    page, _ = add(archive, PAGE, REPOST)
    with archive.grouping() as desk:
        desk.forget()
        assert desk.pending(GROUPER) == page
    assert [one.outcome for one in add_all(archive, [PAGE]).kept] == ["known"]
    with archive.grouping() as desk:
        assert desk.pending(GROUPER) is None
    assert archive.counts().records == 1
