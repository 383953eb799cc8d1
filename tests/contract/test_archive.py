"""The contract of `Archive`: the same tests against every store."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from greffier.archive import Question, open_archive
from greffier.errors import GreffierError, QueryError, UsageError
from tests.builders import MEETING, meeting, reading_of, received

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from greffier.archive import Archive
    from greffier.archive.stored import Sort
    from greffier.model import Reading, Received


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    store = open_archive(tmp_path / "archive", create=True)
    yield store
    store.close()


@pytest.fixture
def kept(archive: Archive) -> Archive:
    """Give an archive of three records: of 2020, of 2021 as a month only, and undated."""
    archive.add(*meeting())
    for text, date in (("Vladimir Putin: In spring.\n", "2021-03"), ("No date here.\n", None)):
        came = received(text, name=f"{date}.txt")
        cast = {"Vladimir Putin": ("Vladimir Putin", "President", "Russia")}
        archive.add(came, reading_of(came.witness, date=date, cast=cast))
    return archive


def test_what_is_added_comes_back_whole(archive: Archive) -> None:
    came, reading = meeting()
    added = archive.add(came, reading)
    assert (added.witness, added.outcome) == (came.witness.id, "added")
    assert archive.reading(added.witness) == reading
    assert archive.witness_bytes(added.witness) == came.data


def test_the_examples_come_back_whole(
    archive: Archive, received: dict[str, Received], readings: dict[str, Reading]
) -> None:
    for name, reading in readings.items():
        key = archive.add(received[name], reading).witness
        assert archive.reading(key) == reading
        assert archive.witness_bytes(key) == received[name].data
    assert archive.counts().records == len(readings)
    assert list(archive.verify()) == []


def test_the_same_again_changes_nothing(archive: Archive) -> None:
    archive.add(*meeting())
    before = archive.counts()
    assert archive.add(*meeting()).outcome == "known"
    assert archive.counts() == before


def test_another_reader_replaces_the_reading(archive: Archive) -> None:
    key = archive.add(*meeting()).witness
    again = archive.add(*meeting(reader="2", cast={}))
    assert (again.witness, again.outcome) == (key, "reread")
    assert archive.reading(key).reader == "2"
    assert archive.counts().records == 1
    assert list(archive.persons()) == []  # nobody prints them any more


def test_has_asks_for_the_witness_and_the_reader(archive: Archive) -> None:
    came, reading = meeting()
    archive.add(came, reading)
    assert archive.has(came.witness.digest, reader="1")
    assert not archive.has(came.witness.digest, reader="2")
    assert not archive.has("sha256:" + "0" * 64, reader="1")


def test_records_come_newest_first_and_undated_last(kept: Archive) -> None:
    dates = [record.date for record in kept.records()]
    assert dates == ["2021-03", "2020-12-02", None]
    assert [record.date for record in kept.records(limit=1, offset=1)] == ["2020-12-02"]
    assert list(kept.records(offset=10**30)) == []
    assert list(kept.sessions(offset=10**30)) == []


def test_a_record_tells_how_much_it_holds(archive: Archive) -> None:
    record = archive.record(archive.add(*meeting()).witness)
    assert (record.sessions, record.participants, record.turns) == (1, 2, 3)
    assert (record.instruments, record.remarks, record.length) == (1, 1, len(MEETING))
    assert record.title == "Meeting of the CSTO Collective Security Council"


def test_sessions_come_with_those_who_took_part(archive: Archive) -> None:
    key = archive.add(*meeting()).witness
    (session,) = archive.sessions()
    assert session == archive.session(f"{key}.s1") == next(archive.sessions_of(key))
    assert archive.told_of(key)["s1"] == session.id
    assert [(one.person, one.turns) for one in session.participants] == [
        ("vladimir-putin", 1),
        ("nikol-pashinyan", 1),
    ]


def test_a_person_appears_in_every_record_oldest_first(kept: Archive) -> None:
    person = kept.person(kept.person_of("Vladimir  Putin"))
    assert person.name == "Vladimir Putin"
    assert [one.record.date for one in person.appearances] == ["2020-12-02", "2021-03"]
    assert [one.turns for one in person.appearances] == [(1,), (1,)]
    assert [one.id for one in kept.persons()] == ["nikol-pashinyan", "vladimir-putin"]


def test_each_turn_has_the_person_who_took_it(kept: Archive) -> None:
    hits = kept.search(Question(words="the OR a OR в", spoken=True, limit=100)).hits
    turns = {(hit.witness, hit.turn or 0) for hit in hits}
    found = kept.speakers_of(turns)
    assert set(found.values()) == {"nikol-pashinyan", "vladimir-putin"}
    for (witness, number), person in found.items():
        reading = kept.reading(witness)
        (turn,) = (one for one in reading.turns if one.n == number)
        assert kept.persons_of(witness)[turn.participant or ""] == person
    # Neither what is not asked for, nor what is not there: not the turn of one in another's text.
    assert kept.speakers_of([(witness, 99) for witness, _ in turns]) == {}
    one = next(iter(found))
    assert kept.speakers_of([one, ("0" * 16, one[1])]) == {one: found[one]}
    assert kept.speakers_of(()) == {}


def test_counts_count_what_the_lists_give(kept: Archive) -> None:
    counts = kept.counts()
    assert counts.records == len(list(kept.records()))
    assert counts.sessions == len(list(kept.sessions()))
    assert counts.persons == len(list(kept.persons()))
    assert counts.turns == sum(record.turns for record in kept.records())


@pytest.mark.parametrize(
    "key", ["", "a", "0" * 16, f"{'0' * 16}.s1", ".", "ü'\"; --", "x" * 5_000, "\ud800"]
)
def test_a_name_of_nothing_is_a_usage_error(kept: Archive, key: str) -> None:
    for find in (kept.record, kept.session, kept.person, kept.reading, kept.witness_bytes):
        with pytest.raises(UsageError):
            find(key)


def test_a_word_is_found_where_it_was_said(kept: Archive) -> None:
    hits = kept.search(Question(words="nagorno"))
    (hit,) = hits.hits
    assert hits.total == 1
    assert (hit.turn, hit.speaker, hit.office, hit.of) == (
        2,
        "Nikol Pashinyan",
        "Prime Minister",
        "Armenia",
    )
    assert hit.quote == hit.span.cut(MEETING)
    assert [span.cut(MEETING) for span in hit.matches] == ["Nagorno"]


@pytest.mark.parametrize("sort", ["relevance", "newest", "oldest"])
def test_every_hit_comes_in_the_order_of_the_pages(kept: Archive, sort: Sort) -> None:
    question = Question(words="the OR a OR в", sort=sort, limit=2, offset=1)
    every = list(kept.hits(question))
    page = kept.search(replace(question, limit=1_000, offset=0))
    assert len(every) == page.total > 2
    assert every == list(page.hits)


def test_every_hit_of_a_question_that_has_none(kept: Archive) -> None:
    assert list(kept.hits(Question(words="zzzz"))) == []
    with pytest.raises(QueryError):
        next(iter(kept.hits(Question(words='"'))))


def test_verify_finds_nothing_wrong(kept: Archive) -> None:
    kept.refresh()
    assert list(kept.verify()) == []


def test_errors_name_place_fact_and_advice(kept: Archive) -> None:
    with pytest.raises(GreffierError) as raised:
        kept.record("nothing")
    assert raised.value.place
    assert raised.value.wanted
