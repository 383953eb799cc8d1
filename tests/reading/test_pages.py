"""A page that shows what it states: title, date and place stand in its text, in whatever order."""

from __future__ import annotations

from greffier.authority import shipped
from greffier.reading import read
from greffier.sources import receive
from tests.places import CORPUS

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
