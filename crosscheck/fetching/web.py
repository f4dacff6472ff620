"""One request for a page: bounded in size, time, redirects and kinds of content; every hop's address is checked."""

from __future__ import annotations

import hashlib
import http.client
import socket
import ssl
import time
import zlib
from collections.abc import Callable
from datetime import UTC, datetime
from threading import Timer
from urllib.parse import SplitResult, quote, urljoin, urlsplit, urlunsplit

import msgspec

from crosscheck import __version__
from crosscheck.errors import CrosscheckError
from crosscheck.fetching.address import Check, refused, resolve

AGENT = f"crosscheck/{__version__} (fact checking; single pages, on request of a person)"
TYPES = {"text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt"}
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_CHUNK = 65_536


class CannotFetch(CrosscheckError):
    """An address that was not fetched; the message says why in one line, without the address."""


class Bounds(msgspec.Struct, frozen=True, kw_only=True):
    """What one fetch may cost, and where it may go. ``check`` is replaced by tests that serve on this machine."""

    max_bytes: int = 5_000_000  # as an uploaded file: a large HTML page with its scripts
    seconds: float = 20.0  # all hops together; the slowest front pages of large papers answer within five
    redirects: int = 5  # as browsers meet: http to https, to www, to the canonical address
    ports: frozenset[int] | None = frozenset({80, 443})  # others are services, not papers; None: any
    check: Check = refused


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """A page as it came. ``url`` is where it was found at last, ``at`` when, ISO 8601 in UTC."""

    asked: str
    url: str
    status: int
    media: str
    data: bytes
    at: str

    @property
    def sha256(self) -> str:
        """The hash of the bytes, in hexadecimal digits."""
        return hashlib.sha256(self.data).hexdigest()


def get(url: str, bounds: Bounds, *, permit: Callable[[str], None] | None = None, any_type: bool = False) -> Page:
    """Fetch a page, through redirects. Raises :class:`CannotFetch`.

    ``permit`` is asked before every hop and raises where a page must not be fetched. Answers of any status come back
    with ``any_type``, else those that are no page are refused.
    """
    end = time.monotonic() + bounds.seconds
    here = plain(url)
    for _ in range(bounds.redirects + 1):
        if permit is not None:
            permit(here)
        page, onwards = _hop(url, here, bounds, end, any_type=any_type)
        if onwards is None:
            return page
        here = plain(urljoin(here, onwards))
    raise CannotFetch(f"leads through more than {bounds.redirects} redirects")


def plain(url: str) -> str:
    """The address in ASCII, without fragment. Raises :class:`CannotFetch` where it is none of a web page."""
    try:
        parts = urlsplit(url.strip())
        port, host = parts.port, (parts.hostname or "").encode("idna").decode("ascii")
    except (ValueError, UnicodeError) as error:
        raise CannotFetch("not a valid address") from error
    if parts.scheme.lower() not in {"http", "https"} or not host:
        raise CannotFetch("not an http or https address")
    if "@" in parts.netloc:
        raise CannotFetch("has a user name or password in it")
    place = (f"[{host}]" if ":" in host else host) + (f":{port}" if port is not None else "")
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?")
    return urlunsplit((parts.scheme.lower(), place, path, query, ""))


def _hop(asked: str, url: str, bounds: Bounds, end: float, *, any_type: bool) -> tuple[Page, str | None]:
    """The answer of one address, and where it sends us on to."""
    parts = urlsplit(url)
    port = parts.port or (443 if parts.scheme == "https" else 80)
    if bounds.ports is not None and port not in bounds.ports:
        raise CannotFetch(f"port {port} is refused; web pages are at 80 and 443")
    found: socket.socket | None = None
    watch: Timer | None = None
    try:
        found = _connect(parts, port, bounds, end)
        watch = Timer(max(0.01, end - time.monotonic()), _cut, [found])
        watch.daemon = True
        watch.start()
        answer = _ask(asked, url, parts, found, bounds, any_type=any_type)
        if time.monotonic() >= end:  # it was cut off: what came looks whole where no length was announced
            raise TimeoutError
        return answer
    except CannotFetch as error:
        if found is not None and time.monotonic() >= end:
            raise CannotFetch(_reason(error, "", bounds, late=True)) from error
        raise
    except (TimeoutError, OSError, http.client.HTTPException, zlib.error) as error:
        raise CannotFetch(_reason(error, parts.hostname or "", bounds, late=time.monotonic() >= end)) from error
    finally:
        if watch is not None:
            watch.cancel()
        if found is not None:
            found.close()


def _connect(parts: SplitResult, port: int, bounds: Bounds, end: float) -> socket.socket:
    host = parts.hostname or ""
    addresses = resolve(host, port, end - time.monotonic())
    for address in addresses:
        if told := bounds.check(address):
            raise CannotFetch(f"leads to {told} ({address}), which is refused")
    last: OSError = OSError("no address")
    for address in addresses:
        try:
            made = socket.create_connection((address, port), timeout=max(0.01, end - time.monotonic()))
        except OSError as error:
            last = error
            continue
        if parts.scheme == "https":
            try:
                return ssl.create_default_context().wrap_socket(made, server_hostname=host)
            except OSError:
                made.close()
                raise
        return made
    raise last


def _cut(found: socket.socket) -> None:
    """End a connection whose time is over; whoever reads from it is told at once."""
    try:
        found.shutdown(socket.SHUT_RDWR)
    except OSError:
        return


def _ask(
    asked: str, url: str, parts: SplitResult, found: socket.socket, bounds: Bounds, *, any_type: bool
) -> tuple[Page, str | None]:
    connection = http.client.HTTPConnection(parts.netloc)
    connection.sock = found  # connected to the address that was checked
    target = parts.path + (f"?{parts.query}" if parts.query else "")
    kinds = "text/html, application/xhtml+xml, text/plain;q=0.8"
    headers = {"User-Agent": AGENT, "Accept": kinds, "Accept-Encoding": "gzip", "Connection": "close"}
    connection.request("GET", target, headers=headers)
    answer = connection.getresponse()
    onwards = answer.getheader("Location") if answer.status in _REDIRECTS else None
    media = (answer.getheader("Content-Type") or "").partition(";")[0].strip().lower()
    if not any_type and onwards is None:
        if answer.status != 200:
            raise CannotFetch(f"answered {answer.status} {_printable(answer.reason)}".strip())
        if media not in TYPES:
            raise CannotFetch(f"is {_printable(media) or 'of no known type'}, no article; HTML or plain text is wanted")
    data = b"" if onwards else _body(answer, bounds)
    at = datetime.now(UTC).isoformat(timespec="seconds")
    return Page(asked=asked, url=url, status=answer.status, media=media, data=data, at=at), onwards


def _body(answer: http.client.HTTPResponse, bounds: Bounds) -> bytes:
    """What was sent, unpacked; never more than the bound, also of a small file that unpacks to a large one."""
    packed = (answer.getheader("Content-Encoding") or "identity").strip().lower()
    if packed not in {"identity", "gzip", "x-gzip", ""}:
        raise CannotFetch(f"is packed as {_printable(packed)}, which was not asked for")
    unpack = zlib.decompressobj(31) if "gzip" in packed else None
    kept = bytearray()
    while chunk := answer.read1(_CHUNK):
        kept += unpack.decompress(chunk, bounds.max_bytes + 1 - len(kept)) if unpack else chunk
        if len(kept) > bounds.max_bytes:
            raise CannotFetch(f"larger than {bounds.max_bytes / 1_000_000:g} MB")
    if answer.length or (unpack and not unpack.eof):
        raise CannotFetch("broke off in the middle")
    return bytes(kept)


def _reason(error: Exception, host: str, bounds: Bounds, *, late: bool) -> str:
    if late or isinstance(error, TimeoutError):
        return f"no answer within {bounds.seconds:g} seconds"
    match error:
        case socket.gaierror():
            return f"the name {host} is not known"
        case ssl.SSLCertVerificationError():
            return f"the certificate is not valid: {_printable(error.verify_message)}"
        case ssl.SSLError():
            return "no secure connection could be made"
        case OSError():
            return f"cannot be reached: {error.strerror or 'the connection was closed'}"
    return "the answer is not valid HTTP"


def _printable(text: str) -> str:
    return "".join(c for c in text if c.isprintable())[:100]
