"""Every page opens without a complaint, and docs/pages/ shows it as it is: `make pages` draws."""

from __future__ import annotations

import io
import os
from typing import TYPE_CHECKING, Final

import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image

from greffier.archive import Question
from greffier.authority import shipped
from greffier.jobs.importing import import_file
from greffier.jobs.judging import judge, undo
from greffier.jobs.settling import settle
from greffier.query.judgements import Signature, deciding
from greffier.settings import Settings
from greffier.web import create_app
from tests.e2e.conftest import TOKEN
from tests.e2e.listed import DRAWN, FILES, IMPORTED, PAGES, RECORD, WIDTHS, routes_of, table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Page

    from greffier.archive import Archive

    Opened = Callable[..., Page]

DRAW: Final = "GREFFIER_DRAW_PAGES"  # set in the environment, the pictures are made
_COLOURS: Final = 48
_LARGEST: Final = 4_000_000  # bytes of all pictures
_FITS: Final = """one => {
    const box = one.getBoundingClientRect();
    return box.left >= 0 && box.right <= one.closest(".scrolls").getBoundingClientRect().right;
}"""
_NEW: Final = ("concordance", "positions", "collocates", "keywords", "search", "frequency")


@pytest.fixture(scope="module")
def furnished(archive: Archive) -> Iterator[None]:
    """Have something watched, judged and imported, so that each page has something to show."""
    if "Afghanistan" not in [one.name for one in archive.watches()]:
        archive.watch("Afghanistan", Question(words="Afghanistan"), began=0)
    import_file(archive, IMPORTED, shipped())
    by = Signature(author="A. Clerk", reason="the chair speaks of colleagues on a screen")
    judged = judge(archive, deciding(archive, "confirm", f"{RECORD}.s1.mode", by))
    yield
    undo(archive, judged)
    for one in archive.authorities():
        archive.drop_authority(one.n)
    settle(archive, shipped())


@pytest.mark.browser
@pytest.mark.usefixtures("furnished")
@pytest.mark.parametrize("width", WIDTHS)
def test_every_page_opens_and_stays_in_the_window(opened: Opened, width: str) -> None:
    page = opened("/judge", width=WIDTHS[width])
    for one in sorted(PAGES, key=lambda one: one.signed):
        if one.signed and page.context.cookies() == []:
            sign_in(page)
        answer = page.goto(one.address)
        assert answer is not None
        assert answer.status == 200, one.address
        assert page.evaluate("document.documentElement.scrollWidth") <= WIDTHS[width], one.address
        if os.environ.get(DRAW):
            draw(page, f"{one.name}-{width}.png")
    if os.environ.get(DRAW):
        (DRAWN / "README.md").write_text(table(), encoding="utf-8")


def sign_in(page: Page) -> None:
    """Give the token as somebody who judges."""
    page.goto("/judge")
    page.get_by_label("Your name").fill("A. Clerk")
    page.get_by_label("The token").fill(TOKEN)
    page.get_by_role("button", name="Go on").click()


def draw(page: Page, name: str) -> None:
    """Keep what the window shows, in so few colours that it is small."""
    shown = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    few = shown.quantize(_COLOURS, dither=Image.Dither.NONE)
    DRAWN.mkdir(exist_ok=True)
    few.save(DRAWN / name, optimize=True)


@pytest.mark.browser
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_axe_finds_nothing_serious_in_the_pages_of_words(opened: Opened, mode: str) -> None:
    page = opened("/")
    for one in (one for one in PAGES if one.name in _NEW):
        page.goto(one.address)
        page.evaluate("mode => { document.documentElement.dataset.mode = mode; }", mode)
        for summary in page.locator("main summary").all():
            summary.click()
        found = Axe().run(page).response["violations"]
        serious = [
            (each["id"], each["nodes"][0]["html"][:200])
            for each in found
            if each["impact"] in {"serious", "critical"}
        ]
        assert not serious, one.address


@pytest.mark.browser
def test_a_search_is_looked_at_in_other_ways(opened: Opened) -> None:
    page = opened("/search?q=terrorism&of=Belarus", javascript=False)
    page.get_by_role("link", name="In context").click()
    page.wait_for_url("**/concordance?q=terrorism&of=Belarus")
    assert page.locator(".kwic .right a").all_inner_texts() == ["terrorism"]
    page.locator(".kwic .right a").click()
    page.wait_for_url("**#hit")
    assert page.locator("#hit").inner_text() == "terrorism"
    page.go_back()
    page.get_by_role("link", name="Side by side").click()
    page.wait_for_url("**/positions?q=terrorism&of=Belarus")
    assert page.locator(".positions thead th").all_inner_texts() == ["Session", "Belarus"]


@pytest.mark.browser
def test_what_is_looked_for_is_seen_on_a_phone(opened: Opened) -> None:
    """The table scrolls in its own box, and shows the words before it is scrolled."""
    page = opened("/concordance?q=terrorism", width=390)
    box = page.locator(".kwic .right a").first.bounding_box()
    assert box is not None
    assert box["x"] + box["width"] <= 390
    assert page.locator(".scrolls").evaluate("one => one.scrollWidth > one.clientWidth")


@pytest.mark.browser
@pytest.mark.parametrize("asked", ["q=security", "q=security&context=10", "q=the&context=50"])
@pytest.mark.parametrize("width", [1280, 1920])
def test_every_column_of_a_concordance_is_seen(opened: Opened, asked: str, width: int) -> None:
    page = opened(f"/concordance?{asked}", width=width)
    box = page.locator(".scrolls")
    assert box.evaluate("one => one.scrollWidth <= one.clientWidth")
    assert page.locator(".kwic .is-date").first.evaluate(_FITS)
    words = page.locator(".kwic .right a").all()
    assert all(one.evaluate(_FITS) for one in words[:10])


def test_no_page_is_left_out(archive: Archive) -> None:
    there = set(routes_of(create_app(archive, Settings(token=TOKEN)).routes))
    assert there - FILES == {one.route for one in PAGES}
    assert there > FILES


def test_every_page_is_shown_in_the_documents() -> None:
    wanted = {f"{one.name}-{width}.png" for one in PAGES for width in WIDTHS}
    assert {path.name for path in DRAWN.glob("*.png")} == wanted, "draw them with `make pages`"
    assert (DRAWN / "README.md").read_text(encoding="utf-8") == table()
    assert sum(path.stat().st_size for path in DRAWN.glob("*.png")) <= _LARGEST
