"""Lines that a printer broke: where paragraphs begin, and where words were broken."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.texts import cut

if TYPE_CHECKING:
    from tests.reading.texts import Read

COUNCIL = """The President (spoke in Chinese): In accordance with the provisional
rules of procedure of the Council, I invite the representative to
participate in this meeting.
It is so decided.
I now give the floor to the members of the Council who wish to speak.
Mr. Nebenzia (Russian Federation) (spoke in
Russian): We thank the representative for the briefing and would like
to say a few words about the results of the talks: they are poor, and
we have said so before in this Chamber, more than once.
A vote was taken by show of hands.
In favour:
Albania, Brazil, China
Against:
None
The President: The draft resolution has been adopted unanimously, and
the Council has thus concluded its consideration of the item.
The meeting rose at 11.30 a.m.
"""

INDENTED = """  Mr. ISSA. Mr. Speaker, I ask unanimous consent that all the Members may
have five legislative days in which to revise and extend their remarks on it.
  There was no objection, and the gentleman was recognized for the minutes that
the rules of the House give to whoever has asked for them in good time.
  Ms. JACKSON LEE. Will the gentleman yield for a question about the border?
  Mr. ISSA. I yield to the gentlewoman, for as long as she may need the floor,
and I thank her.
"""


def _turns(reading_of: Read, printed: str) -> list[tuple[str, list[str | None]]]:
    reading = reading_of(printed)
    return [(one.label, [cut(reading, span) for span in one.paragraphs]) for one in reading.turns]


def test_labels_open_paragraphs_that_no_blank_line_opens(reading_of: Read) -> None:
    turns = _turns(reading_of, COUNCIL)
    assert [(label, len(said)) for label, said in turns] == [
        ("The President (spoke in Chinese)", 3),
        ("Mr. Nebenzia (Russian Federation) (spoke in Russian)", 1),  # a label on two lines
        ("The President", 1),
    ]


def test_votes_and_the_end_of_a_meeting_are_nobody_s_speech(reading_of: Read) -> None:
    said = str(_turns(reading_of, COUNCIL))
    assert "Brazil" not in said
    assert "None" not in said.replace("'None'", "")
    assert "rose" not in said
    assert "concluded its consideration" in said


def test_an_indent_opens_a_paragraph(reading_of: Read) -> None:
    turns = _turns(reading_of, INDENTED)
    assert [(label, len(said)) for label, said in turns] == [
        ("Mr. ISSA", 2),
        ("Ms. JACKSON LEE", 1),
        ("Mr. ISSA", 1),
    ]


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("the coop-\neration", "cooperation"),  # printed whole elsewhere
        ("a long-\nterm", "long-term"),  # printed with its hyphen elsewhere
    ],
)
def test_a_word_broken_at_the_end_of_a_line_is_one(
    reading_of: Read, broken: str, whole: str
) -> None:
    around = "and they spoke of cooperation and of long-term plans for the many years to\ncome, "
    printed = f"Vladimir Putin: They met {around * 4}{broken} of the states is what they want."
    turn = reading_of(printed).turns[0]
    assert len(turn.paragraphs) == 1
    assert whole in printed


@pytest.mark.parametrize(
    "printed", ["2:11 P.M. EDT", "END 2:50 P.M. EDT", "(15.05)", "(Applause.)", "(Leeds) (Lab)"]
)
def test_times_and_brackets_are_not_said(reading_of: Read, printed: str) -> None:
    turns = _turns(reading_of, f"MS. BERG: Yes.\n\n{printed}\n\nMR. DAHL: No.\n\n{printed}\n")
    assert turns == [("MS. BERG", ["Yes."]), ("MR. DAHL", ["No."])]


def test_a_date_on_a_line_of_its_own_stays_apart_from_the_title_above(reading_of: Read) -> None:
    """As a PDF has them, one under the other and without a blank line between."""
    said = (
        "Thank you. The work of the year is done,\nand the results are better than those\n"
        "of the year before, as all of you know,\nso that we can go on.\n\n"
    )
    printed = (
        "Meeting with the head of the Savings Bank German Gref\nMarch 21, 2018\n\n"
        f"Vladimir Putin: Mr Gref, tell us of the\nwork of the bank and of what comes next.\n\n"
        f"German Gref: {said}Vladimir Putin: {said}"
    )
    head = reading_of(printed).record
    assert head.title is not None
    assert head.title.text == "Meeting with the head of the Savings Bank German Gref"
    assert head.date is not None
    assert head.date.value == "2018-03-21"
