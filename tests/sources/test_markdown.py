"""Markdown: what its signs say of the words, and what its head states."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier.authority import shipped
from greffier.reading import read
from greffier.sources import receive
from greffier.sources.markdown import form
from tests.places import CORPUS

if TYPE_CHECKING:
    from pathlib import Path

PAGES = sorted((CORPUS / "whitehouse").glob("*.md"))


def marked(words: str) -> list[tuple[str, str, str | None]]:
    return [(mark.kind, mark.span.cut(words), mark.value) for mark in form(words).marks]


@pytest.mark.parametrize(
    ("words", "marks"),
    [
        ("# Head\n", [("heading", "Head", "1")]),
        ("### Head ##\r\nwords", [("heading", "Head", "3")]),
        ("# C#\n", [("heading", "C#", "1")]),  # the closing sign stands apart
        ("#5 in the list", []),
        ("##\n", []),
        ("Title\n=====\n\nPart\n---\n", [("heading", "Title", "1"), ("heading", "Part", "2")]),
        ("two\nlines\n---\n", []),  # a rule below a paragraph
        ("**THE CHAIR:** Order.", [("bold", "THE CHAIR:", None)]),
        ("__THE CHAIR:__ Order.", [("bold", "THE CHAIR:", None)]),
        ("**over\ntwo lines**", [("bold", "over\ntwo lines", None)]),
        ("**over\n\ntwo paragraphs**", []),
        ("*Hm.* and _ha_", [("italic", "Hm.", None), ("italic", "ha", None)]),
        ("***both***", [("bold", "both", None), ("italic", "both", None)]),
        ("**a *b***", [("bold", "a *b", None), ("italic", "b", None)]),
        ("2 * 3 * 4, a_file_name, \\*plain\\*, *****", []),
        ('[here](https://a.org/x_(y)_z "t")', [("link", "here", "https://a.org/x_(y)_z")]),
        ("<https://a.org/_b_>", [("link", "https://a.org/_b_", "https://a.org/_b_")]),
        ("![a picture](a.png)", []),
    ],
)  # fmt: skip
def test_signs_mark_words(words: str, marks: list[tuple[str, str, str | None]]) -> None:
    assert marked(words) == marks


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name[:10])
def test_a_real_page_states_its_title_date_and_address(page: Path) -> None:
    witness = receive(page).witness
    hints = {hint.key: hint for hint in witness.hints}
    assert {"title", "date", "url"} <= set(hints)
    assert hints["date"].value == page.name[:10]
    for key in ("date", "url"):
        span = hints[key].span
        assert span is not None
        assert span.cut(witness.text) == hints[key].value
    assert witness.url == hints["url"].value
    assert witness.media_type == "text/markdown"


def test_a_field_is_kept_as_printed_and_its_span_is_what_is_printed() -> None:
    words = '---\r\nTitle: "A\\_B"\r\nissue: 012\r\ntags: [a, b]\r\nnone:\r\n---\r\nwords'
    hints = form(words).hints
    assert [(hint.key, hint.value) for hint in hints] == [
        ("title", "A\u00a0B"),
        ("issue", "012"),  # no number: what is printed
        ("tags", "a"),
        ("tags", "b"),
    ]
    assert [hint.span and hint.span.cut(words) for hint in hints] == ["A\\_B", "012", "a", "b"]


@pytest.mark.parametrize(
    "fields",
    [
        "a: &a [x]\nb: *a",
        "a: !!python/object/apply:os.system [true]",
        "a: [[[[[[x]]]]]]",
        "a: 'open",
    ],
)
def test_a_head_that_is_hostile_states_nothing_but_that_it_is_unread(fields: str) -> None:
    made = form(f"---\n{fields}\n---\n**words**")
    assert [(hint.key, hint.span) for hint in made.hints] == [("unread", None)]
    assert made.hints[0].value.startswith("the YAML head, which is broken (")


def test_fields_of_a_broken_head_count_line_by_line(tmp_path: Path) -> None:
    """A title with a colon in it is what breaks most heads that scrapers write."""
    file = tmp_path / "a.md"
    file.write_text(
        "---\ntitle: Press Briefing: the Budget\ndate: '2021-03-04'\ntags:\n- a\n---\n\nwords.\n",
        encoding="utf-8",
    )
    reading = read(receive(file).witness, shipped())
    assert reading.record.title is not None
    assert reading.record.title.text == "Press Briefing: the Budget"
    assert reading.record.date is not None
    assert reading.record.date.value == "2021-03-04"
    assert "unread" in [remark.code for remark in reading.remarks]


def test_a_field_cannot_say_how_the_text_was_taken_out() -> None:
    hints = form("---\nunread: all\nextraction: none\n---\nwords").hints
    assert [hint.key for hint in hints] == ["stated unread", "stated extraction"]


@pytest.mark.parametrize("fields", ["\x07: b", "- a\n- b", "words", "", "'words"])
def test_lines_between_two_rules_are_no_head(fields: str) -> None:
    made = form(f"---\n{fields}\n---\n**words**")
    assert made.hints == ()
    assert [mark.kind for mark in made.marks if mark.kind == "bold"] == ["bold"]


def test_an_address_that_is_no_web_page_is_no_url(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("---\nurl: javascript:alert(1)\n---\nwords", encoding="utf-8")
    assert receive(file).witness.url is None


@given(st.text(alphabet="*_[]()<>#=-!\\\n\r ab/:\"'h"))
def test_marks_lie_in_the_text_in_order_and_are_not_blank(words: str) -> None:
    marks = form(words).marks
    assert all(mark.span.end <= len(words) for mark in marks)
    assert [mark.span.start for mark in marks] == sorted(mark.span.start for mark in marks)
    assert all(mark.span.cut(words).strip() for mark in marks if mark.kind != "italic")


@pytest.mark.parametrize(
    "piece",
    ["[", "[a](", '[a](b "', "[a](b(c)", "# ", "#", " ", "_", "**", "\n \n", "<https://", "&a"],
)
def test_a_line_of_ten_megabytes_is_read_in_time(piece: str) -> None:
    words = "---\na: " + piece * (10_000_000 // len(piece))
    started = time.process_time()
    form(words)
    assert time.process_time() - started < 8  # a second or so; quadratic would take hours
