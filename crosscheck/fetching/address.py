"""Which network addresses may be reached: those of the public internet only.

A page's address is chosen by whoever wrote it, and a name can lead anywhere, also to another place at every look-up
(server-side request forgery, DNS rebinding: OWASP SSRF Prevention Cheat Sheet). So names are resolved here, every
address is checked, and the connection goes to the very address that was checked.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable
from concurrent.futures import Future
from threading import Thread

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Check = Callable[[str], str | None]  # why an address must not be reached; None where it may

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")  # RFC 6052: the last 32 bits are an IPv4 address


def refused(address: str) -> str | None:
    """Why this address must not be reached, in words; None where it is one of the public internet."""
    try:
        found = _innermost(ipaddress.ip_address(address.partition("%")[0]))
    except ValueError:
        return "no network address"
    for told, words in (
        (found.is_loopback, "this machine"),
        (found.is_link_local, "the local network"),
        (found.is_multicast, "a multicast group"),
        (found.is_unspecified, "no one machine"),
        (found.is_private, "a private network"),
        (found.is_reserved or not found.is_global, "a reserved range"),
    ):
        if told:
            return words
    return None


def _innermost(address: Address) -> Address:
    """The IPv4 address that an IPv6 address stands for, where it does."""
    if isinstance(address, ipaddress.IPv4Address):
        return address
    if address.ipv4_mapped:
        return address.ipv4_mapped
    if address.sixtofour:
        return address.sixtofour
    if address.teredo:
        return address.teredo[1]
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address


def resolve(host: str, port: int, seconds: float) -> list[str]:
    """All addresses of a host, at least one. Raises OSError where it is not known, TimeoutError without an answer."""
    answer: Future[list[str]] = Future()

    def ask() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answer.set_result(list(dict.fromkeys(str(row[4][0]) for row in found)))
        except (OSError, UnicodeError) as error:
            answer.set_exception(error if isinstance(error, OSError) else OSError(str(error)))

    Thread(target=ask, daemon=True).start()  # the system's look-up has no time limit of its own
    return answer.result(timeout=max(0.1, seconds))
