"""Documents, and what was done with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.texts import HEAD, cut

if TYPE_CHECKING:
    from greffier.model import Reading
    from tests.reading.texts import Read

Row = tuple[str, str, str]


_VISAS = "agreement on visas"
_DRAFT = "resolution A/77/L.1"
_POLITICAL = "political declaration"
_TRANSIT = "protocol on transit"


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
        # A ceremony tells of them as well as a verb does.
        (
            "The talks were followed by the signing of a number of bilateral documents.",
            [("package", "signed", "bilateral documents")],
        ),
        ("The signing of an agreement on visas is planned.", [("agreement", "planned", _VISAS)]),
        (
            "The main themes were the implementation of the Road Map for the Four Common Spaces.",
            [("plan", "in force", "Road Map for the Four Common Spaces")],
        ),
        (
            "A package of documents has been drafted for the session.",
            [("package", "drafted", "package of documents")],
        ),
        (
            "They signed a Russian-Chinese intergovernmental protocol and exchanged a memorandum.",
            [
                ("protocol", "signed", "Russian-Chinese intergovernmental protocol"),
                ("memorandum", "signed", "memorandum"),
            ],
        ),
        # Each has its own verb.
        (
            "The ministers adopted a joint communiqué and endorsed the Plan of Consultations.",
            [
                ("communique", "adopted", "joint communiqué"),
                ("plan", "adopted", "Plan of Consultations"),
            ],
        ),
        (
            "A statement was adopted and 12 documents were signed.",
            [("statement", "adopted", "statement"), ("package", "signed", "documents")],
        ),
        # Between two, and two others.
        (
            "They welcomed the signing of memorandums between CIS and ASEAN and the CSTO and UN.",
            [
                ("memorandum", "signed", "CIS and ASEAN"),
                ("memorandum", "signed", "the CSTO and UN"),
            ],
        ),
        ("Draft resolution A/77/L.1 was adopted.", [("resolution", "adopted", _DRAFT)]),
        ("They also made a political declaration.", [("declaration", "adopted", _POLITICAL)]),
        (
            "They highlighted cooperation, including the finalization of a memorandum on visas.",
            [("memorandum", "adopted", "memorandum on visas")],
        ),
        # What is to be done is not done, whatever stands before the verb.
        ("A protocol on transit will be signed.", [("protocol", "planned", _TRANSIT)]),
        ("The protocol on transit was to be signed on Monday.", []),
        (
            "The ministers spoke of the upcoming signing of a treaty with Belarus.",
            [("treaty", "planned", "treaty with Belarus")],
        ),
        ("A decision was drawn up.", [("decision", "drafted", "decision")]),
        ("The agreement on visas has entered into force.", [("agreement", "in force", _VISAS)]),
        (
            "The draft resolution was not adopted because of the vote against it by Russia.",
            [("resolution", "drafted", "resolution")],
        ),
        ("They approved the Concept on Security.", [("other", "approved", "Concept on Security")]),
        # Each of several counts by its subject.
        (
            "The leaders adopted statements on trade, on transit and on the climate.",
            [
                ("statement", "adopted", "trade"),
                ("statement", "adopted", "transit"),
                ("statement", "adopted", "the climate"),
            ],
        ),
        (
            "Resolutions were passed on adopting the charter, liquidating the bank and naming it.",
            [
                ("resolution", "adopted", "adopting the charter"),
                ("resolution", "adopted", "liquidating the bank"),
                ("resolution", "adopted", "naming it"),
            ],
        ),
        (
            "They signed agreements of the CIS: Agreement on Trade, and Protocol on Visas.",
            [
                ("agreement", "signed", "Agreement on Trade"),
                ("protocol", "signed", "Protocol on Visas"),
            ],
        ),
        (
            "They adopted decisions: Decision on Trade, and Decision on Transit.",
            [
                ("decision", "adopted", "Decision on Trade"),
                ("decision", "adopted", "Decision on Transit"),
            ],
        ),
        (
            "They signed several documents, namely Agreement on Trade, and Agreement on Visas.",
            [
                ("package", "signed", "documents"),
                ("agreement", "signed", "Agreement on Trade"),
                ("agreement", "signed", "Agreement on Visas"),
            ],
        ),
        # Of one state's lawmakers; and an adjective.
        ("Earlier, the State Duma passed a resolution on an amnesty.", []),
        ("They spoke of reforms, supported by the recently approved IMF program.", []),
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
            "I am speaking of the agreement on visas which we signed today.",
            [("agreement", "signed", _VISAS)],
        ),
        (
            "I welcome the newly adopted declaration on trade.",
            [("declaration", "adopted", "declaration on trade")],
        ),
        (
            "I welcome the signed memorandum on trade.",
            [("memorandum", "signed", "memorandum on trade")],
        ),
        (
            "Today our countries signed an agreement on visas.",
            [("agreement", "signed", _VISAS)],
        ),
        (
            "We have signed and published a Joint Statement on Trade.",
            [("statement", "signed", "Joint Statement on Trade")],
        ),
        (
            "Our foreign ministers signed joint statements on the crisis.",
            [("package", "signed", "joint statements on the crisis")],
        ),
        (
            "We will continue implementing the Declaration on Partnership.",
            [("declaration", "in force", "Declaration on Partnership")],
        ),
        ("Gazprom has the contract, and the signed agreement with a bank.", []),  # of companies
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
    ("said", "documents"),
    [
        ("Many states signed the Treaty on Trade in 1992.", []),  # cited
        ("The statement adopted today is a good one.", [("statement", "adopted", "statement")]),
        (
            "The draft resolution has not been adopted, owing to the negative vote of a member.",
            [("resolution", "drafted", "resolution")],
        ),
    ],
)
def test_an_assembly_s_documents_are_those_of_its_session(
    reading_of: Read, said: str, documents: list[Row]
) -> None:
    states = ("France", "Chile", "Jordan", "Nigeria", "Chad")
    thanks = "\n\n".join(
        f"Mr. Smith{state[0]} ({state}): I thank you, Mr. President." for state in states
    )
    reading = reading_of(f"{HEAD}{thanks} {said}")
    assert _documents(reading) == documents


@pytest.mark.parametrize(
    "said", ["We have signed an agreement with them.", "I read the decision adopted by us."]
)
def test_before_one_state_s_own_people_no_treaty_is_told_of(reading_of: Read, said: str) -> None:
    reading = reading_of(
        f"News conference\n\nMay 5, 2012, Moscow\n\nVladimir Putin: Good day. {said}"
    )
    assert _documents(reading) == []


def test_the_agreement_signed_today_is_the_one_named_before(reading_of: Read) -> None:
    reading = reading_of(
        f"{HEAD}President of Belarus Alexander Lukashenko: We signed an agreement on visas. The "
        "agreement signed today will help our people."
    )
    assert _documents(reading) == [("agreement", "signed", _VISAS)]


@pytest.mark.parametrize(
    ("printed", "documents"),
    [
        (
            "По их итогам принято совместное заявление лидеров, подписан ряд документов.",
            [
                ("statement", "adopted", "совместное заявление лидеров"),
                ("package", "signed", "документов"),
            ],
        ),
        (
            "Планируется подписание целого ряда двусторонних документов.",
            [("package", "planned", "двусторонних документов")],
        ),
        (
            "Главы государств приняли Декларацию и утвердили Стратегию развития.",
            [
                ("declaration", "adopted", "Декларацию"),
                ("strategy", "approved", "Стратегию развития"),
            ],
        ),
        ("Принято решение о создании центра.", []),  # it was decided
        ("Он принял участие в подписании.", []),
    ],
)
def test_what_an_account_in_russian_tells_of_documents(
    reading_of: Read, printed: str, documents: list[Row]
) -> None:
    head = "Заседание Совета коллективной безопасности ОДКБ\n\n2 декабря 2020 года, Москва\n\n"
    assert _documents(reading_of(f"{head}{printed}")) == documents


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
