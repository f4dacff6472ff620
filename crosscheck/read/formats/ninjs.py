"""IPTC ninjs 1.x and 2.x, and single JSON objects with the manifest's keys."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from crosscheck.read.decode import decode
from crosscheck.read.errors import CannotRead
from crosscheck.read.formats import Raw


def read(data: bytes, name: str) -> Iterator[Raw]:
    """One article. Raises CannotRead for broken JSON and where no text is found."""
    try:
        item = msgspec.json.decode(decode(data))
    except (msgspec.DecodeError, RecursionError) as error:
        raise CannotRead(f"broken JSON: {str(error)[:100]}") from error
    if not isinstance(item, dict):
        raise CannotRead("the JSON is not an article: an object with a text is wanted")
    yield from_item(item)


def from_item(item: dict[str, Any]) -> Raw:
    """An article from a ninjs object (1.x: body_text, headline; 2.x: bodies, headlines) or the manifest's keys."""
    title = _first(item, "headline", "title", "slugline") or _from_list(item.get("headlines"), "value") or ""
    body = _first(item, "text", "body_text", "body_xhtml", "body_html", "body") or _from_bodies(item.get("bodies"))
    if not body.strip():
        raise CannotRead('no text in the JSON: "text", "body_text" or "bodies" is wanted')
    if "<p" in body or "</" in body:
        body = _plain(body)
    provider = item.get("provider")
    meta = {
        "title": title or None,
        "publisher": _first(item, "publisher", "source")
        or (provider.get("name") if isinstance(provider, dict) else provider),
        "published": _first(item, "published", "firstcreated", "firstCreated", "versioncreated", "versionCreated"),
        "url": _first(item, "url", "uri"),
        "role": _first(item, "role"),
        "byline": _first(item, "byline", "author") or _from_list(item.get("bylines"), "value"),
    }
    text = body if "text" in item or not title or body.startswith(title) else f"{title}\n\n{body}"
    return Raw(text=text, meta={k: v for k, v in meta.items() if v}, part=str(item.get("path") or ""))


def _first(item: dict[str, Any], *keys: str) -> str:
    return next((item[k] for k in keys if isinstance(item.get(k), str) and item[k].strip()), "")


def _from_list(rows: object, key: str) -> str:
    if not isinstance(rows, list):
        return ""
    return next((r[key] for r in rows if isinstance(r, dict) and isinstance(r.get(key), str)), "")


def _from_bodies(rows: object) -> str:
    """The body whose content type is plainest."""
    if not isinstance(rows, list):
        return ""
    bodies = [r for r in rows if isinstance(r, dict) and isinstance(r.get("value"), str)]
    bodies.sort(key=lambda r: "plain" not in str(r.get("contentType", r.get("contenttype", ""))))
    return bodies[0]["value"] if bodies else ""


def _plain(markup: str) -> str:
    from lxml import html

    from crosscheck.read.formats._xml import block_text

    return block_text(html.fragment_fromstring(markup, create_parent="div"))
