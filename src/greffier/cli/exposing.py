"""What is said loudly where the pages are served to more than this machine."""

from __future__ import annotations

from ipaddress import ip_address
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from socket import socket as Socket  # noqa: N812 - a class

    from greffier.settings import Settings


def exposed(socket: Socket, settings: Settings) -> tuple[str, ...]:
    """Give what whoever serves should know; nothing where only this machine is served.

    Args:
        socket: what is listened on.
        settings: the token, and under which names the pages are reached.
    """
    host, port = socket.getsockname()[:2]
    address = ip_address(host.partition("%")[0])
    if address.is_loopback:
        return ()
    where = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    who = f"{where}: other machines are served; whoever reaches it reads the whole archive"
    told = [f"{who}, every file as received and the names in the log of judgements"]
    if settings.token:
        told.append(
            f"{where}: the token and the cookie of a judge go over the network as they are; "
            "put a server that speaks HTTPS in front"
        )
    else:
        told.append(f"{where}: no GREFFIER_TOKEN is set, so nobody can judge on these pages")
    if address.is_unspecified and len(settings.hosts) < 2:  # noqa: PLR2004 - one is the address
        told.append(
            f"{where}: other machines are answered under no name yet; "
            "set GREFFIER_HOSTS to those that they use, with commas between them"
        )
    return tuple(told)
