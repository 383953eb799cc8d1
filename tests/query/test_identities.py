"""Tests of `greffier.query.identities`: who is who over many records, and what they are called."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from greffier.archive import person_id
from greffier.archive.settlement import Bearer, KnownAs, Named, Ruling
from greffier.authority import shipped
from greffier.model import Period
from greffier.query.identities import identities


def named(  # noqa: PLR0913 - what tells who he is
    record: str,
    name: str,
    office: str | None = None,
    of: str | None = None,
    *,
    date: str | None = "2021-09-16",
    witness: str = "",
    place: int = 1,
) -> Named:
    return Named(
        witness=witness or record,
        participant=f"p{place}",
        record=record,
        name=name,
        key=person_id(name),
        office=office,
        of=of,
        acting=False,
        date=date,
        language="en",
        person=None,
    )


def told(*some: Named, rulings: tuple[Ruling, ...] = ()) -> list[str]:
    return list(identities(some, shipped(), rulings).persons)


PUTIN = (
    named("r1", "Vladimir Putin", "President", "Russia"),
    named("r2", "В.Путин", "President", "Russia", date="2022-01-01"),
    named("r3", "Vladimir Putin", "President", "Russia", date="2022-05-01"),
    named("r4", "Владимир Владимирович Путин", "President", "Russia", date="2023-05-01"),
)
IVANOVS = (
    named("r1", "Sergei Ivanov", "Minister of Defence", "Russia", date="2005-01-01"),
    named("r2", "Sergei Ivanov", "CEO", "ALROSA", date="2018-01-01"),
    named("r3", "Sergei Ivanov", "CEO", "ALROSA", date="2018-02-01"),
)


def test_a_person_has_the_latin_name_that_most_records_print() -> None:
    found = identities(PUTIN, shipped())
    assert set(found.persons) == {"vladimir-putin"}
    assert found.names == {"vladimir-putin": "Vladimir Putin"}


def test_a_name_in_capitals_is_not_preferred() -> None:
    shouted = [named(f"r{n}", "KASSYM-JOMART TOKAYEV", "President") for n in range(3)]
    found = identities([*shouted, named("r9", "Kassym-Jomart Tokayev", "President")], shipped())
    assert found.names == {"kassym-jomart-tokayev": "Kassym-Jomart Tokayev"}


def test_persons_of_one_name_are_told_apart_and_left_for_a_judgement() -> None:
    found = identities(IVANOVS, shipped())
    # Most records name the second so.
    assert found.persons == ("sergei-ivanov-2", "sergei-ivanov", "sergei-ivanov")
    (doubt,) = found.doubts
    assert (doubt.kind, doubt.one, doubt.other) == ("person", "sergei-ivanov", "sergei-ivanov-2")
    assert doubt.reasons


def test_a_surname_that_leads_to_a_fuller_name_has_a_number_always() -> None:
    some = (
        *PUTIN,
        named("r1", "Putin", "President", "Russia", place=2),
        named("r9", "Putin", date="1999-01-01"),
    )
    assert told(*some)[-2:] == ["vladimir-putin", "putin-2"]


def test_no_number_makes_the_name_of_somebody() -> None:
    twins = (
        named("r1", "Ali Hassan", "Minister of Health", "Egypt"),
        named("r2", "Ali Hassan", "Minister of Energy", "Iraq"),
        named("r3", "Ali Hassan 2", "Minister of Finance", "Oman"),
    )
    persons = told(*twins)
    assert len(set(persons)) == len(persons)
    assert {"ali-hassan", "ali-hassan-3"} <= set(persons)


def bearer(one: Named) -> Bearer:
    return Bearer(witness=one.witness, name=one.name, office=one.office, of=one.of)


def ruling(one: Named, other: Named, *, same: bool) -> Ruling:
    return Ruling(same=same, one=bearer(one), other=bearer(other))


def test_whom_a_judgement_makes_one_all_are_one_with() -> None:
    minister, *ceo = IVANOVS
    judged = ruling(ceo[0], minister, same=True)
    found = identities(IVANOVS, shipped(), [judged])
    assert set(found.persons) == {"sergei-ivanov"}
    assert found.doubts == ()


def test_a_judgement_goes_before_what_the_names_say() -> None:
    some = (*PUTIN, named("r7", "Uladzimir Pucin", "President", "Russia"))
    assert told(*some)[-1] != "vladimir-putin"
    assert set(told(*some, rulings=(ruling(some[-1], PUTIN[0], same=True),))) == {"vladimir-putin"}


def test_what_a_judgement_keeps_apart_is_not_joined() -> None:
    full = (PUTIN[0], PUTIN[2], PUTIN[3])
    judged = tuple(ruling(full[2], one, same=False) for one in full[:2])
    found = identities(full, shipped(), judged)
    assert found.persons[0] == found.persons[1] != found.persons[2]
    assert found.doubts == ()  # it is no longer open
    # An initial fits both now.
    assert told(*full, PUTIN[1], rulings=judged)[3] not in found.persons


@pytest.mark.parametrize("same", [True, False])
def test_of_two_judgements_on_the_same_two_the_later_one_holds(same: bool) -> None:  # noqa: FBT001 - a case
    minister, ceo, _ = IVANOVS
    judged = (ruling(minister, ceo, same=not same), ruling(ceo, minister, same=same))
    persons = told(*IVANOVS, rulings=judged)
    assert (persons[0] == persons[1]) is same


def test_what_is_kept_apart_is_not_made_one_through_a_third() -> None:
    one, other, third = (named(f"r{n}", name) for n, name in enumerate(("Ann", "Bea", "Cyd")))
    judged = (
        ruling(one, other, same=False),
        ruling(one, third, same=True),
        ruling(third, other, same=True),
    )
    persons = told(one, other, third, rulings=judged)
    assert persons[0] != persons[1]
    assert persons[2] == persons[0]


def test_a_judgement_on_what_is_read_no_more_changes_nothing() -> None:
    gone = Bearer(witness="r1", name="Somebody Else")
    judged = Ruling(same=True, one=gone, other=bearer(PUTIN[0]))
    assert told(*PUTIN, rulings=(judged,)) == told(*PUTIN)


def test_a_judgement_finds_him_in_another_office_where_nobody_else_is_called_so() -> None:
    judged = Ruling(
        same=True,
        one=Bearer(witness="r1", name="Sergei Ivanov", office="Defence Minister"),
        other=bearer(IVANOVS[1]),
    )
    assert len(set(told(*IVANOVS, rulings=(judged,)))) == 1


PUCIN = named("r7", "Uladzimir Pucin", "President", "Russia", date="2020-03-01")


def known(office: str, since: str | None, until: str | None) -> KnownAs:
    return KnownAs(
        authority=1,
        person="Q7747",
        keys=frozenset({"vladimir-putin", "uladzimir-pucin"}),
        office=office,
        of="Russia",
        period=Period(since, until),
    )


@pytest.mark.parametrize(
    ("given", "one"),
    [
        (known("President", "2012-05-07", ".."), True),
        (known("president", "2012", None), True),  # when it ended is not known
        (known("President", "2000-05-07", "2008-05-07"), False),  # on another day
        (known("Prime Minister", "2012-05-07", ".."), False),  # in another office
    ],
)
def test_whom_the_user_knows_by_two_names_is_one(given: KnownAs, *, one: bool) -> None:
    some = (*PUTIN, PUCIN)
    persons = identities(some, shipped(), known_as=[given]).persons
    assert (persons[-1] == persons[0]) is one


def test_what_the_user_knows_overrules_no_judgement() -> None:
    some = (*PUTIN, PUCIN)
    apart = tuple(ruling(PUCIN, one, same=False) for one in PUTIN)
    given = known("President", "2012-05-07", "..")
    persons = identities(some, shipped(), apart, [given]).persons
    assert persons[-1] not in persons[:-1]


NAMES = ("Vladimir Putin", "V. Putin", "Putin", "Sergei Ivanov", "S. Ivanov", "Li Wei", "Wei Li")
OFFICES = ((None, None), ("President", "Russia"), ("President", "China"), ("Minister", "Russia"))


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(
            st.sampled_from("abcd"),
            st.sampled_from(NAMES),
            st.sampled_from(OFFICES),
            st.sampled_from([None, "2001", "2020-12-02", "2021-09"]),
        ),
        max_size=14,
    ),
    st.integers(),
)
def test_the_order_of_the_records_makes_no_difference(
    rows: list[tuple[str, str, tuple[str | None, str | None], str | None]], seed: int
) -> None:
    some = [
        named(record, name, office, of, date=date, place=n)
        for n, (record, name, (office, of), date) in enumerate(rows)
    ]
    mixed = random.Random(seed).sample(some, len(some))  # noqa: S311 - an order, no secret
    first, second = identities(some, shipped()), identities(mixed, shipped())
    assert dict(zip(some, first.persons, strict=True)) == dict(
        zip(mixed, second.persons, strict=True)
    )
    assert (first.names, set(first.doubts)) == (second.names, set(second.doubts))
    assert set(first.persons) == set(first.names)
