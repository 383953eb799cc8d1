"""`greffier serve` and `greffier open`: pages on a port, and the browser that shows them."""

from __future__ import annotations

import re
import shlex
import signal
import socket
import subprocess
import time
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING
from urllib.request import urlopen

import pytest

from greffier.cli.exposing import exposed
from greffier.cli.serving import bound, has_display, url_of
from greffier.settings import Settings
from tests.cli.running import COMMAND, environment, run
from tests.places import EXAMPLE_RECORDS, ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def serving(*arguments: str | Path, **settings: str) -> Iterator[tuple[str, list[str]]]:
    """Run the program until the block ends, as by Ctrl-C; give its address, and what it printed."""
    command = [*COMMAND, *map(str, arguments)]
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment(**settings),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        printed: list[str] = []
        assert process.stdout is not None
        assert process.stderr is not None
        try:
            for line in process.stdout:
                printed.append(line)
                if found := re.match(r"Serving (http://\S+) ", line):
                    yield found[1], printed
                    break
            else:
                pytest.fail(f"it never served: {process.stderr.read()}")
        finally:
            process.send_signal(signal.SIGINT)
            status = process.wait(timeout=20)
        assert (status, process.stderr.read().strip()) == (0, "")


def taken_port() -> closing[socket.socket]:
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    listening.listen()
    return closing(listening)


def page(address: str) -> str:
    with urlopen(address, timeout=20) as answer:  # noqa: S310 - our own address
        assert answer.status == 200
        return str(answer.read().decode())


def test_an_archive_is_served_until_it_is_stopped(archive: Path) -> None:
    with taken_port() as taken:
        free = taken.getsockname()[1]
    with serving("serve", "-a", archive, "--port", str(free)) as (address, _):
        assert address == f"http://127.0.0.1:{free}/"
        assert "Collective Security Council" in page(address)


def test_another_port_is_taken_where_the_usual_one_is_in_use(archive: Path) -> None:
    with taken_port() as taken:
        port = str(taken.getsockname()[1])
        with serving("serve", "-a", archive, GREFFIER_PORT=port) as (address, _):
            assert f":{port}/" not in address
            page(address)


def test_the_port_that_was_asked_for_is_the_only_one(archive: Path) -> None:
    with taken_port() as taken:
        port = str(taken.getsockname()[1])
        ran = run("serve", "-a", archive, "--port", port)
    ran.complains(2, f"127.0.0.1:{port}: address already in use")


def test_an_address_of_another_machine_is_refused(archive: Path) -> None:
    # Kept for documentation: no machine has it.
    run("serve", "-a", archive, "--host", "192.0.2.1").complains(2, "192.0.2.1:")
    run("serve", "-a", archive, "--host", "no.such.name.invalid").complains(2, "no address")


def test_open_reads_tells_and_serves(tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\nprintf %s "$1" > {shlex.quote(str(seen))}\n', encoding="utf-8")
    browser.chmod(0o700)
    arguments = ["open", "examples", "-a", str(tmp_path / "a")]
    with taken_port() as taken:
        free = str(taken.getsockname()[1])
    with serving(*arguments, GREFFIER_PORT=free, BROWSER=str(browser)) as (address, printed):
        page(address)
        told = "".join(printed)
        assert "5 witnesses added to " in told
        assert re.search(
            r"The archive holds 4 records in 5 witnesses, \d+ sessions, \d+ persons, \d+ turns",
            told,
        )
        assert " participants\n" in told
        for _ in range(100):
            if seen.exists() and seen.read_text(encoding="utf-8"):
                break
            time.sleep(0.1)
        assert seen.read_text(encoding="utf-8") == address


def test_open_can_only_tell(tmp_path: Path) -> None:
    ran = run("open", EXAMPLE_RECORDS[4], "-a", tmp_path / "a", "--no-serve")
    assert (ran.status, ran.err) == (0, "")
    assert "Putin to discuss the situation in Afghanistan" in ran.out
    assert "Serving" not in ran.out


def test_no_browser_is_opened_on_a_bare_terminal() -> None:
    assert not has_display({}, "linux")
    assert has_display({"DISPLAY": ":0"}, "linux")
    assert has_display({}, "darwin")


@pytest.mark.parametrize(("host", "shown"), [("127.0.0.1", "127.0.0.1"), ("0.0.0.0", "127.0.0.1")])  # noqa: S104 - open to all is what is tested
def test_the_address_is_one_that_a_browser_can_open(host: str, shown: str) -> None:
    with closing(socket.socket()) as taken:
        taken.bind((host, 0))
        assert url_of(taken) == f"http://{shown}:{taken.getsockname()[1]}/"


def test_an_address_that_was_asked_for_is_answered(archive: Path) -> None:
    # Any of 127.0.0.0/8 is this machine, and this one is no name that is always answered.
    with serving("serve", "-a", archive, "--host", "127.0.0.2") as (address, _):
        assert address.startswith("http://127.0.0.2:")
        page(address)


@pytest.mark.parametrize(
    ("host", "settings", "words"),
    [
        ("127.0.0.1", Settings(), []),
        ("127.0.0.2", Settings(token="x" * 16), []),
        ("0.0.0.0", Settings(hosts=("0.0.0.0",)), ["whole archive", "no GREFFIER_TOKEN", "_HOSTS"]),  # noqa: S104 - as above
        ("0.0.0.0", Settings(hosts=("a.example", "0.0.0.0")), ["whole archive", "no GREFFIER_T"]),  # noqa: S104 - as above
        ("0.0.0.0", Settings(hosts=("a", "b"), token="x" * 16), ["whole archive", "HTTPS"]),  # noqa: S104 - as above
    ],
)
def test_serving_other_machines_is_said_loudly(
    host: str, settings: Settings, words: list[str]
) -> None:
    with closing(socket.socket()) as taken:
        taken.bind((host, 0))
        told = exposed(taken, settings)
    assert len(told) == len(words)
    assert all(word in line for word, line in zip(words, told, strict=True))


def test_only_this_machine_is_served_unless_another_is_named() -> None:
    assert Settings.read({}).host == "127.0.0.1"
    assert exposed_by("localhost") == ()


def exposed_by(host: str) -> tuple[str, ...]:
    with bound(host, 0, exactly=True) as taken:
        return exposed(taken, Settings())
