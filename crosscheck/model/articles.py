"""What was read: an article's text as it is, with the stretches of it that are no reporting."""

from __future__ import annotations

from typing import Literal

import msgspec

ArticleRole = Literal["source", "draft", "primary"]


class Span(msgspec.Struct, frozen=True, order=True, array_like=True):
    """A stretch of an article's text: ``text[start:end]``, in code points."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """True when the two stretches share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """True when ``other`` lies wholly inside this stretch."""
        return self.start <= other.start and other.end <= self.end


class Region(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of text that is marked, not cut: its kind says what it is.

    ``furniture`` (counters, share lines, comment forms), ``byline``, ``dateline`` and ``duplicate`` (a headline or lede
    that stands a second time) yield no facts; ``headline`` does, and is told apart from the body.
    """

    kind: Literal["headline", "furniture", "byline", "dateline", "duplicate"]
    span: Span


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """One article as read. ``id`` is a short hash of the text, so it moves with the content and not with the path."""

    id: str
    path: str
    title: str
    text: str
    byline: str | None = None
    publisher: str | None = None
    published: str | None = None  # ISO 8601 date or date-time, zone where known
    url: str | None = None
    role: ArticleRole = "source"
    regions: tuple[Region, ...] = ()
    in_file: bool = True  # False when offsets do not hold in the file itself (HTML, DOCX and the like)
    warnings: tuple[str, ...] = ()  # what of the file was not read, or not as it stands there, a plain line each
    language: str | None = None  # ISO 639-1 where the text is not English: nothing is extracted from it


class Unread(msgspec.Struct, frozen=True, kw_only=True):
    """A path that could not be read, with the reason in one plain line."""

    path: str
    reason: str
