"""What a reader does with the pages, in a browser: from the list to the words, and back."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest

from greffier.model import joined
from greffier.query import facts

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from greffier.archive import Archive

    Opened = Callable[..., Page]

pytestmark = pytest.mark.browser

AUTHORITY = (
    "/offices",
    "/offices/President?of=Kyrgyzstan&on=2020-12-02",
    "/states",
    "/states/Russia",
    "/organisations",
    "/organisations/CSTO",
    "/bodies/Collective%20Security%20Council?of=CSTO",
    "/frequency?q=security&by=of",
    "/frequency?q=security",
)


def plain(words: str) -> str:
    """Give words without their white space, which a page is free to lay out anew."""
    return "".join(words.split())


def in_sight(page: Page, selector: str) -> bool:
    """Say whether an element stands in the window, below what is fixed at its top."""
    box: dict[str, float] | None = page.locator(selector).first.bounding_box()  # type: ignore[assignment] # a typed dict
    return box is not None and 50 <= box["y"] <= 880


@pytest.mark.parametrize("javascript", [True, False])
def test_from_the_list_to_the_words_that_support_a_fact(
    archive: Archive, opened: Opened, *, javascript: bool
) -> None:
    page = opened("/", javascript=javascript)
    page.locator(".entries h3 a").first.click()
    page.wait_for_url("**/sessions/*")
    for number in range(min(4, page.locator(".evidence").count())):
        link = page.locator(".evidence").nth(number)
        asked = urlsplit(link.get_attribute("href") or "")
        link.click()
        page.wait_for_url("**/records/*#fact")
        reading = archive.reading(asked.path.rsplit("/", 1)[1])
        (wanted,) = parse_qs(asked.query)["fact"]
        fact = next(one for one in facts(reading) if one.id == wanted)
        words = "".join(span.cut(reading.witness.text) for span in joined(fact.spans))
        assert plain("".join(page.locator("mark.fact").all_inner_texts())) == plain(words)
        assert in_sight(page, "#fact")
        page.go_back()


@pytest.mark.parametrize("javascript", [True, False])
def test_from_a_search_to_the_hit(opened: Opened, *, javascript: bool) -> None:
    page = opened("/", javascript=javascript)
    page.get_by_label("Search what was said and written").fill("terrorism")
    page.get_by_role("button", name="Search").click()
    page.wait_for_url("**/search?*")
    found = page.locator(".hits mark").first.inner_text()
    assert found.casefold().startswith("terroris")
    page.locator(".hits blockquote a").first.click()
    page.wait_for_url("**#hit")
    assert page.locator("#hit").inner_text() == found
    assert in_sight(page, "#hit")
    page.get_by_role("link", name="Back to all hits").click()
    page.wait_for_url("**/search?*")


def test_a_search_is_narrowed_to_a_speaker(archive: Archive, opened: Opened) -> None:
    name = next(
        one.participant.name
        for session in archive.sessions()
        for one in session.participants
        if one.turns and one.participant.name
    )
    page = opened("/search")
    page.get_by_label("Words").fill("the")
    page.get_by_text("Narrow by speaker").click()
    page.get_by_label("Speaker").fill(name)
    page.locator("form.search button").click()
    page.wait_for_url("**speaker=*")
    assert set(page.locator(".hits .by strong").all_inner_texts()) == {name}


@pytest.mark.parametrize("javascript", [True, False])
def test_view_settings_persist(opened: Opened, *, javascript: bool) -> None:
    page = opened("/records", javascript=javascript)
    before = _look(page)
    page.get_by_text("View settings").click()
    for choice in ("Largest", "Sepia", "Dark"):
        page.get_by_label(choice, exact=True).check()
    page.get_by_role("button", name="Apply").click()
    page.wait_for_load_state()
    assert urlsplit(page.url).path == "/records"
    chosen = _look(page)
    assert chosen["size"] > before["size"]
    assert chosen["paper"] == "rgb(33, 27, 20)" != before["paper"]
    page.goto("/")
    assert _look(page) == chosen


def _look(page: Page) -> dict[str, Any]:
    """Read size and colour as the browser lays them out."""
    body = page.locator("body")
    size = body.evaluate("one => parseFloat(getComputedStyle(one).fontSize)")
    paper = body.evaluate("one => getComputedStyle(one).backgroundColor")
    return {"size": size, "paper": paper}


def test_a_turn_can_be_reached_by_its_number(archive: Archive, opened: Opened) -> None:
    spoken = next(record for record in archive.records() if record.turns)
    page = opened(f"/records/{spoken.id}")
    page.locator(".turns .ns a").last.click()
    page.wait_for_url(re.compile(r"#t\d+$"))
    assert in_sight(page, f"#{urlsplit(page.url).fragment} .label")


def test_furniture_is_folded_and_can_be_unfolded(archive: Archive, opened: Opened) -> None:
    record = next(one for one in archive.records() if archive.reading(one.id).furniture)
    page = opened(f"/records/{record.id}")
    folded = page.locator("details.furniture").first
    assert not folded.locator("p").first.is_visible()
    folded.locator("summary").click()
    assert folded.locator("p").first.is_visible()


def test_the_keyboard_reaches_the_content_first(opened: Opened) -> None:
    page = opened("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.wait_for_url("**#main")
    assert page.evaluate("document.activeElement.id") == "main"


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_runs_out_of_the_window(archive: Archive, opened: Opened, width: int) -> None:
    session = next(archive.sessions())
    page = opened("/", width=width)
    for path in (
        "/",
        "/records",
        "/quality",
        "/persons",
        "/search?q=security",
        *AUTHORITY,
        f"/sessions/{session.id}",
        f"/records/{session.record.id}",
    ):
        page.goto(path)
        for summary in page.locator("main summary").all():
            summary.click()
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("size", ["medium", "largest"])
def test_words_in_pictures_stand_apart_and_can_be_read(
    opened: Opened, width: int, size: str
) -> None:
    """As the browser lays them out, in whatever font it has: nothing below 11 pixels."""
    page = opened(AUTHORITY[1], width=width)
    for path in AUTHORITY[1:]:
        page.goto(path)
        page.evaluate("size => { document.documentElement.dataset.size = size; }", size)
        drawn = page.evaluate(
            """() => [...document.querySelectorAll('svg.picture')].map(svg =>
                [...svg.querySelectorAll('text')].map(one => [one.textContent,
                    parseFloat(getComputedStyle(one).fontSize), one.getBoundingClientRect()])
                .filter(([, , box]) => box.width).map(([words, size, box]) =>
                    [words, size, box.left, box.top, box.right, box.bottom]))"""
        )
        for words in drawn:
            assert all(height >= 11 for _, height, *_ in words), path
            assert not [
                (one[0], other[0])
                for one, other in combinations(words, 2)
                # Lines of text have room above their letters: that much they may share.
                if one[2] < other[4] - 1
                and other[2] < one[4] - 1
                and one[3] < other[5] - 4
                and other[3] < one[5] - 4
            ], path


def test_the_bytes_are_downloaded(archive: Archive, opened: Opened) -> None:
    record = next(archive.records())
    page = opened(f"/records/{record.id}")
    with page.expect_download() as started:
        page.get_by_role("link", name="The bytes as received").click()
    path = started.value.path()
    assert path.read_bytes() == archive.witness_bytes(record.id)
