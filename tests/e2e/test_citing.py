"""Citations in a browser: copied where that is possible, there to be selected where it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from greffier.archive import Archive

    Opened = Callable[..., Page]

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def council(archive: Archive) -> str:
    """Give the record of the meeting of 2 December 2020."""
    return next(one.id for one in archive.records() if one.date == "2020-12-02")


def test_a_citation_is_copied_as_it_stands(opened: Opened, council: str) -> None:
    # The page would have complained if the policy on scripts kept out its block of data.
    page = opened(f"/records/{council}")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    told = page.locator("#cite [data-copied]").first
    page.locator("#cite .copy").first.click()
    page.locator("#cite .copy", has_text="Copied").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == told.inner_text()
    assert "sha256:" in copied


def test_where_nothing_may_be_copied_the_words_are_selected(opened: Opened, council: str) -> None:
    page = opened(f"/cite/{council}.t1")
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error()); }")
    page.locator(".copy").first.click()
    page.locator(".copy", has_text="Selected").wait_for()
    assert (
        page.evaluate("getSelection().toString()")
        == page.locator("[data-copied]").first.inner_text()
    )


def test_without_scripts_a_turn_is_cited_all_the_same(opened: Opened, council: str) -> None:
    page = opened(f"/records/{council}", javascript=False)
    page.locator("#t5").hover()
    page.get_by_role("link", name="Cite turn 5").click()
    assert page.get_by_role("button", name="Copy").count() == 0
    assert "turn 5" in page.locator("[data-copied]").first.inner_text()
    page.get_by_role("link", name="To the words").click()
    assert page.url.endswith("#t5")


@pytest.mark.parametrize("path", ["/records/{}", "/sessions/{}.s1", "/cite/{}.t1p1"])
def test_a_phone_shows_all_of_a_citation(opened: Opened, council: str, path: str) -> None:
    page = opened(path.format(council), width=390)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("path", ["/cite/{}", "/cite/{}.t1p1", "/sessions/{}.s1"])
def test_axe_finds_nothing_serious(opened: Opened, council: str, path: str) -> None:
    page = opened(path.format(council))
    found = Axe().run(page).response["violations"]
    assert [one["id"] for one in found if one["impact"] in {"serious", "critical"}] == []
