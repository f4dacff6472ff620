"""HTML pages through trafilatura: text, title, publisher, author, date. Offsets refer to the extracted text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crosscheck.read.decode import decode
from crosscheck.read.errors import CannotRead
from crosscheck.read.formats import Raw

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*?(/?)>")
_VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr p li td tr th dt dd option".split()
)
MAX_DEPTH = 500  # pages of large news sites reach some 60


def read(data: bytes, name: str) -> Iterator[Raw]:
    """One article. Raises CannotRead where the page is nested absurdly or holds no article text."""
    html = decode(data)
    if _depth(html) > MAX_DEPTH:
        raise CannotRead("the page is nested too deeply to be an article")
    yield from page(html)


def page(html: str) -> Iterator[Raw]:
    """The article of a page's source text."""
    import trafilatura

    found = trafilatura.bare_extraction(
        html, include_comments=False, include_tables=False, favor_recall=True, with_metadata=True, deduplicate=False
    )
    body = (getattr(found, "text", None) or "").strip() if found else ""
    if not body:
        raise CannotRead("no article text was found in the page")
    title = (found.title or "").strip()
    first = body.partition("\n")[0].strip()
    text = body if not title or first.casefold() == title.casefold() else f"{title}\n{body}"
    meta = {
        "title": title or None,
        "publisher": found.sitename or found.hostname,
        "author": found.author,
        "published": _published(html) or found.date,
        "url": found.url,
    }
    yield Raw(text=text.replace("\n", "\n\n"), meta={k: v for k, v in meta.items() if v})


def _published(html: str) -> str | None:
    """The publication time with its clock, which trafilatura cuts to a day."""
    for tag in re.findall(r"<meta\s[^<>]{0,400}>", html[:300_000], re.I):
        if re.search(r"(?:article:published_time|datePublished|parsely-pub-date)", tag, re.I):
            content = re.search(r"content\s*=\s*[\"']?([0-9T:.+\-Z ]{10,35})", tag, re.I)
            if content:
                return content.group(1).strip().replace("Z", "+00:00")
    found = re.search(r'"datePublished"\s*:\s*"([0-9T:.+\-Z ]{10,35})"', html[:500_000])
    return found.group(1).strip().replace("Z", "+00:00") if found else None


def _depth(html: str) -> int:
    deepest = depth = 0
    for closing, tag, empty in _TAG.findall(html):
        if empty or tag.lower() in _VOID:
            continue
        depth += -1 if closing else 1
        depth = max(depth, 0)
        deepest = max(deepest, depth)
    return deepest
