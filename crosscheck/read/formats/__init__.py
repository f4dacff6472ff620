"""Readers, one file a format: ``read(data, name) -> Iterator[Raw]``. Chosen by content before file name.

A new format is a new module here and a line in :func:`sniff`.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from typing import Any

import msgspec

from crosscheck.model import Region
from crosscheck.read.decode import decode
from crosscheck.read.errors import CannotRead

_SIGNATURES = {b"%PDF-": "pdf", b"{\\rtf": "rtf"}
_HTML_ELEMENT = re.compile(rb"<(?:!--|head|body|div|p|article|main|section|h1)\b")
_XML_ROOT = re.compile(rb"<(?![?!])(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)")
_EMAIL_FIELD = re.compile(rb"([A-Za-z][A-Za-z0-9-]*)[ \t]*:")
_EMAIL_FIELDS = frozenset({b"from", b"mime-version", b"message-id", b"received", b"subject", b"return-path"})
_ROOTS = {
    "newsitem": "newsml", "newsmessage": "newsml", "packageitem": "newsml", "nitf": "nitf", "newsml": "newsml1",
    "rss": "feed", "rdf": "feed", "feed": "feed", "html": "html",
}  # fmt: skip
_EXTRA = {"pypdf": "pypdf", "feedparser": "feedparser"}


MAX_HEAD = 262_144  # bytes searched for the end of a mail's header; gateways add some kilobytes each


_MARKDOWN = frozenset({"md", "markdown", "mdown", "mdx", "mkd"})


class Raw(msgspec.Struct, frozen=True, kw_only=True):
    """One article as a format gives it, before anything is made of it."""

    text: str
    meta: dict[str, Any] = {}
    in_file: bool = False  # True where offsets of ``text`` hold in the file
    masked: tuple[Region, ...] = ()
    part: str = ""  # which item of a file with several
    warnings: tuple[str, ...] = ()  # what of it was not read, or not as it stands there
    trouble: str = ""  # why this item cannot be read: the others can


def sniff(data: bytes, name: str) -> str:
    """The name of the reader module for these bytes; the file name decides only where the content does not."""
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    ending = name.lower().rpartition(".")[2]
    if head.startswith(b"PK\x03\x04"):
        return _archive(data)
    for signature, kind in _SIGNATURES.items():
        if head.startswith(signature):
            return kind
    if head.startswith(b"<") and (markup := _kind_of_markup(head, ending)):
        return markup
    if head.startswith(b"{{") and ending in _MARKDOWN:
        return "markdown"
    if ending not in _MARKDOWN and _is_json(head, ending):
        return "jsonl" if ending in ("jsonl", "ndjson") or _several_objects(data) else "ninjs"
    if _is_email(data):
        return "eml"
    if re.match(rb"(?:---|\+\+\+)[ \t]*\r?\n", head):
        return "markdown"
    if _is_wire(data):
        return "wire"
    return "markdown" if ending in _MARKDOWN else "text"


def _kind_of_markup(head: bytes, ending: str) -> str | None:
    """The reader of a file that begins with "<"; None for text that merely does. Raises CannotRead for other XML."""
    lower = head[:1024].lower()
    if lower.startswith((b"<!doctype html", b"<html")):
        return "html"
    root = _XML_ROOT.search(head)
    if kind := _kind_of_root(root, lower):
        return kind
    if ending in ("html", "htm") or b"<html" in lower or _HTML_ELEMENT.match(lower):
        return "html"
    if head.startswith(b"<?xml") or ending == "xml":
        what = root.group(1).decode("ascii", "replace")[:40] if root else "nothing"
        known = "NewsML, NewsML-G2, NITF, RSS, Atom, XHTML"
        raise CannotRead(f"XML of a kind that is not known here: its root is <{what}> (known: {known})")
    return None


def _kind_of_root(root: re.Match[bytes] | None, head: bytes) -> str | None:
    name = root.group(1).decode("ascii", "replace").lower() if root else ""
    return "odt" if name == "document" and b"opendocument" in head else _ROOTS.get(name)


def _narrowed(data: bytes) -> bytes:
    """Mark-up, JSON and mail in UTF-16 or UTF-32 as UTF-8, so that readers see their signs; all else as it is."""
    if b"\x00" not in data[:16]:
        return data
    try:
        text = decode(data)
    except CannotRead:
        return data  # its reader says why
    plain = text.lstrip("\ufeff \t\r\n").encode("utf-8", "replace")
    return plain if plain[:1] in b"<{[" or _is_email(plain) else data


def _is_wire(data: bytes) -> bool:
    from crosscheck.read.formats.wire import is_wire

    return is_wire(data)


def _archive(data: bytes) -> str:
    from crosscheck.read.formats import _zip

    inside = _zip.names(data)
    return "odt" if "content.xml" in inside and "word/document.xml" not in inside else "docx"


def _is_json(head: bytes, ending: str) -> bool:
    """True for a name that says so, and for an object or a list as JSON begins one."""
    return ending in ("json", "jsonl", "ndjson") or bool(re.match(rb'\{\s*["}]|\[\s*[\[{"\]\d]', head))


def _is_email(data: bytes) -> bool:
    """True for two or more header fields of any length, one of them a mail's own, before an empty line."""
    names: set[bytes] = set()
    fields = 0
    for number, line in enumerate(data[:MAX_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n").splitlines()):
        if not line.strip():
            break
        if line[:1] in b" \t" and fields:
            continue
        field = _EMAIL_FIELD.match(line)
        if field:
            fields += 1
            names.add(field[1].lower())
        elif not (number == 0 and line.startswith(b"From ")):  # a line that mailboxes put before a message
            return False
    else:
        return False
    return fields > 1 and bool(names & _EMAIL_FIELDS)


def _several_objects(data: bytes) -> bool:
    first, _, rest = data.strip().partition(b"\n")
    return first.rstrip().endswith(b"}") and rest.lstrip().startswith(b"{")


def read_bytes(data: bytes, name: str) -> Iterator[Raw]:
    """The articles in a file. Raises CannotRead with a plain reason, also where an optional package is missing."""
    data = _narrowed(data)
    kind = sniff(data, name)
    module = importlib.import_module(f"crosscheck.read.formats.{kind}")
    try:
        yield from module.read(data, name)
    except ImportError as error:
        package = _EXTRA.get((error.name or "").lower().split(".")[0], error.name)
        raise CannotRead(f'reading this format needs {package}: pip install "crosscheck[formats]"') from error
    except RecursionError as error:
        raise CannotRead("nested too deeply") from error
