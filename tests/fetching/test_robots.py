"""robots.txt, by RFC 9309."""

from __future__ import annotations

import time
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier.fetching.robots import robots_of


def allows(text: str, target: str) -> bool:
    return robots_of(text.encode()).refusal(target) is None


@pytest.mark.parametrize(
    ("text", "target", "allowed"),
    [
        ("", "/", True),
        ("User-agent: *\nDisallow: /", "/a", False),
        ("User-agent: *\nDisallow:", "/a", True),  # empty: nothing is forbidden
        ("User-agent: other\nDisallow: /", "/a", True),
        ("User-agent: *\nDisallow: /\n\nUser-agent: Greffier\nAllow: /a", "/a", True),
        ("User-agent: *\nAllow: /\n\nuser-AGENT: gReFfIeR/1.0\nDISALLOW: /a", "/ab", False),
        ("User-agent: greffierbot\nDisallow: /", "/a", True),  # another's name that begins so
        # Groups of one name are one group; several names in a row share what follows.
        (
            (
                "User-agent: greffier\nDisallow: /a\nUser-agent: x\nDisallow: /\n"
                "User-agent: greffier\nDisallow: /b"
            ),
            "/b",
            False,
        ),
        ("User-agent: greffier\nUser-agent: x\nDisallow: /a", "/a", False),
        ("User-agent: x\nUser-agent: greffier\n\nDisallow: /a", "/a", False),
        ("User-agent: greffier\nCrawl-delay: 2\nUser-agent: x\nDisallow: /", "/a", True),
        # The longest rule counts, and of two of one length the one that allows.
        ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", True),
        ("User-agent: *\nAllow: /a\nDisallow: /a/b", "/a/b/c", False),
        ("User-agent: *\nDisallow: /a\nAllow: /a", "/a", True),
        ("User-agent: *\nAllow: /p\nDisallow: /", "/p", True),
        ("User-agent: *\nDisallow: /*.php", "/x/index.php?a=b", False),
        ("User-agent: *\nDisallow: /*.php$", "/x/index.php?a=b", True),
        ("User-agent: *\nDisallow: /*.php$", "/x/index.php", False),
        ("User-agent: *\nDisallow: /$", "/", False),
        ("User-agent: *\nDisallow: /$", "/a", True),
        ("User-agent: *\nDisallow: /a*b*c", "/a-c-b-c", False),
        ("User-agent: *\nDisallow: /a*b*c", "/a-c-b", True),
        ("User-agent: *\nDisallow: /a*aa$", "/aa", True),  # no letter counts for two
        # One letter may be escaped here and not there; what divides stays apart.
        ("User-agent: *\nDisallow: /записи", "/%D0%B7%D0%B0%D0%BF%D0%B8%D1%81%D0%B8/1", False),
        ("User-agent: *\nDisallow: /%7Ea%2d", "/~a-b", False),
        ("User-agent: *\nDisallow: /a%2fb", "/a%2Fb", False),
        ("User-agent: *\nDisallow: /a%2Fb", "/a/b", True),
        ("User-agent: *\nDisallow: /a%2A", "/abc", True),
        # How it is written does not matter.
        ("\ufeffUser-agent:*\r\nDisallow:/a # why\r\n", "/a", False),
        ("User-agent: *\rDisallow: /a\r", "/a", False),
        ("Disallow: /", "/a", True),  # of no group
        ("User-agent: *\nnonsense\nDisallow /a\n: x\nDisallow: /b", "/b", False),
    ],
)
def test_what_may_be_fetched(text: str, target: str, allowed: bool) -> None:  # noqa: FBT001 - an expectation
    assert allows(text, target) is allowed


@pytest.mark.parametrize(
    ("text", "pause"),
    [
        ("User-agent: *\nCrawl-delay: 10", 10),
        ("User-agent: *\nCrawl-delay: 0.5\nDisallow: /a", 0.5),
        ("User-agent: *\nCrawl-delay: 10\n\nUser-agent: greffier\nDisallow: /a", 0),
        ("User-agent: *\nCrawl-delay: -1", 0),
        ("User-agent: *\nCrawl-delay: soon", 0),
        ("User-agent: *\nCrawl-delay: nan", 0),
        ("User-agent: *\nCrawl-delay: 1e9", 1e9),
        ("User-agent: *\nCrawl-delay: .5", 0.5),
        ("User-agent: *\nCrawl-delay: 5.", 5),
        ("User-agent: *\nCrawl-delay: 1234567890", 1234567890),
        ("User-agent: *\nCrawl-delay: " + "9" * 5000, inf),
        ("User-agent: *\nCrawl-delay: 1e999", inf),
        ("User-agent: *\nCrawl-delay: .", 0),
        ("User-agent: *\nCrawl-delay: 1.2.3", 0),
        ("User-agent: *\nCrawl-delay: 1_0", 0),
    ],
)
def test_the_pause_that_is_wanted(text: str, pause: float) -> None:
    assert robots_of(text.encode()).pause == pause


def test_the_rule_is_told_as_printed() -> None:
    rule = robots_of("User-agent: *\nDisallow: /Тайно".encode()).refusal("/Тайно")
    assert rule is not None
    assert rule.printed == "Disallow: /Тайно"


def test_no_pattern_takes_long() -> None:
    """Where a regular expression would try every way to divide the address."""
    text = "User-agent: *\nDisallow: /" + "*a" * 40 + "b$"
    begun = time.process_time()
    assert allows(text, "/" + "a" * 8_000)
    many = "User-agent: *\n" + "Disallow: /*x*y*z\n" * 25_000
    assert allows(many, "/" + "xy" * 400)
    assert time.process_time() - begun < 2


@given(st.binary(max_size=300), st.text(max_size=40))
def test_any_bytes_are_read(data: bytes, target: str) -> None:
    robots_of(b"User-agent: *\nDisallow: " + data).refusal("/" + target)
