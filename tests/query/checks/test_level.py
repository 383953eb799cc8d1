"""Whether those who took part are of the level that composes the body."""

from __future__ import annotations

import pytest

from greffier.authority.institutions import institutions
from greffier.query.checks import findings
from tests.query.checks.sittings import CSTO, found, sitting


@pytest.mark.parametrize(
    ("office", "agrees", "words"),
    [
        ("President", "yes", "At that level: Armenia, Belarus"),
        ("King", "yes", "Tajikistan (King)"),
        ("Prime Minister", "unknown", "Not known to be: Tajikistan (Prime Minister)"),
        ("Speaker", "unknown", "Not known to be: Tajikistan (Speaker)"),
        ("Deputy Prime Minister", "no", "Below it: Tajikistan (Deputy Prime Minister)"),
        ("Minister of Defence", "no", "Below it: Tajikistan (Minister of Defence)"),
        ("Ambassador", "no", "Below it: Tajikistan (Ambassador)"),
    ],
)
def test_a_body_of_heads_of_state_is_composed_of_them(office: str, agrees: str, words: str) -> None:
    finding = found(sitting(present=CSTO, offices={"Tajikistan": office}), "level")
    assert (finding.agrees, words in finding.found) == (agrees, True), finding.found
    assert [one.says for one in finding.against] == ["composed of heads of state"]


@pytest.mark.parametrize(
    ("office", "agrees"),
    [
        ("Minister of Foreign Affairs", "yes"),
        ("Deputy Minister of Foreign Affairs", "no"),
        ("Minister of Defence", "unknown"),  # a minister as well, and none stands below the other
        ("President", "unknown"),  # who opens a meeting of ministers
    ],
)
def test_a_body_of_foreign_ministers_is_composed_of_them(office: str, agrees: str) -> None:
    reading = sitting(present=("Russia",), offices={"Russia": office})
    assert found(reading, "level", body="Council of Foreign Ministers").agrees == agrees


def test_either_head_will_do_where_the_rule_says_so() -> None:
    for office in ("President", "Prime Minister"):
        reading = sitting(present=("Russia",), offices={"Russia": office})
        changes = {"organisations": ("BRICS",), "body": None, "name": "BRICS summit"}
        assert found(reading, "level", **changes).agrees == "yes"


def test_whoever_has_no_seat_may_send_whom_he_likes() -> None:
    reading = sitting(present=[*CSTO, "Serbia"], offices={"Serbia": "Ambassador"})
    assert found(reading, "level").agrees == "yes"


def test_no_rule_is_no_rule() -> None:
    """Of the Security Council's own level and of a summit's nothing is taken over."""
    reading = sitting(present=CSTO)
    for changes in (
        {"body": "Military Committee"},
        {"body": None, "name": "CSTO meeting"},
        {"date": None},
    ):
        assert found(reading, "rule-known", **changes).agrees == "unknown"
        session = reading.sessions[0]
        kinds = {one.kind for one in findings(reading, session, institutions())}
        assert "rule-known" not in kinds
