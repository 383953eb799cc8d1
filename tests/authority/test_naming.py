"""Who is one person, by name, office and day; and who is who in an archive."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from greffier.authority import shipped
from greffier.authority.naming import Observed, decide, join, observe
from greffier.errors import AuthorityError
from tests.builders import meeting

if TYPE_CHECKING:
    from random import Random

KNOWN = shipped()


def seen(  # noqa: PLR0913 - an observation has this many sides
    name: str,
    office: str | None = None,
    of: str | None = None,
    day: str | None = None,
    *,
    record: str = "a.txt",
    acting: bool = False,
) -> Observed:
    return Observed(name=name, office=office, of=of, day=day, record=record, acting=acting)


RAHMON = seen("Emomali Rahmon", "President", "Tajikistan", "2021-09-17")
ILHAM = seen("Ilham Aliyev", "President", "Azerbaijan", "2003-12-01", record="i.txt")
HEYDAR = seen("Heydar Aliyev", "President", "Azerbaijan", "2003-06-01", record="h.txt")
BARE = seen("Mr Aliyev", "President", "Azerbaijan", "2003-10-30", record="b.txt")
FATHER = seen("George Bush", "President", "United States", "1990-05-31", record="41.txt")
SON = seen("George Bush", "President", "United States", "2003-06-01", record="43.txt")


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        # a surname alone is settled by the office within a term, or by standing in one record
        (RAHMON, seen("Mr Rahmon", "President", "Tajikistan", "2020", record="b"), "same"),
        (RAHMON, seen("Mr Rahmon", record="a.txt"), "same"),
        (RAHMON, seen("Mr Rahmon", record="b"), "undecided"),
        (RAHMON, seen("Rahmon", "Prime Minister", "Nepal", "2021-09-17", record="b"), "different"),
        # initials are enough for a name that few bear
        (seen("В.Путин"), seen("Vladimir Putin", "President", "Russia", record="b"), "same"),
        (seen("М.Кузнецов"), seen("Михаил Михайлович Кузнецов", record="b"), "undecided"),
        (seen("М.Кузнецов"), seen("Лев Кузнецов", record="b"), "different"),
        # a name that many bear is settled by the office, however it is parted, not by the name
        (seen("Sergei Ivanov", "CEO", "ALROSA"), seen("Sergei Ivanov", record="b"), "undecided"),
        (
            seen("Савченко Мария", "Министр обороны Российской Федерации"),
            seen("Мария Савченко", "Министр обороны", "Российской Федерации", record="b"),
            "same",
        ),
        (FATHER, SON, "undecided"),
        (SON, seen("George W. Bush", "President", "U.S.A.", "2004-01-01", record="b"), "same"),
        # one office, the next man
        (ILHAM, HEYDAR, "different"),
        # two of one name who govern in two states on one day
        (
            seen("Daniel Kral", "Prime Minister", "Austria", "2020-01-01"),
            seen("Daniel Kral", "Prime Minister", "Hungary", "2020-01-01", record="b"),
            "different",
        ),
        # people rise: another office on another day is no second person
        (
            seen("Viktor Khristenko", "Deputy Prime Minister", "Russia", "2003-03-12"),
            seen("Viktor Khristenko", "Chairman of the Board", "EEC", "2012-12-19", record="b"),
            "same",
        ),
        # but not into another state's service, nor at a hundred
        (
            seen("Petr Horak", "Ambassador", "Austria", "2020-01-01"),
            seen("Petr Horak", "Judge", "Hungary", "2010-01-01", record="b"),
            "undecided",
        ),
        (
            seen("Petr Horak", day="1946-01-10"),
            seen("Petr Horak", day="2020", record="b"),
            "undecided",
        ),
        # what Russian hears in a foreign name is settled by the office
        (
            seen("Джо Байден", "President", "United States", "2021-06-16"),
            seen("Joe Biden", "President", "United States", "2021-03-12", record="b"),
            "same",
        ),
    ],
)
def test_two_observed_persons(one: Observed, other: Observed, verdict: str) -> None:
    assert decide(one, other, KNOWN).verdict == verdict
    assert decide(one, other, KNOWN) == decide(other, one, KNOWN)


def test_a_decision_tells_its_rule_and_reasons() -> None:
    decision = decide(RAHMON, seen("Эмомали Рахмон", record="b"), KNOWN)
    assert decision.rule == "full:rare"
    assert decision.reasons[0] == "the names agree, in whatever spelling and order"


def test_a_day_that_is_none_is_said() -> None:
    with pytest.raises(AuthorityError, match="2021-13"):
        decide(RAHMON, seen("Mr Rahmon", day="2021-13", record="b"), KNOWN)


def test_father_and_son_are_never_joined_by_a_surname_between_them() -> None:
    found = join([ILHAM, HEYDAR, BARE], KNOWN)
    assert len(found.groups) == 3
    assert {doubt.decision.rule for doubt in found.doubts} == {"fits-two"}


def test_a_surname_goes_to_the_one_it_fits() -> None:
    found = join([ILHAM, BARE], KNOWN)
    assert len(found.groups) == 1


def test_two_persons_are_not_joined_by_surnames_in_one_record() -> None:
    """`Mr Ivanov` stands beside two of them and fits both; they stay two, and so does he."""
    minister = seen("Sergei Ivanov", "Minister of Defence", "Russia", "2003-05", record="m")
    head = seen("Sergei Ivanov", "CEO", "ALROSA", "2003-05-02", record="h")
    first = seen("Mr Ivanov", "Minister of Defence", "Russia", "2003-05-03", record="r")
    second = seen("Mr Ivanov", "CEO", "ALROSA", "2003-05-03", record="r")
    neither = seen("Mr Ivanov", record="r", day="2003-05-03")
    found = join([minister, head, first, second, neither], KNOWN)
    assert {frozenset(group) for group in found.groups} == {
        frozenset([minister, first]),
        frozenset([head, second]),
        frozenset([neither]),
    }


def test_a_surname_leads_on_to_the_next() -> None:
    """Nobody is named but once in 15 years; what lies between leads from one to all."""
    years = [
        seen("Mr Rahmon", "President", "Tajikistan", str(year), record=f"{year}")
        for year in range(2006, 2021, 3)
    ]
    assert len(join([RAHMON, *years], KNOWN).groups) == 1
    assert len(join([RAHMON, *years[:2]], KNOWN).groups) == 2


def test_presidents_of_one_name_are_parted_by_their_terms() -> None:
    named = seen("George W. Bush", "President", "United States", "2004-06-01", record="w.txt")
    found = join([FATHER, SON, named], KNOWN)
    assert {frozenset(group) for group in found.groups} == {
        frozenset([FATHER]),
        frozenset([SON, named]),
    }


def test_judgements_outrank_the_rules() -> None:
    one, other = seen("Sergei Ivanov", record="a"), seen("Sergei Ivanov", record="b")
    assert len(join([one, other], KNOWN).groups) == 2
    assert len(join([one, other], KNOWN, same=[(one, other)]).groups) == 1
    rahmon = seen("Эмомали Рахмон", record="b")
    apart = join([RAHMON, rahmon], KNOWN, different=[(RAHMON, rahmon)])
    assert len(apart.groups) == 2
    assert not apart.doubts  # it was judged, so it is not asked again
    with pytest.raises(AuthorityError, match="both one and two"):
        join([one, other], KNOWN, same=[(one, other)], different=[(other, one)])


def test_the_participants_of_a_reading_are_observed_on_its_day() -> None:
    _, reading = meeting()
    assert [
        (one.id, who.name, who.office, who.of, who.day) for one, who in observe(reading, "r")
    ] == [
        ("p1", "Vladimir Putin", "President", "Russia", "2020-12-02"),
        ("p2", "Nikol Pashinyan", "Prime Minister", "Armenia", "2020-12-02"),
    ]


PEOPLE = st.builds(
    seen,
    st.sampled_from(
        [
            "Ilham Aliyev",
            "Алиев Ильхам Гейдарович",
            "Heydar Aliyev",
            "Aliyev",
            "I. Aliyev",
            "George Bush",
            "George W. Bush",
            "George H. W. Bush",
            "Bush",
            "Sergei Ivanov",
            "Сергей Борисович Иванов",
            "С.Иванов",
        ]
    ),
    st.sampled_from([None, "President", "Prime Minister"]),
    st.sampled_from([None, "Azerbaijan", "United States", "Russia"]),
    st.sampled_from([None, "1990-05-31", "2003-06-01", "2003-12", "2004"]),
    record=st.sampled_from(["a.txt", "b.txt", "c.txt"]),
)


@given(PEOPLE, PEOPLE)
def test_a_decision_is_the_same_either_way(one: Observed, other: Observed) -> None:
    assert decide(one, other, KNOWN) == decide(other, one, KNOWN)
    assert decide(one, one, KNOWN).verdict == "same"


@settings(deadline=None)
@given(st.lists(PEOPLE, max_size=14), st.randoms(use_true_random=False))
def test_joining_does_not_hang_on_the_order_and_keeps_apart_what_is_different(
    observed: list[Observed], random: Random
) -> None:
    found = join(observed, KNOWN)
    shuffled = list(observed)
    random.shuffle(shuffled)
    assert join(shuffled, KNOWN) == found
    assert sorted(one.key for group in found.groups for one in group) == sorted(
        {one.key for one in observed}
    )
    for group in found.groups:
        for one, other in itertools.combinations(group, 2):
            assert decide(one, other, KNOWN).verdict != "different"
