"""The whole program in real Chromium: the server over an archive read from the examples."""

from __future__ import annotations

import os
import shutil
import socket
import threading
import time
from contextlib import chdir, closing
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
import uvicorn
from playwright.sync_api import sync_playwright

from greffier.archive import open_archive
from greffier.jobs import add_all
from greffier.settings import Settings
from greffier.web import create_app
from tests.places import EXAMPLES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, ConsoleMessage, Page

    from greffier.archive import Archive

TOKEN: Final = "a-token-for-these-tests"  # noqa: S105 - of no archive that anybody has
_NAMES: Final = ("chromium", "chromium-browser", "google-chrome")
_ARGUMENTS: Final = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
_PATIENCE: Final = 20.0  # seconds until the server must answer


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """Give an archive of the examples."""
    folder: Path = tmp_path_factory.mktemp("e2e") / "archive"
    with closing(open_archive(folder, create=True)) as made:
        with chdir(EXAMPLES.parent):  # so that no page says where the checkout lies
            add_all(made, [Path(EXAMPLES.name)])
        yield made


@pytest.fixture(scope="session")
def site(archive: Archive) -> Iterator[str]:
    """Serve the archive on a free port, and give the address."""
    with closing(socket.socket()) as bound:
        bound.bind(("127.0.0.1", 0))
        port: int = bound.getsockname()[1]
        app = create_app(archive, Settings(token=TOKEN))
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="off"))
        bound.listen()
        thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]}, daemon=True)
        thread.start()
        end = time.monotonic() + _PATIENCE
        while not server.started and time.monotonic() < end:
            time.sleep(0.05)
        assert server.started, "the server did not start"
        yield f"http://127.0.0.1:{port}"
        server.should_exit = True
        thread.join(_PATIENCE)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start Debian's Chromium, or skip where there is none."""
    named = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)
    if named is None:
        pytest.skip("no Chromium here: `make test` installs Debian's where it may")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=named, args=_ARGUMENTS)
        yield started
        started.close()


@pytest.fixture
def opened(browser: Browser, site: str) -> Iterator[Callable[..., Page]]:
    """Give what opens pages, each like a browser of its own; no page may complain of anything."""
    complaints: list[str] = []
    contexts = []

    def note(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            complaints.append(message.text)

    def page_of(path: str = "/", *, javascript: bool = True, width: int = 1280) -> Page:
        context = browser.new_context(
            base_url=site,
            java_script_enabled=javascript,
            viewport={"width": width, "height": 900},
        )
        contexts.append(context)
        context.set_default_timeout(10_000)
        page = context.new_page()
        page.on("console", note)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(path)
        return page

    yield page_of
    for context in contexts:
        context.close()
    assert not complaints
