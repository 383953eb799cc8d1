"""The contract of `Archive.survey`: what is counted over all records, against every store."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from greffier.archive import open_archive
from greffier.archive.surveyed import StoredOffice, StoredParty, StoredSeat, Which
from greffier.errors import UsageError
from tests.builders import meeting, reading_of, received

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from greffier.archive import Archive
    from greffier.archive.surveyed import Survey

PUTIN = ("Vladimir Putin", "President", "Russia")
MEDVEDEV = ("Dmitry Medvedev", "President", "Russia")


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """Give an archive of a session of the CSTO and two of nobody's."""
    folder: Path = tmp_path_factory.mktemp("survey") / "archive"
    store = open_archive(folder, create=True)
    store.add(*meeting())
    for name, cast, date in (("Vladimir Putin", PUTIN, "2021-03"), ("D.", MEDVEDEV, None)):
        came = received(f"{name}: In spring.\n", name=f"{name}.txt")
        made = reading_of(
            came.witness, date=date, cast={name: cast}, organisations=(), body="Cabinet"
        )
        store.add(came, made)
    yield store
    store.close()


@pytest.fixture
def survey(archive: Archive) -> Iterator[Survey]:
    with archive.survey() as opened:
        yield opened


def test_offices_are_counted(survey: Survey) -> None:
    president = StoredOffice(
        office="President", of="Russia", persons=2, records=3, first=20201202, last=20210331
    )
    found = list(survey.offices())
    assert found[0] == president
    assert [(one.office, one.of) for one in found[1:]] == [("Prime Minister", "Armenia")]
    assert list(survey.offices(limit=1, offset=1)) == found[1:]
    assert list(survey.offices(office="president")) == [president]
    assert list(survey.offices(of="Armenia")) == found[1:]
    assert list(survey.offices(of="President")) == []


def test_what_participants_are_of_is_counted(survey: Survey) -> None:
    armenia, russia = survey.parties()
    assert armenia == StoredParty(
        of="Armenia", persons=1, offices=1, sessions=1, first=20201202, last=20201202
    )
    assert (russia.of, russia.persons, russia.sessions) == ("Russia", 2, 3)
    assert list(survey.parties(["Armenia", "Belarus"])) == [armenia]


def test_organisations_and_bodies_are_counted(survey: Survey) -> None:
    cabinet, council = survey.seats()
    assert (cabinet.organisation, cabinet.body, cabinet.sessions) == (None, "Cabinet", 2)
    assert council == StoredSeat(
        organisation="CSTO",
        body="Collective Security Council",
        sessions=1,
        first=20201202,
        last=20201202,
    )
    assert list(survey.seats("CSTO")) == [council]


@pytest.mark.parametrize(
    ("which", "dates"),
    [
        (Which(), ["2021-03", "2020-12-02", None]),
        (Which(organisation="CSTO"), ["2020-12-02"]),
        (Which(organisation=""), ["2021-03", None]),
        (Which(organisation="CSTO", body="Collective Security Council"), ["2020-12-02"]),
        (Which(organisation="CSTO", body="Cabinet"), []),
        (Which(organisation="", body="Cabinet"), ["2021-03", None]),
        (Which(body=""), []),
        (Which(organised=True), ["2020-12-02"]),
        (Which(of="Armenia"), ["2020-12-02"]),
        (Which(of="Russia"), ["2021-03", "2020-12-02", None]),
        (Which(person="dmitry-medvedev"), [None]),
    ],
)
def test_sessions_are_chosen(survey: Survey, which: Which, dates: list[str | None]) -> None:
    found = list(survey.sessions(which))
    assert [one.date for one in found] == dates
    assert survey.count_sessions(which) == len(dates)
    assert list(survey.sessions(which, limit=1, offset=1)) == found[1:2]


def test_a_session_in_brief_is_the_one_on_its_page(archive: Archive, survey: Survey) -> None:
    (one,) = survey.sessions(Which(organisation="CSTO"))
    stored = archive.session(one.id)
    assert one.name == stored.session.name
    assert one.organisations == ("CSTO",)
    assert (one.body, one.status, one.subject) == (stored.session.body, "held", True)
    assert (one.first, one.last, one.tellings) == (20201202, 20201202, 1)


def test_who_attended_is_told(survey: Survey) -> None:
    (one,) = survey.sessions(Which(organisation="CSTO"))
    assert list(survey.attendance(Which(organisation="CSTO"))) == [
        (one.id, "Armenia"),
        (one.id, "Russia"),
    ]


def test_a_text_comes_alone(archive: Archive, survey: Survey) -> None:
    key = meeting()[1].witness.id
    assert survey.text(key) == archive.reading(key).witness.text
    with pytest.raises(UsageError):
        survey.text("nope")


def test_chairmanships_are_found_by_their_holder(archive: Archive) -> None:
    assert [one.organisation for one in archive.chairmanships(holder="Russia")] == ["CSTO"] * 3
    assert list(archive.chairmanships(holder="Armenia")) == []
    assert len(list(archive.chairmanships("CSTO", holder="Russia"))) == 3
