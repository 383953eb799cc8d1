"""Which IP addresses are of the public network."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier.fetching.public import is_public


@pytest.mark.parametrize(
    "address",
    [
        "8.8.8.8",
        "1.1.1.1",
        "95.173.136.70",
        "172.32.0.1",
        "2001:4860:4860::8888",
        "2a02:6b8::2:242",
        "64:ff9b::808:808",
        "::ffff:8.8.8.8",
    ],
)
def test_what_is_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "127.255.255.254", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255"),  # noqa: S104 - read, not bound
        *("192.168.1.1", "169.254.169.254", "100.64.0.1", "100.127.255.255", "192.0.0.8"),
        *("192.0.2.1", "198.18.0.1", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.1.1.1"),
        *("240.0.0.1", "255.255.255.255"),
        *("::", "::1", "fe80::1", "fc00::1", "fd12:3456::1", "ff02::1", "fec0::1", "2001:db8::1"),
        *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:a9fe:a9fe", "64:ff9b::7f00:1"),
        *("64:ff9b:1::1", "2002:7f00:1::1", "2001::1", "2001:0:4136:e378:8000:63bf:3fff:fdd2"),
        *("::127.0.0.1", "100::1", "3fff::1", "5f00::1", "4000::1"),
        *("localhost", "", "127.1", "0x7f.1", "8.8.8.8%eth0", "fe80::1%eth0"),
    ],
)
def test_what_is_not(address: str) -> None:
    assert not is_public(address)


@given(st.one_of(st.ip_addresses(v=4), st.ip_addresses(v=6)))
def test_nothing_is_public_that_the_library_calls_private(
    address: IPv4Address | IPv6Address,
) -> None:
    if is_public(str(address)):
        met = address
        if isinstance(address, IPv6Address) and address not in ip_network("2000::/3"):
            met = IPv4Address(int(address) & 0xFFFFFFFF)  # all others carry an IPv4 address
        assert met.is_global
        assert not met.is_private
        assert not met.is_multicast
        assert not met.is_reserved


@given(st.ip_addresses(v=4))
def test_an_ipv4_address_within_ipv6_is_what_it_is_alone(address: IPv4Address) -> None:
    alone = is_public(str(address))
    assert [is_public(f"{net}{address}") for net in ("::ffff:", "64:ff9b::")] == [alone, alone]
