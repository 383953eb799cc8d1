"""The shipped rows: each has a source, no two contradict each other, and a fault is told."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from greffier.authority import shipped
from greffier.authority.institutions import institutions, load_institutions
from greffier.authority.load import DATA
from greffier.errors import AuthorityError
from greffier.model.institutions import MEMBERS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from greffier.model import Period

SHIPPED = institutions()

# What is replaced in a shipped file, and by what: each is refused.
FAULTS = {
    "no source": ("coverage.csv", ",\"Official site of the CSTO, 'Member states'\"", ","),
    "an organisation that is not listed": ("memberships.csv", "\nCSTO,", "\nODKB,"),
    "an organisation by another of its names": ("memberships.csv", "\nCSTO,", "\nОДКБ,"),
    "a body that is not listed": ("rules.csv", ",Council of Defence Ministers,", ",Soviet,"),
    "a body of another organisation": (
        "rules.csv",
        ",Council of Defence Ministers,",
        ",Eurogroup,",
    ),
    "a state by another of its names": ("memberships.csv", ",Belarus,", ",Belorussia,"),
    "a holder that is no state": ("chairmanships.csv", ",Belarus,", ",Atlantis,"),
    "a status of another word": ("memberships.csv", ",member,", ",full member,"),
    "a rotation of another word": ("rules.csv", ",alphabetical-ru,", ",by turns,"),
    "a level of another word": ("rules.csv", ",heads of state,", ",presidents,"),
    "a certainty of another word": ("rules.csv", ",charter,", ",certain,"),
    "a date that is none": ("memberships.csv", ",2006-08-16,", ",16.08.2006,"),
    "a period that runs backwards": ("memberships.csv", ",2006-08-16,", ",2016-08-16,"),
    "a name of no state": ("order_names.csv", ",Kyrgyzstan,", ",Kirghizia,"),
    "another column": ("rules.csv", "composed_of", "level"),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a copy of the shipped files, to be broken."""
    return shutil.copytree(DATA, tmp_path / "data")


def test_the_copy_is_whole(folder: Path) -> None:
    assert load_institutions(folder, shipped()) == SHIPPED


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_told_with_its_file_and_line(folder: Path, fault: str) -> None:
    name, right, wrong = FAULTS[fault]
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong, 1), encoding="utf-8")
    with pytest.raises(AuthorityError) as raised:
        load_institutions(folder, shipped())
    file, _, line = raised.value.place.partition(", line ")
    assert file == name
    assert line.isdecimal()


SOURCES = [
    *((row.source, row.certainty) for row in SHIPPED.memberships),
    *((row.source, row.certainty) for row in SHIPPED.rules),
    *((row.source, row.certainty) for row in SHIPPED.chairmanships),
    *((row.source, "official site") for row in SHIPPED.coverage),
    *((row.source, "official site") for row in SHIPPED.order_names),
]


def test_every_row_names_a_public_document() -> None:
    for source, certainty in SOURCES:
        document = re.search(r"\b(?:19|20)\d\d\b|\bart\. ", source)
        assert document or (certainty != "charter" and "Official site of " in source), source


def test_no_state_has_two_statuses_at_once() -> None:
    rows = [((row.organisation, row.body, row.member), row.period) for row in SHIPPED.memberships]
    _check_none_meet(rows)


def test_no_chair_has_two_holders_at_once() -> None:
    _check_none_meet([((row.organisation, row.body), row.period) for row in SHIPPED.chairmanships])


def test_no_body_has_two_rules_at_once() -> None:
    _check_none_meet([((row.organisation, row.body), row.period) for row in SHIPPED.rules])


def test_the_organisation_is_ruled_where_a_body_follows_its_chair() -> None:
    summits = {one.acronym: one.summit for one in SHIPPED.known.organisations}
    ruled = {(row.organisation, row.body) for row in SHIPPED.rules}
    for row in SHIPPED.rules:
        if row.rotation == "with the organisation":
            summit = summits[row.organisation]
            assert (row.organisation, None) in ruled or (
                summit and summit.name != row.body and (row.organisation, summit.name) in ruled
            ), row


def test_a_term_is_a_duration_or_lasts_until_the_next_session() -> None:
    for row in SHIPPED.rules:
        assert row.term is None or re.fullmatch(r"session|P(?:\d+Y)?(?:\d+M)?", row.term), row


def test_who_chairs_in_turn_is_a_member() -> None:
    """Whoever held a chair that passes among members had a status there all the time."""
    for row in SHIPPED.chairmanships:
        seats = {"associate", *MEMBERS}
        held = [
            one.period
            for one in SHIPPED.memberships
            if (one.organisation, one.member) == (row.organisation, row.holder)
            and one.status in seats
        ]
        middle = row.period.until
        day = (row.period.since if middle in (None, "..") else middle) or ""
        assert any(period.holds_on(day.partition("/")[0]) == "yes" for period in held), row


def test_the_rows_are_read_when_they_are_asked_for() -> None:
    """A start of the program that asks for none of this does not pay for it."""
    program = (
        "import sys; from greffier.cli import main\n"
        "try: main()\n"
        "finally: print(*[m for m in sys.modules if 'institutions' in m])"
    )
    made = subprocess.run(
        [sys.executable, "-c", program, "--version"],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert re.fullmatch(r"greffier [\w.]+\n\n", made.stdout)


def test_the_rows_are_read_once() -> None:
    assert institutions() is institutions()


def _check_none_meet(rows: Iterable[tuple[object, Period]]) -> None:
    groups: dict[object, list[Period]] = {}
    for key, period in rows:
        groups.setdefault(key, []).append(period)
    for key, periods in groups.items():
        for one, other in combinations(periods, 2):
            assert not one.meets(other), key
