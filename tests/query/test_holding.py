"""Tests of `greffier.query.holding`: searching by an office that was held on the day."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from greffier.archive import Question, open_archive
from greffier.authority import shipped
from greffier.jobs import add_all
from greffier.query import named
from greffier.query.holding import held
from tests.places import EXAMPLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.archive import Archive, Hits

_RECORD = """Security consultations
{day}, Dushanbe

Emomali Rahmon: Colleagues, let us begin with irrigation.

Nikol Pashinyan: Thank you. We support the irrigation programme.

Emomali Rahmon: Thank you, then we proceed with irrigation works.
"""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """Give the examples, which show Rahmon as President in 2020 and 2021, and two bare records."""
    folder = tmp_path_factory.mktemp("held")
    for name, day in (("between", "5 March 2021"), ("before", "5 March 2009")):
        (folder / f"{name}.txt").write_text(_RECORD.format(day=day), encoding="utf-8")
    with closing(open_archive(folder / "archive", create=True)) as made:
        add_all(made, [EXAMPLES, folder / "between.txt", folder / "before.txt"])
        yield made


def found(archive: Archive, **asked: str) -> Hits:
    question = named(Question(words="irrigation", **asked), shipped())  # type: ignore[arg-type] # names of fields
    return archive.search(held(archive, question, shipped()))


@pytest.mark.parametrize(
    "asked",
    [
        {"office": "President of Tajikistan"},
        {"office": "president", "of": "Republic of Tajikistan"},
    ],
)
def test_what_a_holder_said_is_found_where_only_his_name_is_printed(
    archive: Archive, asked: dict[str, str]
) -> None:
    hits = found(archive, **asked).hits
    assert {(hit.speaker, hit.record.date) for hit in hits} == {("Emomali Rahmon", "2021-03-05")}


def test_an_office_that_is_meant_as_printed_is_looked_for_so(archive: Archive) -> None:
    assert found(archive, office="=President").total == 0


@pytest.mark.parametrize("office", ["nothing of the kind", "President", "=President of Tajikistan"])
def test_what_is_no_office_of_anything_named_stays_as_it_was_asked(
    archive: Archive, office: str
) -> None:
    question = Question(words="x", office=office)
    assert held(archive, question, shipped()) == question
