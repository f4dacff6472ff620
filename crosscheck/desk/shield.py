"""What stands before every request: which host it means, where it comes from, who sends it; and the headers of answers.

A plain ASGI layer around the whole application, so that it holds for pages that do not exist, too.
"""

from __future__ import annotations

import ipaddress
import secrets
from collections.abc import Iterable
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import urlsplit

import msgspec

from crosscheck.desk.core import Desk
from crosscheck.desk.threads import in_thread
from crosscheck.store import people
from crosscheck.store.views import Actor

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
)
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


class Visitor(msgspec.Struct, kw_only=True):
    """Who sends a request. ``cookie`` is the browser's secret; by ``token`` no cookie counts."""

    actor: Actor | None = None
    cookie: str = ""
    token: bool = False
    fresh: str | None = None  # a cookie to set
    secure: bool = False
    address: str = ""


class Shield:
    """Refuses requests for other hosts and from other sites, names the visitor, sets the headers."""

    def __init__(self, app: Any, desk: Desk) -> None:
        self.app = app
        self.desk = desk

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """The ASGI entry."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return  # no web sockets here
        headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
        if not self._host_is_ours(headers.get("host", "")):
            said = "This desk does not answer to that host name; start it with --name HOST if it should."
            await _refuse(send, 421, "wrong_host", said)
            return
        if scope["method"] not in SAFE and _from_elsewhere(headers):
            await _refuse(send, 403, "cross_site", "This request comes from another site.")
            return
        visitor = await self._visitor(scope, headers)
        scope["visitor"] = visitor

        async def send_with_headers(message: Any) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*_merged(message["headers"]), *self._cookie(visitor)]
            await send(message)

        await self.app(scope, receive, send_with_headers)

    def _host_is_ours(self, host: str) -> bool:
        name = host.lower()
        if name.startswith("["):
            name = name.partition("]")[0] + "]"
        else:
            name = name.partition(":")[0]
        return name in self.desk.names or (self.desk.any_address and _is_address(name))

    async def _visitor(self, scope: Any, headers: dict[str, str]) -> Visitor:
        client = scope.get("client")
        visitor = Visitor(secure=scope.get("scheme") == "https", address=client[0] if client else "")
        authorization = headers.get("authorization", "")
        if authorization[:7].lower() == "bearer ":
            visitor.token = True
            visitor.actor = await in_thread(self._by_token, authorization[7:].strip())
            return visitor
        visitor.cookie = _cookie_of(headers.get("cookie", ""), self.desk.cookie)
        if self.desk.local is not None:
            visitor.actor = self.desk.local
        elif visitor.cookie and not scope["path"].startswith("/static/"):
            visitor.actor = await in_thread(self._by_session, visitor.cookie)
        if not visitor.cookie and scope["method"] == "GET":
            visitor.cookie = visitor.fresh = secrets.token_urlsafe(32)
        return visitor

    def _by_token(self, token: str) -> Actor | None:
        with self.desk.database.read() as session:
            return people.by_token(session, token)

    def _by_session(self, token: str) -> Actor | None:
        with self.desk.database.read() as session:
            return people.by_session(session, token)

    def _cookie(self, visitor: Visitor) -> list[tuple[bytes, bytes]]:
        if visitor.fresh is None:
            return []
        value = f"{self.desk.cookie}={visitor.fresh}; Path=/; HttpOnly; SameSite=Lax"
        if visitor.secure:
            value += "; Secure"
        return [(b"set-cookie", value.encode())]


def _merged(headers: Iterable[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    """The answer's headers with ours, unless it sets one of them itself."""
    kept = list(headers)
    names = {name.lower() for name, _ in kept}
    ours = [*HEADERS, (b"cache-control", b"no-store")]
    return kept + [(name, value) for name, value in ours if name not in names]


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name.strip("[]"))
    except ValueError:
        return False
    return True


def _from_elsewhere(headers: dict[str, str]) -> bool:
    """True when a browser says that another site's page sends this. Programs send neither header."""
    if headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        return True
    origin = headers.get("origin")
    return origin is not None and urlsplit(origin).netloc.lower() != headers.get("host", "").lower()


def _cookie_of(header: str, name: str) -> str:
    try:
        found = SimpleCookie(header).get(name)
    except CookieError:
        return ""
    return found.value if found else ""


async def _refuse(send: Any, status: int, code: str, message: str) -> None:
    body = msgspec.json.encode({"error": {"code": code, "message": message}})
    headers = [*_merged([]), (b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
