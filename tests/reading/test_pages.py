"""A page that shows what it states: title, date and place stand in its text, in whatever order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from greffier.authority import shipped
from greffier.reading import read
from greffier.sources import receive
from tests.places import CORPUS

if TYPE_CHECKING:
    from pathlib import Path

    from greffier.model import Reading

PAGE = CORPUS / "kremlin-en" / "56241.html"


def test_a_page_reads_as_its_plain_text_does() -> None:
    """Its lede stands between title and date, its place on a line of its own."""
    page, plain = (
        read(receive(path).witness, shipped()) for path in (PAGE, PAGE.with_suffix(".txt"))
    )
    for reading in (page, plain):
        head = reading.record
        assert head.title is not None
        assert head.date is not None
        assert head.dateline_place is not None
        assert head.title.text == "Russia-Kyrgyzstani talks"
        assert head.date.value == "2017-11-29"
        assert head.dateline_place.text == "The Kremlin, Moscow"
    assert page.record.title is not None
    assert page.record.title.rule == "page-states"
    said = [
        [(turn.label, turn.paragraphs[0].cut(one.witness.text)) for turn in one.turns]
        for one in (page, plain)
    ]
    assert len(said[0]) > 3
    assert said[0] == said[1]


TALKS = """<html><head><title>Meeting with ministers</title>{head}</head><body><article>
  <h1>Meeting with ministers</h1><p>October 10, 2012, Moscow</p>
  <p>Vladimir Putin met with Defence Minister Sergei Shoigu.</p></article></body></html>"""
SITE = '<meta property="og:site_name" content="{}">'


@pytest.fixture
def page(tmp_path: Path) -> Path:
    return tmp_path / "page.html"


def reading_of_page(page: Path, source: str) -> Reading:
    page.write_text(source, encoding="utf-8")
    return read(receive(page).witness, shipped())


def test_who_publishes_a_page_is_known_where_only_its_head_says_so(page: Path) -> None:
    reading = reading_of_page(page, TALKS.format(head=SITE.format("President of Russia")))
    assert reading.record.publisher is None  # no words of the text say so
    assert reading.publisher == "President of Russia"
    assert {(one.name, one.office, one.of) for one in reading.participants} == {
        ("Vladimir Putin", "President", "Russia"),
        ("Sergei Shoigu", "Minister of Defence", "Russia"),
    }


@pytest.mark.parametrize(
    ("publisher", "kind"),
    [
        ("President of Russia", "communique"),
        ("Ministry of Foreign Affairs of the Russian Federation", "communique"),
        ("Collective Security Treaty Organization", "communique"),
        ("The Moscow Times", "report"),
        ("Russia Today", "report"),  # named after a state, and not its office
    ],
)
def test_an_institutions_own_account_is_no_press_report(
    page: Path, publisher: str, kind: str
) -> None:
    assert reading_of_page(page, TALKS.format(head=SITE.format(publisher))).record.kind == kind


def test_a_card_behind_a_name_spells_out_the_initial_of_a_label(page: Path) -> None:
    card = '<a href=x data-tooltip="Nazarbayev Nursultan">Nazarbayev</a>'
    said = f"<p>The President thanked {card}.</p><p><b>N. Nazarbayev:</b> Thank you.</p>"
    reading = reading_of_page(page, f"<h1>Talks</h1>{said}<p><b>V. Putin:</b> Thank you.</p>")
    assert "Nursultan Nazarbayev" in {one.name for one in reading.participants}
