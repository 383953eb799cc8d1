"""Tests of `greffier.jobs.grouping`: witnesses find the record that they carry, as they come."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from greffier.archive import Question
from greffier.errors import UsageError
from greffier.jobs import add_all
from greffier.jobs.grouping import GROUPER, group_all
from greffier.jobs.judging import judge, undo
from greffier.model import of_witnesses
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
    split = of_witnesses("split", repost, (page,), author="A", reason="b")
    number = judge(archive, split)
    assert {one.id for one in archive.records()} == {page, repost}
    assert group_all(archive, again=True) == 2
    assert archive.counts().records == 2
    undo(archive, number)
    assert [one.id for one in archive.records()] == [page]
    assert list(archive.verify()) == []


def test_records_that_share_no_words_can_be_judged_one(archive: Archive) -> None:
    one, other = add(archive, EXAMPLE_RECORDS[3], EXAMPLE_RECORDS[4])
    merge = of_witnesses("merge", other, (one,), author="A", reason="b")
    judge(archive, merge)
    assert archive.record(other).id == archive.record(one).id == one


def test_a_hit_names_the_record_that_its_witness_carries_now(
    archive: Archive, tmp_path: Path
) -> None:
    page, repost = add(archive, PAGE, REPOST)
    question = Question(words="SCO", copies=True, limit=200)

    def carried() -> dict[str, str]:
        return {hit.witness: hit.record.id for hit in archive.search(question).hits}

    assert carried() == {page: page, repost: page}
    with archive_in(tmp_path / "archive") as other:  # somebody else judges meanwhile
        number = judge(other, of_witnesses("split", repost, (page,), author="A", reason="b"))
        assert carried() == {page: page, repost: repost}
        undo(other, number)
    assert carried() == {page: page, repost: page}
    assert {hit.record.witnesses for hit in archive.hits(question)} == {2}


@pytest.mark.parametrize("others", [("0" * 16,), ()])
def test_a_judgement_on_nobody_is_refused(archive: Archive, others: tuple[str, ...]) -> None:
    (page,) = add(archive, PAGE)
    wrong = of_witnesses("merge", page, others, author="A", reason="b")
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


def page(title: str, words: str, address: str = "https://example.org/speech/1") -> str:
    return f"---\ntitle: {title}\ndate: 2021-09-17\nurl: {address}\n---\n\n{words}\n"


SPEECH = (
    "We meet at a time when the region needs every one of us. In the past year 14 missions were "
    "opened, and 9 of them were closed again. Nobody should think that this is enough for all who "
    "wait for help. What was promised in the spring must be kept before the winter comes to them."
)
# Every number is another, so that the words alone would tell two acts of one template.
CORRECTED = SPEECH.replace("14 missions", "41 missions").replace("9 of them", "12 of them")


@pytest.mark.parametrize(
    ("changed", "records"),
    [
        (page("A speech", CORRECTED), 1),
        (page("A speech", CORRECTED, "https://example.org/speech/2"), 2),
        (page("Another speech of somebody", CORRECTED), 2),
        (page("A speech", "Nothing at all is left here of what stood on this page before."), 2),
    ],
)
def test_a_page_that_changed_at_its_address_is_another_witness(
    archive: Archive, tmp_path: Path, changed: str, records: int
) -> None:
    for name, text in (("a.md", page("A speech", SPEECH)), ("b.md", changed)):
        (tmp_path / name).write_text(text)
        add(archive, tmp_path / name)
    assert archive.counts().records == records
    assert archive.counts().witnesses == 2
    if records == 1:
        (record,) = archive.records()
        (bond,) = archive.groupings(record.id)
        assert bond.rule == "same.address"
        assert "of one address" in bond.reasons
