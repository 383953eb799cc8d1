"""A fact is judged in a browser that runs no scripts, and the judgement taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.e2e.conftest import TOKEN

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    Opened = Callable[..., Page]

pytestmark = pytest.mark.browser

_BAD = {"serious", "critical"}
RECORD = "2f04c1cba2c31da5"


@pytest.mark.parametrize("width", [1280, 390])
def test_a_fact_is_rejected_and_comes_back(opened: Opened, width: int) -> None:
    page = opened(f"/judge/{RECORD}.s1.mode", javascript=False, width=width)
    page.get_by_label("Your name").fill("A. Clerk")
    page.get_by_label("The token").fill(TOKEN)
    page.get_by_role("button", name="Go on").click()
    page.wait_for_url(f"**/judge/{RECORD}.s1.mode")
    page.locator("#reject-why").wait_for()
    page.locator("#reject-why").fill("nobody was on a screen")
    page.get_by_role("button", name="Reject it").click()
    page.wait_for_url("**/judgements*")
    page.locator(".judgements").get_by_text("nobody was on a screen").first.wait_for()
    wide: int = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= width
    page.goto(f"/sessions/{RECORD}.s1")
    assert page.locator(".judgements .verdict").inner_text() == "rejected"
    page.goto("/judgements")
    with page.expect_navigation():
        page.get_by_role("button", name="Undo judgement").first.click()
    page.goto(f"/sessions/{RECORD}.s1")
    assert not page.locator(".judgements").count()


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_nothing_serious_is_found_by_axe(opened: Opened, mode: str) -> None:
    page = opened("/judge")
    _look(page, mode)
    page.get_by_label("Your name").fill("A. Clerk")
    page.get_by_label("The token").fill(TOKEN)
    page.get_by_role("button", name="Go on").click()
    for path in (f"/judge/{RECORD}.t1", "/judge/vladimir-putin", "/clashes", "/judgements"):
        page.goto(path)
        _look(page, mode)


def _look(page: Page, mode: str) -> None:
    page.evaluate("mode => { document.documentElement.dataset.mode = mode; }", mode)
    found = Axe().run(page).response["violations"]
    serious = [(one["id"], one["nodes"][0]["html"][:200]) for one in found if one["impact"] in _BAD]
    assert not serious, page.url
