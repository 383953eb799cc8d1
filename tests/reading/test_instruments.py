"""Documents, and what was done with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.texts import HEAD, cut

if TYPE_CHECKING:
    from greffier.model import Reading
    from tests.reading.texts import Read

Row = tuple[str, str, str]


def _documents(reading: Reading) -> list[Row]:
    return [(one.kind, one.action, one.title) for one in reading.instruments]


@pytest.mark.parametrize(
    ("printed", "documents"),
    [
        (
            "The participants adopted an agreement on logistics and a protocol on its amendment.",
            [
                ("agreement", "adopted", "agreement on logistics"),
                ("protocol", "adopted", "protocol on its amendment"),
            ],
        ),
        (
            "The leaders signed the Moscow Declaration.",
            [("declaration", "signed", "Moscow Declaration")],
        ),
        ("They approved the budget.", [("budget", "approved", "budget")]),
        ("A strategy has been approved.", [("strategy", "approved", "strategy")]),
        (
            "The meeting ended with a package of documents being signed, including a statement.",
            [
                ("package", "signed", "package of documents"),
                ("statement", "signed", "statement"),
            ],
        ),
        (
            "Key decisions have been recorded in the Collective Security Declaration.",
            [("declaration", "adopted", "Collective Security Declaration")],
        ),
        ("They will sign a memorandum.", [("memorandum", "planned", "memorandum")]),
        ("They drafted a road map.", [("plan", "drafted", "road map")]),
        # Spoken of, and nothing done.
        ("The agreement is of great importance to all of them.", []),
        ("They agreed to strengthen the treaty organisation.", []),
    ],
)
def test_what_the_account_tells_of_documents(
    reading_of: Read, printed: str, documents: list[Row]
) -> None:
    assert _documents(reading_of(f"{HEAD}{printed}")) == documents


def test_several_documents_are_a_package(reading_of: Read) -> None:
    reading = reading_of(f"{HEAD}The leaders signed a number of agreements on trade.")
    assert [(one.kind, one.action) for one in reading.instruments] == [("package", "signed")]


def test_documents_told_of_again_are_the_same(reading_of: Read) -> None:
    reading = reading_of(
        f"{HEAD}A package of documents was signed. "
        "In particular, documents were signed concerning transit, as well as the budget."
    )
    assert [(one.kind, one.action) for one in reading.instruments] == [("package", "signed")]


@pytest.mark.parametrize(
    ("said", "documents"),
    [
        (
            "I welcome the signed memorandum on trade.",
            [("memorandum", "signed", "memorandum on trade")],
        ),
        ("We plan to sign a treaty in the spring.", []),  # a wish
        ("They have adopted a resolution elsewhere.", []),  # not those who meet
    ],
)
def test_of_what_speakers_say_only_what_is_done_counts(
    reading_of: Read, said: str, documents: list[Row]
) -> None:
    reading = reading_of(f"{HEAD}Vladimir Putin: It is good to be here. {said}")
    assert _documents(reading) == documents


@pytest.mark.parametrize(
    ("printed", "date"),
    [
        ("They adopted a protocol on October 6, 2007.", "2007-10-06"),
        ("On Tuesday they signed a protocol.", "2020-12-01"),
        ("They adopted a protocol.", None),
        ("On May 5, 2001 and May 6, 2001 they signed a protocol.", None),  # which?
    ],
)
def test_a_document_has_the_one_date_beside_it(
    reading_of: Read, printed: str, date: str | None
) -> None:
    (document,) = reading_of(f"{HEAD}{printed}").instruments
    assert (document.date.value if document.date else None) == date


def test_a_document_is_of_the_session_and_cuts_its_words(reading_of: Read) -> None:
    reading = reading_of(f"{HEAD}The leaders signed the Moscow Declaration.")
    (document,) = reading.instruments
    assert document.session == "s1"
    assert [cut(reading, span) for span in document.spans] == ["Moscow Declaration"]
