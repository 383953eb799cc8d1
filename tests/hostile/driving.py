"""A browser that opens addresses of a hostile archive and says what it should not have met."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from playwright.sync_api import Error

from tests.hostile.looking import LOOK, WATCH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import (
        Browser,
        BrowserContext,
        ConsoleMessage,
        Page,
        Playwright,
        Request,
        Route,
    )

_PATIENCE: Final = 20_000  # milliseconds that a page may take
# What is no fault of a page: the browser says so of every address that leads nowhere.
_REFUSED: Final = "Failed to load resource: the server responded with a status of"
_KEPT: Final = "Download is starting"
_WALLS: Final = ("content-disposition", "content-security-policy", "x-frame-options")

_NAMES: Final = ("chromium", "chromium-browser", "google-chrome")
_ARGUMENTS: Final = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")


def chromium(playwright: Playwright) -> Browser:
    """Start Debian's Chromium, or the one that CHROMIUM names."""
    named = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)
    return playwright.chromium.launch(executable_path=named, args=_ARGUMENTS)


class Opener:
    """Opens addresses one after another in one tab.

    Args:
        page: the tab.
        site: where the pages are.
    """

    def __init__(self, page: Page, site: str) -> None:
        self.page = page
        self._site = site
        self._met: list[str] = []
        page.on("console", self._console)
        page.on("pageerror", lambda error: self._met.append(f"error: {error}"))
        page.on("dialog", self._dialog)
        page.on("request", self._request)
        page.on("popup", lambda _: self._met.append("another window"))

    def open(self, address: str) -> tuple[str, ...]:
        """Open an address and give what should not have been met: nothing, where all is well."""
        self._met.clear()
        try:
            self.page.goto(self._site + address, wait_until="load", timeout=_PATIENCE)
        except Error as error:
            if _KEPT not in error.message:
                raise
            return tuple(self._met)  # it is a file for the reader's folder, and was not shown
        self._met += self.page.evaluate(LOOK)
        if not self.page.url.startswith(f"{self._site}/"):
            self._met.append(f"it led to {self.page.url}")
        return tuple(self._met)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and not message.text.startswith(_REFUSED):
            self._met.append(f"{message.type}: {message.text}")

    def _dialog(self, dialog: object) -> None:
        self._met.append(f"a dialog: {getattr(dialog, 'message', '')}")
        dialog.dismiss()  # type: ignore[attr-defined] # a Dialog, which has no type that is public

    def _request(self, request: Request) -> None:
        if not request.url.startswith((f"{self._site}/", "data:", "about:")):
            self._met.append(f"a request to {request.url}")


@contextmanager
def opener(browser: Browser, site: str, *, walls: bool, cookie: str = "") -> Iterator[Opener]:
    """Give what opens addresses.

    Args:
        browser: a real one.
        site: where the pages are.
        walls: whether what the headers forbid is forbidden. Without them, whatever is a script runs
            and every file is shown and not kept: what holds then is that nothing is a script.
        cookie: that of somebody who judges; empty for anybody.
    """
    context = browser.new_context(bypass_csp=not walls)
    try:
        context.add_init_script(WATCH)
        if cookie:
            name, _, value = cookie.partition("=")
            context.add_cookies([{"name": name, "value": value, "url": site}])
        if not walls:
            _without_walls(context, site)
        yield Opener(context.new_page(), site)
    finally:
        context.close()


def _without_walls(context: BrowserContext, site: str) -> None:
    def answered(route: Route) -> None:
        got = route.fetch(max_redirects=0)
        headers = {key: value for key, value in got.headers.items() if key not in _WALLS}
        route.fulfill(response=got, headers=headers)

    # What the pages load for themselves is not in question.
    context.route(lambda url: url.startswith(site) and "/static/" not in url, answered)
