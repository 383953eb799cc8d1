"""The reading page for long use: keys, links to selected words, and nobody shut out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.e2e.test_pages import in_sight

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from greffier.archive import Archive

    Opened = Callable[..., Page]

pytestmark = pytest.mark.browser

_SERIOUS = {"serious", "critical"}
_SELECT = """([from, to]) => {
    const line = [...document.querySelectorAll("#text .turn p[data-at]")]
        .find((one) => one.firstChild.length > to);
    const node = line.firstChild;
    getSelection().setBaseAndExtent(node, from, node, to);
}"""


def transcript(archive: Archive) -> str:
    """Give the address of the record with the most turns."""
    record = max(archive.records(), key=lambda one: one.turns)
    return f"/records/{record.id}"


def test_keys_lead_from_turn_to_turn(archive: Archive, opened: Opened) -> None:
    page = opened(transcript(archive))
    for expected in ("t1", "t2", "t3"):
        page.keyboard.press("j")
        assert page.evaluate("document.activeElement.id") == expected
        assert in_sight(page, f"#{expected}")
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.id") == "t2"


def test_keys_do_nothing_where_somebody_writes(opened: Opened) -> None:
    page = opened("/search")
    page.locator("#q").fill("")
    page.locator("#q").press_sequentially("jknp")
    assert page.locator("#q").input_value() == "jknp"


def test_selected_words_have_a_link_that_leads_to_them(archive: Archive, opened: Opened) -> None:
    page = opened(transcript(archive))
    page.evaluate(_SELECT, [3, 24])
    selected = page.evaluate("getSelection().toString()")
    offer = page.locator(".selected")
    offer.wait_for()
    offer.click()
    page.wait_for_url("**span=*")
    assert page.locator("mark.hit").all_inner_texts() == [selected]
    assert in_sight(page, "mark.hit")


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize(
    "path", ["/", "/records", "/persons", "/search?q=security", "/quality", "/watches", "record"]
)
def test_nobody_is_shut_out(archive: Archive, opened: Opened, path: str, width: int) -> None:
    page = opened(transcript(archive) if path == "record" else path, width=width)
    found: list[dict[str, Any]] = Axe().run(page).response["violations"]
    serious = {
        one["id"]: [node["html"] for node in one["nodes"]][:3]
        for one in found
        if one["impact"] in _SERIOUS
    }
    assert not serious


def test_a_page_at_twice_its_size_is_read_without_scrolling_sideways(
    archive: Archive, opened: Opened
) -> None:
    page = opened(transcript(archive), width=640)  # as 1,280 pixels show it at 200 %
    wide: int = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 640
