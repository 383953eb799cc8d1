"""A session side by side: who says what, and what is said differently."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from greffier.archive.store import SqliteArchive
from greffier.authority import shipped
from greffier.jobs.settling import settle
from greffier.model import Date, Participant
from greffier.query.telling import told
from tests.builders import at, meeting, reading_of, received

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from greffier.model import Reading, Received
    from greffier.query.telling import Attendance, Field, Told

REPORT = """Session in Moscow

On 2 December 2020 the Council met in person. The President of Russia took the chair.

Nikol Pashinyan, acting Prime Minister, spoke.
"""


def report() -> tuple[Received, Reading]:
    """Give a report on the session that says some things otherwise than its transcript."""
    came = received(REPORT)
    text = came.witness.text
    reading = reading_of(came.witness, kind="report", date="2020-12-02", held="2020-12", cast={})
    session = replace(
        reading.sessions[0],
        mode="in person",
        venue="Moscow",
        date=Date(value="2020-12-02", basis="stated", span=at(text, "2 December 2020")),
    )
    cast = (
        _one("p1", None, "President", "Russia", at(text, "President of Russia"), chair=True),
        _one("p2", "Nikol Pashinyan", "Prime Minister", "Armenia", at(text, "Nikol Pashinyan")),
    )
    return came, replace(reading, sessions=(session,), participants=cast)


def _one(
    key: str, name: str | None, office: str, of: str, span: object, **held: bool
) -> Participant:
    return Participant(
        id=key,
        name=name,
        office=office,
        of=of,
        acting=not held.get("chair", False),
        role="chair" if held.get("chair") else "participant",
        session="s1",
        spans=(span,),  # type: ignore[arg-type] # as given
    )


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[SqliteArchive]:
    with SqliteArchive.open(tmp_path / "a", create=True) as opened:
        for record in (meeting(held="2020-12-02"), report()):
            opened.add(*record)
        settle(opened, shipped())
        yield opened


@pytest.fixture
def side(archive: SqliteArchive) -> Told:
    (session,) = archive.sessions()
    return told(session, archive.reading)


def field(side: Told, name: str) -> Field:
    return next(one for one in side.fields if one.field == name)


def attendance(side: Told, name: str) -> Attendance:
    return next(one for one in side.attendance if one.name == name)


def test_each_value_stands_with_who_says_it_and_the_words(side: Told) -> None:
    mode = field(side, "mode")
    assert mode.agreement == "differ"
    assert [(value, [one.telling for one in said]) for value, said in mode.values] == [
        ("videoconference", [1]),
        ("in person", [2]),
    ]
    date = field(side, "date")
    assert date.agreement == "alike"
    assert [one.quotes for one in date.values[0][1]] == [("View settings",), ("2 December 2020",)]


def test_what_one_record_alone_says_is_no_difference(side: Told) -> None:
    venue = field(side, "venue")
    assert (venue.agreement, venue.silent) == ("alone", (1,))
    assert side.differing == ("Mode", "Participants")


def test_one_who_takes_part_stands_once_with_each_capacity(side: Told) -> None:
    pashinyan = attendance(side, "Nikol Pashinyan")
    assert [
        (who.acting, [part.telling for part in parts]) for who, parts in pashinyan.capacities
    ] == [
        (False, [1]),
        (True, [2]),
    ]
    assert pashinyan.agreement == "differ"
    assert [part.taken.turns for part in pashinyan.parts] == [1, 0]


def test_an_office_that_one_names_is_his_whom_another_names_in_it(side: Told) -> None:
    first = side.attendance[0]  # whom one of the records has in the chair
    assert (first.name, first.agreement, first.silent) == ("Vladimir Putin", "alike", ())
    assert len(side.attendance) == 2


def test_an_instrument_that_several_tell_of_stands_once(side: Told) -> None:
    (one,) = side.adopted
    assert (one.instrument.title, one.agreement) == ("the declaration", "alike")
    assert [said.telling for said in one.said] == [1, 2]


def test_no_more_are_compared_than_asked_for(archive: SqliteArchive) -> None:
    (session,) = archive.sessions()
    side = told(session, archive.reading, most=1)
    assert (len(side.tellings), side.left_out) == (1, 1)
    assert {one.agreement for one in side.fields} == {"alone"}


def test_who_chaired_is_told_by_those_who_say_so(side: Told) -> None:
    chair = field(side, "chair")
    assert (chair.agreement, chair.silent) == ("alone", (1,))
    assert [(value, [one.quotes for one in said]) for value, said in chair.values] == [
        ("Vladimir Putin", [("President of Russia",)])
    ]


def test_two_chairs_are_a_difference(archive: SqliteArchive) -> None:
    (session,) = archive.sessions()
    first, other = session.tellings
    pashinyan = first.participants[1]
    chaired = replace(pashinyan, participant=replace(pashinyan.participant, role="chair"))
    changed = replace(first, participants=(first.participants[0], chaired))
    side = told(replace(session, tellings=(changed, other)), archive.reading)
    chair = field(side, "chair")
    assert chair.agreement == "differ"
    assert {value for value, _ in chair.values} == {"Vladimir Putin", "Nikol Pashinyan"}
    assert "Chair" in side.differing
