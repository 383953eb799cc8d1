"""Which tellings are of one session: the rules one by one, and what holds whatever is told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier.archive.settlement import Present, Telling
from greffier.authority import shipped
from greffier.query.merging import decide, doubts, face, meetings, merge

if TYPE_CHECKING:
    from collections.abc import Sequence

    from greffier.query.merging import Merged

DAY = (20201202, 20201202)


def telling(witness: str, **told: Any) -> Telling:  # noqa: ANN401 - whatever a telling has
    """Give what a record tells of the session of 2 December 2020, or of what else is said."""
    council = Telling(
        witness=witness,
        session="s1",
        n=int(witness, 16),
        position=0,
        record=witness,
        base=True,
        kind="transcript",
        language="en",
        recorded=DAY,
        subject=True,
        name="CSTO Collective Security Council",
        organisations=("CSTO",),
        body="Collective Security Council",
        status="held",
        days=DAY,
        venue=None,
        mode="videoconference",
        formats=(),
        by_phone=False,
        present=(),
    )
    return replace(council, **told)


def two(witness: str, *names: str, **told: Any) -> Telling:  # noqa: ANN401 - see above
    """Give what a record tells of a meeting of two parties."""
    present = tuple(
        Present(person=None, name=name or None, of=of)
        for name, of in zip(names, ("Russia", "Qatar"), strict=False)
    )
    of_two: dict[str, Any] = {
        "organisations": (),
        "body": None,
        "formats": ("bilateral",),
        "mode": "in person",
        "name": "Talks",
        "present": present,
    }
    return telling(witness, **(of_two | told))


def grouped(*tellings: Telling) -> set[frozenset[str]]:
    """Put tellings together, and give who is with whom."""
    return {
        frozenset(one.witness for one in group.tellings)
        for group in merge(tellings, shipped()).sessions
    }


ONE, BOTH = {frozenset("1"), frozenset("2")}, {frozenset("12")}


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"kind": "communique"}, BOTH),  # another record of it
        ({"kind": "notice", "status": "planned"}, BOTH),  # what was planned was held
        ({"language": "ru"}, BOTH),
        ({"formats": ("restricted",), "kind": "report"}, BOTH),  # a phase of it
        ({"body": None, "name": "CSTO summit", "kind": "report"}, BOTH),
        ({"organisations": ("CIS",), "body": "Council of Heads of State"}, ONE),
        ({"body": "Council of Ministers of Defence", "kind": "report"}, ONE),
        ({"days": (20201203, 20201203), "kind": "report"}, ONE),
        ({"days": (20201201, 20201203), "kind": "report"}, BOTH),  # a stretch with the day in it
        ({"days": (20201201, 20201231), "kind": "notice"}, BOTH),  # the only one of the month
        ({"days": None, "recorded": None, "kind": "report"}, ONE),  # no day: never by default
        ({"organisations": ("CSTO", "SCO"), "body": None, "formats": ("joint",)}, ONE),
        ({}, ONE),  # two transcripts: some bodies meet twice in a day
    ],
)
def test_a_session_of_a_body(told: dict[str, Any], expected: set[frozenset[str]]) -> None:
    assert grouped(telling("1"), telling("2", **told)) == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"kind": "notice", "status": "planned", "name": "Visit of the Emir"}, BOTH),
        ({"kind": "report", "by_phone": True, "mode": "unknown"}, ONE),  # he called the same day
        ({"kind": "report", "name": "Joint news conference"}, ONE),  # after the talks
        ({"kind": "report", "days": (20201203, 20201203)}, ONE),
    ],
)
def test_a_meeting_of_two_parties(told: dict[str, Any], expected: set[frozenset[str]]) -> None:
    names = ("Vladimir Putin", "Tamim bin Hamad Al Thani")
    assert grouped(two("1", *names), two("2", *names, **told)) == expected


def test_two_meetings_of_two_states_with_other_persons_are_two() -> None:
    emir = two("1", "Vladimir Putin", "Tamim bin Hamad Al Thani")
    minister = two("2", "Sergei Lavrov", "Mohammed bin Abdulrahman", kind="report")
    assert grouped(emir, minister) == ONE
    assert grouped(emir, replace(emir, witness="2", kind="report")) == BOTH


def test_a_month_with_two_sessions_joins_neither() -> None:
    notice = telling("3", days=(20201201, 20201231), status="planned", kind="notice")
    later = telling("2", days=(20201216, 20201216))
    assert grouped(telling("1"), later, notice) == {
        frozenset("1"),
        frozenset("2"),
        frozenset("3"),
    }


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"venue": "Dushanbe"}, BOTH),
        ({"venue": "Yerevan"}, ONE),
        ({"venue": None}, ONE),  # left for a judgement
        ({"venue": "Dushanbe", "days": (20201101, 20201101)}, ONE),  # a month before
        ({"venue": "Dushanbe", "days": (20201203, 20201203)}, ONE),  # not before
    ],
)
def test_what_took_place_earlier_in_a_town(
    told: dict[str, Any], expected: set[frozenset[str]]
) -> None:
    earlier = telling("1", subject=False, days=None, venue="Dushanbe", mode="unknown")
    assert grouped(earlier, telling("2", **told)) == expected


def test_other_witnesses_of_a_record_tell_of_the_session_of_its_base() -> None:
    base = telling("1")
    other = telling("2", record="1", base=False, days=None, body=None, organisations=())
    merged = merge([base, other], shipped())
    assert [tie.rule for group in merged.sessions for tie in group.ties] == ["record"]


def test_every_session_is_named_by_its_earliest_telling_and_shown_by_its_fullest() -> None:
    notice = telling("1", kind="notice", status="planned")
    (meeting,) = meetings(merge([telling("2"), notice], shipped()))
    assert (meeting.id, meeting.stands.key) == ("1.s1", "2.s1")
    assert meeting.subject
    assert [tie.reason for tie in meeting.ties] == [
        "both are of the CSTO Collective Security Council, on 2020-12-02"
    ]


def test_what_is_open_waits_for_a_judgement_and_a_judgement_decides() -> None:
    one, other = telling("1"), telling("2")
    (doubt,) = doubts(merge([one, other], shipped()))
    assert (doubt.one, doubt.other, doubt.rule) == ("1.s1", "2.s1", "transcripts")
    merged = merge([one, other], shipped(), same=[("1.s1", "2.s1")])
    assert len(merged.sessions) == 1
    assert not merged.doubts
    apart = merge([one, other], shipped(), different=[("1.s1", "2.s1")])
    assert len(apart.sessions) == 2
    assert not apart.doubts


def test_what_is_put_apart_is_apart_from_all_that_stay_together() -> None:
    tellings = [telling("1", kind="report"), telling("2"), telling("3", kind="communique")]
    merged = merge(tellings, shipped(), different=[("1.s1", "2.s1")])
    assert _names(merged) == {frozenset({"1.s1"}), frozenset({"2.s1", "3.s1"})}


def _names(merged: Merged) -> set[frozenset[str]]:
    return {frozenset(one.key for one in group.tellings) for group in merged.sessions}


NAMES = st.sampled_from(
    ("CSTO summit", "Talks", "Meeting on the space industry", "Participants of a meeting on space")
)
TOLD: st.SearchStrategy[dict[str, Any]] = st.builds(
    dict,
    kind=st.sampled_from(("transcript", "notice", "report")),
    organisations=st.sampled_from(((), ("CSTO",), ("CSTO", "SCO"))),
    body=st.sampled_from((None, "Collective Security Council", "Council of Ministers of Defence")),
    days=st.sampled_from((None, DAY, (20201201, 20201202), (20201201, 20201231))),
    venue=st.sampled_from((None, "Dushanbe", "Moscow")),
    formats=st.sampled_from(((), ("bilateral",), ("joint",), ("plenary",))),
    status=st.sampled_from(("held", "planned")),
    subject=st.booleans(),
    name=NAMES,
)


@given(
    st.lists(TOLD, max_size=7).flatmap(
        lambda made: st.tuples(st.just(made), st.permutations(range(len(made))))
    )
)
def test_the_order_in_which_records_come_makes_no_difference(
    made: tuple[Sequence[dict[str, Any]], Sequence[int]],
) -> None:
    told = [telling(f"{n:x}", **one) for n, one in enumerate(made[0], start=1)]
    merged = merge(told, shipped())
    again = merge([told[at] for at in made[1]], shipped())
    assert merged == again
    assert sorted(key for group in _names(merged) for key in group) == [one.key for one in told]


@given(TOLD, TOLD)
def test_two_are_as_alike_one_way_as_the_other(one: dict[str, Any], other: dict[str, Any]) -> None:
    faces = [face(telling("1", **told), shipped()) for told in (one, other)]
    there, back = decide(*faces), decide(*faces[::-1])
    assert (there and (there.verdict, there.rule)) == (back and (back.verdict, back.rule))


@given(st.lists(TOLD, max_size=6))
def test_no_session_has_two_days_or_two_bodies(made: Sequence[dict[str, Any]]) -> None:
    told = [telling(f"{n:x}", **one) for n, one in enumerate(made, start=1)]
    for group in merge(told, shipped()).sessions:
        of_days = [one.days for one in group.tellings if one.days]
        assert not of_days or max(d[0] for d in of_days) <= min(d[1] for d in of_days)
        bodies = {one.body for one in group.tellings if one.organisations and one.body}
        assert len(bodies) <= 1
