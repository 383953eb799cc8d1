"""What somebody said is found by any of his names, once it is known that they are his."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from greffier.archive import Question
from greffier.jobs import add_all
from greffier.query.offices import office_account
from greffier.wiring import archive_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from greffier.archive import Archive

ENGLISH = """Meeting of the Council

September 17, 2021, Moscow

President of Russia Vladimir Putin: Peace is what we want.

President of Tajikistan Emomali Rahmon: Peace it is.
"""
RUSSIAN = """Заседание Совета

17 октября 2021 года, Москва

Президент России Владимир Путин: Мир нужен всем.

В.Путин: Мир, повторю, нужен.

Э.Рахмон: Мир.
"""
NAMESAKE = """Meeting of another council

May 5, 2022, Paris

Igor Putin: Peace, said another.

Владимир Путин: Мир.
"""

OFFICES = """Maintenance of peace

The President: The Security Council will now begin. I thank Special Envoy Jane Berg.

Ms. Berg: I thank you.
"""


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    files = []
    for name, text in (("english", ENGLISH), ("russian", RUSSIAN)):
        path = tmp_path / f"{name}.txt"
        path.write_text(text, encoding="utf-8")
        files.append(path)
    with archive_in(tmp_path / "archive", create=True) as opened:
        add_all(opened, files)
        yield opened


def spoke(archive: Archive, speaker: str) -> set[str | None]:
    """Give the printed names of those whose words a search by a speaker finds."""
    question = Question(words="peace OR мир", speaker=speaker, spoken=True)
    return {hit.speaker for hit in archive.search(question).hits}


def test_a_speaker_is_found_by_any_of_his_names(archive: Archive) -> None:
    names = {"Vladimir Putin", "Владимир Путин"}
    assert names <= {one.name for one in archive.names_of(archive.person_of("Vladimir Putin"))}
    for asked in ("Putin", "vladimir putin", "Путин"):
        assert names <= spoke(archive, asked), asked
    assert not any(
        "Рахмон" in (one or "") or "Rahmon" in (one or "") for one in spoke(archive, "Putin")
    )


def test_a_name_that_is_meant_as_it_is_printed_leads_to_no_other(archive: Archive) -> None:
    assert spoke(archive, "=Vladimir Putin") == {"Vladimir Putin"}
    assert spoke(archive, "Nobody") == set()


def test_who_has_one_word_of_the_name_is_found_by_that_word_alone(
    archive: Archive, tmp_path: Path
) -> None:
    path = tmp_path / "other.txt"
    path.write_text(NAMESAKE, encoding="utf-8")
    add_all(archive, [path])
    assert "Igor Putin" not in spoke(archive, "Vladimir Putin")
    assert "Igor Putin" in spoke(archive, "Putin")


def test_an_office_of_which_no_holder_is_named_is_one(archive: Archive, tmp_path: Path) -> None:
    path = tmp_path / "council.txt"
    path.write_text(OFFICES, encoding="utf-8")
    add_all(archive, [path])
    (kept,) = office_account(archive, "President", "Security Council").kept
    assert (kept.persons, kept.records) == (0, 1)
