"""From decoded text and metadata to an Article: id, title, publication date, regions."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from crosscheck.layout import paragraphs
from crosscheck.model import Article, Region


def make_article(text: str, *, path: str, meta: Mapping[str, str | None] | None = None, in_file: bool = True) -> Article:
    """An article of ``text``; ``meta`` carries the manifest's keys and wins over what the text says of itself."""
    meta = meta or {}
    spans = paragraphs(text)
    title = text[spans[0].start : spans[0].end] if spans else ""
    regions = (Region(kind="headline", span=spans[0]),) if len(spans) > 1 else ()
    return Article(
        id=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12],
        path=path,
        title=meta.get("title") or title[:300],
        text=text,
        publisher=meta.get("publisher"),
        published=meta.get("published"),
        url=meta.get("url"),
        role=meta.get("role") or "source",  # type: ignore[arg-type]
        regions=regions,
        in_file=in_file,
    )
