"""The text that extraction sees: bounded, so that no pattern over it can take more than a bounded time for each word.

In: an article. Out: the article with its endless blanks and words folded and cut at the bounds of
:class:`~crosscheck.settings.LimitSettings`, and the way back from its offsets to those of the article. Of nearly all
news nothing is folded, and the article comes back as it is.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

import msgspec

from crosscheck.model import Article, Extraction, Fact, Region, Sentence, Span
from crosscheck.settings import LimitSettings

_RUN = re.compile(r"\s+|\S+")
_TOKEN = re.compile(r"\w+|[^\w\s]")
_BREAK = "\n\n"  # for blanks: what follows is another paragraph
_GONE = "…"  # for a word


class Folded(msgspec.Struct, frozen=True):
    """``article`` as extraction sees it; ``places`` are (offset in it, offset in the article) where they part."""

    article: Article
    places: tuple[tuple[int, int], ...] = ()

    def at(self, offset: int) -> int:
        """The article's offset of a folded one."""
        i = bisect_right(self.places, (offset, len(self.article.text) + 2**60)) - 1
        return offset if i < 0 else self.places[i][1] + offset - self.places[i][0]

    def span(self, span: Span) -> Span:
        """The article's span of a folded one."""
        return Span(self.at(span.start), max(self.at(span.start), self.at(span.end - 1) + 1))


def reach(text: str, limits: LimitSettings) -> int:
    """How many characters of a text are read: all, or up to the last line or word within the bounds."""
    end = min(len(text), limits.text_chars)
    # a token takes a character at least: short texts need no counting
    if end > limits.text_words:
        for number, token in enumerate(_TOKEN.finditer(text, 0, end)):
            if number == limits.text_words:
                end = token.start()
                break
    if end == len(text):
        return end
    for blank in ("\n", " "):
        at = text.rfind(blank, end // 2, end)
        if at > 0:
            return at
    return end


def shortened(article: Article, limits: LimitSettings) -> str | None:
    """A line that says how much of an article is read, None where it is all."""
    end = reach(article.text, limits)
    if end == len(article.text) or not article.text[end:].strip():
        return None
    return f"only the first {end:,} of {len(article.text):,} characters were read; give the part that matters by itself"


def fold(article: Article, limits: LimitSettings) -> Folded:
    """The article as extraction sees it."""
    text, end = article.text, reach(article.text, limits)
    pieces: list[str] = []
    places: list[tuple[int, int]] = []
    at = length = 0
    for start, stop, short in _folds(text, end, limits):
        pieces += [text[at:start], short]
        length += start - at + len(short)
        places.append((length, stop))
        at = stop
    if not places and end == len(text):
        return Folded(article)
    pieces.append(text[at:end])
    folded = "".join(pieces)
    regions = tuple(_region(r, places, len(folded)) for r in article.regions if r.span.start < end)
    return Folded(msgspec.structs.replace(article, text=folded, regions=regions), tuple(places))


def unfold(extraction: Extraction, folded: Folded, article: Article) -> Extraction:
    """The extraction with the article's own offsets and words."""
    if folded.article is article:
        return extraction
    sentences = tuple(_sentence(s, folded) for s in extraction.sentences)
    facts = tuple(_fact(f, folded, article.text) for f in extraction.facts)
    return msgspec.structs.replace(extraction, sentences=sentences, facts=facts)


def _folds(text: str, end: int, limits: LimitSettings) -> Iterator[tuple[int, int, str]]:
    """(start, end, what stands for it) of each run of blanks or other characters that is too long."""
    for run in _RUN.finditer(text, 0, end):
        length = run.end() - run.start()
        if length <= limits.blank_chars:
            continue
        if text[run.start()].isspace():
            yield run.start(), run.end(), _BREAK
        elif length > limits.word_chars:
            yield run.start(), run.end(), _GONE


def _region(region: Region, places: list[tuple[int, int]], length: int) -> Region:
    originals = [o for _, o in places]

    def back(offset: int) -> int:
        i = bisect_right(originals, offset) - 1
        moved = offset if i < 0 else places[i][0] + offset - places[i][1]
        following = places[i + 1][0] if i + 1 < len(places) else length
        return min(moved, following, length)

    start = back(region.span.start)
    return Region(kind=region.kind, span=Span(start, max(start, back(region.span.end))))


def _sentence(sentence: Sentence, folded: Folded) -> Sentence:
    return msgspec.structs.replace(sentence, span=folded.span(sentence.span))


def _fact(fact: Fact, folded: Folded, text: str) -> Fact:
    mention = fact.mention
    span = folded.span(mention.span)
    parts = {name: folded.span(part) for name, part in mention.parts.items()}
    told = msgspec.structs.replace(mention, span=span, parts=parts, text=text[span.start : span.end])
    return msgspec.structs.replace(fact, mention=told)
