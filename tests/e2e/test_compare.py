"""Witnesses beside each other in a browser: read, filtered and gone through by the keyboard."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from greffier.archive import Archive

    Opened = Callable[..., Page]

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address(archive: Archive) -> str:
    """Give where the two sample copies of one record are compared."""
    record = next(one for one in archive.records() if one.witnesses == 2)
    return f"/records/{record.id}/compare"


def top(page: Page, selector: str) -> float:
    """Give how far below the window's top an element stands."""
    found: float = page.locator(selector).first.evaluate("one => one.getBoundingClientRect().top")
    return found


def press_access_key(page: Page, key: str) -> None:
    """Press Alt and a key as a keyboard does; Playwright leaves out what it would type."""
    session = page.context.new_cdp_session(page)
    pressed = {"modifiers": 1, "key": key, "code": f"Key{key.upper()}", "unmodifiedText": key}
    for kind in ("keyDown", "keyUp"):
        session.send("Input.dispatchKeyEvent", {"type": kind, **pressed})
    session.detach()


def elsewhere(here: str) -> Callable[[str], bool]:
    """Give what knows any other address."""
    return lambda there: there != here


def test_from_the_record_to_its_witnesses(opened: Opened, address: str) -> None:
    page = opened(address.removesuffix("/compare"))
    page.get_by_role("link", name="Compare them").click()
    page.wait_for_url(f"**{address}")
    base, other = page.locator(".pair:not(.names)").nth(1).locator("> div").all()
    assert base.evaluate("one => one.getBoundingClientRect().right") <= other.evaluate(
        "one => one.getBoundingClientRect().left"
    )
    assert page.locator("mark.is-gloss").count() == 8


@pytest.mark.parametrize("javascript", [True, False])
def test_the_access_key_leads_to_the_next_variant(
    opened: Opened, address: str, *, javascript: bool
) -> None:
    page = opened(f"{address}?class=gloss", javascript=javascript)
    seen = []
    for key in ("n", "n", "n", "p"):
        before = page.url
        press_access_key(page, key)
        page.wait_for_url(elsewhere(before))
        place = page.url.rpartition("#")[2]
        assert 100 <= top(page, f"#{place}") <= 880
        seen.append(int(place.removeprefix("v")))
    assert seen == [seen[0], seen[0] + 1, seen[0] + 2, seen[0] + 1]


def test_the_links_to_variants_are_reached_in_their_order(opened: Opened, address: str) -> None:
    page = opened(address)
    page.locator("a.tag").first.focus()
    told = []
    for _ in range(4):
        told.append(page.evaluate("document.activeElement.textContent"))
        page.keyboard.press("Tab")
        while page.evaluate("document.activeElement.className") != "tag":
            page.keyboard.press("Tab")
    numbers = [int(one.split()[0]) for one in told]
    assert numbers == sorted(set(numbers))


@pytest.mark.parametrize("javascript", [True, False])
def test_classes_are_chosen_by_a_form(opened: Opened, address: str, *, javascript: bool) -> None:
    page = opened(address, javascript=javascript)
    for kind in page.locator(".legend input:checked:not([value=omission])").evaluate_all(
        "all => all.map(one => one.value)"
    ):
        page.locator(f".legend input[value={kind}]").uncheck()
    page.get_by_role("button", name="Show").click()
    page.wait_for_url(re.compile("class=omission"))
    assert page.locator("mark.variant").count() == page.locator("mark.is-omission").count() > 0
    assert page.locator("details.alike").count() > 0


def test_what_is_alike_is_folded_and_can_be_unfolded(opened: Opened, address: str) -> None:
    page = opened(address)
    folded = page.locator("details.alike").first
    assert not folded.locator(".pair").is_visible()
    folded.locator("summary").click()
    first = folded.locator(".pair > div").first.inner_text()
    assert "Speech at joint meeting" in first.replace("\u00a0", " ")


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_runs_out_of_the_window(opened: Opened, address: str, width: int) -> None:
    page = opened(address, width=width)
    for summary in page.locator("main summary").all():
        summary.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_on_a_narrow_screen_they_stand_one_below_the_other(opened: Opened, address: str) -> None:
    page = opened(address, width=390)
    base, other = page.locator(".pair:not(.names)").nth(1).locator("> div").all()
    assert base.evaluate("one => one.getBoundingClientRect().bottom") <= other.evaluate(
        "one => one.getBoundingClientRect().top"
    )


def test_every_class_has_a_line_of_its_own(opened: Opened, address: str) -> None:
    """Colour alone tells nobody apart who does not see it: the lines differ in shape too."""
    page = opened(address)
    shapes = page.locator(".legend .variant").evaluate_all(
        """all => all.map(one => { const s = getComputedStyle(one);
            return ['Top', 'Right', 'Bottom', 'Left'].map(
                side => s[`border${side}Style`] + s[`border${side}Width`]).join(' '); })"""
    )
    assert len(shapes) == 8
    assert len(set(shapes)) == 8
