"""Tests of `greffier.query.who` over real records: offices and persons over all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from greffier.authority import shipped
from greffier.jobs import add_all
from greffier.query.tenures import tenures
from greffier.query.who import offices_of, who
from greffier.wiring import archive_in
from tests.places import RECORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.archive import Archive


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with archive_in(tmp_path_factory.mktemp("who") / "a", create=True) as opened:
        add_all(opened, RECORDS)
        yield opened


def test_a_surname_leads_to_the_person_with_all_his_names(archive: Archive) -> None:
    answer = who(archive, "Rahmon", shipped())
    assert answer.person is not None
    assert answer.person.id == "emomali-rahmon"
    assert [one.name for one in answer.person.names] == ["Emomali Rahmon", "Rahmon"]
    assert {(one.office, one.of) for one in answer.tenures} == {("President", "Tajikistan")}
    assert answer.doubts == ()


def test_what_a_tooltip_says_of_an_office_is_no_evidence(archive: Archive) -> None:
    seen = list(archive.observations())
    readings = {one.witness: archive.reading(one.witness) for one in seen}
    assert any(reading.glosses for reading in readings.values())
    for one in seen:
        for span in one.spans:
            for gloss in readings[one.witness].glosses:
                assert not (gloss.span.start <= span.start and span.end <= gloss.span.end), one


def test_no_tenure_is_gainsaid_by_the_records(archive: Archive) -> None:
    seen = list(archive.observations())
    for tenure in tenures(seen):
        rivals = [
            one
            for one in seen
            if (one.office, one.of, one.acting) == (tenure.office, tenure.of, tenure.acting)
            and one.person != tenure.person
        ]
        assert not [
            one
            for one in rivals
            if tenure.first < (one.first or 0) and (one.last or 0) < tenure.last
        ]


def test_a_persons_offices_know_who_came_between(archive: Archive) -> None:
    (acting,) = offices_of(archive, "talant-mamytov")
    assert (acting.name, acting.acting, acting.first) == ("Talant Mamytov", True, 20201202)
    putin = offices_of(archive, archive.person_of("Владимир Путин"))[-1]
    assert (putin.office, putin.of) == ("President", "Russia")
    assert putin.before is not None
    assert putin.before.person == "dmitry-medvedev"
