"""What is known of organisations, bodies and states, beside what the records show of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from greffier.archive import open_archive
from greffier.errors import QueryError, UsageError
from greffier.jobs import add_all
from greffier.query.offices import office_account
from greffier.query.seats import seat_account, seat_names
from greffier.query.states import named_state, state_account
from greffier.query.tenures import by_person, tenures
from tests.places import EXAMPLES
from tests.query.test_tenures import CASE, seen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from greffier.archive import Archive
    from greffier.model import Known


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """Give an archive of the five examples."""
    folder: Path = tmp_path_factory.mktemp("seats") / "archive"
    store = open_archive(folder, create=True)
    add_all(store, [EXAMPLES])
    yield store
    store.close()


def test_an_organisation_has_the_members_of_the_day(archive: Archive, known: Known) -> None:
    def members(day: str) -> set[str]:
        account = seat_account(archive, "CSTO", None, known, on=day)
        return {one.member for one in account.members["member"].certain}

    assert "Uzbekistan" in members("2008-01-01")
    assert "Uzbekistan" not in members("2021-09-17")


def test_an_organisation_has_its_line_rules_and_sessions(archive: Archive, known: Known) -> None:
    account = seat_account(archive, "CSTO", None, known, on="2021-09-17", limit=2)
    assert account.line
    assert ("Russia", "Tajikistan") in {(one.holder, one.next) for one in account.line.steps}
    assert [rule.rotation for rule in account.rules] == ["alphabetical-ru", "host"]
    assert all(rule.source for rule in account.rules)
    assert len(account.sessions) == min(2, account.total)
    assert {"Russia", "Armenia"} <= {one.of for one in account.attended}
    assert account.together[0].sessions == max(one.sessions for one in account.together)


def test_a_body_is_not_taken_for_another_of_its_name(archive: Archive, known: Known) -> None:
    """A `Security Council` of no organisation has neither the members of the UN's nor its chair."""
    with pytest.raises(UsageError):
        seat_account(archive, None, "Security Council", known, on="2021")
    account = seat_account(archive, "UN", "Security Council", known, on="2021-09-17")
    assert account.offices == ()
    assert account.called == "Security Council"
    assert account.rules


def test_names_are_found_as_they_are_kept(known: Known) -> None:
    assert seat_names(known, "ОДКБ", "СКБ") == ("CSTO", "Collective Security Council")
    assert seat_names(known, None, "Security Council") == (None, "Security Council")
    assert seat_names(known, "Nobody", "Council") == ("Nobody", "Council")
    assert named_state(known, "kg").name == "Kyrgyzstan"
    assert named_state(known, "Киргизия").name == "Kyrgyzstan"


def test_a_day_that_is_none_is_refused(archive: Archive, known: Known) -> None:
    with pytest.raises(QueryError):
        seat_account(archive, "CSTO", None, known, on="2021-02-30")
    with pytest.raises(QueryError):
        office_account(archive, "President", "Russia", on="soon")


def test_a_state_has_its_offices_and_whom_it_met(archive: Archive, known: Known) -> None:
    account = state_account(archive, "Kyrgyzstan", known)
    assert [(one.name, one.acting) for one in account.tenures] == [
        ("Talant Mamytov", True),
        ("Sadyr Japarov", False),
    ]
    assert {"CSTO", "SCO"} <= {one.organisation for one in account.memberships}
    assert all(one.source for one in account.memberships)
    assert "Kyrgyzstan" not in {one.of for one in account.met}
    assert {"Russia", "Tajikistan"} <= {one.of for one in account.met}


def test_an_office_is_told_with_its_words(archive: Archive) -> None:
    account = office_account(archive, "president", "Kyrgyzstan", on="2020-12-02")
    (held,) = account.holdings
    assert held.tenure.name == "Talant Mamytov"
    words = account.quotes[held.shown_by[0].participant].replace("\xa0", " ")
    assert "Acting President of Kyrgyzstan Talant Mamytov" in words
    every = office_account(archive, "President")
    assert every.tenures == ()
    assert "Kyrgyzstan" in {one.of for one in every.kept}


def test_who_came_back_stands_with_himself() -> None:
    again = (*CASE, seen("jeenbekov", "2025-01-01"))
    names = [one.person for one in by_person(tenures(again))]
    assert names == ["jeenbekov", "jeenbekov", "mamytov", "japarov"]
