"""Addresses: read strictly, written in one way, and nothing of a user in what is told."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from greffier.errors import FetchError
from greffier.fetching import address_of


@pytest.mark.parametrize(
    ("given_", "written"),
    [
        ("https://Example.org", "https://example.org/"),
        ("HTTP://example.org:80/a?b=c#d", "http://example.org/a?b=c"),
        ("https://example.org:8443/a b", "https://example.org:8443/a%20b"),
        (
            "https://example.org/Заявление?x=я",
            "https://example.org/%D0%97%D0%B0%D1%8F%D0%B2%D0%BB%D0%B5%D0%BD%D0%B8%D0%B5?x=%D1%8F",
        ),
        ("https://example.org/%D0%97?a=%2F", "https://example.org/%D0%97?a=%2F"),  # stays escaped
        ("https://кремль.рф/", "https://xn--e1ajeds9e.xn--p1ai/"),
        ("http://[2001:4860::8888]:8080/", "http://[2001:4860::8888]:8080/"),
        ("https://example.org/@user/1", "https://example.org/@user/1"),  # that names no user
    ],
)
def test_an_address_is_written_in_one_way(given_: str, written: str) -> None:
    assert str(address_of(given_)) == written
    assert address_of(written) == address_of(given_)


@pytest.mark.parametrize(
    "given_",
    [
        *("ftp://example.org/", "file:///etc/passwd", "javascript:alert(1)", "data:,x", "//a.org"),
        *("https://", "https:///x", "http://a..b/", "http://exa mple.org/", "http://a\\b/"),
        *("http://example.org:22/", "http://example.org:0/", "http://example.org:65536/"),
        *("http://example.org:x/", "http://[::1/", "http://[fe80::1%25eth0]/", "http://[x]/"),
        *("http://a\r\nHost: b/", "http://a/\x00", "http://a/" + "x" * 8_000),
        *("http://a_b_%00.org/", "http://a%2eb/"),
        *("http://a/\udcff", "http://\udcff/", "http://a/?\udcff", "\udcff://a/"),
    ],
)
def test_what_is_no_address_is_refused(given_: str) -> None:
    with pytest.raises(FetchError) as told:
        address_of(given_)
    assert told.value.reason == "address"
    assert len(str(told.value)) < 400
    assert str(told.value).encode()


@pytest.mark.parametrize(
    "given_",
    [
        *("http://user:hunter2@example.org/", "http://user:hunter2@example.org:x/"),
        *("http://user:hun/ter2@example.org/", "http://a:hunter2@b@c/", "https://hunter2@[::1/"),
        *("ftp://user:hunter2@example.org/", "http:hunter2@example.org", "hunter2@example.org"),
    ],
)
def test_no_password_is_told(given_: str) -> None:
    with pytest.raises(FetchError) as told:
        address_of(given_)
    assert "hunter2" not in str(told.value)
    assert "ter2" not in str(told.value)
    assert told.value.__cause__ is None  # nor in what a traceback would show


@pytest.mark.parametrize(
    ("reference", "leads"),
    [
        ("b", "https://example.org/a/b"),
        ("/b?c#d", "https://example.org/b?c"),
        ("//www.example.org/x", "https://www.example.org/x"),
        (" \n../b ", "https://example.org/b"),
    ],
)
def test_a_reference_is_joined_to_where_it_stands(reference: str, leads: str) -> None:
    assert str(address_of("https://example.org/a/1").joined(reference)) == leads


@given(st.text(max_size=60))
@example("[")
@example("http://[")
@example("//\\@")
def test_any_reference_leads_somewhere_or_is_refused(reference: str) -> None:
    at = address_of("https://example.org/a/1")
    try:
        found = at.joined(reference)
    except FetchError as error:
        assert error.reason == "address"  # noqa: PT017 - either may come, and both are checked
    else:
        assert str(found).isascii()
        assert str(found).isprintable()
        assert " " not in str(found)
        assert found.scheme in {"http", "https"}
        assert address_of(str(found)) == found
