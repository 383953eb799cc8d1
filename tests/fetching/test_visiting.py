"""Manners: pauses, robots.txt, further tries, and when to leave a host alone."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from tests.fetching.server import PAGE, Server, answer, redirect
from tests.fetching.trying import AGENT, LIMITS, Loopback, StillClock, fetched

if TYPE_CHECKING:
    import socket
    from collections.abc import Iterator
    from pathlib import Path

BUSY = "503 Service Unavailable"


@pytest.fixture
def server() -> Iterator[Server]:
    """Give a server that has pages 1 to 9."""
    with Server({f"/{n}": [answer()] for n in range(1, 10)}) as one:
        yield one


def test_between_two_requests_there_is_a_pause(server: Server, tmp_path: Path) -> None:
    clock = StillClock()
    fetched(tmp_path, Loopback(server.port), *map(server.url, ["/1", "/2", "/3"]), clock=clock)
    assert server.targets() == ["/1", "/2", "/3"]
    assert clock.waits == [1, 1, 1]  # after robots.txt, and after each page but the last


def test_a_site_may_want_longer_pauses(server: Server, tmp_path: Path) -> None:
    server.does("/robots.txt", answer(b"User-agent: *\nCrawl-delay: 7", media_type="text/plain"))
    clock = StillClock()
    fetched(tmp_path, Loopback(server.port), *map(server.url, ["/1", "/2", "/3"]), clock=clock)
    assert clock.waits == [1, 7, 7]


def test_redirects_wait_as_well(server: Server, tmp_path: Path) -> None:
    server.does("/a", redirect("/1"))
    clock = StillClock()
    (outcome,) = fetched(tmp_path, Loopback(server.port), server.url("/a"), clock=clock)
    assert outcome.page is not None
    assert (outcome.page.asked, outcome.page.url) == (server.url("/a"), server.url("/1"))
    assert clock.waits == [1, 1]


def test_while_one_host_rests_another_is_asked(server: Server, tmp_path: Path) -> None:
    with Server({f"/{n}": [answer()] for n in range(1, 10)}) as other:
        network = Loopback(server.port, other.port, names={"b.test": ("127.0.0.1",)})
        clock = StillClock()
        urls = [
            *map(server.url, ["/1", "/2"]),
            other.url("/1", "b.test"),
            other.url("/2", "b.test"),
        ]
        outcomes = fetched(tmp_path, network, *urls, clock=clock)
    assert [one.address for one in outcomes] == [urls[0], urls[2], urls[1], urls[3]]


def test_only_one_thing_is_asked_at_a_time(server: Server, tmp_path: Path) -> None:
    now: list[int] = []
    most: list[int] = []

    def slowly(connection: socket.socket) -> None:
        now.append(1)
        most.append(len(now))
        time.sleep(0.02)
        now.pop()
        answer()(connection)

    targets = [f"/{n}" for n in range(1, 6)]
    for target in targets:
        server.does(target, slowly)
    fetched(tmp_path, Loopback(server.port), *map(server.url, targets))
    assert most == [1] * 5


def test_who_asks_is_told(server: Server, tmp_path: Path) -> None:
    fetched(tmp_path, Loopback(server.port), server.url("/1"))
    for asked in server.asked:
        assert asked.headers["user-agent"] == AGENT
        assert asked.headers["host"] == f"127.0.0.1:{server.port}"
        assert not {"cookie", "referer", "authorization"} & set(asked.headers)


def test_robots_txt_is_asked_for_once_a_day(server: Server, tmp_path: Path) -> None:
    clock = StillClock()
    urls = [*map(server.url, ["/1", "/2"])]
    fetched(tmp_path, Loopback(server.port), *urls, clock=clock)
    assert [one.target for one in server.asked] == ["/robots.txt", "/1", "/2"]

    def a_day_long(connection: socket.socket) -> None:
        clock.at += 90_000
        answer()(connection)

    server.does("/1", a_day_long)
    server.asked.clear()
    clock.at += 90_000
    fetched(tmp_path, Loopback(server.port), *urls, clock=clock)
    assert [one.target for one in server.asked] == ["/robots.txt", "/1", "/robots.txt", "/2"]


def test_a_redirect_asks_the_robots_txt_of_where_it_leads(server: Server, tmp_path: Path) -> None:
    server.does("/robots.txt", answer(b"User-agent: *\nDisallow: /9", media_type="text/plain"))
    server.does("/1", redirect("/9"))
    (outcome,) = fetched(tmp_path, Loopback(server.port), server.url("/1"))
    assert (outcome.reason, server.targets()) == ("robots", ["/1"])
    assert str(outcome.error).startswith(f"{server.url('/9')}: its robots.txt refuses that (`Disa")


def test_what_sites_say_takes_no_more_room_than_there_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, server: Server
) -> None:
    """Who was asked first is forgotten, and asked again when he is needed."""
    monkeypatch.setattr("greffier.fetching.permitting._RULES", 25)
    names = [f"{n}.test" for n in range(3)]
    rules = "\n".join(["User-agent: *", *(f"Disallow: /no/{n}" for n in range(10))])
    server.does("/robots.txt", answer(rules.encode(), media_type="text/plain"))
    network = Loopback(server.port, names=dict.fromkeys(names, ("127.0.0.1",)))
    targets = ["/1", "/2"]
    urls = [server.url(target, host) for host in names for target in targets]
    outcomes = fetched(tmp_path, network, *urls)
    assert [one.result for one in outcomes] == ["fetched"] * 6
    assert [one.target for one in server.asked].count("/robots.txt") == 6


def test_each_further_try_waits_twice_as_long(server: Server, tmp_path: Path) -> None:
    server.does("/1", answer(status=BUSY), answer(status=BUSY), answer())
    clock = StillClock()
    (outcome,) = fetched(tmp_path, Loopback(server.port), server.url("/1"), clock=clock)
    assert outcome.result == "fetched"
    assert clock.waits == [1, 2, 4]


@pytest.mark.parametrize("wanted", ["30", "Sun, 22 Nov 2026 08:00:31 GMT"])
def test_what_a_server_wants_waited_is_waited(server: Server, tmp_path: Path, wanted: str) -> None:
    server.does("/1", answer(b"", f"Retry-After: {wanted}", status=BUSY), answer())
    clock = StillClock()
    (outcome,) = fetched(tmp_path, Loopback(server.port), server.url("/1"), clock=clock)
    assert (outcome.result, clock.waits) == ("fetched", [1, 30])


def test_a_host_that_wants_endless_waiting_is_left_alone(server: Server, tmp_path: Path) -> None:
    server.does("/1", answer(b"", f"Retry-After: {'9' * 400}", status=BUSY))
    clock = StillClock()
    urls = map(server.url, ["/1", "/2"])
    outcomes = fetched(tmp_path, Loopback(server.port), *urls, clock=clock)
    assert [one.reason for one in outcomes] == ["wait", "given up"]
    assert server.targets() == ["/1"]
    assert sum(clock.waits) < 10


def test_a_host_that_fails_again_and_again_is_left_alone(server: Server, tmp_path: Path) -> None:
    targets = [f"/{n}" for n in range(1, 9)]
    for target in targets:
        server.does(target, answer(status=BUSY))
    outcomes = fetched(tmp_path, Loopback(server.port), *map(server.url, targets))
    assert [one.reason for one in outcomes] == ["status"] * LIMITS.faults + ["given up"] * 5
    assert len(server.targets()) == LIMITS.faults * LIMITS.tries


def test_pages_that_are_not_there_are_no_fault_of_the_host(server: Server, tmp_path: Path) -> None:
    urls = [server.url(f"/none/{n}") for n in range(8)]
    outcomes = fetched(tmp_path, Loopback(server.port), *urls, server.url("/1"))
    assert [one.reason for one in outcomes] == ["status"] * 8 + [""]


def test_a_body_of_an_answer_that_leads_elsewhere_is_no_page(
    server: Server, tmp_path: Path
) -> None:
    server.does("/a", answer(PAGE, "Location: /1", status="301 Moved"))
    (outcome,) = fetched(tmp_path, Loopback(server.port), server.url("/a"))
    assert outcome.page is not None
    assert outcome.page.url == server.url("/1")
