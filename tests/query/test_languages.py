"""Tests of `greffier.query.languages`: whether what is counted is of several languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from greffier.archive import Question
from greffier.archive.speech import Size
from greffier.archive.store import SqliteArchive
from greffier.query.languages import mixed, shared
from tests.builders import reading_of, received
from tests.query.spoken import hold

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

RUSSIAN = "Lavrov: Угроза растёт.\nRahmon: Угроза у границы.\n"
CAST = {
    "Lavrov": ("Sergei Lavrov", "Minister", "Russia"),
    "Rahmon": ("Emomali Rahmon", "President", "Tajikistan"),
}
RUSSIA, TAJIKISTAN = Question(words="", of="Russia"), Question(words="", of="Tajikistan")


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqliteArchive]:
    folder: Path = tmp_path_factory.mktemp("languages") / "archive"
    with SqliteArchive.open(folder, create=True) as opened:
        hold(opened)
        for text, language in ((RUSSIAN, "ru"), ("Rahmon: Hmm.\n", "und")):
            came = received(text, language=language)
            opened.add(came, reading_of(came.witness, cast=CAST))
        yield opened


def test_languages_are_counted_with_their_words(archive: SqliteArchive) -> None:
    every = Question(words="")
    english = archive.vocabulary(Question(words="", language="en")).total
    assert archive.languages(every) == (
        Size("en", 6, english),
        Size("ru", 2, 5),
        Size(None, 1, 1),
    )
    assert archive.languages(Question(words="угроза")) == (Size("ru", 2, 5),)


def test_words_of_several_languages_are_told(archive: SqliteArchive) -> None:
    (english, russian) = mixed(archive, RUSSIA)
    assert (english.value, russian) == ("en", Size("ru", 1, 2))
    both = mixed(archive, RUSSIA, TAJIKISTAN)
    assert [(one.value, one.passages) for one in both] == [("en", 6), ("ru", 2), (None, 1)]
    # Words that are found in one language only are still counted among those of all.
    assert mixed(archive, Question(words="угроза", of="Russia")) == mixed(archive, RUSSIA)


@pytest.mark.parametrize(
    "question",
    [
        Question(words="", language="en"),
        Question(words="", since="2015", until="2015"),
        Question(words="", speaker="Lavrov"),
        Question(words="", speaker="nobody"),
    ],
)
def test_of_one_language_nothing_is_told(archive: SqliteArchive, question: Question) -> None:
    assert mixed(archive, question) == ()


def test_a_language_that_one_side_lacks_is_not_shared(archive: SqliteArchive) -> None:
    lavrov = Question(words="", speaker="Lavrov")
    assert shared(archive, RUSSIA, TAJIKISTAN) == ("en", "ru")
    assert shared(archive, lavrov, TAJIKISTAN) == ("ru",)
    assert shared(archive, lavrov, Question(words="", speaker="Putin")) == ()
