"""Paragraphs and lines of an article's text: shared by reading, extraction and reports.

In: text. Out: spans in code points. News text comes with a blank line between paragraphs, with one line a paragraph, or
hard-wrapped at some column; the last is told by many lines of nearly one length.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from crosscheck.model import Span

_BLANK = re.compile(r"\n[ \t\r\f\v]*\n[\s]*")
_LINE = re.compile(r"\r\n|\r|\n")
_BREAK = re.compile(r"[\r\n]")
_ASIDE = re.compile(r"\A---[ \t]*\r?\n(?s:.*?)^---[ \t]*\r?$|^[ \t]*<!--[^\n]*-->[ \t]*\r?$", re.MULTILINE)
_FEWEST = 4  # line breaks inside paragraphs that it takes to tell; or half as many within sentences
WRAP_COLUMNS = (50, 100)  # typewriter and e-mail widths


def hard_wrapped(text: str) -> bool:
    """True when lines inside paragraphs end near one column, or when they mostly break off in the middle of a sentence.

    Front matter and comments are no lines of a paragraph.
    """
    lines = _ASIDE.sub("", text).splitlines()
    runs = [(a, b) for a, b in zip(lines, lines[1:], strict=False) if a.strip() and b.strip()]
    if 2 * sum(_goes_on(a, b) for a, b in runs) >= max(_FEWEST, len(runs)):
        return True
    if len(runs) < _FEWEST:
        return False
    longest = max(len(a) for a, _ in runs)
    if not WRAP_COLUMNS[0] <= longest <= WRAP_COLUMNS[1]:
        return False
    full = sum(len(a) + 1 + len(b.split(maxsplit=1)[0]) > longest - 2 for a, b in runs)
    return full / len(runs) > 0.7


def _goes_on(line: str, after: str) -> bool:
    """True where a line of a wrapped text's length ends within a sentence and the next begins in small letters."""
    line = line.rstrip()
    within = line[-1].isalnum() or line[-1] == ","
    return within and after[0].islower() and WRAP_COLUMNS[0] <= len(line) <= WRAP_COLUMNS[1]


def paragraphs(text: str) -> list[Span]:
    """Spans of the paragraphs of ``text``, without the white space around them."""
    separator = _BLANK if hard_wrapped(text) else _LINE
    spans: list[Span] = []
    at = 0
    for match in separator.finditer(text):
        _add(spans, text, at, match.start())
        at = match.end()
    _add(spans, text, at, len(text))
    return spans


def unwrapped(text: str) -> str:
    """The text with spaces for comments, and for line breaks inside hard-wrapped paragraphs: every offset stays.

    Parsers take a line break for the end of a sentence, or for a word of its own, and a comment for a part of one.
    """
    wrapped = hard_wrapped(text)
    text = _without_comments(text)
    if not wrapped:
        return text
    pieces, at = [], 0
    for span in paragraphs(text):
        pieces += [text[at : span.start], _BREAK.sub(" ", text[span.start : span.end])]
        at = span.end
    return "".join([*pieces, text[at:]])


def _without_comments(text: str) -> str:
    pieces, at = [], 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start)) >= 0:
        end += 3
        pieces += [text[at:start], " " * (end - start)]
        at = end
    return "".join([*pieces, text[at:]])


def _add(spans: list[Span], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    stripped = piece.strip()
    if stripped:
        start += len(piece) - len(piece.lstrip())
        spans.append(Span(start, start + len(stripped)))


class Cover:
    """Stretches of a text, for many questions whether something stands in one of them."""

    def __init__(self, spans: Iterable[Span]) -> None:
        merged: list[Span] = []
        for span in sorted(s for s in spans if s.start < s.end):
            if merged and span.start <= merged[-1].end:
                merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
            else:
                merged.append(span)
        self._spans = merged

    def overlaps(self, span: Span) -> bool:
        """True where a span shares at least one character with one of the stretches."""
        at = bisect_left(self._spans, Span(span.end, -1)) - 1
        return at >= 0 and self._spans[at].end > span.start


class Lines:
    """Line and column (from 1) of an offset, for many offsets of one text."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(m.end() for m in _LINE.finditer(text))]

    def at(self, offset: int) -> tuple[int, int]:
        """(line, column) of a code point offset."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1
