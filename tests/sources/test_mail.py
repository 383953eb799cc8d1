"""Mail and saved pages: which part of a message is its text, and what of it is not read."""

from __future__ import annotations

import quopri
import time
from email.message import EmailMessage
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier.authority import shipped
from greffier.errors import WitnessError
from greffier.reading import read
from greffier.sources import receive
from greffier.sources.forms import content
from tests.places import CORPUS

if TYPE_CHECKING:
    from pathlib import Path

    from greffier.sources.forms import Content

PAGE = CORPUS / "kremlin-en" / "56241.html"
HEAD = "Subject: Communiqué\r\nMessage-ID: <1@example.org>\r\nMIME-Version: 1.0\r\n"
SAVED = """\
From: <Saved by Blink>
Snapshot-Content-Location: https://example.org/news/1
Subject: =?utf-8?Q?Talks?=
Date: Fri, 4 Jun 2021 10:00:00 -0000
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html";
\tboundary="----MultipartBoundary--x----"


------MultipartBoundary--x----
Content-Type: text/html
Content-Transfer-Encoding: quoted-printable
Content-Location: https://example.org/news/1

{page}
------MultipartBoundary--x----
Content-Type: text/css
Content-Location: cid:css-1

p {{ color: red }}
------MultipartBoundary--x------
"""


def taken(data: str | bytes, suffix: str = ".eml") -> Content:
    return content(
        data.encode(errors="surrogateescape") if isinstance(data, str) else data,
        suffix,
        place="message",
    )


def stated(made: Content) -> dict[str, str]:
    return {hint.key: hint.value for hint in made.form.hints}


def sent() -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = "Пресс-релиз"
    message["To"] = "editors@example.org"
    message["Date"] = "Tue, 03 Mar 2020 23:00:00 +0300"
    message.set_content("Plain words.", charset="koi8-r")
    return message


def test_a_saved_page_reads_as_the_page_itself(tmp_path: Path) -> None:
    file = tmp_path / "talks.mhtml"
    page = quopri.encodestring(PAGE.read_bytes()).decode("ascii")
    file.write_text(SAVED.format(page=page), encoding="ascii")
    saved, itself = receive(file).witness, receive(PAGE).witness
    assert saved.text.splitlines() == itself.text.splitlines()
    assert (saved.media_type, saved.encoding.name) == ("multipart/related", "utf-8")
    assert saved.marks == itself.marks
    readings = [read(one, shipped()) for one in (saved, itself)]
    assert [len(one.turns) for one in readings] == [len(readings[1].turns)] * 2
    # The page's own date, not the day on which it was saved.
    assert [one.record.date.value for one in readings if one.record.date] == ["2017-11-29"] * 2


def test_of_a_saved_page_its_address_is_known_and_its_pictures_are_no_loss() -> None:
    made = taken(SAVED.format(page="<p>words"))
    assert made.words == "words"
    assert stated(made) == {"title": "Talks", "url": "https://example.org/news/1"}


def test_the_page_of_a_letter_is_read_and_what_is_attached_is_said() -> None:
    message = sent()
    message.add_alternative("<p><b>Вопрос:</b> Когда?</p>", subtype="html", charset="windows-1251")
    message.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="отчёт.pdf")
    made = taken(bytes(message))
    assert (made.words, made.encoding.name) == ("Вопрос: Когда?", "windows-1251")
    assert [mark.kind for mark in made.form.marks] == ["bold"]
    assert stated(made) == {
        "title": "Пресс-релиз",
        "date": "2020-03-03",
        "unread": "attachment отчёт.pdf (application/pdf)",
    }


def test_what_is_not_read_of_a_letter_is_a_remark(tmp_path: Path) -> None:
    message = sent()
    message.add_attachment("Minutes.", filename="minutes.txt")
    file = tmp_path / "letter.eml"
    file.write_bytes(bytes(message))
    remarks = [(one.code, one.message) for one in read(receive(file).witness, shipped()).remarks]
    assert ("unread", "not read: attachment minutes.txt (text/plain)") in remarks


def test_a_letter_of_plain_text_is_read_in_its_encoding() -> None:
    made = taken(bytes(sent()))
    assert (made.words.strip(), made.form.media_type) == ("Plain words.", "message/rfc822")


def test_lines_that_flow_are_whole_and_a_signature_is_its_own() -> None:
    words = "The ministers \r\nmet.\r\n From here on\r\n-- \r\nPress office"
    flowing = "Content-Type: text/plain; format=flowed\r\n\r\n" + words
    assert taken(HEAD + flowing).words == "The ministers met.\nFrom here on\n\nPress office"
    plain = words.replace("\r\n", "\n").replace("\n-- \n", "\n\n")
    assert taken(f"{HEAD}\r\n{words}").words == plain


def test_the_title_is_the_subjects_line_where_the_text_has_it() -> None:
    made = taken(
        f"Subject: Meeting of Ministers\nTo: a\n\nPress\n\nMeeting of Ministers\n{'w ' * 9}"
    )
    title = next(hint for hint in made.form.hints if hint.key == "title")
    assert title.span is not None
    assert title.span.cut(made.words) == "Meeting of Ministers"


def test_a_letter_that_was_passed_on_is_read_where_nothing_is_added() -> None:
    outer = EmailMessage()
    outer["To"] = "archive@example.org"
    outer.add_attachment(sent())
    # The standard library marks a message as attached where it is only enclosed.
    enclosed = bytes(outer).replace(b"Content-Disposition: attachment\n", b"")
    assert taken(enclosed).words.strip() == "Plain words."


@pytest.mark.parametrize("beginning", [HEAD, SAVED.partition("Content-Type")[0], f"\n{HEAD}"])
def test_a_message_is_known_by_its_beginning(beginning: str) -> None:
    made = taken(f"{beginning}\n\nwords", ".txt")
    assert made.words.strip() == "words"


@pytest.mark.parametrize(
    "words",
    [
        "Subject: the budget\nDate: 3 March\n\nThe ministers met.",
        "Moderator: Received: with thanks.\n\nGuest: Yes.",
        "From the Chair\nReceived: a letter",
    ],
)
def test_a_text_that_looks_a_little_like_mail_is_text(words: str) -> None:
    assert taken(words, ".txt").words == words


@pytest.mark.parametrize(
    ("data", "met"),
    [
        ("words without a head", "a message of mail without a head"),
        (f"{HEAD}\r\n", "a message without words"),
        (
            f"{HEAD}Content-Type: image/png; name=a.png\r\n\r\nx",
            "a message without a text, with attachment a.png (image/png)",
        ),
        (f"{HEAD}Content-Type: text/plain; {'a;' * 3000}\n\nwords", "a message with a field of"),
        (f"{HEAD}Content-Type: multipart/mixed; boundary=b\n\n" * 40, "40 messages or groups"),
        (f"{HEAD}Content-Type: message/rfc822\n\n" * 40, "40 messages or groups"),
        (f"{HEAD}\n" + "--b\n\nw\n" * 200_000, "a message of 200,000 parts"),
        (
            f"{HEAD}Content-Type: \udcff/x; charset*0*=\udcff''%zz; charset*1=a\n\nw\udcff",
            "a message without a text, with further part (\ufffd/x)",
        ),
        (f"{HEAD}Content-Type: image/png; a*=b; a*1=c\n\nx", "a message with a field in"),
    ],
    ids=["no head", "empty", "picture", "field", "groups", "messages", "parts", "bytes", "pieces"],
)
def test_what_cannot_be_read_says_why(data: str, met: str) -> None:
    with pytest.raises(WitnessError) as caught:
        taken(data)
    assert caught.value.met.startswith(met)


@pytest.mark.parametrize("year", ["99999999999999999999", "2021 10:00:00 +99999999999999999999"])
def test_a_date_that_is_none_is_no_date(year: str) -> None:
    made = taken(f"{HEAD}Date: Mon, 04 Jan {year}\r\n\r\nPlain words.")
    assert made.words.strip() == "Plain words."
    assert "date" not in stated(made)


def test_the_names_of_parts_may_be_any_bytes() -> None:
    related = b'MIME-Version: 1.0\nContent-Type: multipart/related; start="<a>"; boundary=b\n\n'
    page = b"--b\nContent-ID: <\xff\xe9>\nContent-Type: text/html\n\n<p>Plain words.</p>\n--b--\n"
    assert taken(related + page, ".mht").words.strip() == "Plain words."


@pytest.mark.parametrize(
    "charset", [b"charset*0*=\xff''%zz; charset*1=\xff", b"charset*=nosuch''%ff", b"charset=hex"]
)
def test_an_encoding_that_is_none_is_not_believed(charset: bytes) -> None:
    words = "Plain words\u2026"
    head = HEAD.encode() + b"Content-Type: text/plain; " + charset
    assert taken(head + b"\r\n\r\n" + words.encode()).words.strip() == words


@pytest.mark.parametrize(
    "data",
    [
        HEAD + "X: " + "a;" * 2_000_000 + "\n\nwords",
        HEAD + "Subject: " + "=?utf-8?q?a?= " * 200_000 + "\n\nwords",
        HEAD + "Content-Transfer-Encoding: base64\n\n" + "d29yZHMg\n" * 500_000,
        HEAD + "Content-Type: multipart/mixed; boundary=b\n\n--b\n\n" + "--b-\n" * 90_000,
    ],
    ids=["field", "subject", "base64", "boundaries"],
)
def test_a_hostile_message_is_read_in_time(data: str) -> None:
    started = time.process_time()
    taken(data)
    assert time.process_time() - started < 8


@given(head=st.text(alphabet='ab:;="\n -/?Q_', max_size=80), body=st.text(max_size=60))
def test_any_message_is_taken_or_refused(head: str, body: str) -> None:
    source = f"Subject: a\nContent-Type: {head}\n\n{body}".encode("utf-8", "replace")
    try:
        made = taken(source)
    except WitnessError:
        return
    assert made.words
