"""What a page states about itself: in its head, in JSON-LD, in microdata, in tooltips."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from greffier.sources.html import form

if TYPE_CHECKING:
    from greffier.model import Hint
    from greffier.sources.text import Form

LONG = "The heads of state discussed the draft budget and the programme of work for two years. "


def read(source: str) -> Form:
    return form(source, place="page")


def words(source: str) -> str:
    return read(source).words or ""


def hints(source: str) -> dict[str, Hint]:
    return {hint.key: hint for hint in read(source).hints}


def test_a_page_states_title_date_and_place_where_it_shows_them() -> None:
    source = f"""<html lang=en><head><meta property="og:site_name" content="The Ministry">
      <meta property="og:title" content="Second session | The Ministry">
      <link rel=canonical href="https://example.org/2"><title>x</title></head><body>
      <h1>The Ministry</h1><article><h1>Second session</h1>
      <time datetime="2021-09-17T10:00+05:00" pubdate>17 September 2021</time>
      <span class="p-location">Dushanbe</span><p>{LONG}</p></article>"""
    made = hints(source)
    assert {key: hint.value for key, hint in made.items()} == {
        "title": "Second session",
        "date": "2021-09-17",
        "place": "Dushanbe",
        "publisher": "The Ministry",
        "url": "https://example.org/2",
        "language": "en",
    }
    text = words(source)
    shown = [made[key].span for key in ("title", "date", "place")]
    assert [span and span.cut(text) for span in shown] == [
        "Second session",
        "17 September 2021",
        "Dushanbe",
    ]


def test_a_title_that_no_heading_shows_is_found_in_the_text() -> None:
    name = "Second session of the Council"
    source = f"<title>{name} | Ministry</title><p>News<p><b>{name}</b><p>{LONG}"
    title = hints(source)["title"]
    assert title.value == name
    assert title.span is not None
    assert title.span.cut(words(source)) == title.value


def test_json_ld_states_what_is_not_shown_and_broken_json_that_it_is() -> None:
    graph = '{"@graph": [{"headline": "A", "datePublished": "2020-12-02T09:00Z"}]}'
    scripts = "".join(
        f'<script type="application/ld+json">{source}</script>'
        for source in ["{", "[" * 100_000, graph]
    )
    made = hints(f"{scripts}<p>words")
    assert (made["title"].value, made["date"].value) == ("A", "2020-12-02")
    assert made["unread"].value == "JSON-LD, which is broken"


@pytest.mark.parametrize(
    "source",
    [
        '<!-- {"headline": "Talks"} -->',
        '//<![CDATA[\n{"headline": "Talks"}\n//]]>',
        '{"headline": "Talks"};',
        '{"headline": "Talks", "description": "One\ntwo"}',
    ],
)
def test_json_ld_is_read_as_it_is_really_written(source: str) -> None:
    made = hints(f'<script type="application/ld+json">{source}</script><p>words')
    assert {key: hint.value for key, hint in made.items() if key == "title"} == {"title": "Talks"}


def test_a_card_behind_a_name_is_kept_as_a_gloss() -> None:
    card = '<span class="tooltip"><b>Okoro Ada</b><i>Minister</i></span>'
    made = hints(f"<p>The Chair thanked <a href=x>Ada Okoro{card}</a>.")
    assert made["gloss"].value == "Okoro Ada\nMinister"
    assert made["gloss"].span is not None
    assert words(f"<a href=x>Ada Okoro{card}</a>.") == "Ada Okoro."


@pytest.mark.parametrize(
    ("source", "glosses"),
    [
        ('The <abbr title="Treaty  Organisation">TO</abbr> met', [("TO", "Treaty Organisation")]),
        ('<span title="Chair">Ada Okoro</span>', [("Ada Okoro", "Chair")]),
        (
            '<a href=x data-tooltip="Minister&lt;br&gt;of Trade">She</a>',
            [("She", "Minister of Trade")],
        ),
        ('<a href=x title="To the minister">She</a> <abbr title="TO">TO</abbr>', []),
        ('<div title="News">She</div> <abbr title="Nothing"></abbr>', []),
    ],
)
def test_a_tooltip_is_a_gloss_on_the_words_that_it_is_on(
    source: str, glosses: list[tuple[str, str]]
) -> None:
    made = read(f"<p>{source}")
    assert [
        (hint.span and hint.span.cut(made.words or ""), hint.value)
        for hint in made.hints
        if hint.key == "gloss"
    ] == glosses


@pytest.mark.parametrize(
    ("times", "date"),
    [
        (["2020-12-02T09:00", "2020-12-02"], "2020-12-02"),
        (["2020-12-02", "2021-01-01"], None),  # one of them is of another page
    ],
)
def test_the_one_day_of_a_page_is_its_date(times: list[str], date: str | None) -> None:
    shown = "".join(f'<time datetime="{one}">then</time>' for one in times)
    made = hints(f"<div>{shown}</div><article><p>{LONG}</p></article>")
    assert (made["date"].value if "date" in made else None) == date
