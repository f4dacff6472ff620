"""RSS and Atom items with full content, through feedparser."""

from __future__ import annotations

from calendar import timegm
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from crosscheck.read.errors import CannotRead
from crosscheck.read.formats import Raw
from crosscheck.read.formats._xml import markup_text, parse_xml

MIN_CONTENT = 200  # characters; shorter contents are teasers


def read(data: bytes, name: str) -> Iterator[Raw]:
    """An article an item that carries its full text. Raises CannotRead where none does."""
    parse_xml(data)  # refuses entities and deep nesting before anything else sees the bytes
    import feedparser

    feed = feedparser.parse(data, resolve_relative_uris=False, sanitize_html=True)
    publisher = feed.feed.get("title")
    found = 0
    for number, entry in enumerate(feed.entries, 1):
        body = _body(entry)
        if len(body) < MIN_CONTENT:
            continue
        found += 1
        title = " ".join(str(entry.get("title") or "").split())
        meta = {
            "title": title or None,
            "publisher": publisher,
            "published": _date(entry),
            "url": entry.get("link"),
            "byline": entry.get("author"),
        }
        text = f"{title}\n\n{body}" if title else body
        yield Raw(text=text, meta={k: v for k, v in meta.items() if v}, part=str(number))
    if not found:
        raise CannotRead("no item of the feed carries its full text")


def _body(entry: Any) -> str:
    contents = [c.get("value") or "" for c in entry.get("content", [])] + [entry.get("summary") or ""]
    markup = max(contents, key=len)
    if not markup.strip():
        return ""
    return markup_text(markup)


def _date(entry: Any) -> str | None:
    parsed = entry.get("published_parsed") or entry.get("updated_parsed")
    return datetime.fromtimestamp(timegm(parsed), UTC).isoformat() if parsed else None
