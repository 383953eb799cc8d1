"""Imported authorities: kept beside the records, replaced, dropped, and held against them."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from greffier.authority import shipped
from greffier.errors import UsageError
from greffier.jobs import add_all
from greffier.jobs.importing import import_file
from greffier.query.clashes import clashes
from greffier.query.who import who
from greffier.wiring import archive_in
from tests.places import EXAMPLE_RECORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.archive import Archive

FILES = Path(__file__).parents[1] / "authority" / "imported" / "files"
KYRGYZSTAN = FILES / "kyrgyzstan.csv"
HEAD = "name,office,since,until\n"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("importing") / "a"
    with archive_in(folder, create=True) as opened:
        add_all(opened, EXAMPLE_RECORDS[2:4])
    return folder


@pytest.fixture
def archive(made: Path, tmp_path: Path) -> Iterator[Archive]:
    shutil.copytree(made, tmp_path / "a")
    with archive_in(tmp_path / "a") as opened:
        yield opened


def take(archive: Archive, tmp_path: Path, text: str, name: str = "f.csv", **how: bool) -> bool:
    (tmp_path / name).write_text(text, encoding="utf-8")
    return import_file(archive, tmp_path / name, shipped(), **how)


def test_offices_are_known_where_the_program_knows_them(archive: Archive) -> None:
    for path in sorted(FILES.iterdir()):
        assert import_file(archive, path, shipped())
    held = {
        (one.person.name, one.occupancy.office, one.occupancy.of, one.occupancy.acting)
        for one in archive.holders()
        if one.occupancy.resolved
    }
    assert held == {
        ("Sooronbay Jeenbekov", "President", "Kyrgyzstan", False),
        ("Talant Mamytov", "President", "Kyrgyzstan", True),
        ("Sadyr Japarov", "President", "Kyrgyzstan", False),
        ("Emomali Rahmon", "President", "Tajikistan", False),
        ("Stanislav Zas", "Secretary General", "CSTO", False),
    }
    unknown = {one.occupancy.office for one in archive.holders() if not one.occupancy.resolved}
    assert unknown == {"Speaker", "member"}  # kept as printed
    assert list(clashes(archive, shipped())) == []
    assert list(archive.verify()) == []


def test_the_same_file_again_changes_nothing(archive: Archive) -> None:
    assert import_file(archive, KYRGYZSTAN, shipped())
    before = archive.authorities()
    assert not import_file(archive, KYRGYZSTAN, shipped())
    assert archive.authorities() == before
    assert archive.drop_authority(before[0].n) == before[0]
    assert (archive.authorities(), list(archive.holders())) == ((), [])
    with pytest.raises(UsageError, match="no such authority"):
        archive.drop_authority(before[0].n)


def test_a_newer_file_takes_the_place_of_the_older_where_that_is_asked_for(
    archive: Archive, tmp_path: Path
) -> None:
    take(archive, tmp_path, HEAD + "A B,President of Kyrgyzstan,2020,2020\n")
    newer = HEAD + "C D,President of Kyrgyzstan,2020,2020\n"
    with pytest.raises(UsageError, match="--replace"):
        take(archive, tmp_path, newer)
    assert [one.person.name for one in archive.holders()] == ["A B"]
    assert take(archive, tmp_path, newer, replace=True)
    assert [one.person.name for one in archive.holders()] == ["C D"]


def test_who_tells_what_was_imported_apart_from_what_is_seen(archive: Archive) -> None:
    before = who(archive, "President of Kyrgyzstan", shipped(), on="2020-12-02")
    import_file(archive, KYRGYZSTAN, shipped())
    answer = who(archive, "President of Kyrgyzstan", shipped(), on="2020-12-02")
    (one,) = answer.imported
    assert (one.holder.person.name, one.certainty) == ("Talant Mamytov", "imported")
    assert one.holder.place == "kyrgyzstan.csv: line 3"
    assert replace(answer, imported=()) == before
    unseen = who(archive, "Sooronbai Zheenbekov", shipped())
    assert (unseen.asked, unseen.tenures) == ("Sooronbay Jeenbekov", ())
    assert [each.holder.occupancy.office for each in unseen.imported] == ["President"]
    with pytest.raises(UsageError, match="no person"):
        who(archive, "Nobody Atall", shipped())


def test_a_day_that_a_file_does_not_tell_of_is_unknown(archive: Archive, tmp_path: Path) -> None:
    take(archive, tmp_path, HEAD + "A B,President of Kyrgyzstan,2020-01-01,\n")
    (one,) = who(archive, "President of Kyrgyzstan", shipped(), on="2020-12-02").imported
    assert one.certainty == "unknown"
    assert not who(archive, "President of Kyrgyzstan", shipped(), on="2019").imported


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        # The records show Emomali Rahmon as President of Tajikistan on 2 December 2020.
        (["A Other,President of Tajikistan,1994,.."], ["record"]),
        (["A Other,President of Tajikistan,2020-12-02,.."], []),  # the day of the hand-over
        (["A Other,President of Tajikistan,2021,.."], []),
        (["A Other,President of Tajikistan,1994,"], []),  # an end that nobody told
        (["Emomali Rahmon,President of Tajikistan,1994,.."], []),
        # The records show only an acting president of Kyrgyzstan.
        (["A Other,President of Kyrgyzstan,2020,.."], []),
        (
            ["A B,President of Armenia,2010,2015", "C D,President of Armenia,2014,2018"],
            ["imported"],
        ),
        (["A B,President of Armenia,2010,2014", "C D,President of Armenia,2014,2018"], []),
        (["A B,President of Armenia,2010,2015", "A B,President of Armenia,2012,2018"], []),
        (["A B,Acting President of Armenia,2010,2015", "C D,President of Armenia,2012,2013"], []),
        (["A B,Deputy Prime Minister of Armenia,2010,2015"] * 2, []),
        (["A B,Speaker of somewhere,2010,2015", "C D,Speaker of somewhere,2011,2013"], []),
    ],
)
def test_what_cannot_both_be_true_is_told(
    archive: Archive, tmp_path: Path, rows: list[str], found: list[str]
) -> None:
    take(archive, tmp_path, HEAD + "".join(f"{row}\n" for row in rows))
    told = list(clashes(archive, shipped()))
    assert [one.kind for one in told] == found
    for one in told:
        assert bool(one.seen) == (one.kind == "record")
