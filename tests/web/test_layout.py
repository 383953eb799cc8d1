"""A record laid out for reading: nothing lost, whatever the text and the reading."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from greffier.archive.stored import Hit, StoredRecord
from greffier.model import Gloss, Remark, Span
from greffier.web.layout import blocks, front
from greffier.web.marking import HIT, Mark, asked_spans
from greffier.web.passages import clipped, excerpt
from greffier.web.record_page import Choice, choice
from greffier.web.rendering import day
from tests.builders import at
from tests.readings import bare, meeting
from tests.web.conftest import archive_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from greffier.web.layout import Line


def shown(text: str, chosen: Choice, *furniture: Span) -> str:
    """Give all words that a page shows of a text."""
    reading = replace(bare(text)[1], furniture=furniture)
    return "".join(
        words.text
        for block in blocks(reading, chosen.marks)
        for line in block.lines
        for words in line.words
    )


@given(st.data(), st.text(alphabet="ab \n\u00a0\u202e<", min_size=1, max_size=60))
def test_the_blocks_lose_no_word(data: st.DataObject, text: str) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    plain = "".join(text.split())
    assert "".join(shown(text, Choice(spans=(span,))).split()) == plain
    assert "".join(shown(text, Choice(), span).split()) == plain


def test_furniture_within_a_line_does_not_break_it() -> None:
    text = "He spoke. Share this He left.\n\nShare this\n\nMore."
    reading = bare(text)[1]
    tooltip = at(text, "Share this")
    alone = Span(text.rindex("Share"), text.rindex("Share") + len("Share this"))
    laid = blocks(replace(reading, furniture=(tooltip, alone)))
    assert [block.kind for block in laid] == ["narration", "furniture", "narration"]
    assert [words.text for words in laid[0].lines[0].words if "furniture" in words.kinds] == [
        "Share this"
    ]


def test_marks_that_overlap_are_all_shown() -> None:
    text = "One two three four."
    reading = replace(
        bare(text)[1],
        glosses=(Gloss(name="x", office=None, span=at(text, "two three")),),
        remarks=(Remark(code="c", message="m", span=at(text, "three four")),),
    )
    (line,) = blocks(reading, [Mark(at(text, "three"), HIT)])[0].lines
    (chosen,) = (words for words in line.words if words.chosen)
    assert set(chosen.kinds) == {"gloss", "remark", "hit"}
    assert (chosen.anchor, chosen.remarks) == ("hit", (1,))


def test_each_chosen_stretch_has_one_anchor() -> None:
    """A stretch may run over several paragraphs; its name stands where it begins."""
    reading = meeting()[1]
    laid = blocks(reading, choice(reading, "t2", "").marks)
    anchors = [
        words.anchor
        for block in laid
        for words in (*block.label, *(one for line in block.lines for one in line.words))
        if words.anchor
    ]
    assert anchors[:2] == ["fact", "fact-2"]
    assert len(anchors) == len(set(anchors))


def test_the_title_and_the_lines_about_it_become_the_heading() -> None:
    head, body = front(blocks(meeting()[1]))
    assert [_said(lines) for lines in (head.above, head.title, head.below)] == [
        "Official website of the President of Russia",
        "Meeting of the CSTO Collective Security Council",
        "December 2, 2020, Novo-Ogaryovo, Moscow Region",
    ]
    assert [block.kind for block in body[:3]] == ["furniture", "narration", "turn"]


def _said(lines: Iterable[Line]) -> str:
    return " ".join("".join(words.text for line in lines for words in line.words).split())


def test_a_text_that_begins_with_something_else_keeps_its_title_in_place() -> None:
    reading = bare("An account.\n\nThe title\n\nMore.", title="The title")[1]
    head, body = front(blocks(reading))
    assert not head.title
    assert [block.kind for block in body] == ["narration", "title", "narration"]


@given(st.text(max_size=30))
def test_any_address_asks_for_spans_of_the_text(words: str) -> None:
    assert all(span.end <= 20 for span in asked_spans(words, 20))


@given(st.integers(0, 2_000), st.integers(1, 40), st.integers(0, 2_000))
def test_an_excerpt_shows_the_word_found(before: int, length: int, after: int) -> None:
    quote = "b " * (before // 2) + "x" * length + " a" * (after // 2)
    match = at(quote, "x" * length)
    hit = _hit(quote, match)
    words = excerpt(hit)
    assert "x" * length in "".join(one.text for one in words if one.chosen)
    assert sum(len(one.text) for one in words) <= 480
    whole = sum(len(one.text) for one in words) == len(quote)
    assert whole == (clipped(hit) == (False, False))


@cache
def _record() -> StoredRecord:
    return next(archive_of(bare("Some text.")).records())


def _hit(quote: str, match: Span) -> Hit:
    return Hit(
        record=_record(),
        witness=_record().base,
        turn=None,
        speaker=None,
        office=None,
        of=None,
        span=Span(0, len(quote)),
        matches=(match,),
        quote=quote,
        score=1.0,
    )


def test_days_are_said_in_words() -> None:
    said = [day(iso) for iso in ("2020-12-02", "2021-09", "2015", "2021-09-16/2021-09-17", None)]
    assert said == [
        "2 December 2020",
        "September 2021",
        "2015",
        "16 September 2021 – 17 September 2021",
        "undated",
    ]
    assert day("2021-02-30") == "2021-02-30"  # no such day: shown as it stands
