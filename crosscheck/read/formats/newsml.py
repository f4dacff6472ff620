"""NewsML-G2: news items and messages with inline text.

Read with lxml directly: the IPTC's newsmlg2 package parses without limits on entities, and fetches catalogues that the
text does not need.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from crosscheck.read.errors import CannotRead
from crosscheck.read.formats import Raw, nitf
from crosscheck.read.formats._xml import block_text, find_all, local, parse_xml, plain, text_of


def read(data: bytes, name: str) -> Iterator[Raw]:
    """One article a news item. Raises CannotRead where no item carries text."""
    root = parse_xml(data)
    items = [root] if local(root) == "newsitem" else find_all(root, "newsitem")
    found = 0
    for number, item in enumerate(items, 1):
        raw = _item(item, str(number) if len(items) > 1 else "")
        if raw:
            found += 1
            yield raw
    if not found:
        raise CannotRead("no news item with text in the NewsML-G2 file")


def _item(item: Any, part: str) -> Raw | None:
    inline = [e for e in item.iter() if local(e) in ("inlinexml", "inlinedata")]
    data = next((e for e in inline if text_of(e)), None)
    if data is None:
        return None
    carried = next((e for e in data.iter() if local(e) == "nitf"), None)
    # mark-up as elements, or escaped in a text
    body = "" if carried is not None else block_text(data) if len(data) else plain("".join(data.itertext())).strip()
    title = _one(item, "headline") or _one(item, "title")
    meta = {
        "title": title,
        "published": _one(item, "firstcreated") or _one(item, "contentcreated") or _one(item, "versioncreated"),
        "publisher": _one(item, "creditline") or _provider(item),
        "byline": _one(item, "by"),
    }
    if carried is not None:
        return nitf.article(carried, meta, part)
    dateline = _one(item, "dateline")
    if dateline and dateline.casefold() not in body[: len(dateline) + 40].casefold():
        body = f"{dateline} - {body}"
    text = body if not title or body.startswith(title) else f"{title}\n\n{body}"
    return Raw(text=text, meta={k: v for k, v in meta.items() if v}, part=part)


def _one(item: Any, name: str) -> str | None:
    return next((t for e in find_all(item, name) if (t := text_of(e))), None)


def _provider(item: Any) -> str | None:
    for element in find_all(item, "provider"):
        name = _one(element, "name")
        if name or element.get("literal"):
            return name or element.get("literal")
    return None
