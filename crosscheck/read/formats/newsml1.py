"""NewsML 1.0 to 1.2: news items whose components carry text, XHTML or NITF inline."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from crosscheck.read.errors import CannotRead
from crosscheck.read.formats import Raw, nitf
from crosscheck.read.formats._xml import BLOCKS, block_text, find_all, local, parse_xml, plain, text_of

_NOT_MAIN = frozenset({"caption", "picture", "photo", "graphic", "related", "sidebar"})  # roles of other components


def read(data: bytes, name: str) -> Iterator[Raw]:
    """One article a component with text of its own. Raises CannotRead where none carries text."""
    root = parse_xml(data)
    found = [raw for item in find_all(root, "newsitem") or [root] for raw in _item(root, item)]
    if not found:
        raise CannotRead("no news item with text in the NewsML file")
    for number, raw in enumerate(found, 1):
        yield Raw(text=raw.text, meta=raw.meta, part=str(number) if len(found) > 1 else "")


def _item(root: Any, item: Any) -> Iterator[Raw]:
    for content in find_all(item, "contentitem"):
        component = content.getparent()
        roles = {str(e.get("FormalName", "")).lower() for e in component if local(e) == "role"}
        if roles & _NOT_MAIN:
            continue
        data = next((e for e in content.iter() if local(e) in ("datacontent", "inlinedata")), None)
        if data is None or not text_of(data):
            continue
        yield _article(root, item, component, data)


def _article(root: Any, item: Any, component: Any, data: Any) -> Raw:
    lines = {}
    for place in (item, component):  # the nearest wins
        for element in (e for n in find_all(place, "newslines") for e in n):
            lines[local(element)] = text_of(element)
    created = _first(item, "firstcreated", "thisrevisioncreated", "dateid") or _first(root, "dateandtime")
    meta = {
        "title": lines.get("headline"),
        "published": nitf.iso_basic(created) if created else None,
        "publisher": lines.get("creditline") or _first(item, "providerid"),
        "byline": lines.get("byline"),
    }
    carried = next((e for e in data.iter() if local(e) == "nitf"), None)
    if carried is not None:
        return nitf.article(carried, meta, dateline=lines.get("dateline") or "")
    if any(local(e) in BLOCKS or local(e) in ("table", "body") for e in data.iter()):
        body = block_text(data)
    else:
        body = plain("".join(data.itertext())).strip()
    title, dateline = meta["title"] or "", lines.get("dateline") or ""
    if dateline and dateline.casefold() not in body[: len(dateline) + 40].casefold():
        body = f"{dateline} - {body}"
    text = body if not title or body.startswith(title) else f"{title}\n\n{body}"
    return Raw(text=text, meta={k: v for k, v in meta.items() if v})


def _first(element: Any, *names: str) -> str | None:
    return next((t for n in names for e in find_all(element, n) if (t := text_of(e))), None)
