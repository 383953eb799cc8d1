"""What is printed is whole, and says what it is of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from greffier.archive import Archive

    Opened = Callable[..., Page]

pytestmark = pytest.mark.browser

PAPER: Final = 700  # pixels between the margins of a sheet of A4
WORDS: Final = ("search", "concordance", "positions", "frequency", "collocates", "keywords")


def printed(opened: Opened, path: str) -> Page:
    """Open a page as it is laid out for paper."""
    page = opened(path, width=PAPER)
    page.emulate_media(media="print")
    return page


@pytest.mark.parametrize("path", WORDS)
def test_what_was_asked_for_is_printed_and_nothing_is_cut_off(opened: Opened, path: str) -> None:
    page = printed(opened, f"/{path}?q=security&of=Russia")
    told = page.locator("main").inner_text()
    assert "Asked for security" in told
    assert "the speaker stands for Russia" in told
    assert not page.locator("main form").first.is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= PAPER
    for table in page.locator("main table").all():
        box = table.bounding_box()
        assert box is not None
        assert box["x"] + box["width"] <= PAPER


def test_every_word_of_a_concordance_is_printed(opened: Opened) -> None:
    page = printed(opened, "/concordance?q=security&context=10")
    cut = """all => all.filter(one => one.scrollWidth > one.clientWidth + 1
        || getComputedStyle(one).maskImage !== "none").map(one => one.textContent)"""
    assert page.locator(".kwic td, .kwic td > span").evaluate_all(cut) == []


def test_many_columns_are_printed_on_one_sheet(opened: Opened) -> None:
    names = ("Russia", "Kazakhstan", "Kyrgyzstan", "Tajikistan", "Belarus", "Armenia")
    columns = "&".join(f"column={name}" for name in names)
    page = printed(opened, f"/positions?q=security&{columns}")
    assert page.locator(".positions thead th").count() == 1 + len(names)
    assert page.evaluate("document.documentElement.scrollWidth") <= PAPER


def test_a_record_is_printed_with_where_it_was_taken_from(archive: Archive, opened: Opened) -> None:
    record = max(archive.records(), key=lambda one: one.turns)
    witness = archive.reading(record.id).witness
    page = printed(opened, f"/records/{record.id}")
    told = page.locator(".provenance").inner_text()
    for said in (witness.digest, witness.name, f"/records/{record.id}", page.url):
        assert said in told
    assert "2020" in told
    assert not page.locator(".reading .turns").is_visible()
    page.emulate_media(media="screen")
    assert not page.locator(".provenance").is_visible()


def test_what_is_uncertain_is_printed_after_the_record(archive: Archive, opened: Opened) -> None:
    record = next(one for one in archive.records() if archive.reading(one.id).remarks)
    page = printed(opened, f"/records/{record.id}")
    assert page.locator("#remarks").is_visible()
    assert not page.locator("#facts").is_visible()
