"""From decoded text and metadata to an Article: id, title, publication date, regions."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from crosscheck.layout import Cover, paragraphs
from crosscheck.model import Article, ArticleRole, Region, Span
from crosscheck.read.dateline import find_dateline
from crosscheck.read.language import foreign, in_part, told
from crosscheck.read.regions import find_regions
from crosscheck.read.stamp import find_stamp, iso_date, stamp_of_url

MAX_TITLE = 300
MAX_APART = 60  # days between a date line and the publication: features are republished within weeks
# what python-docx, and Word's own sample, stamp on every document that is made from their template
TEMPLATES = ("2013-12-23T23:15", "2006-09-16T00:00")
EARLIEST = "1995"  # files dated before hold a counter's zero, not a date
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
    regions, stamp = _regions(text, spans, masked)
    url = _text(meta, "url")
    published, doubts = _published(meta, stamp, url)
    parted = in_part(text, spans)
    language = None if parted else foreign(text)
    said = (*warnings, *doubts, *([told(language)] if language else ()), *([parted[1]] if parted else ()))
    if parted:
        regions = sorted((*regions, *(Region(kind="furniture", span=s) for s in parted[0])), key=lambda r: r.span)
    return Article(
        id=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12],
        path=path,
        title=(_text(meta, "title") or _file_title(meta, text) or _title(text, spans, regions))[:MAX_TITLE],
        text=text,
        byline=_text(meta, "byline") or _text(meta, "author"),
        publisher=_text(meta, "publisher"),
        published=published,
        url=url,
        role=_ROLES.get(str(meta.get("role") or "source"), "source"),
        regions=tuple(regions),
        in_file=in_file,
        warnings=said,
        language=language,
    )


def _regions(text: str, spans: Sequence[Span], masked: Sequence[Region]) -> tuple[list[Region], str | None]:
    """The regions of a text in order, and the day that its stamp or else its dateline tells."""
    stamp = find_stamp(text, spans)
    dateline = find_dateline(text, spans)
    if stamp and dateline:  # a short first paragraph behind its dateline is no line of a stamp
        stamp = stamp[0], [s for s in stamp[1] if not s.contains(dateline.span)]
    regions = [*masked, *find_regions(text, spans, stamp[1] if stamp else ())]
    if dateline is not None and not any(r.span.overlaps(dateline.span) for r in regions):
        regions.append(Region(kind="dateline", span=dateline.span))
    regions.sort(key=lambda r: r.span)
    return regions, stamp[0] if stamp else dateline.stamp if dateline else None


def _published(meta: Mapping[str, Any], stamp: str | None, url: str | None) -> tuple[str | None, list[str]]:
    """The publication date, and what is to be said of it.

    What a manifest or a page says counts, then the text's date line, then the address; last, and said so, when the
    file was saved: a template's day and a later correction look like any other.
    """
    given = iso_date(meta.get("published"))
    if given and stamp and (apart := _days_apart(given, stamp)) > MAX_APART:
        return given, [f"published {given[:10]}, but its date line says {stamp[:10]} ({apart} days apart): check which"]
    found = given or stamp or (stamp_of_url(url) if url else None)
    if found:
        return found, []
    saved = iso_date(meta.get("saved"))
    if not saved or not saved[:4] >= EARLIEST or saved.startswith(TEMPLATES):
        return None, []
    return saved[:10], [f"no date in the text: days are counted from {saved[:10]}, when the file was saved"]


def _days_apart(one: str, other: str) -> int:
    return abs((date.fromisoformat(one[:10]) - date.fromisoformat(other[:10])).days)


def _file_title(meta: Mapping[str, Any], text: str) -> str | None:
    """The title in a file's properties, where the text has it too: templates and file names stand there as well."""
    title = _text(meta, "file_title")
    return title if title and title.casefold() in " ".join(text[:2_000].split()).casefold() else None


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
