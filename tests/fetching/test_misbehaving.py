"""Whatever a server does, it is told in one line, within bounds, and keeps nothing half."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING

import pytest

from greffier.jobs.fetching import item_of
from greffier.sources import receive
from tests.fetching.misbehaving import CASES, Case
from tests.fetching.server import PAGE, Server
from tests.fetching.trying import Loopback, fetched
from tests.places import ROOT

if TYPE_CHECKING:
    from pathlib import Path

FIGURES = ROOT / "benchmarks" / "reliability" / "figures" / "fetch.json"


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_what_a_server_does_is_told_and_bounded(case: Case, tmp_path: Path) -> None:
    with Server() as server:
        server.does("/page", *case.does)
        if case.robots is not None:
            server.does("/robots.txt", case.robots)
        begun = time.monotonic()
        (outcome, *listed) = fetched(tmp_path, Loopback(server.port), server.url("/page"))
        took = time.monotonic() - begun
    assert (outcome.reason or outcome.result) == case.becomes, outcome
    assert server.targets().count("/page") == case.tries
    assert took < 30  # a busy disk may take seconds to say that something is on it
    if outcome.result == "fetched":
        assert outcome.page is not None
        assert receive(item_of(outcome.page, tmp_path)).data == PAGE
    else:
        assert outcome.page is None
        assert outcome.error is not None
        told = str(outcome.error)
        assert told.isprintable()
        assert told.startswith(("http://", "file:"))
        assert "secret" not in told
        assert len(told) < 400
    assert [one.result for one in listed] in ([], ["failed"])


def test_the_figures_are_of_all_that_servers_do_here() -> None:
    told = json.loads(FIGURES.read_text(encoding="utf-8"))["table"]["rows"]
    names = [row[0] for row in told]
    assert names == [case.name for case in CASES], "python -m benchmarks.reliability.fetch"
