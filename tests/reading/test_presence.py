"""Who took part, and in which capacity."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.texts import HEAD, cut

if TYPE_CHECKING:
    from greffier.model import Reading
    from tests.reading.texts import Read

Row = tuple[str | None, str | None, str | None]


def _cast(reading: Reading) -> list[Row]:
    return [(one.name, one.office, one.of) for one in reading.participants]


PASHINYAN = ("Nikol Pashinyan", "Prime Minister", "Armenia")
LUKASHENKO = ("Alexander Lukashenko", "President", "Belarus")
BOTH = "Prime Minister of Armenia Nikol Pashinyan and President of Belarus Alexander Lukashenko"


@pytest.mark.parametrize(
    ("printed", "cast"),
    [
        (f"The meeting participants also included {BOTH}.", [PASHINYAN, LUKASHENKO]),
        (f"Taking part in the meeting were {BOTH}.", [PASHINYAN, LUKASHENKO]),
        (f"The meeting was attended by {BOTH}.", [PASHINYAN, LUKASHENKO]),
        (f"{BOTH} took part in it.", [PASHINYAN, LUKASHENKO]),
        ("Prime Minister of Armenia Nikol Pashinyan hosted the talks.", [PASHINYAN]),
        (f"{BOTH} discussed the crisis.", [PASHINYAN, LUKASHENKO]),
        ("Prime Minister of Armenia Nikol Pashinyan briefed the council.", [PASHINYAN]),
        ("Prime Minister of Armenia Nikol Pashinyan hosted a dinner.", [PASHINYAN]),
        ("The Chairman had talks with Prime Minister of Armenia Nikol Pashinyan.", [PASHINYAN]),
        ("The session closed, Prime Minister of Armenia Nikol Pashinyan thanking it.", [PASHINYAN]),
        (
            (
                "President of Belarus Alexander Lukashenko received Prime Minister of Armenia "
                "Nikol Pashinyan."
            ),
            [LUKASHENKO, PASHINYAN],
        ),
        # Spoken about, not there.
        (f"The leaders sent their greetings to {BOTH}.", []),
    ],
)
def test_who_is_told_to_have_been_there(reading_of: Read, printed: str, cast: list[Row]) -> None:
    assert _cast(reading_of(f"{HEAD}{printed} It was agreed that they will meet again.")) == cast


def test_the_presidents_of_several_states_are_one_each(reading_of: Read) -> None:
    reading = reading_of(f"{HEAD}The presidents of Russia, Armenia and Tajikistan met in Moscow.")
    assert _cast(reading) == [
        (None, "President", "Russia"),
        (None, "President", "Armenia"),
        (None, "President", "Tajikistan"),
    ]
    assert [cut(reading, one.spans[0]) for one in reading.participants] == [
        "Russia",
        "Armenia",
        "Tajikistan",
    ]


def test_an_office_among_several_and_its_holder_s_label_are_one(reading_of: Read) -> None:
    reading = reading_of(
        f"{HEAD}President of Russia Vladimir Putin: It is good to see all of you in Moscow.\n\n"
        "Thank you for that.\n"
    )
    assert _cast(reading) == [("Vladimir Putin", "President", "Russia")]


def test_who_is_named_in_several_ways_takes_part_once(reading_of: Read) -> None:
    reading = reading_of(
        f"{HEAD}Vladimir Putin took part in the meeting.\n\n"
        "President of Russia Vladimir Putin: It is good to see all of you.\n\n"
        "Mr Putin: And we will go on."
    )
    assert _cast(reading) == [("Vladimir Putin", "President", "Russia")]
    assert {turn.participant for turn in reading.turns} == {"p1"}


def test_two_of_one_surname_stay_two(reading_of: Read) -> None:
    reading = reading_of(
        f"{HEAD}Sergei Ivanov: It is good to see all of you.\n\n"
        "Pyotr Ivanov: It is good to be here with you."
    )
    assert [one.name for one in reading.participants] == ["Sergei Ivanov", "Pyotr Ivanov"]


def test_what_an_office_is_of_has_its_words(reading_of: Read) -> None:
    reading = reading_of(
        f"{HEAD}Mr. Churkin: We have heard this before.\n\n"
        "Mr. Churkin (Russian Federation): And we will hear it again.\n"
    )
    assert _cast(reading) == [("Churkin", None, "Russia")]
    of = [one.span for one in reading.participants[0].evidence if one.field == "of"]
    assert [cut(reading, span) for span in of] == ["Mr. Churkin (Russian Federation)"]


def test_who_acts_is_said_to(reading_of: Read) -> None:
    reading = reading_of(
        f"{HEAD}Acting President of Kyrgyzstan Talant Mamytov: Thank you for the floor."
    )
    assert [(one.name, one.office, one.acting) for one in reading.participants] == [
        ("Talant Mamytov", "President", True)
    ]


def test_who_joins_by_video_link_is_the_only_one_who_does(reading_of: Read) -> None:
    reading = reading_of(
        f"{HEAD}{BOTH} took part in the meeting in Moscow. "
        "Nikol Pashinyan took part via videoconference."
    )
    assert [(one.name, one.mode) for one in reading.participants] == [
        ("Nikol Pashinyan", "videoconference"),
        ("Alexander Lukashenko", "unknown"),
    ]


def test_a_minister_of_no_printed_state_is_of_the_publisher_s(reading_of: Read) -> None:
    reading = reading_of(
        f"Official website of the President of Russia\n\n{HEAD}"
        "Vladimir Putin met with Defence Minister Sergei Shoigu in the Kremlin."
    )
    assert _cast(reading) == [
        ("Vladimir Putin", "President", "Russia"),
        ("Sergei Shoigu", "Minister of Defence", "Russia"),
    ]
    rules = {one.rule for person in reading.participants for one in person.evidence}
    assert {"publisher-state", "publisher-office"} <= rules


def test_elsewhere_nobody_is_given_an_office(reading_of: Read) -> None:
    reading = reading_of(f"{HEAD}Vladimir Putin met with Defence Minister Sergei Shoigu in Moscow.")
    assert _cast(reading) == [
        ("Vladimir Putin", None, None),
        ("Sergei Shoigu", "Minister of Defence", None),
    ]


def test_a_label_that_names_nobody_is_remarked_on(reading_of: Read) -> None:
    reading = reading_of(f"{HEAD}The Minister: The meeting is open.\n\nQuestion: Why is it?")
    assert [turn.participant for turn in reading.turns] == [None, "p1"]
    assert [cut(reading, one.span) for one in reading.remarks if one.code == "speaker-unknown"] == [
        "The Minister"
    ]


def test_journalists_are_the_press_whom_their_label_does_not_tell_apart(reading_of: Read) -> None:
    reading = reading_of(f"{HEAD}Question: Why?\n\nVladimir Putin: So.\n\nQuestion: When?")
    press = [one for one in reading.participants if one.role == "press"]
    assert [(one.name, one.office) for one in press] == [(None, None)]
    assert [turn.participant == press[0].id for turn in reading.turns] == [True, False, True]


@pytest.mark.parametrize(
    ("printed", "cast"),
    [
        # Other meetings of those who met are not this one.
        (
            (
                f"The meeting was attended by {BOTH}. Vladimir Putin also had a number of "
                "bilateral meetings on the sidelines of the summit. He met, in particular, with "
                "President of Tajikistan Emomali Rahmon."
            ),
            [PASHINYAN, LUKASHENKO],
        ),
        # Whose ministers they are.
        (
            (
                "From the Chinese side, the following people participated in the talks: Foreign "
                "Minister Wang Yi and Commerce Minister Wang Wentao."
            ),
            [
                ("Wang Yi", "Minister of Foreign Affairs", "China"),
                ("Wang Wentao", "Minister of Commerce", "China"),
            ],
        ),
        ("Prime Minister of Armenia Nikol Pashinyan spoke today with the delegation.", [PASHINYAN]),
        ("The Armenian delegation was led by Prime Minister Nikol Pashinyan.", [PASHINYAN]),
        ("He spoke of the party led by Prime Minister of Armenia Nikol Pashinyan.", []),
        ("It was convened by Prime Minister of Armenia Nikol Pashinyan.", [PASHINYAN]),
        ("The main report was made by Prime Minister of Armenia Nikol Pashinyan.", [PASHINYAN]),
        ("The council heard a report by Prime Minister of Armenia Nikol Pashinyan.", [PASHINYAN]),
        ("Prime Minister of Armenia Nikol Pashinyan answered journalists' questions.", [PASHINYAN]),
    ],
)
def test_who_is_told_to_have_done_something_there(
    reading_of: Read, printed: str, cast: list[Row]
) -> None:
    assert _cast(reading_of(f"{HEAD}{printed}")) == cast


def test_a_title_names_both_who_met(reading_of: Read) -> None:
    reading = reading_of(
        "Readout of President Joseph R. Biden, Jr. Call with Prime Minister Benjamin Netanyahu of "
        "Israel\n\nMay 17, 2021\n\nThe President spoke today with Israeli Prime Minister Netanyahu."
    )
    assert _cast(reading) == [
        ("Joseph R. Biden, Jr.", "President", None),
        ("Benjamin Netanyahu", "Prime Minister", "Israel"),
    ]


def test_a_family_name_that_stands_first_is_one_too(reading_of: Read) -> None:
    reading = reading_of(
        "Readout of a Meeting with Prime Minister Kishida of Japan\n\nMay 18, 2023\n\n"
        "President Biden met with Prime Minister Kishida Fumio of Japan in Hiroshima."
    )
    assert _cast(reading) == [
        ("Kishida Fumio", "Prime Minister", "Japan"),
        ("Biden", "President", None),
    ]


def test_the_word_that_opens_a_sentence_is_none_of_a_name(reading_of: Read) -> None:
    reading = reading_of(f"{HEAD}Today Vladimir Putin had a telephone conversation with the team.")
    assert _cast(reading) == [("Vladimir Putin", None, None)]


def test_whoever_moderates_takes_part(reading_of: Read) -> None:
    reading = reading_of(f"{HEAD}MODERATOR:  Thank you very much.\n\nVladimir Putin: Thank you.")
    assert _cast(reading) == [(None, "Moderator", None), ("Vladimir Putin", None, None)]
    assert reading.turns[0].participant == reading.participants[0].id


@pytest.mark.parametrize(
    ("told", "absent"),
    [
        ("President of Belarus Alexander Lukashenko was absent due to illness.", [LUKASHENKO]),
        (f"{BOTH} were unable to attend the summit.", [PASHINYAN, LUKASHENKO]),
        (
            "President of Belarus Alexander Lukashenko did not take part in the meeting.",
            [LUKASHENKO],
        ),
        (
            "In the absence of Prime Minister of Armenia Nikol Pashinyan, no vote was held.",
            [PASHINYAN],
        ),
        ("The Prime Minister of Armenia could not come.", [(None, "Prime Minister", "Armenia")]),
        (
            "All leaders attended except President of Belarus Alexander Lukashenko.",
            [LUKASHENKO],
        ),
        ("President of Belarus Alexander Lukashenko had sent his apologies.", [LUKASHENKO]),
        # Absent from something else.
        ("President of Belarus Alexander Lukashenko did not attend the funeral.", []),
        ("President of Belarus Alexander Lukashenko did not join the European Union.", []),
    ],
)
def test_who_is_told_to_have_been_absent(reading_of: Read, told: str, absent: list[Row]) -> None:
    printed = f"Leaders of the CSTO met in Moscow. {told}"
    reading = reading_of(f"{HEAD}{printed}")
    away = [one for one in reading.participants if one.role == "absent"]
    assert [(one.name, one.office, one.of) for one in away] == absent
    for one in away:
        (role,) = [each for each in one.evidence if each.field == "role"]
        assert (cut(reading, role.span) or "?") in printed


def test_who_speaks_is_not_absent(reading_of: Read) -> None:
    printed = (
        f"{HEAD}President of Belarus Alexander Lukashenko was absent in the morning.\n\n"
        "President of Belarus Alexander Lukashenko: I thank you all.\n\n"
        "Prime Minister of Armenia Nikol Pashinyan: Thank you.\n"
    )
    assert {one.role for one in reading_of(printed).participants} == {"participant"}


@pytest.mark.parametrize(
    ("told", "absent"),
    [
        ("Президент Белоруссии Александр Лукашенко отсутствовал по болезни.", True),
        ("Президент Белоруссии Александр Лукашенко не принял участия в заседании.", True),
        ("Президент Белоруссии Александр Лукашенко не смог приехать.", True),
        # What he did not do was something else.
        ("Президент Белоруссии Александр Лукашенко не принял отставку правительства.", False),
        ("Президент Белоруссии Александр Лукашенко не приехал в деревню.", False),
    ],
)
def test_who_is_told_to_have_been_absent_in_russian(
    reading_of: Read, told: str, *, absent: bool
) -> None:
    reading = reading_of(
        f"Заседание ОДКБ\n\n2 декабря 2020 года\n\nВ Москве прошло заседание. {told}"
    )
    assert [one.role for one in reading.participants if one.role == "absent"] == ["absent"] * absent
