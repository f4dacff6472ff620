"""PDF files with a text layer through pypdf.

A PDF has no paragraphs, only lines at places: they are told by the space above a line, by its size and by how it ends.
"""

from __future__ import annotations

import contextlib
import io
import logging
import re
from collections import Counter
from collections.abc import Iterator
from statistics import median
from typing import Any, NamedTuple

from crosscheck.read.errors import CannotRead
from crosscheck.read.formats import Raw

MAX_PAGES = 200
MAX_TEXT = 2_000_000
FULL = 0.75  # share of the widest line from which a line runs to the margin
SPACED = 1.25  # times the distance of lines from which a space is one between paragraphs
LEADING = 1.2  # times its size that a line stands below the last, where no line of the page tells
RUNNING = 80  # characters of a line that stands at the head or foot of every page
RESIZED = 1.1  # times the size from which two lines are no lines of one paragraph
# what a browser prints above and below a page: when it was printed, its title; its address, the number of the page
_PRINTED = re.compile(
    r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}:\d\d(?: ?[AP]M)?\b.{0,200}|(?:https?|file)://\S+(?: \d+ ?/ ?\d+)?"
    r"|(?:page )?\d+(?: ?(?:/|of) ?\d+)?",
    re.I,
)
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\xad": "-"})
_ENDS = re.compile(r"[.!?:”\"']$")
# words before a hyphen that is the word's own, and not the end of a line's
_HYPHENED = frozenset(
    "one two three four five six seven eight nine ten twenty thirty forty fifty sixty seventy eighty ninety self ex "
    "non mid vice co well long half high low full part all anti pro".split()
)


class Line(NamedTuple):
    """A line of a page: its words, how far up it stands, the size of its letters (0 where nothing tells)."""

    text: str
    height: float
    size: float


def read(data: bytes, name: str) -> Iterator[Raw]:
    """One article: the text of all pages. Raises CannotRead for encrypted, scanned and damaged files."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    damage = (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, OSError)
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted:
            raise CannotRead("the PDF is encrypted; save it without a password")
        if len(reader.pages) > MAX_PAGES:
            raise CannotRead(f"the PDF has more than {MAX_PAGES} pages; give the pages that hold the article")
        pages: list[list[Line]] = []
        size = 0
        for page in reader.pages:
            pages.append(list(_lines(page)))
            size += sum(len(line.text) for line in pages[-1])
            if size > MAX_TEXT:
                raise CannotRead("the PDF holds more text than an article")
    except damage as error:
        raise CannotRead("a damaged PDF") from error
    text = "\n\n".join(_across_pages(_without_margins(pages)))
    if not text.strip():
        raise CannotRead("the PDF has no text layer (a scan?); run text recognition on it first")
    try:
        meta = _properties(reader.metadata)
    except damage:
        meta = {}  # the text stands without its properties
    yield Raw(text=text, meta=meta)


def _properties(info: Any) -> dict[str, str]:
    if not info:
        return {}
    meta = {"file_title": info.title, "author": info.author}
    with contextlib.suppress(ValueError):  # a date that is none
        meta["saved"] = info.creation_date.isoformat() if info.creation_date else None
    return {k: str(v) for k, v in meta.items() if v}


def _lines(page: Any) -> Iterator[Line]:
    """The lines of a page in the order in which it draws them."""
    found: list[Line] = []
    pieces: list[str] = []
    place: list[tuple[float, float]] = []

    def end() -> None:
        if words := " ".join("".join(pieces).translate(_LIGATURES).split()):
            found.append(Line(words, *(place[0] if place else (0.0, 0.0))))
        pieces.clear()
        place.clear()

    def drawn(text: str, page_matrix: Any, text_matrix: Any, _font: Any, size: float) -> None:
        for number, piece in enumerate(text.split("\n")):
            if number:
                end()
            pieces.append(piece)
            if piece.strip() and not place:
                height = page_matrix[1] * text_matrix[4] + page_matrix[3] * text_matrix[5] + page_matrix[5]
                place.append((height, abs(size * text_matrix[3] * page_matrix[3])))

    page.extract_text(visitor_text=drawn)
    end()
    yield from found


def _without_margins(pages: list[list[Line]]) -> list[list[Line]]:
    """Pages without what stands at the head or foot of each: printed by a browser, or the same on most pages."""
    outer = Counter(text for page in pages for text in {_running(line) for line in (*page[:2], *page[-2:])})
    often = {text for text, times in outer.items() if text and len(pages) > 2 and times > len(pages) / 2}
    kept = []
    for number, page in enumerate(pages):
        margin = {0, 1, len(page) - 2, len(page) - 1}
        gone = {
            at
            for at in margin & set(range(len(page)))
            if _PRINTED.fullmatch(page[at].text) or number and _running(page[at]) in often
        }
        kept.append([line for at, line in enumerate(page) if at not in gone])
    return kept


def _running(line: Line) -> str:
    """A short line without its page number; empty for what may be a sentence of the text."""
    return "" if len(line.text) > RUNNING or _ENDS.search(line.text) else re.sub(r"\d+", "#", line.text)


def _across_pages(pages: list[list[Line]]) -> list[str]:
    """The paragraphs of all pages; one that a page breaks goes on on the next."""
    found: list[str] = []
    for page in pages:
        for number, paragraph in enumerate(_paragraphs(page, first=not found)):
            if number == 0 and found and not _ENDS.search(found[-1]) and paragraph[:1].islower():
                found[-1] = _joined(found[-1], paragraph)
            else:
                found.append(paragraph)
    return found


def _paragraphs(lines: list[Line], *, first: bool) -> Iterator[str]:
    """Lines of a page joined to paragraphs; ``first`` is true of the page that opens with the title."""
    width = max((len(line.text) for line in lines), default=0)
    usual = _leading(lines, width)
    current = ""
    for number, line in enumerate(lines):
        if number and _parted(lines[number - 1], line, width, usual, title=first and number == 1):
            yield current
            current = ""
        current = _joined(current, line.text)
    if current:
        yield current


def _leading(lines: list[Line], width: int) -> float:
    """The usual distance of a line to the one above it, in sizes of its letters: below lines that run on."""
    told = [
        (a.height - b.height) / b.size
        for a, b in zip(lines, lines[1:], strict=False)
        if len(a.text) >= FULL * width and not _ENDS.search(a.text) and b.size and a.height > b.height
    ]
    return median(told) if told else LEADING


def _parted(above: Line, line: Line, width: int, usual: float, *, title: bool) -> bool:
    """True where a line opens a paragraph; ``title`` is true of the second line of all."""
    if above.size and line.size and max(above.size, line.size) > RESIZED * min(above.size, line.size):
        return True
    down = above.height - line.height
    if line.size and down > SPACED * usual * line.size:
        return True
    if len(above.text) >= FULL * width:
        return False
    return bool(_ENDS.search(above.text)) or title and (not down or len(line.text) >= FULL * width)


def _joined(text: str, line: str) -> str:
    """A line added to those above it; a hyphen that only ended the line goes."""
    if not text.endswith("-") or not re.match(r"[a-z]", line):
        return f"{text} {line}".strip()
    before = text[:-1].rpartition(" ")[2].lower()
    own = "-" in before or before in _HYPHENED or before[-1:].isdigit() or text.endswith("--")
    return f"{text}{line}" if own else f"{text[:-1]}{line}"
