"""Tests of searching: what is found, how many, and which words are shown."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from greffier.archive import Question
from greffier.archive.database import writing
from greffier.archive.tables import IDENTITY, PERSON
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
        ("=meetings", ["meetings"]),
        ("=meet", []),
        ('="collective security"', ["collective", "security", "Collective", "Security"]),
        ('="collective secur*"', ["collective", "security", "Collective", "Security"]),
        ('="collective sec?rity"', ["collective", "security", "Collective", "Security"]),
        ("terr?rists", ["Terrorists"]),
        ("Nagorno-Kara*", ["Nagorno", "Karabakh"]),
        ("equat*ia", ["Équatoria"]),
        ("засед*ях", ["заседаниях"]),
        ('"declaration terrorist"~2', []),
        ('"declaration terrorist"~3', ["declaration", "Terrorists"]),  # on Nagorno-Karabakh
        ('"terrorist declaration"~3', ["declaration", "Terrorists"]),
        ('"declaration threaten"~3', []),
        ("declaration NEAR terrorist", ["declaration", "Terrorists"]),
        ("=declaration NEAR =terrorist", []),
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
        (Question(words="", speaker="=Vladimir Putin"), 2),
        (Question(words="", speaker="=Putin"), 0),
        (Question(words="", of="=guinea"), 0),
        (Question(words="", body="=Council"), 0),
        (Question(words="", body="=collective security council"), 11),
        (Question(words="", language="en"), 12),
        (Question(words="", language="ru"), 0),
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


def test_hits_come_by_day_where_that_is_asked(full: SqliteArchive) -> None:
    def dates(question: Question) -> list[str | None]:
        return [hit.record.date for hit in full.search(question).hits]

    asked = Question(words="", spoken=True)
    assert dates(replace(asked, sort="oldest")) == [*["2020-12-02"] * 5, *["2021-09"] * 2, None]
    assert dates(replace(asked, sort="newest")) == [None, *["2021-09"] * 2, *["2020-12-02"] * 5]
    turns = [hit.turn for hit in full.search(replace(asked, sort="newest")).hits]
    assert turns[-5:] == [1, 1, 2, 2, 3]  # within a record, in the order of reading


def test_a_session_is_looked_through_by_its_name(full: SqliteArchive) -> None:
    for session in full.sessions():
        hits = full.search(Question(words="", session=session.id, limit=100))
        assert hits.total
        assert {hit.witness for hit in hits.hits} == {session.witness}
    with pytest.raises(QueryError, match="session"):
        full.search(Question(words="security", session="0000000000000000.s1"))


def test_passages_are_counted_by_what_they_are(full: SqliteArchive) -> None:
    found = full.search(Question(words="", spoken=True, facets=2, limit=1))
    facets = {
        facet.name: ({one.value: one.passages for one in facet.values}, facet.others)
        for facet in found.facets
    }
    assert found.total == 8
    assert set(facets["speaker"][0].values()) == {2}  # the two of most passages, of five
    assert facets["speaker"][1] == 4
    assert facets["of"] == ({"Russia": 4, "Armenia": 2}, 1)
    assert facets["organisation"] == ({"CSTO": 8}, 0)
    assert facets["kind"] == ({"transcript": 7, "report": 1}, 0)
    assert facets["year"] == ({"2021": 2, "2022": 1}, 5)  # the latest
    assert facets["body"] == ({"Collective Security Council": 8}, 0)
    one = full.search(Question(words="", spoken=True, facets=1))
    assert [facet.others for facet in one.facets if facet.name == "speaker"] == [6]
    written = full.search(Question(words="NOT security", facets=1))
    nobody = sum(hit.speaker is None for hit in written.hits)
    told = {facet.name: facet for facet in written.facets}["speaker"]
    assert told.others + told.values[0].passages + nobody == written.total


@pytest.mark.parametrize("name", ["speaker", "of", "organisation", "body", "kind", "language"])
def test_what_is_counted_is_what_is_found_when_it_is_asked_for(
    full: SqliteArchive, name: str
) -> None:
    asked = Question(words="the OR we OR thank", facets=50)
    (facet,) = (one for one in full.search(asked).facets if one.name == name)
    assert facet.values
    for one in facet.values:
        whole = one.value if name in {"kind", "language"} else f"={one.value}"
        assert full.search(replace(asked, **{name: whole})).total == one.passages  # type: ignore[arg-type] # by name


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(
    said=st.lists(st.sampled_from("abcde"), min_size=1, max_size=12),
    distance=st.integers(min_value=0, max_value=6),
    order=st.sampled_from(["a b", "b a"]),
)
def test_two_words_are_near_each_other_whichever_comes_first(
    archive: SqliteArchive,
    keep: Callable[..., str],
    said: list[str],
    distance: int,
    order: str,
) -> None:
    """The index finds those passages in which at most so many words stand between the two."""
    witness = keep(" ".join(said) + "\n")
    ones, others = ([n for n, word in enumerate(said) if word == one] for one in "ab")
    near = any(abs(one - other) - 1 <= distance for one in ones for other in others)
    hits = archive.search(Question(words=f'"{order}"~{distance}', limit=1_000)).hits
    assert (witness in {hit.witness for hit in hits}) is near
    assert all(hit.matches for hit in hits)


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
        Question(words="x", since="2022", until="2020"),
        Question(words="", since="2021-09-18", until="2021-09-17"),
        Question(words="x", speaker="!"),
        Question(words="x", of="a" * 300),
        Question(words="x", language="e n"),
        Question(words="x", facets=-1),
        Question(words="x", facets=10_000),
        Question(words="x", sort="loudest"),  # type: ignore[arg-type] # what is tried
    ],
)
def test_what_cannot_be_answered_is_a_query_error(
    archive: SqliteArchive, question: Question
) -> None:
    with pytest.raises(QueryError):
        archive.search(question)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(
    words=st.text(alphabet='thecoliv йё"()*?=5-.:^~\\[]{}/+\x00ANDORT\u00ad\ud800’', max_size=30)
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


def test_a_name_that_somebody_else_bears_too_leads_to_neither(
    archive: SqliteArchive, keep: Callable[..., str]
) -> None:
    said = (("Ivan Petrov", "ivan"), ("Иван Петров", "ivan"), ("Игорь Петров", "ivan"))
    persons = [*said, ("Игорь Петров", "igor")]
    rows = []
    for number, (name, person) in enumerate(persons):
        witness = keep(f"{name}: Peace, {number}.\n", cast={name: (name, "Minister", "Russia")})
        rows.append({"witness": witness, "participant": "p1", "person": person})
    with writing(archive._engine) as connection:  # noqa: SLF001 - who is who, as it is worked out
        connection.execute(IDENTITY.delete())
        connection.execute(PERSON.delete())
        people = [{"id": one, "name": one} for one in ("ivan", "igor")]
        connection.execute(PERSON.insert(), people)
        connection.execute(IDENTITY.insert(), rows)
    found = archive.search(Question(words="peace", speaker="Ivan Petrov")).hits
    assert {hit.speaker for hit in found} == {"Ivan Petrov", "Иван Петров"}
    found = archive.search(Question(words="peace", speaker="Игорь")).hits
    assert {hit.speaker for hit in found} == {"Ivan Petrov", "Иван Петров", "Игорь Петров"}
