"""The reading page for long use: keys, links to selected words, and nobody shut out."""

from __future__ import annotations

import re
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from greffier.archive import open_archive
from greffier.model import Remark
from greffier.settings import Settings
from tests.e2e.test_pages import in_sight
from tests.hostile.serving import served
from tests.readings import meeting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

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


def test_keys_lead_from_mark_to_mark(archive: Archive, opened: Opened) -> None:
    """Also where several stand in one line, and at the end, where nothing is left to scroll."""
    address = transcript(archive)
    text = archive.reading(address.rsplit("/", 1)[1]).witness.text
    places = [found.span() for found in re.finditer(r"\bsecurity\b", text)][:4]
    places += [found.span() for found in re.finditer(r"\b\w{4,}\b", text[:-200])][-3:]
    span = ",".join(f"{start}-{end}" for start, end in places)
    page = opened(f"{address}?span={span}&q=x#hit")
    marks = page.locator("mark[id]").count()
    assert marks >= 6
    names = [f"hit-{n}" for n in range(2, marks + 1)]
    for expected in names:
        page.keyboard.press("n")
        assert page.evaluate("document.activeElement.id") == expected
        assert in_sight(page, f"#{expected}")
    page.keyboard.press("n")  # after the last, nothing more
    assert page.evaluate("document.activeElement.id") == names[-1]
    for expected in (*names[-2::-1], "hit"):
        page.keyboard.press("p")
        assert page.evaluate("document.activeElement.id") == expected


def test_keys_go_on_from_where_somebody_scrolled_to(archive: Archive, opened: Opened) -> None:
    page = opened(transcript(archive))
    page.keyboard.press("j")
    page.locator("#t6").evaluate("one => one.scrollIntoView()")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.id") == "t7"


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
    assert not serious(page)


@pytest.mark.parametrize("colours", ["white", "sepia", "contrast"])
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_numbers_of_remarks_can_be_read_in_every_view(
    doubted: str, opened: Opened, colours: str, mode: str
) -> None:
    page = opened(doubted)
    look = "([mode, colours]) => Object.assign(document.documentElement.dataset, {mode, colours})"
    page.evaluate(look, [mode, colours])
    assert page.locator(".turn .label .remark-ref").count() == 11
    assert page.locator(".turn p .remark-ref").count() == 1
    assert not serious(page)


@pytest.fixture(scope="module")
def doubted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address of a record with remarks on a label that leads to a person, and on words."""
    folder: Path = tmp_path_factory.mktemp("doubted") / "archive"
    came, reading = meeting()
    turn = reading.turns[0]
    # So many that the numbers have two digits: of a single sign axe says nothing.
    spans = (turn.label_span,) * 11 + (turn.paragraphs[0],)
    remarks = tuple(Remark(code="label.doubt", message="Who it is.", span=one) for one in spans)
    with closing(open_archive(folder, create=True)) as archive:
        archive.add(came, replace(reading, remarks=remarks))
        with served(archive, Settings()) as port:
            yield f"http://127.0.0.1:{port}/records/{reading.witness.id}"


def serious(page: Page) -> dict[str, list[str]]:
    """Give what keeps somebody from reading a page, with where."""
    found: list[dict[str, Any]] = Axe().run(page).response["violations"]
    return {
        one["id"]: [node["html"] for node in one["nodes"]][:3]
        for one in found
        if one["impact"] in _SERIOUS
    }


def test_a_page_at_twice_its_size_is_read_without_scrolling_sideways(
    archive: Archive, opened: Opened
) -> None:
    page = opened(transcript(archive), width=640)  # as 1,280 pixels show it at 200 %
    wide: int = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 640
