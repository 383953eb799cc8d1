"""The pages of offices, states and organisations in a browser: nobody is shut out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.e2e.test_pages import AUTHORITY

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    Opened = Callable[..., Page]

pytestmark = pytest.mark.browser

_SERIOUS = {"serious", "critical"}


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_nothing_serious_is_found_by_axe(opened: Opened, mode: str) -> None:
    page = opened("/persons/vladimir-putin")
    for path in ("/persons/vladimir-putin", *AUTHORITY):
        page.goto(path)
        page.evaluate("mode => { document.documentElement.dataset.mode = mode; }", mode)
        for summary in page.locator("main summary").all():
            summary.click()
        found = Axe().run(page).response["violations"]
        serious = [
            (one["id"], one["nodes"][0]["html"][:200]) for one in found if one["impact"] in _SERIOUS
        ]
        assert not serious, path


def test_from_an_office_to_the_words_and_to_whom_it_was(opened: Opened) -> None:
    page = opened("/offices/President?of=Kyrgyzstan")
    page.get_by_label("Day, month or year").fill("2020-12-02")
    page.get_by_role("button", name="Show").click()
    page.wait_for_url("**on=2020-12-02")
    page.locator(".held blockquote a").first.click()
    page.wait_for_url("**#fact")
    assert "Talant Mamytov" in page.locator("mark.fact").first.inner_text().replace("\u00a0", " ")
    page.go_back()
    page.locator(".held").get_by_role("link", name="Talant Mamytov", exact=True).click()
    page.wait_for_url("**/persons/talant-mamytov")
    assert page.locator("#offices-held svg").get_by_text("Acting President of Kyrgyzstan").count()
