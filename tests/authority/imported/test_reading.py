"""Authority files: read in each format, refused with the place of the fault."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from greffier.authority.imported import Found, read_authority
from greffier.authority.imported import values as bounds
from greffier.errors import AuthorityError, UsageError
from greffier.model import Period

FILES = Path(__file__).parent / "files"
PERSON = {"id": "p", "schema": "Person", "properties": {"name": ["A B"]}}
POSITION = {"id": "o", "schema": "Position", "properties": {"name": ["President"]}}
HELD = {"id": "h", "schema": "Occupancy", "properties": {"holder": ["p"], "post": ["o"]}}


def told(found: Found) -> set[tuple[str, str, str | None, str]]:
    names = {one.id: one.name for one in found.persons}
    return {(names[one.person], one.title, one.of, str(one.period)) for one in found.posts}


def read(tmp_path: Path, text: str, name: str = "f") -> Found:
    (tmp_path / name).write_text(text, encoding="utf-8")
    return read_authority(tmp_path / name)


def test_entities_are_read_in_whatever_order_they_stand() -> None:
    found = read_authority(FILES / "tajikistan.ftm.jsonl")
    assert found.format == "ftm"
    assert told(found) == {
        ("Emomali Rahmon", "President of the Republic of Tajikistan", None, "1994-11-16 to .."),
        (
            "Stanislav Zas",
            "Secretary General",
            "Collective Security Treaty Organization",
            "2020-01-01 to 2022-12-31",
        ),
    }
    assert found.persons[0].names == ("Emomali Rahmon", "Emomalii Rakhmon", "Эмомали Рахмон")
    assert [one.place for one in found.posts] == ["line 1", "line 7"]
    assert {one.state for one in found.posts} == {"TJ", None}


def test_a_document_is_read_with_the_dates_of_its_terms() -> None:
    found = read_authority(FILES / "jogorku-kenesh.json")
    assert found.format == "popolo"
    assert told(found) == {
        ("Talant Mamytov", "Speaker", "Jogorku Kenesh", "2020-11-04 to 2022-10-05"),
        ("Talant Mamytov", "member", "Jogorku Kenesh", "2015-10-28 to 2021-11-28"),
    }
    assert [one.names for one in found.persons] == [("Talant Mamytov", "Талант Мамытов")]


def test_a_table_is_read_and_unknown_columns_are_passed_over() -> None:
    found = read_authority(FILES / "kyrgyzstan.csv")
    assert found.format == "csv"
    assert [one.place for one in found.posts] == ["line 2", "line 3", "line 4"]
    assert found.posts[2].period == Period("2021-01-28", "..")
    assert found.persons[2].names == ("Sadyr Japarov", "Sadyr Zhaparov", "Садыр Жапаров")


def test_an_end_that_is_not_told_is_unknown(tmp_path: Path) -> None:
    found = read(tmp_path, "name,office,since\nA B,President,2020-05\n")
    assert found.posts[0].period == Period("2020-05", None)
    dated = HELD | {"properties": HELD["properties"] | {"startDate": ["2020-05-01T00:00:00Z"]}}  # type: ignore[operator] # both are dictionaries
    found = read(tmp_path, "\n".join(json.dumps(one) for one in (PERSON, POSITION, dated)))
    assert found.posts[0].period == Period("2020-05-01", None)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", ["f: other columns", "name, office"]),
        ("who,what\nA,B\n", ["f: other columns"]),
        ("name,office\nA B,\n", ["f: line 2: no office"]),
        (
            "name,office,since\nA B,C,2020-13\n",
            ["f: line 2: 2020-13", "no calendar has"],
        ),
        ("name,office,since,until\nA,C,2021,2020\n", ["f: line 2", "an end before"]),
        (f"name,office\n{'A' * 2_000},C\n", ["f: line 2: 2000 characters"]),
        ("name,office\n", ["f: nobody who held an office"]),
        ('{"schema": 1}\n', ["f: line 1: no entity"]),
        ('{"id": "a", "schema": "Person", "properties": {}}\n{x}', ["f: line 2: no JSON"]),
        (json.dumps(HELD) + "\n", ["f: line 1: an Occupancy whose post 'o' is not there"]),
        (f"{json.dumps(POSITION)}\n{json.dumps(HELD)}", ["f: line 2: the holder 'p' is not there"]),
        (json.dumps(PERSON) + "\n", ["f: nobody who held an office"]),
        ('{"persons": [', ["f: no JSON"]),
        ("[1, 2]", ["f: no document"]),
        ('{"memberships": [{"person_id": "x"}]}', ["f: memberships[0]: the person 'x'"]),
        ('{"persons": [1]}', ["f: persons: no list of objects"]),
        ('{"persons": [{"id": "x"}], "memberships": [{"person_id": "x"}]}', ["f: persons[0]"]),
        ("[" * 100_000, ["f: no JSON"]),
    ],
)
def test_a_fault_is_told_with_its_place(tmp_path: Path, text: str, parts: list[str]) -> None:
    with pytest.raises(AuthorityError) as refused:
        read(tmp_path, text)
    for part in parts:
        assert part in str(refused.value)
    assert len(str(refused.value)) < 400


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no-file"):
        read_authority(tmp_path / "no-file")


def test_what_is_kept_in_memory_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "MOST", 2)
    with pytest.raises(AuthorityError, match="line 4: more than 2 offices held"):
        read(tmp_path, "name,office\n" + "A B,C\n" * 3)
    with pytest.raises(AuthorityError, match="a line without end"):
        read(tmp_path, f"{json.dumps(PERSON)}\n{'x' * (2 << 20)}")
