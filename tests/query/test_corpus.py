"""Tests of concordance, frequency, keywords, collocates and positions over counts told by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from greffier.archive import Question
from greffier.archive.store import SqliteArchive
from greffier.errors import QueryError
from greffier.query.collocates import collocates
from greffier.query.concordance import concordance
from greffier.query.frequency import frequency
from greffier.query.keywords import keywords
from greffier.query.positions import positions
from tests.query.spoken import MEETINGS, hold

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from greffier.query.concordance import Neighbour

THREAT = Question(words="threat", sort="oldest")


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqliteArchive]:
    folder: Path = tmp_path_factory.mktemp("spoken") / "archive"
    with SqliteArchive.open(folder, create=True) as opened:
        hold(opened)
        yield opened


def test_every_place_is_a_line_with_its_context(archive: SqliteArchive) -> None:
    found = concordance(archive, THREAT, context=2)
    assert [(line.left, line.node, line.right) for line in found.lines] == [
        ("The", "threat", "grows. Threats"),
        ("threat grows.", "Threats", "from Afghanistan"),
        ("fear a", "threat", "at our"),
        ("One more", "threat", "."),
        ("and the", "threats", "are near"),
        ("No", "threat", ", no fear."),
    ]
    texts = {text for _, text in MEETINGS}
    for line in found.lines:
        text = archive.reading(line.witness).witness.text
        assert text in texts
        assert line.span.cut(text) == line.node


@pytest.mark.parametrize(
    ("by", "lefts"),
    [
        ("left", ["the", "a", "more", "no", "the", "grows."]),
        ("speaker", ["a", "the", "no", "the", "grows.", "more"]),
    ],
)
def test_lines_are_sorted_by_what_stands_beside(
    archive: SqliteArchive, by: Neighbour, lefts: list[str]
) -> None:
    found = concordance(archive, THREAT, context=1, by=by)
    told = [line.left.lower() for line in found.lines]
    if by == "left":
        assert told == sorted(told, key=lambda word: word.strip("."))
    else:
        assert told == lefts
    assert (found.sorted_from, found.complete) == (6, True)


def test_of_more_lines_than_are_sorted_the_first_are(archive: SqliteArchive) -> None:
    in_order = concordance(archive, THREAT, context=1).lines
    for page, more in ((2, True), (3, False), (4, False)):
        asked = replace(THREAT, limit=page)
        found = concordance(archive, asked, context=1, by="left", most=3)
        assert (found.sorted_from, found.complete, found.more) == (3, False, more)
        assert len(found.lines) == min(page, 3)
        assert set(found.lines) <= set(in_order[:3])


def test_lines_are_sorted_by_the_words_after_them(archive: SqliteArchive) -> None:
    found = concordance(archive, THREAT, context=1, by="right")
    assert [line.right for line in found.lines] == [
        ".",
        "are",
        "at",
        "from",
        "grows.",
        ", no",
    ]


def test_a_concordance_is_given_a_page_at_a_time(archive: SqliteArchive) -> None:
    whole = concordance(archive, THREAT).lines
    for by in (None, "right"):
        pages = [
            concordance(archive, Question(words="threat", sort="oldest", limit=4, offset=at), by=by)
            for at in (0, 4)
        ]
        assert [page.more for page in pages] == [True, False]
        together = [line for page in pages for line in page.lines]
        assert sorted(together, key=repr) == sorted(whole, key=repr)


def test_a_phrase_and_two_words_apart_are_one_place_each(archive: SqliteArchive) -> None:
    (line,) = concordance(archive, Question(words='"our border" near', sort="newest")).lines[:1]
    assert line.node in {"our border", "near"}
    (apart,) = concordance(archive, Question(words='"fear border"~5')).lines
    assert apart.node == "fear a threat at our border"


@pytest.mark.parametrize("words", ["", "  "])
def test_a_concordance_of_nothing_is_refused(archive: SqliteArchive, words: str) -> None:
    with pytest.raises(QueryError):
        concordance(archive, Question(words=words, of="Russia"))
    with pytest.raises(QueryError):
        concordance(archive, THREAT, context=500)


def test_times_are_counted_as_precisely_as_they_are_known(archive: SqliteArchive) -> None:
    years = frequency(archive, THREAT, by="year")
    assert [(row.value, row.occurrences, row.passages, row.words) for row in years] == [
        ("2015", 3, 2, 15),
        ("2020", 2, 2, 20),
        (None, 1, 1, 4),
    ]
    assert years[0].per_million == pytest.approx(3 / 15 * 1e6)
    months = frequency(archive, THREAT, by="month")
    assert [(row.value, row.occurrences) for row in months] == [
        ("2015-09", 3),
        ("2020-12", 1),
        (None, 2),  # of 2020 the month is not known
    ]


def test_speakers_and_states_are_counted(archive: SqliteArchive) -> None:
    rows = frequency(archive, THREAT, by="speaker")
    assert {row.value: row.occurrences for row in rows} == {
        "Vladimir Putin": 3,
        "Emomali Rahmon": 3,
    }
    states = frequency(archive, Question(words="peace"), by="of")
    assert [(row.value, row.occurrences) for row in states] == [("Russia", 1), ("Tajikistan", 0)]
    assert sum(row.words for row in states) == 39


def test_keywords_are_what_one_says_more_than_the_other(archive: SqliteArchive) -> None:
    rows = keywords(archive, Question(words="", of="Tajikistan"), least=2)
    told = {row.word: (row.count, row.other) for row in rows}
    assert told["border"] == (2, 1)
    assert told["fear"] == (2, 0)
    assert "threat" not in told  # both say it three times, and Russia in fewer words
    assert {(row.of, row.of_other) for row in rows} == {(21, 18)}
    assert all(row.log_ratio > 0 for row in rows)
    named = keywords(
        archive, Question(words="", of="Tajikistan"), Question(words="", of="Russia"), least=2
    )
    assert named == rows


def test_keywords_of_nobody_are_refused(archive: SqliteArchive) -> None:
    with pytest.raises(QueryError, match="no passage"):
        keywords(archive, Question(words="", speaker="Nobody"))


def test_collocates_stand_within_the_window(archive: SqliteArchive) -> None:
    rows = {row.word: row for row in collocates(archive, THREAT, window=2, least=1)}
    assert rows["fear"].together == 2
    assert rows["fear"].count == 2
    assert rows["fear"].node == 6
    assert "threat" not in rows
    assert "peace" not in rows
    narrow = {row.word for row in collocates(archive, THREAT, window=1, least=1)}
    assert "fear" not in narrow
    with pytest.raises(QueryError):
        collocates(archive, THREAT, window=0)


def test_positions_stand_side_by_side(archive: SqliteArchive) -> None:
    found = positions(archive, Question(words="Afghanistan"), ("Russia", "Tajikistan"))
    assert found.columns == ("Russia", "Tajikistan")
    told = [(row.date, [[one.speaker for one in cell] for cell in row.cells]) for row in found.rows]
    assert told == [
        ("2015-09-15", [["Vladimir Putin"], []]),
        ("2020-12", [[], ["Emomali Rahmon"]]),
    ]
    (one,) = found.rows[0].cells[0]
    assert one.span.cut(archive.reading(one.witness).witness.text) == one.text
    assert [match.cut(one.text) for match in one.matches] == ["Afghanistan"]
    assert archive.session(found.rows[0].session or "").id == found.rows[0].session
    by_speaker = positions(archive, Question(words="Afghanistan"), ("Rahmon",), by="speaker")
    assert [row.date for row in by_speaker.rows] == ["2020-12"]


@pytest.mark.parametrize("columns", [(), ("Russia",) * 50])
def test_positions_of_none_or_of_too_many_are_refused(
    archive: SqliteArchive, columns: tuple[str, ...]
) -> None:
    with pytest.raises(QueryError):
        positions(archive, Question(words="threat"), columns)


def test_what_is_counted_agrees_with_what_is_found(archive: SqliteArchive) -> None:
    """Passages, sizes and the words of an archive are three views of the same."""
    every = Question(words="")
    passages = list(archive.passages(every))
    whole = archive.vocabulary(every)
    for by in ("year", "speaker", "of", "organisation", "body"):
        sizes = archive.sizes(every, by=by)
        assert sum(size.passages for size in sizes) == len(passages)
        assert sum(size.words for size in sizes) == whole.total
    assert sum(counted.count for counted in whole.words.values()) == whole.total
