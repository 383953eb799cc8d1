"""Labels that hold an office, what it is of and a name, in whatever order they print them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from greffier.reading.naming import capacity_of_label

if TYPE_CHECKING:
    from greffier.reading.tagging import Tagger

Row = tuple[str | None, str | None, str | None]


def _read(label: str, tagger: Tagger) -> Row | None:
    found = capacity_of_label(label, "label:name", tagger)
    return (found.name, found.office, found.of) if found else None


@pytest.mark.parametrize(
    ("label", "row"),
    [
        # A single word before the office: in a label nothing else could stand there.
        ("Kemerovo Mayor Ilya Seredyuk", ("Ilya Seredyuk", "Mayor", "Kemerovo")),
        ("ALROSA CEO Sergei Ivanov", ("Sergei Ivanov", "CEO", "ALROSA")),
        # The words of an institution are none of the name.
        ("Head of Russian Railways Oleg Belozerov", ("Oleg Belozerov", "Head", "Russian Railways")),
        (
            "President of the Russian Olympic Committee Alexander Zhukov",
            ("Alexander Zhukov", "President", "Russian Olympic Committee"),
        ),
        (
            (
                "Head of the Federal Service for Environmental, Technological and Nuclear "
                "Supervision Alexei Aleshin"
            ),
            (
                "Alexei Aleshin",
                "Head",
                "Federal Service for Environmental, Technological and Nuclear Supervision",
            ),
        ),
        # Nor are a rank or a title.
        (
            "Minister of the Interior of the Republic of Adygeya Major-General Vladimir Alai",
            ("Vladimir Alai", "Minister of the Interior", "Republic of Adygeya"),
        ),
        (
            "Vatican Secretary of State Cardinal Pietro Parolin (retranslated)",
            ("Pietro Parolin", "Secretary of State", "Holy See"),
        ),
        # Of two offices the first counts, with what both are of.
        (
            "President and CEO of BASF Kurt Bock (retranslated)",
            ("Kurt Bock", "President", "BASF"),
        ),
        (
            "Sberbank CEO and Chairman of the Board German Gref",
            ("German Gref", "CEO", "Sberbank"),
        ),
        # A name of many words behind a state, and one that begins with the family name.
        (
            "King of Bahrain Hamad Bin Isa Al Khalifa (retranslated)",
            ("Hamad Bin Isa Al Khalifa", "King", "Bahrain"),
        ),
        (
            "General Secretary of the Communist Party of Vietnam Nguyen Phu Trong",
            ("Nguyen Phu Trong", "General Secretary", "Communist Party of Vietnam"),
        ),
        # The name first.
        (
            "Salam Al-Marayati,President of the Muslim Public Affairs Council",
            ("Salam Al-Marayati", "President", "Muslim Public Affairs Council"),
        ),
        (
            "Joni Madison, Human Rights Campaign (HRC) Interim President",
            ("Joni Madison", "President", "Human Rights Campaign"),
        ),
        # What comes before the first office that is known is an office too.
        ("Jim Steyer, Founder and CEO of Common Sense Media", ("Jim Steyer", None, None)),
        # Small words go on to say more.
        (
            "President of the Republika Srpska entity of Bosnia and Herzegovina Milorad Dodik",
            ("Milorad Dodik", "President", "Republika Srpska"),
        ),
        # An acronym in the capitals of a sentence, and an office in small letters.
        (
            "Csto Secretary General NIKOLAI BORDYUZHA",
            ("NIKOLAI BORDYUZHA", "Secretary General", "CSTO"),
        ),
        (
            "chairman of Vnesheconombank (VEB) Vladimir Dmitriev",
            ("Vladimir Dmitriev", "Chairman", "Vnesheconombank"),
        ),
        # An office alone, and an institution, which is nobody's surname.
        ("Foreign Ministry Spokesperson", (None, "Spokesperson", "Foreign Ministry")),
        ("The Shoulder to Shoulder Campaign", ("The Shoulder to Shoulder Campaign", None, None)),
    ],
)
def test_a_label_that_describes(label: str, row: Row, tagger: Tagger) -> None:
    assert _read(label, tagger) == row
