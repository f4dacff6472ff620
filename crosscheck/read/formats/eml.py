"""E-mail messages (.eml): press releases as they come in."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

from crosscheck.read.errors import CannotRead
from crosscheck.read.formats import Raw

MAX_PARTS = 100


def read(data: bytes, name: str) -> Iterator[Raw]:
    """One article: subject and plain body. Raises CannotRead where there is no text part."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    if not isinstance(message, EmailMessage) or sum(1 for _ in message.walk()) > MAX_PARTS:
        raise CannotRead("the message has too many parts")
    body = _body(message)
    if not body.strip():
        raise CannotRead("the message has no text")
    title = " ".join(str(message.get("subject") or "").split())
    meta = {"title": title or None, "byline": str(message.get("from") or "") or None, "published": _date(message)}
    text = f"{title}\n\n{body.strip()}" if title else body.strip()
    yield Raw(text=text, meta={k: v for k, v in meta.items() if v})


def _body(message: EmailMessage) -> str:
    part = message.get_body(preferencelist=("plain", "html"))
    if part is None:
        return ""
    try:
        content = part.get_content()
    except (LookupError, UnicodeError, KeyError):
        payload = part.get_payload(decode=True)
        content = payload.decode("cp1252", errors="replace") if isinstance(payload, bytes) else ""
    if part.get_content_type() == "text/html":
        from lxml import html

        from crosscheck.read.formats._xml import block_text

        return block_text(html.fragment_fromstring(str(content) or "<p></p>", create_parent="div"))
    return str(content)


def _date(message: EmailMessage) -> str | None:
    value = message.get("date")
    try:
        return parsedate_to_datetime(str(value)).isoformat() if value else None
    except (TypeError, ValueError, IndexError):
        return None
