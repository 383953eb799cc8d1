"""Tests of searching: what is found, how many, and which words are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from greffier.archive import Question
from greffier.errors import QueryError
from tests.builders import MEETING, meeting

if TYPE_CHECKING:
    from collections.abc import Callable

    from greffier.archive import Hit
    from greffier.archive.store import SqliteArchive

RUSSIAN = """Сергей Лавров: На заседаниях Совета обсуждали коллективную безопасность.

Ещё раз благодарю.
"""


@pytest.fixture
def full(archive: SqliteArchive, keep: Callable[..., str]) -> SqliteArchive:
    """Give an archive of a meeting in English, a speech in Russian, a notice and a report."""
    archive.add(*meeting())
    keep(RUSSIAN, cast={"Сергей Лавров": ("Сергей Лавров", "Minister", "Russia")}, date="2021-09")
    keep("A session of the Council is planned.\n", kind="notice", organisations=("SCO",), body=None)
    keep(
        "José Ramos: We met in Équatoria.\n",
        cast={"José Ramos": ("José Ramos", "President", "Equatorial Guinea")},
        kind="report",
        held="2022-01-05",
    )
    return archive


def shown(hit: Hit) -> list[str]:
    """Give the words that a hit shows as those that were looked for."""
    at = hit.span.start
    return [hit.quote[span.start - at : span.end - at] for span in hit.matches]


@pytest.mark.parametrize(
    ("words", "matches"),
    [
        ("terrorist", ["Terrorists"]),
        ("organisation", ["organisations"]),
        ("meet", ["meetings", "Meeting"]),
        ("заседание", ["заседаниях"]),
        ("еще", ["Ещё"]),
        ("ЕЩЁ", ["Ещё"]),
        ('"collective security"', ["collective", "security", "Collective", "Security"]),
        ('"security collective"', []),
        ("Nagorno-Karabakh", ["Nagorno", "Karabakh"]),
        ("equatoria", ["Équatoria"]),
        ("interp*", []),  # a label is not said
        ("terr*", ["Terrorists"]),
        ("colleag* nothing*", []),
        ("declaration OR notice", ["declaration"]),
        ("settings", []),  # furniture
    ],
)
def test_inflected_words_are_found_and_shown(
    full: SqliteArchive, words: str, matches: list[str]
) -> None:
    hits = full.search(Question(words=words)).hits
    assert sorted(word for hit in hits for word in shown(hit)) == sorted(matches)


@pytest.mark.parametrize(
    ("question", "total"),
    [
        (Question(words="", speaker="putin"), 2),
        (Question(words="", speaker="Vladimir PUTIN"), 2),
        (Question(words="", speaker="interpreter"), 1),  # a label that names no participant
        (Question(words="", speaker="jose"), 1),
        (Question(words="", speaker="лавров"), 2),
        (Question(words="", office="president"), 3),
        (Question(words="", office="prime minister"), 2),
        (Question(words="", of="Armenia"), 2),
        (Question(words="", of="russia"), 4),
        (Question(words="", of="guinea"), 1),  # no office is of Guinea: its words may do
        (Question(words="", organisation="sco"), 1),
        (Question(words="", organisation="CSTO"), 11),
        (Question(words="", body="security council"), 11),
        (Question(words="", kind="notice"), 1),
        (Question(words="", spoken=False), 4),
        (Question(words="", spoken=True), 8),
        (Question(words="", since="2020-12-02", until="2020-12-02"), 8),
        (Question(words="", since="2021"), 3),
        (Question(words="", since="2021-09-30", until="2021-09-30"), 2),  # it may be that day
        (Question(words="", until="2020"), 8),
        (Question(words="", since="2022-01", until="2022-01"), 1),  # of the session
        (Question(words="", since="2023"), 0),
        (Question(words="security", speaker="putin", spoken=True, since="2020"), 1),
        (Question(words="security", speaker="pashinyan"), 0),
        (Question(words="-security", organisation="CSTO"), 9),
        (Question(words="NOT (security OR colleagues)", organisation="CSTO"), 8),
    ],
)
def test_restrictions_leave_out_the_rest(
    full: SqliteArchive, question: Question, total: int
) -> None:
    hits = full.search(question)
    assert hits.total == total == len(hits.hits)


def test_of_a_name_that_is_there_its_longer_namesakes_are_left_out(
    archive: SqliteArchive, keep: Callable[..., str]
) -> None:
    for state in ("Guinea", "Equatorial Guinea", "Papua New Guinea"):
        keep(f"Mr {state}: Thank you.\n", cast={f"Mr {state}": ("A B", "President", state)})
    assert [hit.of for hit in archive.search(Question(words="thank", of="guinea")).hits] == [
        "Guinea"
    ]
    assert archive.search(Question(words="thank", of="new guinea")).total == 1


def test_the_total_is_of_all_hits_whatever_the_page(
    archive: SqliteArchive, keep: Callable[..., str]
) -> None:
    for n in range(30):
        keep(f"Peace number {n}.\n")
    pages = [archive.search(Question(words="peace", limit=7, offset=at)) for at in range(0, 35, 7)]
    assert {page.total for page in pages} == {30}
    assert [len(page.hits) for page in pages] == [7, 7, 7, 7, 2]
    assert len({hit.record.id for page in pages for hit in page.hits}) == 30


def test_a_hit_quotes_the_passage_as_printed(full: SqliteArchive) -> None:
    (hit,) = full.search(Question(words="nagorno-karabakh terrorist")).hits
    assert hit.quote == hit.span.cut(MEETING)
    assert [span.cut(MEETING) for span in hit.matches] == ["Nagorno", "Karabakh", "Terrorists"]
    assert hit.record == full.record(hit.record.id)


def test_a_gloss_is_neither_found_nor_in_the_way(
    archive: SqliteArchive, keep: Callable[..., str]
) -> None:
    keep(
        "Chair: Thank you, Prime Minister Pashinyan Nikol of Armenia, thank you.\n",
        glosses=["Pashinyan Nikol "],
    )
    assert archive.search(Question(words="pashinyan")).total == 0
    (hit,) = archive.search(Question(words='"Minister of Armenia"')).hits
    assert shown(hit) == ["Minister", "of", "Armenia"]


@pytest.mark.parametrize(
    "question",
    [
        Question(words=""),
        Question(words="…"),
        Question(words="x", limit=0),
        Question(words="x", limit=10_000),
        Question(words="x", offset=-1),
        Question(words="x", offset=10**9),
        Question(words="x", since="soon"),
        Question(words="x", until="2021-02-30"),
        Question(words="x", since="2020/2021"),
        Question(words="x", speaker="!"),
        Question(words="x", of="a" * 300),
    ],
)
def test_what_cannot_be_answered_is_a_query_error(
    archive: SqliteArchive, question: Question
) -> None:
    with pytest.raises(QueryError):
        archive.search(question)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(
    words=st.text(alphabet='thecoliv йё"()*-.:^~\\[]{}/+\x00ANDORT\u00ad\ud800’', max_size=30)
    | st.text(max_size=30),
    speaker=st.none() | st.text(max_size=10),
)
def test_any_text_gives_hits_or_a_query_error(
    full: SqliteArchive, words: str, speaker: str | None
) -> None:
    """Whatever is asked, each hit quotes its passage and every match is inside it."""
    try:
        hits = full.search(Question(words=words, speaker=speaker))
    except QueryError:
        return
    assert len(hits.hits) == min(hits.total, 20)
    for hit in hits.hits:
        assert hit.quote == hit.span.cut(full.reading(hit.record.id).witness.text)
        assert all(hit.span.holds(match) for match in hit.matches)
