"""E-mail: messages (.eml), mailboxes (.mbox), pages saved as messages (.mhtml). Press releases as they come in.

A release may stand in the body, be forwarded below it, or be attached as a message or a document.
"""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from email.message import EmailMessage, Message
from email.utils import parsedate_to_datetime
from typing import Any

import msgspec

from crosscheck.read.decode import decode
from crosscheck.read.errors import CannotRead
from crosscheck.read.formats import Raw, read_bytes
from crosscheck.read.formats._mail import own_text, without_prefixes
from crosscheck.read.formats._xml import markup_text
from crosscheck.read.formats.html import page

MAX_PARTS = 100
MAX_MAILS = 500  # messages of a mailbox
MAX_DEPTH = 5  # mails inside mails
_FEW = 300  # characters of words around an attached mail or document that are no article themselves
_READ = (".docx", ".odt", ".rtf", ".pdf", ".txt", ".md", ".html", ".htm")
# the line that opens a message in a mailbox, after an empty one: "From a@b.example Thu Jul 11 15:39:00 2024"
_OPENED = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From \S{1,200} [^\r\n]{8,60}\d{4}[^\r\n]{0,20}\r?\n")


def read(data: bytes, name: str) -> Iterator[Raw]:
    """The messages, and the messages and documents attached to them. Raises CannotRead where there is no text."""
    mails = _mails(data.lstrip(b"\xef\xbb\xbf \t\r\n"))
    if len(mails) == 1:
        yield from _one(mails[0])
        return
    for number, mail in enumerate(mails, 1):
        try:
            for raw in _one(mail):
                yield msgspec.structs.replace(raw, part=f"{number}.{raw.part}" if raw.part else str(number))
        except CannotRead as error:
            yield Raw(text="", part=str(number), trouble=str(error))


def _mails(data: bytes) -> list[bytes]:
    """The messages of a mailbox, where every one is opened by a line "From address date"; else the whole."""
    if not data.startswith(b"From "):
        return [data]
    starts = sorted({0, *(m.start() for m in _OPENED.finditer(data))})  # what stands before one, too
    if len(starts) > MAX_MAILS:
        raise CannotRead(f"a mailbox of more than {MAX_MAILS} messages; give those that matter")
    return [data[a:b] for a, b in zip(starts, [*starts[1:], len(data)], strict=True)]


def _one(data: bytes) -> Iterator[Raw]:
    message = email.message_from_bytes(data, policy=email.policy.default)
    if not isinstance(message, EmailMessage) or sum(1 for _ in message.walk()) > MAX_PARTS:
        raise CannotRead("the message has too many parts")
    found = list(_saved_page(message)) or list(_articles(message, 0))
    if not any(raw.text for raw in found):
        raise CannotRead("the message has no text")
    for number, raw in enumerate(found, 1):
        yield msgspec.structs.replace(raw, part=raw.part or (str(number) if len(found) > 1 else ""))


def _saved_page(message: EmailMessage) -> Iterator[Raw]:
    """The page that a browser saved as a message; what the message says of itself is when it was saved."""
    if not message.get("Snapshot-Content-Location") and "saved by " not in _field(message, "from").lower():
        return
    for part in _parts(message) if message.is_multipart() else [message]:
        if part.get_content_type() == "text/html" and (source := _text(part)):
            yield from page(source)
            return


def _articles(message: EmailMessage, depth: int) -> Iterator[Raw]:
    own = _own(message)
    attached = [raw for raw in _attached(message, own.meta, depth)] if depth < MAX_DEPTH else []
    if len(own.text) > _FEW or not any(raw.text for raw in attached):
        yield own
    yield from attached


def _own(message: EmailMessage) -> Raw:
    body, forwarded = own_text(_body(message))
    title = without_prefixes(_field(message, "subject"))
    meta = {"title": title or None, "byline": _field(message, "from") or None, "published": _date(message), **forwarded}
    title = str(meta["title"] or "")
    text = f"{title}\n\n{body}" if title and body and not body.startswith(title) else body
    return Raw(text=text, meta={k: v for k, v in meta.items() if v})


def _attached(message: EmailMessage, meta: dict[str, Any], depth: int) -> Iterator[Raw]:
    for part in _parts(message):
        if part.get_content_type() == "message/rfc822":
            inner = part.get_payload(0) if part.is_multipart() else None
            if isinstance(inner, EmailMessage):
                yield from _articles(inner, depth + 1)
        elif (file := part.get_filename() or "").lower().endswith(_READ):
            yield from _document(part, file, meta)


def _parts(message: Message) -> Iterator[Any]:
    """The leaves of a message, not those of messages inside it."""
    for part in message.iter_parts() if isinstance(message, EmailMessage) and message.is_multipart() else ():
        if part.get_content_maintype() == "multipart":
            yield from _parts(part)
        else:
            yield part


def _document(part: Any, file: str, meta: dict[str, Any]) -> Iterator[Raw]:
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return
    sent = {k: v for k, v in meta.items() if k in ("published", "byline")}
    try:
        for raw in read_bytes(payload, file):
            yield msgspec.structs.replace(raw, meta={**sent, **raw.meta}, part=file, in_file=False)
    except CannotRead as error:
        yield Raw(text="", part=file, trouble=str(error))


def _body(message: EmailMessage) -> str:
    """The text parts that stand in the message; of alternatives the plain one, unless it only says to see the other."""
    plain, marked = [], []
    for part in _parts(message) if message.is_multipart() else [message]:
        if part.get_content_disposition() == "attachment" or part.get_content_maintype() != "text":
            continue
        if part.get_content_type() == "text/html":
            marked.append(markup_text(_text(part)))
        elif part.get_content_type() == "text/plain" and not part.get_filename():
            plain.append(_text(part))
    texts = ["\n\n".join(t.strip() for t in parts if t.strip()) for parts in (plain, marked)]
    return texts[0] if len(texts[0]) * 3 > len(texts[1]) else texts[1]


def _text(part: Any) -> str:
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes) or not payload.strip():
        return ""
    try:
        return decode(payload, part.get_content_charset())
    except CannotRead:
        return ""


def _field(message: EmailMessage, name: str) -> str:
    try:
        return " ".join(str(message.get(name) or "").split())
    except (ValueError, IndexError, LookupError, AttributeError, TypeError):
        return ""  # the library raises on some malformed addresses


def _date(message: EmailMessage) -> str | None:
    value = _field(message, "date")
    try:
        return parsedate_to_datetime(value).isoformat() if value else None
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
