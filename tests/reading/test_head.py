"""What a record says it is, and what stands around it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from greffier.model import Hint, Span, witness_of
from greffier.reading import read
from tests.reading.texts import HEAD, cut

if TYPE_CHECKING:
    from greffier.model import Known, Reading
    from tests.reading.texts import Read

TITLE = "Meeting of the CSTO Collective Security Council"


def _head(reading: Reading) -> tuple[str | None, str | None, str | None]:
    head = reading.record
    return (
        head.title.text if head.title else None,
        head.date.value if head.date else None,
        head.dateline_place.text if head.dateline_place else None,
    )


def _furniture(reading: Reading) -> list[str | None]:
    return [cut(reading, span) for span in reading.furniture]


@pytest.mark.parametrize(
    ("printed", "head"),
    [
        (f"{TITLE}\n\nDecember 2, 2020, Moscow\n", (TITLE, "2020-12-02", "Moscow")),
        (f"{TITLE}\n\nDecember 2, 2020\n", (TITLE, "2020-12-02", None)),
        (f"{TITLE}\n\n2 December 2020, 14:30\n", (TITLE, "2020-12-02", None)),
        (f"{TITLE}\n\nWednesday, 2 December 2020 - Moscow\n", (TITLE, "2020-12-02", "Moscow")),
        (f"December 2, 2020, Moscow\n\n{TITLE}\n", (TITLE, "2020-12-02", "Moscow")),
        (f"Menu\nNews /\n{TITLE}\nDecember 2, 2020\n", (TITLE, "2020-12-02", None)),
        (f"{TITLE}\n\nVladimir Putin: Good afternoon.\n", (TITLE, None, None)),
        (f"{TITLE}\n", (TITLE, None, None)),
        ("They met on December 2, 2020, and agreed.\n", (None, None, None)),  # no head at all
    ],
)
def test_where_the_head_states_title_date_and_place(
    reading_of: Read, printed: str, head: tuple[str | None, str | None, str | None]
) -> None:
    assert _head(reading_of(f"{printed}\nThe leaders of the states met.\n")) == head


def test_what_no_head_states_is_remarked_on(reading_of: Read) -> None:
    reading = reading_of("They met and agreed on the agenda.")
    assert {one.code for one in reading.remarks} == {"title-unknown", "date-unknown"}


def test_what_the_file_states_comes_first(known: Known) -> None:
    text = f"---\ntitle: {TITLE}\ndate: 2020-12-02\n---\n\nDear friends\n\nVladimir Putin: Hello.\n"
    title, day = text.index(TITLE), text.index("2020")
    witness = replace(
        witness_of(text),
        hints=(
            Hint(key="title", value=TITLE, span=Span(title, title + len(TITLE))),
            Hint(key="date", value="2020-12-02", span=Span(day, day + 10)),
        ),
    )
    reading = read(witness, known)
    assert _head(reading) == (TITLE, "2020-12-02", None)
    assert reading.record.title
    assert reading.record.title.rule == "page-states"
    assert _furniture(reading) == ["---", f"title: {TITLE}", "date: 2020-12-02", "---"]


def test_what_stands_above_a_head_is_the_page_s(reading_of: Read) -> None:
    reading = reading_of(
        "View settings\n\nFont size:\n\nOfficial website of the President of Russia\n\n"
        f"{HEAD}The leaders met."
    )
    assert _furniture(reading) == [
        "View settings",
        "Font size:",
        "Official website of the President of Russia",
    ]
    assert reading.record.publisher
    assert reading.record.publisher.text == "Official website of the President of Russia"


TAIL = [
    "December 2, 2020, Novo-Ogaryovo, Moscow Region",  # the dateline once more
    "Photo: the press service",
    "Source: Interfax",
    "© 2020 Somebody",
    "Read more",
    "Russian Forces Enter The City",
]


@pytest.mark.parametrize("printed", TAIL)
def test_what_stands_under_a_record_is_not_of_it(reading_of: Read, printed: str) -> None:
    reading = reading_of(f"{HEAD}Vladimir Putin: We agree.\n\nThank you.\n\n{printed}\n")
    assert _furniture(reading) == [printed]
    assert cut(reading, reading.turns[-1].paragraphs[-1]) == "Thank you."


@pytest.mark.parametrize(
    "printed",
    [
        "Thank you.",
        "God Bless America!",
        "Long Live Our Friendship.",
        "and so we go on to the next",  # cut off
        "Vladimir Putin: Agreed",  # he spoke before
        "That Is What Lincoln Called “A New Birth of Freedom.”",
    ],
)
def test_a_last_line_of_speech_is_no_furniture(reading_of: Read, printed: str) -> None:
    reading = reading_of(
        f"{HEAD}Vladimir Putin: We agree on all of this.\n\nStanislav Zas: So do we.\n\n{printed}"
    )
    assert _furniture(reading) == []
    said = [cut(reading, span) for turn in reading.turns for span in turn.paragraphs]
    assert said[-1] == printed.removeprefix("Vladimir Putin: ")


def test_the_names_in_a_list_of_participants_are_no_headlines(reading_of: Read) -> None:
    reading = reading_of(
        "List of participants\n\nDecember 2, 2020\n\n"
        "Vladimir Putin, President of Russia\n\nNikol Pashinyan, Prime Minister of Armenia\n"
    )
    assert _furniture(reading) == []


@pytest.mark.parametrize(
    ("tail", "publisher"),
    [
        ("Example Agency\n\nPhoto: somebody", "Example Agency"),
        ("Photo: somebody\n\nRussian Forces Enter The City", None),  # below the credits: a link
        ("Published by: Example Agency", "Example Agency"),
        ("Press Service of the CSTO Secretariat", "Press Service of the CSTO Secretariat"),
    ],
)
def test_who_publishes_stands_above_the_credits(
    reading_of: Read, tail: str, publisher: str | None
) -> None:
    found = reading_of(f"{HEAD}The leaders met.\n\nThey agreed.\n\n{tail}\n").record.publisher
    assert (found.text if found else None) == publisher
