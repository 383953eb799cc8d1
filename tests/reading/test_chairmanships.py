"""Who holds the chair of an organisation, and who takes it over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.texts import HEAD, cut

if TYPE_CHECKING:
    from greffier.model import Reading
    from tests.reading.texts import Read

Row = tuple[str, str, str]
PUTIN = "President of Russia Vladimir Putin: It is good to be here with all of you."


def _chairs(reading: Reading) -> list[Row]:
    return [(one.organisation, one.holder, one.phase) for one in reading.chairmanships]


@pytest.mark.parametrize(
    ("said", "chairs"),
    [
        (
            "During Russia's chairmanship of the CSTO much was done.",
            [("CSTO", "Russia", "current")],
        ),
        ("The Russian presidency of the CIS goes on.", [("CIS", "Russia", "current")]),
        (
            "Tajikistan currently holds the chairmanship of the SCO.",
            [("SCO", "Tajikistan", "current")],
        ),
        # A speaker's own: his state's.
        (
            "I speak as the head of state holding the current CSTO chairmanship.",
            [("CSTO", "Russia", "current")],
        ),
        (
            "The CSTO chairmanship will go over to the Republic of Tajikistan.",
            [("CSTO", "Tajikistan", "incoming")],
        ),
        ("Armenia will take over the chairmanship of the CSTO.", [("CSTO", "Armenia", "incoming")]),
        ("We remember Armenia's previous chairmanship of the CSTO.", [("CSTO", "Armenia", "past")]),
        # `The Organisation` is the one that meets.
        (
            "We wish our Armenian friends every success in chairing the Organisation.",
            [("CSTO", "Armenia", "incoming")],
        ),
        # Its own, of whom is named before; and `this association`, of what was.
        (
            "We are ready to work with Italy, also as part of its OSCE chairmanship this year.",
            [("OSCE", "Italy", "current")],
        ),
        (
            "There is BRICS as well. This year China holds the presidency in this association.",
            [("BRICS", "China", "current")],
        ),
        # The words of time say when.
        (
            "I thank the United Kingdom for its presidency of the UN Security Council last month.",
            [("Security Council", "United Kingdom", "past")],
        ),
        ("We count on Austria's OSCE chairmanship in 2021.", [("OSCE", "Austria", "incoming")]),
        ("Russia assumed the chairmanship of the G20 this year.", [("G20", "Russia", "current")]),
        ("Laos will chair ASEAN next year.", [("ASEAN", "Laos", "incoming")]),
        (
            "Cambodia hands over the ASEAN Chairmanship to Indonesia.",
            [("ASEAN", "Cambodia", "outgoing"), ("ASEAN", "Indonesia", "incoming")],
        ),
        # Several hold it together, or one after the other.
        (
            "We value the work of France and Russia as the OSCE Minsk Group co-chairs.",
            [("Minsk Group", "France", "current"), ("Minsk Group", "Russia", "current")],
        ),
        (
            "I thank the Belgian and Spanish presidencies of the Council of the European Union.",
            [
                ("Council of the European Union", "Belgium", "past"),
                ("Council of the European Union", "Spain", "past"),
            ],
        ),
        # A speaker's own.
        ("From my perspective, as the G7 chairman, it is fine.", [("G7", "Russia", "current")]),
        # A body whose name alone says that it is of two states; he is of the one named first.
        (
            "Mr Belyaninov spoke as a co-chair of the Russian-Kyrgyzstani Joint Commission.",
            [("Russian-Kyrgyzstani Joint Commission", "Russia", "current")],
        ),
        # An organisation that nobody knows.
        (
            "The Red Cross Committee (RCC) has chaired the Tripartite Commission since 1991.",
            [("Tripartite Commission", "Red Cross Committee", "current")],
        ),
        ("The European Commission President Ursula von der Leyen spoke.", []),  # an executive
        ("President Putin chaired the CIS summit.", []),  # a sitting
        ("There is plenty of time left in the Russian presidency.", []),  # of a state
        (
            "The chairmanship of the CSTO for the coming period has been passed to Kazakhstan.",
            [("CSTO", "Kazakhstan", "incoming")],
        ),
        # Two at once.
        (
            "Tajikistan chairs the SCO and the CSTO.",
            [("SCO", "Tajikistan", "current"), ("CSTO", "Tajikistan", "current")],
        ),
        ("He chaired the meeting of the Council.", []),  # of one sitting
        ("The chairman of the company spoke.", []),
        (
            "Under the chairmanship of Armenia in the Eurasian Economic Union much was done.",
            [("EAEU", "Armenia", "current")],
        ),
        (
            "Belarus, which held the presidency of the CIS last year, was our host.",
            [("CIS", "Belarus", "past")],
        ),
        ("Kazakhstan assumes the chairmanship of the CSTO.", [("CSTO", "Kazakhstan", "incoming")]),
        (
            "After taking over the chairmanship of the OSCE, Poland named its aims.",
            [("OSCE", "Poland", "incoming")],
        ),
        (
            "We congratulate Kazakhstan on the upcoming chairmanship of the CSTO.",
            [("CSTO", "Kazakhstan", "incoming")],
        ),
        (
            "The European Union under the presidency of France sent a mission.",
            [("EU", "France", "current")],
        ),
        (
            "President of Kyrgyzstan Sadyr Japarov, the current chairman of the EAEU, agrees.",
            [("EAEU", "Kyrgyzstan", "current")],
        ),
        (
            "The Chairman of the African Union, President of Senegal Macky Sall, is here.",
            [("AU", "Senegal", "current")],
        ),
        ("Our chairmanship of the SCO begins next year.", [("SCO", "Russia", "incoming")]),
        ("As Chairman of the African Union, I welcome you.", [("AU", "Russia", "current")]),
        (
            "Armenia took over the chairmanship of the CSTO from Tajikistan.",
            [("CSTO", "Armenia", "current"), ("CSTO", "Tajikistan", "outgoing")],
        ),
    ],
)
def test_what_is_said_of_a_chair(reading_of: Read, said: str, chairs: list[Row]) -> None:
    assert _chairs(reading_of(f"{HEAD}{PUTIN}\n\n{said}")) == chairs


def test_the_chair_is_of_the_one_who_presides_in_the_account(reading_of: Read) -> None:
    reading = reading_of(
        "Joint meeting of SCO and CSTO heads of state\n\nSeptember 17, 2021, Moscow\n\n"
        "President of Tajikistan Emomali Rahmon chaired the meeting as the head of state "
        "presiding in the SCO and the CSTO this year."
    )
    assert _chairs(reading) == [("SCO", "Tajikistan", "current"), ("CSTO", "Tajikistan", "current")]


def test_two_offices_of_one_person_tell_whose_chair_it_is(reading_of: Read) -> None:
    reading = reading_of(
        "Russia - EU Summit\n\nOctober 4, 2005, London\n\nFrom the EU side, the "
        "summit's participants were: President of the European Council and Prime Minister of "
        "Great Britain, Anthony Blair, President of the European Commission, Jose Manuel Barroso."
    )
    assert _chairs(reading) == [("European Council", "United Kingdom", "current")]


RETIRED = (
    "The President: I should like to pay tribute to Mr. Danilo Türk, Permanent Representative of "
    "Slovenia, for his service as President of the Security Council."
)
COUNCIL = """Security Council

3923rd meeting
Wednesday, 9 September 1998, 11.45 a.m.
New York

President: Mr. Dahlgren . . . . . . . . . . (Sweden)
Members: Bahrain . . . . . . . . . . . . . . Mr. Buallay

"""


@pytest.mark.parametrize(
    ("said", "chairs"),
    [
        (
            RETIRED,
            [("Security Council", "Slovenia", "past")],
        ),
        (
            "Mr. Fonseca (Brazil): I thank Slovenia for its presidency in August.",
            [("Security Council", "Slovenia", "past")],
        ),
        (
            "Mr. Fonseca (Brazil): I recall Slovenia's August presidency of the Council.",
            [("Security Council", "Slovenia", "past")],
        ),
        (
            "Mr. Fonseca (Brazil): I congratulate Sweden on assuming the Council presidency.",
            [],
        ),
    ],
)
def test_the_head_says_whose_chair_it_is_and_speakers_whose_it_was(
    reading_of: Read, said: str, chairs: list[Row]
) -> None:
    reading = reading_of(f"{COUNCIL}{said}")
    assert _chairs(reading) == [("Security Council", "Sweden", "current"), *chairs]


def test_of_a_chair_that_is_not_named_it_is_the_one_of_the_record(reading_of: Read) -> None:
    said = "{}During the Russian chairmanship much was done."
    known = said.format("Of Russia's CSTO chairmanship we will hear more. ")
    assert len(reading_of(f"{HEAD}{PUTIN}\n\n{known}").chairmanships[0].spans) == 2
    assert reading_of(f"{HEAD}{PUTIN}\n\n{said.format('')}").chairmanships == ()


@pytest.mark.parametrize(
    ("said", "chairs"),
    [
        (
            "В год председательства России в БРИКС проведена встреча.",
            [("BRICS", "Russia", "current")],
        ),
        ("В рамках российского председательства в ШОС был форум.", [("SCO", "Russia", "current")]),
        (
            "Обсудили работу в ЕАЭС, где Беларусь председательствует в этом году.",
            [("EAEU", "Belarus", "current")],
        ),
        (
            "Казахстан передал председательство в ОДКБ Киргизии.",
            [("CSTO", "Kyrgyzstan", "incoming"), ("CSTO", "Kazakhstan", "outgoing")],
        ),
        (
            "Председательство в СНГ в следующем году перейдёт к Таджикистану.",
            [("CIS", "Tajikistan", "incoming")],
        ),
        ("Совещание провёл председатель Правительства России.", []),
    ],
)
def test_what_is_said_of_a_chair_in_russian(reading_of: Read, said: str, chairs: list[Row]) -> None:
    head = "Заседание Совета коллективной безопасности ОДКБ\n\n2 декабря 2020 года, Москва\n\n"
    assert _chairs(reading_of(f"{head}Владимир Путин открыл заседание. {said}")) == chairs


def test_whoever_hands_over_is_on_the_way_out(reading_of: Read) -> None:
    reading = reading_of(
        f"{HEAD}{PUTIN} I speak as the head of state holding the current CSTO chairmanship.\n\n"
        "President of Tajikistan Emomali Rahmon: Following today's meeting the CSTO chairmanship "
        "will go over to Tajikistan."
    )
    assert _chairs(reading) == [("CSTO", "Russia", "outgoing"), ("CSTO", "Tajikistan", "incoming")]
    outgoing = reading.chairmanships[0]
    assert [cut(reading, span) for span in outgoing.spans] == [
        "holding the current CSTO chairmanship",
        "the CSTO chairmanship will go over to Tajikistan",  # the words that hand it on
    ]


def test_each_holder_is_told_once_with_all_the_words(reading_of: Read) -> None:
    reading = reading_of(
        f"{HEAD}{PUTIN}\n\nDuring Russia's chairmanship of the CSTO much was done. "
        "Of Russia's CSTO chairmanship we will hear more."
    )
    assert _chairs(reading) == [("CSTO", "Russia", "current")]
    assert len(reading.chairmanships[0].spans) == 2
