"""Tests of `greffier.archive.grouping`: records of several witnesses, kept and told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from greffier.archive import Question
from greffier.collation import sketch
from greffier.errors import UsageError
from greffier.model import Grouping, of_witnesses, record_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from greffier.archive.store import SqliteArchive

    Keep = Callable[..., str]

FULL = (
    "Statement\n\n"
    "President of Russia Vladimir Putin: Good day. The threat is growing in the whole region.\n"
)
CUT = "President of Russia Vladimir Putin: Good day. The threat is growing in the who"
OTHER = "Vladimir Putin: Another day, and quite another speech about farming.\n"


def bind(archive: SqliteArchive, base: str, *others: str) -> None:
    """Put witnesses to one record, as a job does that has found them to be of one."""
    with archive.grouping() as desk:
        group = desk.together([base, *others])
        for other in others:
            found = Grouping(
                a=other,
                b=base,
                a_in_b=1.0,
                b_in_a=0.8,
                words=9,
                passages=(),
                reasons=("nine words",),
                rule="same.words",
            )
            text = desk.reading(other).witness.text
            desk.keep(other, sketch(text), [found], grouper="1")
        desk.put([record_of([desk.reading(one) for one in group], base=base, reasons=["fuller"])])


def test_every_name_of_a_witness_leads_to_its_record(archive: SqliteArchive, keep: Keep) -> None:
    cut, full, other = keep(CUT), keep(FULL), keep(OTHER)
    bind(archive, full, cut)
    record = archive.record(full)
    # The record keeps the name that it had before the fuller witness came.
    assert (record.id, record.base, record.witnesses) == (cut, full, 2)
    assert archive.record(cut) == record
    assert archive.record(other).id == other
    assert [(one.id, one.base) for one in archive.witnesses(cut)] == [(cut, False), (full, True)]
    assert list(archive.verify()) == []


def test_no_speech_is_counted_or_found_twice(archive: SqliteArchive, keep: Keep) -> None:
    cut, full = keep(CUT), keep(FULL)
    assert archive.search(Question(words="threat")).total == 2
    assert archive.counts().turns == 2
    bind(archive, full, cut)
    (hit,) = archive.search(Question(words="threat")).hits
    assert (hit.record.id, hit.witness) == (cut, full)
    assert {one.witness for one in archive.search(Question(words="threat", copies=True)).hits} == {
        cut,
        full,
    }
    counts = archive.counts()
    assert (counts.records, counts.witnesses, counts.turns, counts.sessions) == (1, 2, 1, 1)
    (person,) = archive.persons()
    assert person.records == 1
    assert [one.record.base for one in archive.person(person.id).appearances] == [full]
    assert list(archive.verify()) == []


def test_a_fact_that_one_witness_states_is_the_records(archive: SqliteArchive, keep: Keep) -> None:
    month, day = keep(CUT, date="2020-12"), keep(FULL, date="2020-12-02", title="Statement")
    bind(archive, month, day)
    record = archive.record(month)
    assert (record.base, record.date, record.title) == (month, "2020-12-02", "Statement")


def test_words_that_are_like_are_found(archive: SqliteArchive, keep: Keep) -> None:
    words = [f"word{n}" for n in range(400)]
    whole = " ".join(words)
    keys = [keep(whole), keep(" ".join(words[:120])), keep(OTHER)]
    with archive.grouping() as desk:
        for key in keys:
            desk.keep(key, sketch(desk.reading(key).witness.text), [], grouper="1")
        assert [name for name, _ in desk.sharing(sketch(whole))] == keys[:2]
        assert [name for name, _ in desk.sharing(sketch(OTHER))] == keys[2:]
        assert list(desk.sharing(sketch(""))) == []
        assert desk.pending("1") is None
        assert desk.pending("2") == keys[0]
        # The same again takes the place of what was found before.
        desk.keep(keys[0], sketch("Nothing of it is left."), [], grouper="1")
        assert [name for name, _ in desk.sharing(sketch(whole))] == keys[1:2]


def test_what_fails_at_the_desk_leaves_no_trace(archive: SqliteArchive, keep: Keep) -> None:
    cut, full = keep(CUT), keep(FULL)
    before = archive.record(cut), archive.record(full), archive.mark()

    def stopped() -> None:
        with archive.grouping() as desk:
            desk.put([record_of([desk.reading(cut), desk.reading(full)], base=full)])
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped()
    assert (archive.record(cut), archive.record(full), archive.mark()) == before


def test_a_new_reading_keeps_the_record(archive: SqliteArchive, keep: Keep) -> None:
    cut, full = keep(CUT), keep(FULL)
    bind(archive, full, cut)
    keep(FULL, reader="2", date="2021-09-17")
    record = archive.record(cut)
    assert (record.id, record.base, record.date) == (cut, full, "2021-09-17")
    assert list(archive.verify()) == []
    with archive.grouping() as desk:
        assert desk.pending("1") == full  # its like are to be looked for again


def test_judgements_are_logged_and_bind(archive: SqliteArchive, keep: Keep) -> None:
    one, other = keep(FULL), keep(OTHER)
    judgement = of_witnesses("merge", one, (other,), author="A. Clerk", reason="seen both")
    with archive.grouping() as desk:
        number = desk.judge(judgement)
        (bond,) = desk.bonds([one, other])
        assert (bond.same, bond.judged) == (True, True)
        assert desk.together([other]) == (one, other)
    (kept,) = archive.judgements()
    assert (kept.n, kept.judgement, kept.undone) == (number, judgement, None)
    with archive.grouping() as desk:
        assert desk.undo(number) == judgement
        assert desk.bonds([one, other]) == ()
        with pytest.raises(UsageError, match="it has been undone"):
            desk.undo(number)
        with pytest.raises(UsageError, match="no such judgement"):
            desk.undo(99)
    (kept,) = archive.judgements()
    assert kept.undone
