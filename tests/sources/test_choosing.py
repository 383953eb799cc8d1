"""Which part of a page is its text, where nothing says so: columns, rows, and the extractor."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from greffier.authority import shipped
from greffier.reading import read
from greffier.sources import receive
from greffier.sources.html import form
from tests.places import SHARED

if TYPE_CHECKING:
    from pathlib import Path

    from greffier.sources.text import Form

LONG = "The heads of state discussed the draft budget and the programme of work for two years. "


def taken(source: str) -> Form:
    return form(source, place="page")


def words(source: str) -> str:
    return taken(source).words or ""


def finder(source: str) -> str | None:
    """Who found the text of a page that does not show it."""
    hints = taken(source).hints
    return next((hint.value for hint in hints if hint.key == "extraction"), None)


def test_a_form_around_the_whole_of_a_short_page_is_no_furniture() -> None:
    names = "".join(f"<li>Person {n}, Minister of Trade</li>" for n in range(5))
    text = words(f'<form id="aspnetForm"><p><a href=/>Home</a></p><ul>{names}</ul></form>')
    assert text.endswith("Person 4, Minister of Trade")


def test_an_article_for_each_speech_is_the_whole_row_of_them() -> None:
    speech = "<article class=speech><h3>{}:</h3><p>{}</p></article>"
    source = f"""<header>Parliament</header><main><h1>Budget</h1>{speech.format("Chair", "Order.")}
      {speech.format("Ms Okoro", LONG * 9)}{speech.format("Chair", LONG)}</main>"""
    text = words(source)
    assert [line for line in text.split("\n") if line.endswith(":")] == [
        "Chair:",
        "Ms Okoro:",
        "Chair:",
    ]
    assert "Parliament" not in text


def test_a_short_page_of_which_nothing_is_left_out_is_all_text() -> None:
    assert (
        finder("<h1>Bill</h1><p><b>Hon Mark Burton</b>: Because<p><b>Lynne Pillay</b>: What")
        is None
    )


def test_speeches_that_are_called_the_same_are_no_columns_however_long_one_is() -> None:
    speech = '<div class="contribution"><b>{}:</b> {}</div>'
    source = f"""<title>Budget - Debates</title><div><p>3 May 2020</p><div><h2>Budget</h2>
      {speech.format("Ms Okoro", LONG * 9)}{speech.format("Mr Adeyemi", LONG * 3)}</div></div>"""
    assert finder(source) is None
    assert words(source).startswith("3 May 2020\n\nBudget\n\nMs Okoro:")


def test_the_title_and_the_date_beside_a_list_of_speeches_are_of_it() -> None:
    speeches = "".join(f"<li>Speaker {n}: {LONG}" for n in range(3))
    source = f"<title>Budget debate</title><div><h2>Budget debate</h2><p>3 May<ol>{speeches}"
    assert words(source).startswith("Budget debate\n\n3 May\n\nSpeaker 0:")


def test_a_column_that_leads_elsewhere_with_each_paragraph_is_furniture() -> None:
    teaser = (
        "<p>{}: a tour of the shipyard and of its workshops has begun today. <a href=a>More</a>"
    )
    side = "".join(teaser.format(place) for place in ("North", "South", "East"))
    source = f"<table><tr><td>{side}<td><h1>Budget</h1><p>{LONG}<p>{LONG * 4}<td>{side}</table>"
    assert words(source) == f"Budget\n\n{LONG.strip()}\n\n{(LONG * 4).strip()}"
    assert finder(source) is None


# Two columns that nothing tells apart; the extractor knows the paragraphs from the lines.
UNTOLD = f"""
<body><div class=c1><div class=c2>{"<br>".join(f"Line {n} of the small print." for n in range(60))}
</div><div class=c3><div><b>Ms Okoro:</b> {LONG}</div><div><b>Chair:</b> {LONG * 3}</div></div>
"""


def test_where_a_page_does_not_show_its_text_the_extractor_is_asked_and_marks_stay() -> None:
    made = taken(UNTOLD)
    assert finder(UNTOLD) == "extractor"
    bold = [mark.span.cut(str(made.words)) for mark in made.marks if mark.kind == "bold"]
    assert bold == ["Ms Okoro:", "Chair:"]


def test_who_found_the_text_of_a_page_is_a_remark(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(UNTOLD, encoding="utf-8")
    remarks = [(one.code, one.message) for one in read(receive(file).witness, shipped()).remarks]
    message = "the page does not show where its main text is; who found it: extractor"
    assert ("main-text-unsure", message) in remarks


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="needs the records beside the checkout")
def test_the_extractor_is_asked_for_no_page_of_the_records() -> None:
    pages = sorted((SHARED / "records").rglob("*.html"))
    assert len(pages) > 200
    sources = [page.read_text(encoding="utf-8", errors="replace") for page in pages[::20]]
    assert not [source[:99] for source in sources if finder(source)]


@pytest.mark.parametrize(
    "piece",
    [
        f"<p>{LONG}",
        f"<div><b>{LONG}</b></div>",
        f"<tr><td>{LONG}",
        f"<a href=x>{LONG}</a>",
        "<h2>a",
    ],
)
def test_the_extractor_takes_no_time_over_a_large_page(piece: str) -> None:
    source = f"<div class=menu>x</div><table>{piece * (19_000 // piece.count('<'))}"
    started = time.process_time()
    taken(source)
    assert time.process_time() - started < 15  # two seconds or so
