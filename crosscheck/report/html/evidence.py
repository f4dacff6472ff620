"""A sentence with the words of a mention marked, and the words in which readings differ marked in it."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from crosscheck.document import DocMention
from crosscheck.report.html.show import visible

MAX_SENTENCE = 700  # characters; a longer one is shown around the mention


class Piece(msgspec.Struct, frozen=True):
    """A stretch of text with one look: ``mention`` underlined, ``differs`` on the mark."""

    text: str
    mention: bool = False
    differs: bool = False


def pieces(text: str, mention: DocMention, differs: Iterable[tuple[int, int]]) -> list[Piece]:
    """The sentence around a mention, cut where the look changes. All offsets are of the article's text."""
    start, end = mention.sentence
    if end - start > MAX_SENTENCE:
        half = MAX_SENTENCE // 2
        start, end = max(start, mention.start - half), min(end, mention.end + half)
    lead = "… " if start > mention.sentence[0] else ""
    tail = " …" if end < mention.sentence[1] else ""
    marks = [(max(a, start), min(b, end)) for a, b in differs if a < end and start < b]
    cuts = sorted(
        {start, end, *(x for m in marks for x in m), *(min(max(x, start), end) for x in (mention.start, mention.end))}
    )
    found = [Piece(lead)] if lead else []
    for a, b in zip(cuts, cuts[1:], strict=False):
        inside = mention.start <= a and b <= mention.end
        found.append(Piece(_flat(text[a:b]), inside, any(x <= a and b <= y for x, y in marks)))
    return [*found, Piece(tail)] if tail else found


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", visible(text))


def words(mention: DocMention, differs: Iterable[tuple[int, int]], most: int) -> list[Piece]:
    """The mention's own words, at most ``most`` characters around the first that differ."""
    marks = sorted((max(a - mention.start, 0), min(b, mention.end) - mention.start) for a, b in differs)
    marks = [(a, b) for a, b in marks if a < b]
    text = mention.text
    start, end = 0, len(text)
    if end > most:
        first = marks[0][0] if marks else 0
        start = max(0, min(first - most // 4, end - most))
        if start:
            start = text.find(" ", start, first) + 1 or start
        end = min(end, start + most)
        if end < len(text):
            end = max(text.rfind(" ", start, end), min(start + most // 2, end))
    cuts = sorted({start, end, *(min(max(x, start), end) for mark in marks for x in mark)})
    found = [Piece("… ")] if start else []
    for a, b in zip(cuts, cuts[1:], strict=False):
        found.append(Piece(_flat(text[a:b]), differs=any(x <= a and b <= y for x, y in marks)))
    return [*found, Piece(" …")] if end < len(text) else found
