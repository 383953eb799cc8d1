"""What is connected to: the very address that was checked, by whoever proves that it is he."""

from __future__ import annotations

import contextlib
import shutil
import socket
import ssl
import subprocess
import threading
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from greffier.errors import FetchError
from greffier.fetching import Network, address_of
from tests.fetching.server import Server, answer
from tests.fetching.trying import LIMITS, Loopback, StillClock, fetched

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Turning:
    """A name service that says something else each time."""

    def __init__(self, *answers: tuple[str, ...]) -> None:
        self._answers = list(answers)
        self.asked: list[str] = []

    def __call__(self, host: str, port: int) -> tuple[str, ...]:
        """Give the next answer."""
        del port
        self.asked.append(host)
        return self._answers.pop(0)


def test_a_name_that_turns_private_leads_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """Public when it is checked, private when it is looked up again: it is not looked up again."""
    tried: list[str] = []

    def connect(_: socket.socket, to: tuple[str, int]) -> None:
        tried.append(to[0])
        raise ConnectionRefusedError(111, "Connection refused")

    monkeypatch.setattr(socket.socket, "connect", connect)
    turning = Turning(("8.8.8.8",), ("127.0.0.1",))
    network = Network(resolve=turning)
    address = address_of("http://rebind.test/")
    with pytest.raises(FetchError, match="connection refused"):
        network.connect(address, LIMITS)
    assert (tried, turning.asked) == (["8.8.8.8"], ["rebind.test"])
    with pytest.raises(FetchError) as told:  # another request is another look, and another check
        network.connect(address, LIMITS)
    assert (told.value.reason, tried) == ("private", ["8.8.8.8"])


def test_one_private_address_among_public_ones_is_enough() -> None:
    with pytest.raises(FetchError) as told:
        Network(resolve=Turning(("8.8.8.8", "::1"))).checked(address_of("http://two.test/"))
    assert told.value.reason == "private"
    assert "::1" in str(told.value)


@pytest.mark.parametrize("host", ["127.0.0.1", "[::1]", "0x7f.1", "2130706433", "localhost", "0"])
def test_this_machine_is_refused_however_it_is_written(host: str) -> None:
    with pytest.raises(FetchError) as told:
        Network().connect(address_of(f"http://{host}:8642/"), LIMITS)
    assert told.value.reason in {"private", "unreachable"}  # not every system reads all of these


def test_it_is_not_where_that_is_allowed() -> None:
    with Server({"/": [answer()]}) as server:
        network = Network(allow_private=True)
        with network.connect(address_of(server.url()), LIMITS) as wire:
            wire.send(b"GET / HTTP/1.1\r\n\r\n")
            assert wire.receive().startswith(b"HTTP/1.1 200")


def test_a_name_that_is_none(tmp_path: Path) -> None:
    (outcome,) = fetched(tmp_path, Loopback(1), "http://nowhere.test/", clock=StillClock())
    assert outcome.reason == "robots"
    assert "its host is not found (" in str(outcome.error)


def test_no_proxy_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Server() as proxy, Server({"/page": [answer()]}) as server:
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, proxy.url())
        (outcome,) = fetched(tmp_path, Loopback(server.port), server.url("/page"))
    assert (outcome.result, proxy.asked) == ("fetched", [])


def test_a_name_with_a_hundred_addresses_is_not_tried_at_all_of_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tried: list[str] = []

    def connect(_: socket.socket, to: tuple[str, int]) -> None:
        tried.append(to[0])
        raise TimeoutError

    monkeypatch.setattr(socket.socket, "connect", connect)
    many = tuple(f"8.8.8.{n}" for n in range(100))
    with pytest.raises(FetchError) as told:
        Network(resolve=Turning(many)).connect(address_of("http://many.test/"), LIMITS)
    assert (told.value.reason, tried) == ("silent", list(many[:4]))


# -- certificates ----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a certificate for archive.test with its key, in one file."""
    if shutil.which("openssl") is None:
        pytest.skip("no openssl to make a certificate")
    folder = tmp_path_factory.mktemp("tls")
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"),
            *("-keyout", "key", "-out", "crt", "-subj", "/CN=archive.test"),
            *("-addext", "subjectAltName=DNS:archive.test"),
        ],
        cwd=folder,
        check=True,
        capture_output=True,
    )
    whole = folder / "whole.pem"
    whole.write_bytes((folder / "key").read_bytes() + (folder / "crt").read_bytes())
    return whole


@pytest.fixture
def secure(certificate: Path) -> Iterator[tuple[int, list[str]]]:
    """Give the port of a server that proves to be archive.test, and the names it was asked for."""
    names: list[str] = []
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    context.sni_callback = lambda _, name, __: names.append(name or "")
    listening = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            try:
                plain, _ = listening.accept()
            except OSError:
                return
            try:
                with context.wrap_socket(plain, server_side=True) as one:
                    one.recv(4096)
                    one.sendall(b"HTTP/1.1 204 No Content\r\n\r\n")
            except OSError:
                plain.close()

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    yield listening.getsockname()[1], names
    listening.shutdown(socket.SHUT_RDWR)
    listening.close()
    thread.join(timeout=10)


def _network(certificate: Path) -> Network:
    return Network(
        allow_private=True,
        resolve=lambda _, __: ("127.0.0.1",),
        tls=ssl.create_default_context(cafile=str(certificate)),
    )


def test_a_server_proves_that_it_is_the_host(
    certificate: Path, secure: tuple[int, list[str]]
) -> None:
    """Though an IP address is connected to, the name is what the certificate is held against."""
    port, names = secure
    address = address_of(f"https://archive.test:{port}/")
    with _network(certificate).connect(address, LIMITS) as wire:
        wire.send(b"GET / HTTP/1.1\r\n\r\n")
        assert wire.receive().startswith(b"HTTP/1.1 204")
    assert names == ["archive.test"]


def test_another_host_is_not_believed(certificate: Path, secure: tuple[int, list[str]]) -> None:
    with pytest.raises(FetchError) as told:
        _network(certificate).connect(address_of(f"https://other.test:{secure[0]}/"), LIMITS)
    assert told.value.reason == "certificate"
    assert "mismatch" in str(told.value)


def test_a_certificate_of_ones_own_is_not_believed(secure: tuple[int, list[str]]) -> None:
    network = Network(allow_private=True, resolve=lambda _, __: ("127.0.0.1",))
    with pytest.raises(FetchError) as told:
        network.connect(address_of(f"https://archive.test:{secure[0]}/"), LIMITS)
    assert told.value.reason == "certificate"


def test_a_handshake_that_drips_has_an_end() -> None:
    listening = socket.create_server(("127.0.0.1", 0))

    def dripping() -> None:
        plain, _ = listening.accept()
        with plain, contextlib.suppress(OSError):
            plain.sendall(b"\x16\x03\x03\x40\x00")  # a record of 16 KB begins
            while True:
                plain.sendall(b"\x00")
                time.sleep(0.02)

    thread = threading.Thread(target=dripping, daemon=True)
    thread.start()
    address = address_of(f"https://127.0.0.1:{listening.getsockname()[1]}/")
    begun = time.monotonic()
    with listening, pytest.raises(FetchError) as told:
        Network(allow_private=True).connect(address, replace(LIMITS, connecting=0.3))
    took = time.monotonic() - begun
    thread.join(timeout=10)
    assert took < 10  # it would drip for minutes
    assert told.value.reason in {"silent", "unreachable"}


def test_what_speaks_no_tls_is_said() -> None:
    with Server() as server:
        network = Network(allow_private=True)
        with pytest.raises(FetchError) as told:
            network.connect(address_of(f"https://127.0.0.1:{server.port}/"), LIMITS)
    assert told.value.reason in {"unreachable", "cut", "silent"}
