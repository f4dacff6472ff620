"""IPTC ninjs 1.x and 2.x, schema.org's articles, the manifest's keys; lists and answers that wrap them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from crosscheck.read.decode import decode
from crosscheck.read.errors import CannotRead
from crosscheck.read.formats import Raw
from crosscheck.read.formats._xml import plain

_BODIES = ("text", "body_text", "body_xhtml", "body_html", "bodyHtml", "articleBody", "body", "content", "fulltext")
# what interfaces wrap items in; tried in this order where an object has no text of its own
_WRAPPERS = tuple(
    """
    items articles item article results data hits docs documents response stories story news content entries posts
    _source _items attributes payload body @graph
    """.split()
)
_DEPTH = 6  # wrappers inside one another; Elasticsearch's answers have four
_DATES = tuple(
    """
    published datePublished firstcreated firstCreated versioncreated versionCreated published_at publishedAt
    pubDate date
    """.split()
)
_NO_ARTICLES = frozenset({"picture", "video", "audio", "graphic", "composite"})  # ninjs types


def read(data: bytes, name: str) -> Iterator[Raw]:
    """The articles of an object, a list or a wrapped list. Raises CannotRead where there is none."""
    try:
        value = msgspec.json.decode(decode(data))
    except (msgspec.DecodeError, RecursionError) as error:
        raise CannotRead(f"broken JSON: {str(error)[:100]}") from error
    if isinstance(value, dict) and _has_text(value):
        yield from_item(value)
        return
    items = [] if isinstance(value, dict) and _is_findings(value) else list(_items(value, _DEPTH))
    if not any(_has_text(item) for item in items):
        raise CannotRead('JSON that is no article: "text", "body_text", "body_html" or "bodies" is wanted')
    for number, item in enumerate(items, 1):
        part = str(item.get("path") or number)
        try:
            yield msgspec.structs.replace(from_item(item), part=part if len(items) > 1 else str(item.get("path") or ""))
        except CannotRead as error:
            yield Raw(text="", part=part, trouble=str(error))


def is_sidecar(data: bytes) -> bool:
    """True for one JSON object that neither is nor wraps an article: settings, metadata, a document of findings."""
    try:
        value = msgspec.json.decode(data)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        return False
    return isinstance(value, dict) and (_is_findings(value) or not any(map(_has_text, _items(value, _DEPTH))))


def _is_findings(value: dict[str, Any]) -> bool:
    """True for a findings document of this program, whose articles were read elsewhere."""
    return "schema_version" in value and "findings" in value


def _items(value: object, depth: int) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for row in value:
            if isinstance(row, dict):
                yield from [row] if _has_text(row) else list(_wrapped(row, depth)) or [row]
    elif isinstance(value, dict):
        yield from [value] if _has_text(value) else _wrapped(value, depth)


def _wrapped(value: dict[str, Any], depth: int) -> Iterator[dict[str, Any]]:
    for key in _WRAPPERS if depth else ():
        if isinstance(value.get(key), dict | list):
            found = [item for item in _items(value[key], depth - 1) if _has_text(item) or isinstance(value[key], list)]
            if any(_has_text(item) for item in found):
                yield from found
                return


def _has_text(item: dict[str, Any]) -> bool:
    return bool(_first(item, *_BODIES) or _from_bodies(item.get("bodies")))


def from_item(item: dict[str, Any]) -> Raw:
    """An article from a ninjs object (1.x: body_text, headline; 2.x: bodies, headlines) or the manifest's keys."""
    title = _first(item, "headline", "title", "name", "slugline") or _from_list(item.get("headlines"), "value") or ""
    title = plain(title).strip()
    body = _first(item, *_BODIES) or _from_bodies(item.get("bodies"))
    if not body.strip():
        kind = str(item.get("type") or "")
        what = f"a {kind}, not a text" if kind in _NO_ARTICLES else "no text in the JSON"
        raise CannotRead(f'{what}: "text", "body_text" or "bodies" is wanted')
    body = plain(body)
    meta = {
        "title": title,
        "publisher": _first(item, "publisher", "source") or _names(item.get("provider") or item.get("publisher")),
        "published": _first(item, *_DATES),
        "url": _first(item, "url", "uri", "link"),
        "role": _first(item, "role"),
        "byline": _first(item, "byline") or _from_list(item.get("bylines"), "value") or _names(item.get("author")),
    }
    text = body if "text" in item or not title or body.startswith(title) else f"{title}\n\n{body}"
    return Raw(text=text, meta={k: v for k, v in meta.items() if v}, part=str(item.get("path") or ""))


def _first(item: dict[str, Any], *keys: str) -> str:
    told = ((v.get("rendered") if isinstance(v := item.get(k), dict) else v) for k in keys)  # WordPress wraps its texts
    return next((v for v in told if isinstance(v, str) and v.strip()), "")


def _names(value: object) -> str:
    """Schema.org's author: a name, an object with a name, or a list of such."""
    if isinstance(value, str):
        return value
    rows = value if isinstance(value, list) else [value]
    return ", ".join(r["name"] for r in rows if isinstance(r, dict) and isinstance(r.get("name"), str))


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
    return str(bodies[0]["value"]) if bodies else ""
