"""HTML pages through trafilatura: text, title, publisher, author, date. Offsets refer to the extracted text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from crosscheck.read.decode import decode
from crosscheck.read.errors import CannotRead
from crosscheck.read.formats import Raw
from crosscheck.read.formats._page import prepare
from crosscheck.read.formats._xml import block_text

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*?(/?)>")
_VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr p li td tr th dt dd option".split()
)
_GOOGLE = re.compile(r"docs-internal-guid|\.c\d+\{|class=\"doc-content\"|google\.com/url\?q=")
MAX_DEPTH = 500  # pages of large news sites reach some 60
LOST_SHARE = 0.5  # of a page without furniture that must be found: less, and all of it is taken


def read(data: bytes, name: str) -> Iterator[Raw]:
    """One article. Raises CannotRead where the page is nested absurdly or holds no article text."""
    html = decode(data)
    if _depth(html) > MAX_DEPTH:
        raise CannotRead("the page is nested too deeply to be an article")
    yield from page(html)


def page(html: str) -> Iterator[Raw]:
    """The article of a page's source text."""
    import trafilatura

    tree = _parsed(html)
    prepare(tree)
    exported = bool(_GOOGLE.search(html[:200_000])) and tree.find(".//article") is None
    own = (
        block_text(tree.find("body") if tree.find("body") is not None else tree) if _is_plain(tree) or exported else ""
    )
    found = trafilatura.bare_extraction(
        tree,
        include_comments=False,
        include_tables=False,
        favor_recall=True,
        with_metadata=True,
        deduplicate=False,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    body = (getattr(found, "text", None) or "").strip() if found else ""
    if len(body) < LOST_SHARE * len(own):
        body = own.replace("\n\n", "\n")
    if not body:
        raise CannotRead("no article text was found in the page")
    title = (getattr(found, "title", None) or "").strip()
    first = body.partition("\n")[0].strip()
    if exported:
        title = first if len(first) < MAX_TITLE else title
    text = body if not title or first.casefold() == title.casefold() else f"{title}\n{body}"
    meta = {
        "title": title or None,
        "publisher": getattr(found, "sitename", None) or getattr(found, "hostname", None),
        "author": getattr(found, "author", None),
        "published": _published(html) or (None if exported else _day(found, html)),
        "url": getattr(found, "url", None),
    }
    yield Raw(text=text.replace("\n", "\n\n"), meta={k: v for k, v in meta.items() if v})


MAX_TITLE = 200


def _parsed(html: str) -> Any:
    """The tree of a page (lxml). Raises CannotRead where there is none."""
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        return document_fromstring(html.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, ValueError, AssertionError) as error:
        raise CannotRead("no article text was found in the page") from error


def _is_plain(tree: Any) -> bool:
    """True for a page that is all text: no navigation, no footer, no script that builds it."""
    return not any(True for _ in tree.iter("nav", "footer", "header", "aside", "form", "script"))


def _day(found: Any, html: str) -> str | None:
    """The day that trafilatura found, where mark-up tells it: a date in running prose may be anything."""
    day = getattr(found, "date", None)
    if not day:
        return None
    told = re.findall(
        r"<(?:meta|time|abbr|link)\b[^<>]{0,500}>|\"date(?:Published|Created|Modified)\"[^,}]{0,60}",
        html[:500_000],
        re.I,
    )
    compact = day.replace("-", "")
    return day if any(day in t or compact in t or day.replace("-", "/") in t for t in told) else None


def _published(html: str) -> str | None:
    """The publication time with its clock, which trafilatura cuts to a day."""
    for tag in re.findall(r"<meta\s[^<>]{0,400}>", html[:300_000], re.I):
        if re.search(r"(?:article:published_time|datePublished|parsely-pub-date)", tag, re.I):
            content = re.search(r"content\s*=\s*[\"']?([0-9T:.+\-Z ]{10,35})", tag, re.I)
            if content:
                return content.group(1).strip().replace("Z", "+00:00")
    found = re.search(r'"datePublished"\s*:\s*"([0-9T:.+\-Z ]{10,35})"', html[:500_000])
    if found:
        return found.group(1).strip().replace("Z", "+00:00")
    stamp = re.search(r"<time\b[^<>]{0,300}?\bdatetime\s*=\s*[\"']?([0-9T:.+\-Z ]{10,35})", html[:300_000], re.I)
    return stamp.group(1).strip().replace("Z", "+00:00") if stamp else None


def _depth(html: str) -> int:
    deepest = depth = 0
    for closing, tag, empty in _TAG.findall(html):
        if empty or tag.lower() in _VOID:
            continue
        depth += -1 if closing else 1
        depth = max(depth, 0)
        deepest = max(deepest, depth)
    return deepest
