"""Which session met, when, where and how; and which others are named."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.texts import HEAD, cut

if TYPE_CHECKING:
    from greffier.model import Reading, Session
    from tests.reading.texts import Read


def _subject(reading: Reading) -> Session:
    assert reading.subject
    return reading.subject


@pytest.mark.parametrize(
    ("title", "organisations", "body"),
    [
        (
            "Meeting of the CSTO Collective Security Council",
            ("CSTO",),
            "Collective Security Council",
        ),
        ("CSTO Collective Security Council session", ("CSTO",), "Collective Security Council"),
        ("Session of the Collective Security Council", ("CSTO",), "Collective Security Council"),
        ("SCO Heads of State Council meeting", ("SCO",), "Heads of State Council"),
        ("CSTO summit", ("CSTO",), None),
        ("Joint meeting of SCO and CSTO heads of state", ("CSTO", "SCO"), None),
        # Who meet tell the body, where it has one of them.
        ("SCO foreign ministers' meeting", ("SCO",), "Council of Foreign Ministers"),
        ("Meeting of the foreign ministers of the CIS", ("CIS",), "Council of Foreign Ministers"),
        ("Meeting of SCO foreign ministers", ("SCO",), "Council of Foreign Ministers"),
        ("Meeting of heads of security services of CIS", ("CIS",), None),
        ("Meeting with heads of delegations of SCO member states", ("SCO",), None),
        (
            "Vladimir Putin took part in the CSTO Collective Security Council",
            ("CSTO",),
            "Collective Security Council",
        ),
        ("52nd ASEAN Foreign Ministers' Meeting", ("ASEAN",), None),
        ("Talks with CSTO Secretary General", (), None),
        ("Meeting of SCO's council of foreign ministers", ("SCO",), "Council of Foreign Ministers"),
        ("Third Trilateral Fentanyl Committee Meeting", (), "Trilateral Fentanyl Committee"),
        (
            "Meeting of the Global Coalition against Daesh",
            ("Global Coalition against Daesh",),
            None,
        ),
        (
            "В Москве прошла встреча глав правительств СНГ",
            ("CIS",),
            "Council of Heads of Government",
        ),
        ("Заседание коллегии ФСБ России", (), "коллегия ФСБ России"),
        ("Совещание с членами Правительства", (), "Government"),
    ],
)
def test_a_session_is_of_a_body_of_an_organisation(
    reading_of: Read, title: str, organisations: tuple[str, ...], body: str | None
) -> None:
    session = _subject(reading_of(f"{title}\n\nDecember 2, 2020, Moscow\n\nThe leaders met."))
    assert (session.organisations, session.body) == (organisations, body)


@pytest.mark.parametrize(
    ("account", "organisations", "body"),
    [
        (
            "The CSTO Collective Security Council at its meeting in Moscow discussed the crisis.",
            ("CSTO",),
            "Collective Security Council",
        ),
        (
            "The President spoke during the Russian Agrarian Congress that was held in Moscow.",
            (),
            "Russian Agrarian Congress",
        ),
    ],
)
def test_the_account_tells_of_which_body_a_session_is(
    reading_of: Read, account: str, organisations: tuple[str, ...], body: str
) -> None:
    session = _subject(reading_of(f"Statement\n\nDecember 2, 2020, Moscow\n\n{account}"))
    assert (session.organisations, session.body) == (organisations, body)


@pytest.mark.parametrize(
    ("title", "account"),
    [
        # Whom somebody met is what the record is of, whatever they met beside.
        (
            "Meeting with President of South Africa Jacob Zuma",
            "Vladimir Putin met with Jacob Zuma ahead of the BRICS summit.",
        ),
        (
            "Встреча с Президентом Сербии Александром Вучичем",
            "Беседа прошла перед заседанием Совета коллективной безопасности ОДКБ.",
        ),
    ],
)
def test_a_meeting_with_somebody_is_of_no_body(reading_of: Read, title: str, account: str) -> None:
    session = _subject(reading_of(f"{title}\n\nOctober 15, 2016\n\n{account}"))
    assert (session.organisations, session.body) == ((), None)


def test_answers_to_journalists_are_of_no_session(reading_of: Read) -> None:
    reading = reading_of(
        "Press Briefing by Press Secretary Jen Psaki\n\nMarch 18, 2022\n\n"
        "MS. PSAKI: The President will attend an extraordinary NATO summit.\n\n"
        "Q    When is that?\n\nMS. PSAKI: In Brussels, next week."
    )
    assert reading.subject is None


def test_talks_of_no_body_are_a_session_too(reading_of: Read) -> None:
    reading = reading_of("Talks in Moscow\n\nDecember 2, 2020\n\nThe two of them held talks.")
    session = _subject(reading)
    assert (session.organisations, session.body, session.status) == ((), None, "held")


def test_a_statement_is_of_no_session(reading_of: Read) -> None:
    reading = reading_of("On the border\n\nDecember 2, 2020\n\nThe situation is getting worse.")
    assert reading.sessions == ()


@pytest.mark.parametrize(
    ("account", "venue", "mode"),
    [
        # Told otherwise, the dateline is where the publisher was.
        ("The heads of state held a meeting in Dushanbe.", "Dushanbe", "in person"),
        ("The leaders met in Minsk.", "Minsk", "in person"),
        ("The leaders met.", "Novo-Ogaryovo", "in person"),
        ("The session took place in Yerevan.", "Yerevan", "in person"),
        ("President Aliyev hosted President Tokayev on Monday in Baku.", "Baku", "in person"),
        ("The CSTO Collective Security Council session in Minsk ended.", "Minsk", "in person"),
        ("Tashkent hosted the summit.", "Tashkent", "in person"),
        # Nobody meets anywhere by video link.
        (
            "Vladimir Putin chaired a meeting, via videoconference, of the Council.",
            None,
            "videoconference",
        ),
        ("The meeting was held via videoconference.", None, "videoconference"),
        ("The leaders held an online meeting.", None, "videoconference"),
        # One of them by video link, the others in one place.
        (
            (
                "The leaders held a meeting in Dushanbe. "
                "President of Russia Vladimir Putin took part in it via videoconference."
            ),
            "Dushanbe",
            "hybrid",
        ),
        ("It is not said how it was done.", None, "unknown"),
    ],
)
def test_where_and_how_it_met(reading_of: Read, account: str, venue: str | None, mode: str) -> None:
    session = _subject(reading_of(f"{HEAD}{account}"))
    assert (session.venue, session.mode) == (venue, mode)


@pytest.mark.parametrize(
    ("building", "venue"),
    [
        ("White House", "Washington"),
        ("Lancaster House", "London"),
        ("Élysée Palace", "Paris"),
        ("Great Hall of the People", "Beijing"),
        ("Palais des Nations", "Geneva"),
    ],
)
def test_a_building_that_everybody_knows_tells_its_city(
    reading_of: Read, building: str, venue: str
) -> None:
    reading = reading_of(
        f"CSTO summit\n\nDecember 2, 2020, {building}\n\nThe leaders met at the {building}."
    )
    assert _subject(reading).venue == venue


def test_a_building_of_the_dateline_s_city_is_no_other_place(reading_of: Read) -> None:
    reading = reading_of(
        "CSTO summit\n\nDecember 2, 2020, The Kremlin, Moscow\n\nThe leaders met in the Kremlin."
    )
    assert _subject(reading).venue == "Moscow"


@pytest.mark.parametrize(
    ("printed", "formats"),
    [
        ("An extraordinary session was held.", ("extraordinary",)),
        ("They met in narrow format, and then with their delegations.", ("expanded", "restricted")),
        ("A regular session was held.", ("regular",)),
        ("An informal meeting was held.", ("informal",)),
        ("They held a joint meeting.", ("joint",)),
        ("A plenary session was held.", ("plenary",)),
        ("They held a meeting.", ()),
    ],
)
def test_formats(reading_of: Read, printed: str, formats: tuple[str, ...]) -> None:
    assert _subject(reading_of(f"{HEAD}{printed}")).formats == formats


def test_two_sides_meet_bilaterally(reading_of: Read) -> None:
    reading = reading_of(
        "Talks in Moscow\n\nDecember 2, 2020\n\n"
        "Vladimir Putin met with Prime Minister of Armenia Nikol Pashinyan."
    )
    assert _subject(reading).formats == ("bilateral",)


@pytest.mark.parametrize(
    ("account", "date", "basis"),
    [
        ("The session was held on November 30, 2020.", "2020-11-30", "stated"),
        ("The session was held on Monday.", "2020-11-30", "resolved"),
        ("The session was held on Thursday, November 12.", "2020-11-12", "resolved"),
        ("The session was held in the usual way.", "2020-12-02", "inferred"),
        ("The ministers met yesterday.", "2020-12-01", "resolved"),
        # The date of something else in the sentence.
        ("The session heard Mr Zas, who was elected on January 1, 2020.", "2020-12-02", "inferred"),
    ],
)
def test_when_it_met(reading_of: Read, account: str, date: str, basis: str) -> None:
    found = _subject(reading_of(f"{HEAD}{account}")).date
    assert found
    assert (found.value, found.basis) == (date, basis)


@pytest.mark.parametrize(
    ("account", "status"),
    [
        ("The session will be held in Dushanbe on Thursday.", "planned"),
        ("The session is scheduled for Thursday.", "planned"),
        ("The members of the session, to be held on Thursday, were named.", "planned"),
        ("The session scheduled for Thursday has been cancelled.", "cancelled"),
        ("The session was held on Monday.", "held"),
    ],
)
def test_whether_it_met(reading_of: Read, account: str, status: str) -> None:
    assert _subject(reading_of(f"{HEAD}{account}")).status == status


OTHERS = (
    "A session of the CSTO Collective Security Council and a meeting of the SCO Heads of State "
    "Council took place earlier in Dushanbe.\n\n"
    "Vladimir Putin: Speaking at the latest EAEU summit, I have mentioned this to all of you.\n"
)


def test_sessions_that_are_told_apart_are_others(reading_of: Read) -> None:
    reading = reading_of(
        "Joint meeting of SCO and CSTO heads of state\n\nSeptember 17, 2021, Moscow\n\n"
        f"The leaders held a joint meeting in Dushanbe.\n\n{OTHERS}"
    )
    assert [(one.subject, one.organisations, one.body, one.venue) for one in reading.sessions] == [
        (True, ("CSTO", "SCO"), None, "Dushanbe"),
        (False, ("CSTO",), "Collective Security Council", "Dushanbe"),
        (False, ("SCO",), "Heads of State Council", "Dushanbe"),
        (False, ("EAEU",), None, None),
    ]


def test_the_words_that_name_a_session_are_kept(reading_of: Read) -> None:
    reading = reading_of(f"{HEAD}The leaders met in Minsk.")
    words = {one.field: cut(reading, one.span) for one in _subject(reading).evidence}
    assert words == {
        "organisations": "Meeting of the CSTO Collective Security Council",
        "body": "Meeting of the CSTO Collective Security Council",
        "venue": "Minsk",
        "mode": "met",
        "status": "Meeting of the CSTO Collective Security Council",
    }
