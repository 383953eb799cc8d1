"""Whom the labels of a record mean."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from greffier.model import Mark, Span, witness_of
from greffier.reading import read

if TYPE_CHECKING:
    from greffier.model import Known
    from tests.reading.texts import Read

COUNCIL = """Threats to peace

The President: The Security Council will now begin. I thank Special Envoy Jane Berg.

Ms. Berg: I thank you.

Mr. Churkin (Russian Federation) (spoke in Russian): We have listened to Ms. Jane Berg.

The President: It is so decided."""

REMARKS = """Remarks by President Biden and Prime Minister Modi of India

THE PRESIDENT: Welcome, all of you.

PRIME MINISTER MODI: Thank you.

Q Mr. President, when?

MS. DAHL: Thank you. I am Ann Dahl.

THE PRESIDENT: Soon."""


def _cast(reading_of: Read, printed: str) -> list[tuple[str | None, str | None, str | None, str]]:
    reading = reading_of(printed)
    cast = {one.id: one for one in reading.participants}
    spoke = dict.fromkeys(one.participant for one in reading.turns if one.participant)
    return [(cast[at].name, cast[at].office, cast[at].of, cast[at].role) for at in spoke]


def test_a_president_of_a_council_is_an_office_of_it(reading_of: Read) -> None:
    assert _cast(reading_of, COUNCIL) == [
        (None, "President", "Security Council", "chair"),
        ("Jane Berg", "Special Envoy", None, "participant"),  # the given name from the text
        ("Churkin", None, "Russia", "participant"),
    ]


def test_offices_in_capitals_are_those_of_the_title(reading_of: Read) -> None:
    assert _cast(reading_of, REMARKS) == [
        ("Biden", "President", None, "participant"),
        ("Modi", "Prime Minister", "India", "participant"),
        (None, None, None, "press"),
        ("Ann Dahl", None, None, "participant"),
    ]


@pytest.mark.parametrize(
    ("label", "who"),
    [
        ("The SPEAKER (Hon. Tony Smith) (12:01)", ("Tony Smith", "Speaker")),
        ("The DEPUTY SPEAKER (Ms Bird)", ("Bird", "Deputy Speaker")),
        ("Mr BURKE (Watson) (12:01)", ("Burke", None)),
        ("Ms. DeLAURO (Connecticut)", ("DeLauro", None)),
        ("MR MILLER", ("Miller", None)),
        ("Right Hon. Stephen Harper (Prime Minister, CPC)", ("Stephen Harper", "Prime Minister")),
        ("Oana Lungescu (NATO Spokesperson)", ("Oana Lungescu", "Spokesperson")),
        ("Mr BROWN (Kooyong—Minister for Finance)", ("Brown", "Minister of Finance")),
        (
            "The Secretary of State for Exiting the European Union (Mr David Davis)",
            ("David Davis", "Secretary of State for Exiting the European Union"),
        ),
        ("King ABDULLAH II (Jordan)", ("Abdullah II", "King")),
        ("Prince Zeid Al-Hussein (Jordan)", ("Zeid Al-Hussein", None)),
    ],
)
def test_names_stand_in_labels_in_many_ways(
    reading_of: Read, label: str, who: tuple[str, str | None]
) -> None:
    (one,) = _cast(reading_of, f"{label}: Order!\n\nAn hon. member: Oh!\n")
    assert one[:2] == who


HEADS = [
    "President: Ms. Amina MOHAMED .................... (Kenya)",
    "The PRESIDENT (Ms. Amina Mohamed) took the Chair at 3.20 p.m.",
]


@pytest.mark.parametrize("head", HEADS)
def test_who_presides_stands_in_the_head(reading_of: Read, head: str) -> None:
    printed = f"{head}\n\nThe PRESIDENT: I declare open the meeting of the Security Council.\n\n"
    found = _cast(reading_of, f"{printed}Mr. Hu (China): Thank you.\n\nThe PRESIDENT: Mr. Hu?\n")
    assert found == [
        ("Amina Mohamed", "President", "Security Council", "chair"),
        ("Hu", None, "China", "participant"),
    ]


def test_a_president_is_the_same_in_another_language(reading_of: Read) -> None:
    printed = "The President: The Security Council will begin.\n\nMs Berg: Yes.\n\n"
    reading = reading_of(f"{printed}The President (spoke in Russian): Any comments?\n")
    assert reading.turns[0].participant == reading.turns[2].participant is not None


def test_an_office_alone_is_held_by_whom_the_head_names(reading_of: Read) -> None:
    printed = "A transcript of the noon briefing by Ann Dahl, Spokesman for the Secretary-General."
    found = _cast(
        reading_of,
        f"{printed}\n\nQuestion: When?\n\nSpokesman: Soon.\n\nQuestion: Oh.\n\nSpokesman: Yes.",
    )
    assert ("Ann Dahl", "Spokesperson", None, "participant") in found


def test_a_ministry_in_capitals_is_nobody_s_name(reading_of: Read) -> None:
    printed = "The MINISTER OF WORKS AND COOPERATION: Yes.\n\nMs Berg: No.\n"
    assert all(name != "And Cooperation" for name, *_ in _cast(reading_of, printed))


def test_whoever_spoke_with_his_name_is_the_same_without_it(reading_of: Read) -> None:
    reading = reading_of(
        "The SPEAKER: Order!\n\nMr BURKE: Yes.\n\nThe SPEAKER (Mr Smith): Thanks.\n"
    )
    assert len({one.participant for one in reading.turns}) == len(["the Speaker", "Mr Burke"])


def test_signs_of_markdown_are_none_of_a_label(known: Known) -> None:
    printed = "## Talks\n\n**Ann Berg:** Yes, [we](https://a.org/b) are.\n\n**Bob Dahl**: No.\n"
    spans = [("Talks", "heading"), ("Ann Berg:", "bold"), ("we", "link"), ("Bob Dahl", "bold")]
    marks = tuple(
        Mark(kind=kind, span=Span(printed.index(words), printed.index(words) + len(words)))  # type: ignore[arg-type] # the kinds are literals above
        for words, kind in spans
    )
    witness = replace(witness_of(printed, media_type="text/markdown"), marks=marks)
    reading = read(witness, known)
    assert reading.record.title
    assert reading.record.title.text == "Talks"
    assert [one.label for one in reading.turns] == ["Ann Berg", "Bob Dahl"]
    assert reading.turns[1].paragraphs[0].cut(printed) == "No."
