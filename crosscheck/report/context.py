"""What a report needs beside the findings document: the articles' texts, and how the reader wants it shown."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

import msgspec

from crosscheck.document import DocFinding, DocMention, DocReading, Document
from crosscheck.model import LEVELS, Article, Level


class Context(msgspec.Struct, frozen=True, kw_only=True):
    """Texts by article id, ``loose`` ids of articles whose offsets do not hold in the file, and taste."""

    texts: dict[str, str] = {}
    loose: frozenset[str] = frozenset()
    fail_on: str = "warning"
    color: bool = False
    wrap: bool = False  # break long messages at ``width``: on a terminal; in a pipe one finding is one line
    width: int = 100
    quiet: bool = False
    verbose: bool = False
    hidden: int = 0  # findings cut off by --max-findings
    set_aside: tuple[str, ...] = ()  # "2 in the baseline", "1 ignored by comment"


def context_of(articles: Iterable[Article], **taste: object) -> Context:
    """The context of articles that were read."""
    articles = tuple(articles)
    return Context(
        texts={a.id: a.text for a in articles},
        loose=frozenset(a.id for a in articles if not a.in_file),
        **taste,  # type: ignore[arg-type]
    )


class Index:
    """A document's paths, publishers and drafts, looked up once for a whole report."""

    def __init__(self, document: Document) -> None:
        self.paths = {a.id: a.path for a in document.articles}
        self.publishers = {
            a.id: ", ".join([a.publisher, *([a.published[:10]] if a.published else [])])
            for a in document.articles
            if a.publisher
        }
        self.drafts = frozenset(a.id for a in document.articles if a.role == "draft")

    def anchor(self, finding: DocFinding) -> DocMention:
        """Where a finding stands: in the draft, where there is one, else at the reading that fewest carry."""
        mentions = [m for r in reversed(finding.readings) for m in r.mentions]
        return next((m for m in mentions if m.article in self.drafts), mentions[0])

    def in_draft(self, reading: DocReading) -> bool:
        """True for a reading that a draft has."""
        return any(m.article in self.drafts for m in reading.mentions)

    def place(self, mention: DocMention) -> str:
        """ "draft.md:12:3"."""
        return f"{self.paths[mention.article]}:{mention.line}:{mention.column}"


def others(finding: DocFinding, at: DocMention) -> list[DocMention]:
    """The other places of a finding: the first mention of every article and reading, the anchor's own left out."""
    found: list[DocMention] = []
    for reading in finding.readings:
        seen: set[str] = set()
        for mention in reading.mentions:
            if mention.article not in seen and mention != at:
                found.append(mention)
            seen.add(mention.article)
    return found


def at_least(level: Level, threshold: str) -> bool:
    """True when a level is as serious as the threshold; nothing is for "never"."""
    return threshold != "never" and LEVELS.index(level) <= LEVELS.index(threshold)


def safe(text: str) -> str:
    """Article text made harmless for a terminal: one line, no control, bidi or zero-width characters.

    Texts come from anywhere: an escape sequence in one must not move the cursor, recolour the report or turn the
    reading order. White space of any kind becomes a space, what else has no glyph is shown as its code point.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(_safe_character(c) for c in text)


def _safe_character(character: str) -> str:
    if character.isprintable() or character == " ":
        return character
    if character.isspace():
        return " "
    if character in "\u200b\u200c\u200d\u2060\ufeff\u00ad":
        return ""
    return f"<U+{ord(character):04X}>" if unicodedata.category(character) != "Co" else "\ufffd"


def width_of(text: str) -> int:
    """Columns that a text takes on a terminal: wide characters two, combining marks none."""
    if text.isascii():
        return len(text)
    return sum(_columns(c) for c in text)


def _columns(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
