"""What the commands tell of their work on standard error, as they are asked to."""

from __future__ import annotations

import json
import signal
import subprocess
from http.client import HTTPConnection
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from tests.cli.running import COMMAND, environment, run
from tests.places import EXAMPLE_RECORDS, ROOT

if TYPE_CHECKING:
    from pathlib import Path

TOKEN = "0123456789abcdef-told"  # noqa: S105 - of this test


@pytest.mark.parametrize(
    "arguments",
    [
        ["--debug", "--log-format", "json", "read"],
        ["--log-format", "json", "read", "--debug"],
        ["--log-level", "debug", "--log-format", "json", "read"],
    ],
)
def test_a_reading_is_told_fact_by_fact_and_printed_as_ever(arguments: list[str]) -> None:
    ran = run(*arguments, EXAMPLE_RECORDS[0])
    assert (ran.status, ran.out) == (0, run("read", EXAMPLE_RECORDS[0]).out)
    lines = [json.loads(line) for line in ran.err.splitlines()]
    date = next(line for line in lines if line.get("fact") == "s1.date")
    assert (date["value"], date["rule"]) == ("2021-09-17 (inferred)", "session:date-of-record")
    assert date["words"] == ["September 17, 2021"]


def test_for_people_it_is_a_line_each() -> None:
    ran = run("read", "--debug", EXAMPLE_RECORDS[0])
    (line,) = [line for line in ran.err.splitlines() if " fact=record.date " in line]
    assert 'rule=date:month-day-year spans=147..165 words="September 17, 2021"' in line


def test_settings_ask_for_it_too(tmp_path: Path) -> None:
    arguments = ("add", EXAMPLE_RECORDS[4], "-a", tmp_path / "a")
    ran = run(*arguments, GREFFIER_LOG_LEVEL="info", GREFFIER_LOG_FORMAT="json")
    events = [json.loads(line)["event"] for line in ran.err.splitlines()]
    assert (ran.status, events) == (0, ["read", "kept"])
    run("read", "examples", GREFFIER_LOG_LEVEL="loud").complains(2, "GREFFIER_LOG_LEVEL: `loud`")


def test_a_server_tells_of_requests_and_never_the_token(archive: Path) -> None:
    command = [*COMMAND, "--log-level", "debug", "--log-format", "json", "serve", "-a"]
    with subprocess.Popen(
        [*command, str(archive)],
        cwd=ROOT,
        env=environment(GREFFIER_TOKEN=TOKEN),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        served = urlsplit(process.stdout.readline().split()[1])
        asking = HTTPConnection(served.netloc, timeout=20)
        form = f"token={TOKEN}&author=A"
        for method, path, body in (
            ("GET", f"/judge?{TOKEN}", None),
            ("POST", "/judge", form),
            ("GET", f"/{TOKEN}", None),
        ):
            asking.request(method, path, body)
            asking.getresponse().read()
        asking.close()
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=20) == 0
        told = process.stderr.read()
    assert TOKEN not in told
    requests = [json.loads(line) for line in told.splitlines() if line.startswith("{")]
    assert [one["status"] for one in requests if one["event"] == "request"] == [200, 303, 404]
