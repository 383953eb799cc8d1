"""Which IP addresses are of the public network, by the registries of special addresses.

The lists are here and not the library's, since what the library takes for public has changed from
one version of Python to the next.
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Final

# IANA IPv4 Special-Purpose Address Registry (RFC 6890 and later), and multicast.
_SPECIAL_4: Final = tuple(
    map(
        ip_network,
        (
            *("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16"),
            *("172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24"),
            *("192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24"),
            *("198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"),
        ),
    )
)
# Of IPv6 only what is given out for the public network, without what is special in it.
_PUBLIC_6: Final = ip_network("2000::/3")
_SPECIAL_6: Final = tuple(
    map(ip_network, ("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20"))
)
# An IPv4 address in IPv6: as itself, and as networks without IPv4 write it (RFC 6052).
_MAPPED: Final = tuple(map(ip_network, ("::ffff:0:0/96", "64:ff9b::/96")))
_LAST_4: Final = 0xFFFFFFFF


def is_public(address: str) -> bool:
    """Say whether an IP address is one of the public network.

    Not public are the private, loopback and link-local ones, those behind a carrier's translation,
    multicast, those for documentation and tests, and whatever carries such a one within.

    Args:
        address: as numbers, of version 4 or 6; anything else is not public.
    """
    try:
        met = ip_address(address)
    except ValueError:
        return False
    if isinstance(met, IPv6Address) and any(met in network for network in _MAPPED):
        met = IPv4Address(int(met) & _LAST_4)
    if isinstance(met, IPv4Address):
        return not any(met in network for network in _SPECIAL_4)
    return met in _PUBLIC_6 and not any(met in network for network in _SPECIAL_6)
