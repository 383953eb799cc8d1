"""Sentences of publishers of whom the sets have no record: what no rule may miss or make up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.reading.texts import Read


@pytest.mark.parametrize(
    ("printed", "people"),
    [
        # a foreign ministry: whoever held it, set off with commas
        (
            (
                "Japan-Australia Foreign Ministers' Meeting\n\nJuly 9, 2012\n\n"
                "On Monday, July 9, Mr. Koichiro Gemba, Minister for Foreign Affairs "
                "of Japan, held a "
                "meeting with Senator the Hon Bob Carr, Minister for Foreign Affairs of Australia."
            ),
            {"Koichiro Gemba": "Japan", "Bob Carr": "Australia"},
        ),
        # a prime minister's office: whoever spoke, and when
        (
            (
                "Prime Minister Justin Trudeau speaks with United States President "
                "Donald J. Trump\n\n"
                "Today, the Prime Minister, Justin Trudeau, spoke with the President of the United "
                "States, Donald J. Trump."
            ),
            {"Justin Trudeau": None, "Donald J. Trump": "United States"},
        ),
        # a list that ends with what they did
        (
            (
                "The Summit of Leaders\n\nPresident of Kazakhstan Kassym-Jomart "
                "Tokayev, President of "
                "Uzbekistan Shavkat Mirziyoyev, Ambassador of Turkmenistan to Bishkek "
                "N. Golliyev, and "
                "the Prime Minister of Hungary Viktor Orbán attended the Summit."
            ),
            {
                "Kassym-Jomart Tokayev": "Kazakhstan",
                "Shavkat Mirziyoyev": "Uzbekistan",
                "N. Golliyev": "Turkmenistan",
                "Viktor Orbán": "Hungary",
            },
        ),
        # a summit's communiqué: initials of two letters, a list that ends with `it`
        (
            (
                "Tashkent Hosts the Meeting of the Council of Foreign Ministers\n\nMinister of "
                "Foreign Affairs of the Republic of Tajikistan Kh. Zarifi and Minister of Foreign "
                "Affairs of the Republic of India S. Jaishankar participated in it."
            ),
            {"Kh. Zarifi": "Tajikistan", "S. Jaishankar": "India"},
        ),
        # one man, by a longer and by a shorter office
        (
            (
                "Secretary of State Antony J. Blinken met today with German Foreign Minister "
                "Annalena Baerbock on the sidelines of the NATO Foreign Ministers Meeting in "
                "Brussels. Secretary Blinken and Foreign Minister Baerbock also discussed Lebanon."
            ),
            {"Antony J. Blinken": None, "Annalena Baerbock": "Germany"},
        ),
        # whoever tells of a meeting need not attend it
        (
            (
                "Arab foreign ministers to meet\n\nDeputy Secretary-General of the Arab League "
                "Ahmed Ben Helli said on Sunday that the session will be attended by the Gulf "
                "Cooperation Council (GCC) Secretary-General Abdullatif Al Zayani."
            ),
            {"Abdullatif Al Zayani": "GCC"},
        ),
        # an office begins behind the name of another
        (
            (
                "Talks in Moscow\n\nThe 2nd Meeting of the Joint Commission was co-chaired by "
                "Albert F. Del Rosario, Secretary of Foreign Affairs of the Philippines and Salman "
                "Khurshid, Minister of External Affairs of the Republic of India."
            ),
            {"Albert F. Del Rosario": "Philippines", "Salman Khurshid": "India"},
        ),
        # given names with a hyphen, and cities
        (
            (
                "В заседании принимают участие президент Казахстана Касым-Жомарт Токаев, президент "
                "Киргизии Садыр Жапаров и губернатор Санкт-Петербурга Александр Беглов."
            ),
            {
                "Касым-Жомарт Токаев": "Kazakhstan",
                "Садыр Жапаров": "Kyrgyzstan",
                "Александр Беглов": "Санкт-Петербурга",
            },
        ),
        # those who are announced to journalists do not meet them
        (
            (
                "Foreign Ministry Spokesperson Hong Lei's Regular Press Conference on November 9, "
                "2015\n\nAt the invitation of Foreign Minister Wang Yi, Minister of "
                "Foreign Affairs "
                "Don Pramudwinai of the Kingdom of Thailand will attend the meeting."
            ),
            {},
        ),
        # a meeting to come is no sign of who is at this one
        (
            "Leaders also discussed Turkey in view of our Monday meeting with President Erdoğan.",
            {},
        ),
        # names with initials
        (
            (
                "12 апреля 2024 года в Минске состоялось очередное заседание Совета министров "
                "иностранных дел СНГ.\n\nВ заседании приняли участие Министр иностранных дел "
                "Азербайджанской Республики Д.Байрамов, Министр иностранных дел "
                "Республики Беларусь "
                "С.Алейник, Генеральный секретарь СНГ С.Лебедев."
            ),
            {"Д.Байрамов": "Azerbaijan", "С.Алейник": "Belarus", "С.Лебедев": "CIS"},
        ),
    ],
)
def test_who_took_part(reading_of: Read, printed: str, people: dict[str, str | None]) -> None:
    assert {one.name: one.of for one in reading_of(printed).participants} == people


@pytest.mark.parametrize(
    "printed",
    [
        (
            "PM call with Prime Minister Trudeau of Canada: 5 February 2025\n\n"
            "The Prime Minister spoke to the Prime Minister of Canada Justin "
            "Trudeau this afternoon."
        ),
        (
            "Turkic Council Summit: Turkmenistan hosted by observer\n\n"
            "On November 12, President Gurbanguly Berdimuhamedov took part in the Summit."
        ),
    ],
)
def test_a_headline_with_a_colon_opens_no_turn(reading_of: Read, printed: str) -> None:
    reading = reading_of(printed)
    assert not reading.turns
    assert reading.record.title
    assert reading.record.title.text == printed.partition("\n")[0]


@pytest.mark.parametrize(
    ("printed", "body"),
    [
        # told by its number, but by nothing else
        (
            (
                "The 58th ASEAN Foreign Ministers' Meeting (AMM) was held on 9 July 2025, in Kuala "
                "Lumpur, Malaysia."
            ),
            (("ASEAN",), None),
        ),
        (
            (
                "The Council of Heads of State of the Organization of Turkic States "
                "met on 6 November "
                "2024 in Bishkek, Kyrgyzstan."
            ),
            (("OTS",), "Council of Heads of State"),
        ),
        # near which others met
        (
            (
                "Putin and Trump meet on sidelines of G20 summit\n\nThe 135-minute meeting was "
                "held on the sidelines of the Group of Twenty summit in Germany's Hamburg."
            ),
            ((), None),
        ),
        # where somebody was bound who met others on the way
        (
            (
                "South Korean Foreign Minister Cho Tae-yol, who is visiting New York to attend the "
                "UN General Assembly, held a 30-minute meeting with U.S. Secretary of State Antony "
                "Blinken."
            ),
            ((), None),
        ),
    ],
)
def test_which_session(
    reading_of: Read, printed: str, body: tuple[tuple[str, ...], str | None]
) -> None:
    subject = reading_of(printed).subject
    assert subject
    assert (subject.organisations, subject.body) == body


def test_a_meeting_told_of_in_a_speech_is_no_venue(reading_of: Read) -> None:
    printed = (
        "Opening remarks at the meeting of the North Atlantic Council\n\nGood afternoon.\n\n"
        "And at our Summit in Warsaw in July, we took decisions to strengthen our ability to "
        "defend Allies against any threat, from any direction."
    )
    subject = reading_of(printed).subject
    assert subject
    assert subject.venue is None


@pytest.mark.parametrize(
    ("printed", "chairs"),
    [
        (
            (
                "Brazil's President Luiz Inácio Lula da Silva closed the G20 summit on Tuesday and "
                "handed over the presidency to South Africa."
            ),
            {("G20", "South Africa", "incoming")},
        ),
        # by the state, and again by its prime minister
        (
            (
                "PM Modi takes over G20 presidency from Indonesia.\n\nPM Modi said "
                "India taking over "
                "the G20 presidency is a matter of pride for every citizen of the country."
            ),
            {("G20", "Indonesia", "outgoing"), ("G20", "India", "incoming")},
        ),
        (
            (
                "Прошло заседание Евразийского межправительственного совета. В этом году в ЕАЭС "
                "председательствует Казахстан."
            ),
            {("EAEU", "Kazakhstan", "current")},
        ),
    ],
)
def test_chairmanships(reading_of: Read, printed: str, chairs: set[tuple[str, str, str]]) -> None:
    found = reading_of(printed).chairmanships
    assert {(one.organisation, one.holder, one.phase) for one in found} == chairs


def test_what_will_be_signed_is_planned(reading_of: Read) -> None:
    printed = (
        "Talks between President Rouhani and Prime Minister Modi\n\nDuring the negotiations, "
        "several documents and memoranda of understanding will be signed in the presence of "
        "senior Iranian and Indian officials."
    )
    assert {one.action for one in reading_of(printed).instruments} == {"planned"}


def test_whoever_calls_on_a_president_chairs_no_meeting_with_him(reading_of: Read) -> None:
    printed = (
        "Visit to Namibia\n\nDuring the visit, the Minister called on Mr. Hage Geingob, President "
        "of Namibia and also co-chaired the inaugural Session of the Joint Commission."
    )
    assert not [one for one in reading_of(printed).participants if one.role == "chair"]


def test_a_council_before_a_date_is_no_place(reading_of: Read) -> None:
    printed = (
        "Foreign Affairs Council, 14 November 2022\n\nMain results\n\nBefore the Council "
        "discussion, the Foreign Minister of Ukraine, Dmytro Kuleba, briefed EU ministers via "
        "video conference about the latest developments on the ground."
    )
    reading = reading_of(printed)
    assert reading.record.dateline_place is None
    assert reading.subject
    assert reading.subject.mode != "videoconference"


def test_what_was_held_on_a_weekday_was_held_before(reading_of: Read) -> None:
    printed = (
        "August 22, 2023\n\nPrime Minister Fumio Kishida, U.S. President Joe "
        "Biden and South Korean "
        "President Yoon Suk Yeol held a trilateral summit meeting at the Camp David presidential "
        "retreat on the outskirts of Washington on Friday."
    )
    subject = reading_of(printed).subject
    assert subject
    assert subject.date
    assert subject.date.value == "2023-08-18"


def test_an_office_stands_before_its_holder_s_bare_name(reading_of: Read) -> None:
    printed = (
        "House of Commons\n\nWednesday 10 June 2015\n\nThe House met at half-past Eleven o'clock"
        "\n\nRoger Mullin (Kirkcaldy and Cowdenbeath) (SNP): What discussions has he had?\n\n"
        "The Secretary of State for Scotland (David Mundell): I have regular discussions.\n\n"
        "Roger Mullin: It gives me great pleasure to welcome the Secretary of State."
    )
    people = {one.name: one.office for one in reading_of(printed).participants}
    assert people == {"Roger Mullin": None, "David Mundell": "Secretary of State"}
