"""The shipped rows: each has a source, and no name stands for two things."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from greffier.authority import find_organisation, find_state, fold, shipped
from greffier.authority.find import organisation_names, state_names

if TYPE_CHECKING:
    from greffier.model import Body, Office, Organisation, State

# The members of the United Nations, by ISO 3166-1 code.
MEMBERS = re.findall(
    "[A-Z]{2}",
    """
AF AL DZ AD AO AG AR AM AU AT AZ BS BH BD BB BY BE BZ BJ BT BO BA BW BR BN BG BF BI CV KH CM CA CF
TD CL CN CO KM CG CR CI HR CU CY CZ KP CD DK DJ DM DO EC EG SV GQ ER EE SZ ET FJ FI FR GA GM GE DE
GH GR GD GT GN GW GY HT HN HU IS IN ID IR IQ IE IL IT JM JP JO KZ KE KI KW KG LA LV LB LS LR LY LI
LT LU MG MW MY MV ML MT MH MR MU MX FM MD MC MN ME MA MZ MM NA NR NP NL NZ NI NE NG MK NO OM PK PW
PA PG PY PE PH PL PT QA KR RO RU RW KN LC VC WS SM ST SA SN RS SC SL SG SK SI SB SO ZA SS ES LK SD
SR SE CH SY TJ TH TL TG TO TT TN TR TM TV UG UA AE GB TZ US UY UZ VU VE VN YE ZM ZW
""",
)

STATES = pytest.mark.parametrize("state", shipped().states, ids=lambda state: state.code)
ORGANISATIONS = pytest.mark.parametrize(
    "organisation", shipped().organisations, ids=lambda organisation: organisation.acronym
)


def test_every_member_of_the_united_nations_is_there() -> None:
    assert len(set(MEMBERS)) == 193
    listed = [one.code for one in shipped().states if "UN list of member states" in one.source]
    assert sorted(listed) == sorted(MEMBERS)


def test_the_others_are_these() -> None:
    others = {one.code for one in shipped().states} - set(MEMBERS)
    assert others == {"VA", "PS", "TW", "XK", "CK", "NU"}


def test_codes_are_unique_and_well_formed() -> None:
    codes = [one.code for one in shipped().states]
    assert len(set(codes)) == len(codes)
    assert all(re.fullmatch("[A-Z]{2}", code) for code in codes)


def test_states_stand_in_the_order_of_their_names() -> None:
    names = [fold(one.name) for one in shipped().states]
    assert names == sorted(names)


@STATES
def test_a_state_is_found_by_each_of_its_names_and_by_no_other(state: State) -> None:
    for name in state_names(state):
        assert find_state(shipped(), name) == state
        assert find_state(shipped(), name, printed=True) == state


@STATES
def test_a_state_names_its_sources_and_writes_russian_in_russian(state: State) -> None:
    assert "ISO 3166-1" in state.source
    assert re.fullmatch(r"[а-яё' -]+", state.russian_name.lower())
    for name in (state.name, state.formal_name, *state.demonyms, *state.other_names):
        assert not re.search(r"[А-Яа-яЁё]", name)
        assert not re.match("the |The |.*[\u2018\u2019`]", name)  # as docs/authority.md has it


def test_names_that_two_states_claim_are_left_out_of_both() -> None:
    for name in ("Congo", "Congolese", "Dominican", "Korea", "Korean", "America"):
        assert find_state(shipped(), name) is None


def test_there_are_as_many_organisations_as_were_asked_for() -> None:
    assert len(shipped().organisations) >= 30


@ORGANISATIONS
def test_an_organisation_is_found_by_each_of_its_names(organisation: Organisation) -> None:
    for name in organisation_names(organisation):
        assert find_organisation(shipped(), name) == organisation
        assert find_organisation(shipped(), f"the {name}") == organisation


@ORGANISATIONS
@pytest.mark.parametrize(("here", "there"), [("isation", "ization"), ("ization", "isation")])
def test_an_organisation_is_found_in_both_spellings(
    organisation: Organisation, here: str, there: str
) -> None:
    english = [name for name in organisation_names(organisation) if "internationale" not in name]
    for name in english:
        assert find_organisation(shipped(), name.replace(here, there)) == organisation


@ORGANISATIONS
def test_every_row_of_an_organisation_names_a_public_document(organisation: Organisation) -> None:
    rows: list[Organisation | Body | Office] = [organisation]
    rows += [*organisation.bodies, *organisation.offices]
    for row in rows:
        assert re.search(r"\d{4}|\bart\. |^Official site of ", row.source), row


@ORGANISATIONS
def test_an_organisation_has_russian_names(organisation: Organisation) -> None:
    assert organisation.russian_names
    for part in organisation.bodies:
        assert not [name for name in part.russian_names if not re.search("[А-Яа-я]", name)]
    for office in organisation.offices:
        assert not [title for title in office.russian_titles if not re.search("[А-Яа-я]", title)]


@ORGANISATIONS
def test_bodies_and_offices_belong_where_they_stand(organisation: Organisation) -> None:
    parts: list[Body | Office] = [*organisation.bodies, *organisation.offices]
    for part in parts:
        assert part.organisation == organisation.acronym


@pytest.mark.parametrize(
    ("acronym", "summit"),
    [
        ("CSTO", "Collective Security Council"),
        ("SCO", "Heads of State Council"),
        ("CIS", "Council of Heads of State"),
        ("EAEU", "Supreme Eurasian Economic Council"),
        ("EU", "European Council"),
        ("CARICOM", "Conference of Heads of Government"),
        ("G20", None),  # its summit is no organ with a name of its own
    ],
)
def test_the_body_that_meets_at_the_summit(acronym: str, summit: str | None) -> None:
    organisation = find_organisation(shipped(), acronym)
    assert organisation is not None
    assert (organisation.summit.name if organisation.summit else None) == summit
