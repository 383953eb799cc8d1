"""HTML: which of a page's words are its text, what its markup says of them, what it states."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier.errors import WitnessError
from greffier.sources import receive
from greffier.sources.declared import declared_in
from greffier.sources.encoding import decoded
from greffier.sources.html import form
from tests.places import CORPUS, SHARED

if TYPE_CHECKING:
    from greffier.model import Hint
    from greffier.sources.text import Form

PAGE = CORPUS / "kremlin-en" / "56241.html"
LONG = "The heads of state discussed the draft budget and the programme of work for two years. "
LAID_OUT = f"""
<html><body>
 <div id="top-header"><a href="/">Ministry</a></div>
 <nav><ul><li><a href=a>News</a><li><a href=b>Speeches</a></ul></nav>
 <table><tr><td><a href=1>One</a><br><a href=2>Two</a><br><a href=3>Three</a></td>
 <td>
  <h1>Opening of the session</h1>
  <p>{LONG}</p><p>{LONG}</p>
  <div class="share-buttons">Tell a friend</div>
  <div class="comments"><p>{LONG * 9}</p></div>
 </td></tr></table>
 <script>var words = 1</script><noscript>No script</noscript><!-- no words -->
 <footer><p>All rights reserved.</p></footer>
</body></html>
"""


def read(source: str) -> Form:
    return form(source, place="page")


def words(source: str) -> str | None:
    return read(source).words


def hints(source: str) -> dict[str, Hint]:
    return {hint.key: hint for hint in read(source).hints}


def marked(source: str) -> list[tuple[str, str, str | None]]:
    made = read(source)
    return [(one.kind, one.span.cut(made.words or ""), one.value) for one in made.marks]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p>One\n two<p>three", "One two\n\nthree"),
        ("<p>One<br>two<br><br>three", "One\ntwo\n\nthree"),
        ("<div>One<div>two</div>three</div>", "One\n\ntwo\n\nthree"),
        ("<ul><li>One<li>two</ul>", "One\ntwo"),
        ("<table><tr><td>One<td>two<tr><td>three</table>", "One\ttwo\nthree"),
        ("<b>Mr.</b>&nbsp;Okoro&nbsp;", "Mr.\u00a0Okoro"),
        ("<p>&nbsp;<p>One<p>&nbsp;</p>two", "One\n\ntwo"),
        ("<p>One<!-- no --> two<script>no</script>", "One two"),
        ("<span>One</span><span>two</span>", "Onetwo"),
        ("<pre>One\n  two\r\nthree</pre>four", "One\n  two\nthree\n\nfour"),
        ("A &amp; B &lt;i&gt; &#1040;", "A & B <i> \u0410"),
        ("<p>One <span hidden>no</span>two", "One two"),
        ('<p>One<span class="x-tooltip">no</span>, two', "One, two"),
    ],
)
def test_blocks_are_paragraphs_and_inline_markup_parts_nothing(source: str, text: str) -> None:
    assert words(source) == text


def test_the_text_of_a_page_is_found_among_its_furniture() -> None:
    text = words(LAID_OUT)
    assert text == f"Opening of the session\n\n{LONG.strip()}\n\n{LONG.strip()}"


def test_the_head_of_a_speech_is_no_furniture_as_that_of_the_page_is() -> None:
    speech = f"<div class=contribution><div class=header><h2>{{}}</h2></div><p>{LONG}</p></div>"
    debate = f"<div><div>{speech.format('Ms Okoro')}{speech.format('The Chair')}</div></div>"
    source = f"""<title>Questions: Budget - Debates - Parliament</title>
      <div class=site-header><h1>Parliament</h1></div>
      <div class=container><div><h1>Budget</h1>{debate}</div></div>"""
    said = LONG.strip()
    assert words(source) == f"Budget\n\nMs Okoro\n\n{said}\n\nThe Chair\n\n{said}"
    assert hints(source)["title"].value == "Budget"


@pytest.mark.parametrize(
    "whole",
    ['<body class="has-sidebar menu-open">', '<form id="form1">', '<div class="search-page">'],
)
def test_what_holds_the_whole_page_is_no_furniture(whole: str) -> None:
    assert LONG.strip() in str(words(f"{whole}<div><p>{LONG}</p><p>{LONG}</p></div>"))


def test_a_list_of_participants_with_links_stays_in_its_article() -> None:
    listed = "<ul>" + "".join(f"<li><a href={n}>Person {n}</a>, Minister</li>" for n in range(5))
    text = words(f"<nav><a href=x>News</a></nav><article><p>{LONG}</p>{listed}</ul></article>")
    assert str(text).endswith("Person 4, Minister")
    assert "News" not in str(text)


def test_a_page_that_nobody_finds_the_text_of_is_taken_whole_and_says_so() -> None:
    made = hints("<div class=menu>Menu</div><div>A note.</div><div>Another note.</div>")
    assert made["extraction"].value == "own rules"
    assert words("<div class=menu>Menu</div><div>A note.</div>") == "A note."


@pytest.mark.parametrize(
    ("source", "marks"),
    [
        ("<b>Chair:</b> Order.", [("bold", "Chair:", None)]),
        ("<p><strong> The <b>Chair</b> </strong>: Order.", [("bold", "The Chair", None)]),
        ("<b>The</b> <b>Chair</b>", [("bold", "The Chair", None)]),
        ('<span class="bold">Chair</span>', [("bold", "Chair", None)]),
        ('<span style="font-weight: 700">Chair</span>', [("bold", "Chair", None)]),
        ("<em>(Applause)</em>", [("italic", "(Applause)", None)]),
        ("<p>One<h2>Two</h2>", [("heading", "Two", "2")]),
        ('<a href="/x?a=1">here</a>', [("link", "here", "/x?a=1")]),
        ('<a href="javascript:alert(1)">here</a>', []),
        ('<a href=" JaVaScript:x">here</a><a href="data:text/html,x">b</a><a name=x>c</a>', []),
        ("<b> </b><b>&nbsp;</b><i></i>", []),
    ],
)
def test_markup_marks_words(source: str, marks: list[tuple[str, str, str | None]]) -> None:
    assert marked(source) == marks


@pytest.mark.parametrize(
    ("head", "codec", "name"),
    [
        ('<meta charset="koi8-r">', "koi8-r", "koi8-r"),
        ("<meta http-equiv=Content-Type content='text/html; charset=windows-1251'>", "cp1251",
         "windows-1251"),
        ('<?xml version="1.0" encoding="iso-8859-2"?>', "iso8859-2", "iso-8859-2"),
        ('<meta charset="gb2312">', "gb18030", "gb18030"),
        ("<meta charset=windows-1251>", "utf-8", "utf-8"),  # written anew since
    ],
)  # fmt: skip
def test_a_page_says_its_encoding(head: str, codec: str, name: str) -> None:
    printed = "Čačak" if "8859-2" in codec else "Совет министров"
    data = (head + printed).encode(codec)
    text, encoding = decoded(data, place="page", declared=declared_in(data))
    assert (text, encoding.name, encoding.lost) == (head + printed, name, 0)


@pytest.mark.parametrize("label", ["utf-16", "x-unknown", "hex", "utf-7", "undefined", "\xff"])
def test_an_encoding_that_cannot_be_is_not_believed(label: str) -> None:
    data = f'<meta charset="{label}">Заседание'.encode("cp1251", "replace")
    text, encoding = decoded(data, place="page", declared=declared_in(data))
    assert text.endswith("Заседание")
    assert encoding.name == "windows-1251"


def test_a_real_page_has_the_words_of_its_plain_text() -> None:
    witness = receive(PAGE).witness
    plain = receive(PAGE.with_suffix(".txt")).witness.text
    assert witness.url == "http://en.kremlin.ru/events/president/news/56241"
    paragraphs = [line.strip() for line in plain.split("\n") if len(line) > 80]
    assert len(paragraphs) > 10
    assert all(line in witness.text for line in paragraphs)
    assert not re.search("Font size|Subscribe|Publication status|Background", witness.text)
    bold = {one.span.cut(witness.text) for one in witness.marks if one.kind == "bold"}
    assert "Vladimir Putin" in bold


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="needs the records beside the checkout")
def test_a_page_laid_out_in_tables_is_read_in_order() -> None:
    witness = receive(SHARED / "records" / "europarl" / "verbatim_2024-10-21.html").witness
    order = [
        "Monday, 21 October 2024\u00a0-\u00a0Strasbourg",
        "IN THE CHAIR: ROBERTA METSOLA",
        "1. Resumption of the session",
        "President. – I declare resumed the session",
        "(The sitting opened at 17:03)",
        "(The sitting closed at 22:02)",
    ]
    places = [witness.text.find(one) for one in order]
    assert places == sorted(places)
    assert places[0] >= 0
    assert "Video of the speeches" not in witness.text


PIECES = st.sampled_from(
    [
        " ",
        "\n",
        "\u00a0",
        *re.findall(
            r"<[^>]*>|\S+",
            """<p> </p> <b> </b> <i> <a href=x> </a> <br> <td> <table> </table>
        <h1> <article> </article>
        <div class="nav"> <div hidden> </div> <pre> </pre> <script> </script> <title> <time> &nbsp;
        & < > word <!-- --> <time pubdate> <span class=tooltip> </span> <h1></h1>""",
        ),
    ]
)


@given(st.lists(PIECES | st.text(max_size=5), max_size=40))
def test_any_markup_gives_words_with_marks_and_hints_inside_them(pieces: list[str]) -> None:
    made = read("".join(pieces))
    text = made.words or ""
    assert text == text.strip("\n\t ") or "<pre>" in pieces
    assert all(mark.span.cut(text).strip() for mark in made.marks)
    assert all(mark.span.end <= len(text) for mark in made.marks)
    assert all(hint.span.end <= len(text) for hint in made.hints if hint.span)


@pytest.mark.parametrize(
    "piece",
    [
        "<div>", "<b>", "<p>", "<ul><li>x", "<table><tr><td>", "<p><font color=red>x", "<br>",
        "<h1>x</h1>", "<time pubdate>x</time>", "<!-- ", '<a "', "<", "&amp", "<title>", "<li><h1>",
        "<section><header>", "<abbr title=x>", f'<p class="{"nav " * 50}">x', "words ", "\u00a0",
    ],
)  # fmt: skip
def test_a_page_of_megabytes_is_read_or_refused_in_time(piece: str) -> None:
    source = piece * (1_000_000 // len(piece))
    started = time.process_time()
    try:
        read(source)
    except WitnessError as error:
        assert re.search("nested|tags|attributes", error.met)  # noqa: PT017 - either outcome is right
    assert time.process_time() - started < 20


def test_formatting_that_is_left_open_does_not_multiply() -> None:
    opened = "".join(f"<b title={n}>" for n in range(5_000))
    with pytest.raises(WitnessError, match="nested"):
        read(f"<p>{opened}" + "<p>x" * 5_000)
