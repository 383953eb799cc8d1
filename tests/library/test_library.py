"""Tests of `greffier.library`: the examples of its documentation, and its rows as tables."""

from __future__ import annotations

import doctest
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

import pytest

import greffier
from greffier.archive import Hit, Question, StoredRecord, StoredSession
from greffier.library.arrow import table
from greffier.library.corpus import Restrictions
from greffier.query.lines import Line
from greffier.query.who import Answer
from tests.places import ROOT

if TYPE_CHECKING:
    from pathlib import Path

pytest.importorskip("pyarrow", reason="needs the extra `tables`")


def test_the_examples_of_the_documentation_hold(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    page = str(ROOT / "docs" / "python.md")
    result = doctest.testfile(page, module_relative=False, optionflags=doctest.NORMALIZE_WHITESPACE)
    assert result.attempted > 15
    assert result.failed == 0


def test_a_total_is_that_of_all_or_none(tmp_path: Path) -> None:
    with greffier.open_archive(tmp_path / "archive", create=True) as archive:
        archive.add(ROOT / "examples")
        every = archive.concordance("security", limit=1_000)
        assert every.total == len(every) > 20
        some = archive.concordance("security", limit=5)
        assert (len(some), some.total) == (5, None)
        assert archive.concordance("security", limit=5, by="left").total == len(every)
        assert archive.concordance("security", limit=20, offset=len(every) - 2).total == len(every)
        assert archive.concordance("security", offset=len(every)).total is None
        for ask in (archive.keywords, archive.collocates):
            rows = ask(words="security", limit=1_000)
            assert rows.total == len(rows) > 4
            page = ask(words="security", limit=3, offset=1)
            assert ([*page], page.total) == ([*rows[1:4]], rows.total)


def test_every_restriction_of_a_question_can_be_given() -> None:
    allowed = {one.name for one in fields(Question)} - {"words", "held"}
    assert Restrictions.__annotations__.keys() == allowed


def test_what_is_not_there_is_said() -> None:
    with pytest.raises(AttributeError, match="nonsense"):
        _ = greffier.nonsense


@pytest.mark.parametrize("kind", [StoredRecord, StoredSession, Hit, Answer, Line])
def test_every_answer_has_columns_even_without_a_row(kind: type) -> None:
    made = table(kind, ())
    assert made.column_names == [one.name for one in fields(kind)]
    assert made.num_rows == 0


def test_a_field_of_which_no_column_can_be_made_is_said() -> None:
    @dataclass(frozen=True)
    class Odd:
        value: complex

    with pytest.raises(TypeError, match="complex"):
        table(Odd, ())


def test_rows_are_a_sequence_that_knows_how_many_there_are() -> None:
    rows = greffier.Rows(Question, [Question(words="a"), Question(words="b")], total=7)
    assert [one.words for one in rows] == ["a", "b"]
    assert (len(rows), rows.total, rows[1:].total) == (2, 7, 7)
    assert repr(rows[:1]) == "Rows(Question, 1 of 7)"
    some = greffier.Rows(Question, rows, total=None)
    assert (some.total, some[1:].total, repr(some)) == (None, None, "Rows(Question, 2 of ?)")
    assert greffier.Rows(Question, rows).total == 2
