"""PDF files with a text layer through pypdf."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator

from crosscheck.read.errors import CannotRead
from crosscheck.read.formats import Raw

MAX_PAGES = 200
MAX_TEXT = 2_000_000


def read(data: bytes, name: str) -> Iterator[Raw]:
    """One article: the text of all pages. Raises CannotRead for encrypted, scanned and damaged files."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted:
            raise CannotRead("the PDF is encrypted; save it without a password")
        if len(reader.pages) > MAX_PAGES:
            raise CannotRead(f"the PDF has more than {MAX_PAGES} pages; give the pages that hold the article")
        pages: list[str] = []
        for page in reader.pages:
            pages.append(page.extract_text() or "")
            if sum(map(len, pages)) > MAX_TEXT:
                raise CannotRead("the PDF holds more text than an article")
        info = reader.metadata
        meta = {"file_title": info.title, "author": info.author} if info else {}
        created = info.creation_date if info else None
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, OSError) as error:
        raise CannotRead("a damaged PDF") from error
    text = "\n\n".join(_flow(p) for p in pages if p.strip())
    if not text.strip():
        raise CannotRead("the PDF has no text layer (a scan?); run text recognition on it first")
    if created:
        meta["saved"] = created.isoformat()
    yield Raw(text=text, meta={k: v for k, v in meta.items() if v})


def _flow(page: str) -> str:
    """Lines of a page joined to paragraphs: a line that stops short of the margin and ends a sentence ends one."""
    lines = [line.strip() for line in page.splitlines()]
    width = max((len(line) for line in lines), default=0)
    paragraphs: list[str] = []
    current = ""
    for line in lines:
        if not line:
            paragraphs.append(current)
            current = ""
            continue
        if current.endswith("-") and re.match(r"[a-z]", line):
            current = current[:-1] + line
        else:
            current = f"{current} {line}".strip()
        if len(line) < 0.75 * width and (re.search(r"[.!?:”\"']$", line) or not paragraphs):
            paragraphs.append(current)
            current = ""
    paragraphs.append(current)
    return "\n\n".join(p for p in paragraphs if p)
