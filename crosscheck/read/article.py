"""From decoded text and metadata to an Article: id, title, publication date, regions."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from crosscheck.layout import Cover, paragraphs
from crosscheck.model import Article, ArticleRole, Region, Span
from crosscheck.read.dateline import find_dateline
from crosscheck.read.regions import find_regions
from crosscheck.read.stamp import find_stamp, parse_stamp, stamp_of_url

MAX_TITLE = 300
_ROLES: dict[str, ArticleRole] = {"source": "source", "draft": "draft", "primary": "primary"}


def make_article(
    text: str,
    *,
    path: str,
    meta: Mapping[str, Any] | None = None,
    in_file: bool = True,
    masked: Sequence[Region] = (),
    warnings: Sequence[str] = (),
) -> Article:
    """An article of ``text``. ``meta`` carries the manifest's keys and wins over what the text says of itself.

    ``masked`` are regions that the format itself tells (front matter, comments).
    """
    meta = meta or {}
    hidden = Cover(r.span for r in masked)
    spans = [s for s in paragraphs(text) if not hidden.overlaps(s)]
    stamp = find_stamp(text, spans)
    dateline = find_dateline(text, spans)
    if stamp and dateline:  # a short first paragraph behind its dateline is no line of a stamp
        stamp = stamp[0], [s for s in stamp[1] if not s.contains(dateline.span)]
    regions = [*masked, *find_regions(text, spans, stamp[1] if stamp else ())]
    if dateline is not None and not any(r.span.overlaps(dateline.span) for r in regions):
        regions.append(Region(kind="dateline", span=dateline.span))
    regions.sort(key=lambda r: r.span)
    published = iso_date(meta.get("published")) or (stamp[0] if stamp else dateline.stamp if dateline else None)
    url = _text(meta, "url")
    published = published or (stamp_of_url(url) if url else None)
    return Article(
        id=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12],
        path=path,
        title=(_text(meta, "title") or _title(text, spans, regions))[:MAX_TITLE],
        text=text,
        byline=_text(meta, "byline") or _text(meta, "author"),
        publisher=_text(meta, "publisher"),
        published=published,
        url=url,
        role=_ROLES.get(str(meta.get("role") or "source"), "source"),
        regions=tuple(regions),
        in_file=in_file,
        warnings=tuple(warnings),
    )


def iso_date(value: object) -> str | None:
    """ISO 8601 of a date in metadata (string, date or datetime), or None where it is not one."""
    if value is None:
        return None
    text = value.isoformat() if hasattr(value, "isoformat") else str(value).strip()
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return parse_stamp(text)
    return text


def _text(meta: Mapping[str, Any], key: str) -> str | None:
    value = meta.get(key)
    return " ".join(str(value).split()) or None if value else None


def _title(text: str, spans: Sequence[Span], regions: Sequence[Region]) -> str:
    for region in regions:
        if region.kind == "headline":
            return " ".join(text[region.span.start : region.span.end].split())
    marked = {r.span for r in regions}
    first = next((s for s in spans if s not in marked), spans[0] if spans else None)
    return " ".join(text[first.start : first.end].split()) if first else ""
