"""The final word: copies join, acts of one template do not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier.collation import same_record
from greffier.collation.heads import same_day
from greffier.model import Claim, Date, RecordHead, Text
from tests.collation.texts import OTHER, SPEECH, at, claim


def test_the_two_witnesses_of_the_joint_meeting_are_of_one_record(
    page: Claim, scrape: Claim
) -> None:
    """One has tooltips and no end; the other has a date, which the first does not deny."""
    found = same_record(page, scrape)
    assert found is not None
    assert (found.a, found.b) == (page.witness, scrape.witness)
    assert found.b_in_a > 0.95
    assert found.a_in_b < 0.7
    assert found.words > 600
    for passage in found.passages:
        assert passage.a.cut(page.text).split() != []
        left, right = passage.a.cut(page.text), passage.b.cut(scrape.text)
        assert left.split()[0].strip("“”,.") == right.split()[0].strip("“”,.")
    assert max(passage.words for passage in found.passages) > 500
    assert any("words in the same order" in one for one in found.reasons)


@pytest.mark.parametrize(
    "other",
    [
        SPEECH[: len(SPEECH) * 6 // 10],
        SPEECH[len(SPEECH) * 4 // 10 :],
        SPEECH.replace(" ", "\n"),
        SPEECH.replace("“", '"').replace("”", '"').upper(),
        f"{OTHER} {SPEECH}",
        SPEECH.replace("haste", "a hurry").replace("relevant", "important"),
    ],
    ids=["cut", "late", "wrapped", "capitals", "framed", "corrected"],
)
def test_a_copy_joins(other: str) -> None:
    assert same_record(claim(SPEECH), claim(other)) is not None
    assert same_record(claim(other), claim(SPEECH)) is not None


def test_other_texts_do_not_join() -> None:
    assert same_record(claim(SPEECH), claim(OTHER)) is None
    assert same_record(claim(""), claim(SPEECH)) is None


CONTINUED = (
    "On {day}, {year}, by Executive Order {number}, the President declared a national emergency "
    "with respect to {name} to deal with the unusual and extraordinary threat to the national "
    "security and foreign policy of the United States. Because the actions of the government of "
    "{name} continue to pose that threat, the national emergency declared on {day}, {year}, must "
    "continue in effect beyond {day}, {next}. Therefore, in accordance with section 202 of the "
    "National Emergencies Act, I am continuing for one year the national emergency."
)


def continued(**changes: str) -> str:
    """Write one of the yearly notices of the White House."""
    usual = {
        "day": "March 6",
        "year": "2003",
        "number": "13288",
        "name": "Zimbabwe",
        "next": "2022",
    }
    return CONTINUED.format(**(usual | changes))


@pytest.mark.parametrize(
    "changes",
    [
        {"next": "2023", "year": "2004"},
        {"number": "13405"},
        {"name": "Belarus"},
        {"day": "May 6"},
    ],
    ids=["year", "number", "name", "month"],
)
def test_acts_of_one_template_stay_apart(changes: dict[str, str]) -> None:
    first, second = claim(continued()), claim(continued(**changes))
    assert same_record(first, first) is not None
    assert same_record(first, second) is None
    assert same_record(second, first) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"date": "2021-11-08"}, {"date": "2022-11-08"}),
        ({"title": "Greetings to Boris Spassky"}, {"title": "Greetings to Anatoly Karpov"}),
        ({"title": "Decision No. 7 of the Council"}, {"title": "Decision No. 8 of the Council"}),
        ({"place": "Sochi"}, {"place": "The Kremlin, Moscow"}),
    ],
)
def test_heads_that_disagree_are_of_two_records(one: dict[str, str], other: dict[str, str]) -> None:
    assert same_record(claim(SPEECH, **one), claim(SPEECH, **other)) is None  # type: ignore[arg-type] # each is text
    assert same_record(claim(SPEECH, **one), claim(SPEECH)) is not None  # type: ignore[arg-type] # as above


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"date": "2021-09-17"}, {"date": "2021-09"}),
        ({"date": "2021-09-16/2021-09-17"}, {"date": "2021-09-17"}),
        (
            {"title": "Joint meeting of SCO and CSTO heads of state"},
            {"title": "Speech at joint meeting of SCO and CSTO Heads of State"},
        ),
        (
            {"title": "Joint meeting of SCO and CSTO heads of state"},
            {"title": "Putin tells allies to join forces"},  # a repost has a title of its own
        ),
        ({"title": "Talks with Kassym-Jomart Tokayev"}, {"title": "Talks with K.-J. Tokaev"}),
        ({"place": "The Kremlin, Moscow"}, {"place": "Moscow"}),
    ],
)
def test_heads_that_say_the_same_otherwise_agree(
    one: dict[str, str], other: dict[str, str]
) -> None:
    assert same_record(claim(SPEECH, **one), claim(SPEECH, **other)) is not None  # type: ignore[arg-type] # each is text


def test_one_number_far_down_is_a_correction_and_said() -> None:
    text = f"{SPEECH} It cost 20 million roubles. {OTHER}"
    found = same_record(claim(text), claim(text.replace("20 million", "30 million")))
    assert found is not None
    assert any("20 / 30" in reason for reason in found.reasons)


def test_what_agrees_is_a_reason() -> None:
    found = same_record(
        claim(SPEECH, title="Joint meeting", date="2021-09-17"),
        claim(SPEECH, title="Joint  Meeting", date="2021-09-17"),
    )
    assert found is not None
    assert "date 2021-09-17 agrees" in found.reasons
    assert "title agrees" in found.reasons


def test_what_the_page_shows_of_today_does_not_part_its_copies() -> None:
    """Above the title stands the day of the visit, which no rule knew for furniture."""
    pages = []
    for today in ("Saturday, 21 November 2026, 14:05", "Monday, 3 May 2027, 09:30"):
        top = f"Today is {today} in Geneva.\n\nJoint meeting\n17 September 2021\n\n"
        head = RecordHead(
            kind="other",
            title=Text(text="Joint meeting", span=at(top, "Joint meeting"), rule="made"),
            date=Date(value="2021-09-17", basis="stated", span=at(top, "17 September 2021")),
        )
        pages.append(Claim(witness=today, text=top + SPEECH, head=head))
    assert same_record(*pages) is not None
    assert same_record(*(replace(one, head=None) for one in pages)) is None


def test_a_quotation_in_a_longer_text_is_no_copy() -> None:
    """A report that quotes a few sentences is a record of its own."""
    quoted = SPEECH[: SPEECH.index("It is particularly")]
    assert same_record(claim(f"{OTHER} {OTHER} He said: {quoted}"), claim(SPEECH)) is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2021", "2021-09-17", True),
        ("2021-09", "2021-09-30", True),
        ("2021-09", "2021-10-01", False),
        ("2021-09-16/2021-09-18", "2021-09-17", True),
        ("2020/2021", "2021-12-31", True),
        ("2021-09-16/2021-09-18", "2021-09-19", False),
    ],
)
def test_dates_agree_as_far_as_they_are_precise(one: str, other: str, *, same: bool) -> None:
    first, second = Date(value=one, basis="stated"), Date(value=other, basis="stated")
    assert same_day(first, second) is same
    assert same_day(second, first) is same


PIECES = st.lists(st.sampled_from([*SPEECH.split(". "), OTHER, "12 May 2021", "Mr Okoro"]))


@given(PIECES, PIECES)
def test_grouping_does_not_depend_on_which_is_named_first(a: list[str], b: list[str]) -> None:
    one, other = claim(". ".join(a), witness="a"), claim(". ".join(b), witness="b")
    found, back = same_record(one, other), same_record(other, one)
    assert (found is None) == (back is None)
    if found and back:
        assert (found.a_in_b, found.b_in_a, found.words) == (back.b_in_a, back.a_in_b, back.words)
