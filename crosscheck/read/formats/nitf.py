"""NITF: headline, body and dates of a news text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from crosscheck.read.errors import CannotRead
from crosscheck.read.formats import Raw
from crosscheck.read.formats._xml import block_text, find_all, local, parse_xml, text_of


def read(data: bytes, name: str) -> Iterator[Raw]:
    """One article. Raises CannotRead where the body is empty."""
    root = parse_xml(data)
    bodies = [e for e in root.iter() if local(e) == "body.content"] or find_all(root, "body")
    body = block_text(bodies[0]) if bodies else ""
    if not body.strip():
        raise CannotRead("no body text in the NITF file")
    title = next((t for e in find_all(root, "hl1") + find_all(root, "title") if (t := text_of(e))), "")
    issued = next((v for e in _named(root, "date.issue", "date.release", "story.date") if (v := e.get("norm"))), None)
    publisher = next(
        (t for e in _named(root, "copyright.holder", "doc.copyright") if (t := text_of(e) or e.get("holder"))), None
    )
    meta = {
        "title": title or None,
        "published": _iso(issued) if issued else None,
        "publisher": publisher,
        "byline": next((t for e in find_all(root, "byline") if (t := text_of(e))), None),
    }
    text = body if not title or body.startswith(title) else f"{title}\n\n{body}"
    yield Raw(text=text, meta={k: v for k, v in meta.items() if v})


def _named(root: Any, *names: str) -> list[Any]:
    return [e for e in root.iter() if local(e) in names]


def _iso(norm: str) -> str:
    """NITF writes 20240711T153900Z."""
    found = re.match(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z|[+-]\d\d:?\d\d)?)?$", norm.strip())
    if not found:
        return norm
    y, m, d, hour, minute, second, zone = found.groups()
    if hour is None:
        return f"{y}-{m}-{d}"
    return f"{y}-{m}-{d}T{hour}:{minute}:{second or '00'}{'+00:00' if zone == 'Z' else zone or ''}"
