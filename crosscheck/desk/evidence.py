"""Evidence for the pages: text cut into pieces, with the mention and the words that differ told apart.

In: an article's text and spans in code points of it. Out: pieces that a template writes one after the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

import msgspec

from crosscheck.document import DocArticle, DocFinding, DocMention, DocReading
from crosscheck.layout import paragraphs
from crosscheck.model import Span
from crosscheck.store.views import ArticleView


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of text. ``anchor`` names the mention that begins here, to jump to."""

    text: str
    mention: bool = False
    mark: bool = False
    anchor: str | None = None


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """One mention in its sentence, and where that stands."""

    article: DocArticle
    line: int
    start: int
    anchor: str
    pieces: tuple[Piece, ...]
    asserted_by: str | None
    present: bool


class Version(msgspec.Struct, frozen=True, kw_only=True):
    """A reading with its places. ``departs`` from what most independent sources say; in a tie all do."""

    number: int
    value: str
    sources: int
    primary: bool
    departs: bool
    places: tuple[Place, ...]


Paragraph = tuple[Piece, ...] | str  # a paragraph in which nothing is marked is its text alone


class Panel(msgspec.Struct, frozen=True, kw_only=True):
    """An article beside others: paragraphs before the words that count, from them on, and whether text was left out."""

    article: DocArticle
    present: bool
    says: tuple[str, ...]
    before: tuple[Paragraph, ...]
    here: tuple[Paragraph, ...]
    cut: bool


def cut(text: str, span: Span, mentions: Iterable[tuple[Span, str]], marks: Iterable[Span]) -> tuple[Piece, ...]:
    """``text`` within ``span`` in pieces; ``mentions`` come with their anchors."""
    inside = [(m, a) for m, a in mentions if m.start < span.end and span.start < m.end]
    marked = [m for m in marks if m.start < span.end and span.start < m.end]
    if not inside and not marked:
        return (Piece(text=text[span.start : span.end]),)
    edges = {span.start, span.end}
    for s in [*(m for m, _ in inside), *marked]:
        edges |= {max(span.start, s.start), min(span.end, s.end)}
    pieces = []
    for start, end in pairwise(sorted(edges)):
        piece = Span(start, end)
        anchor = next((a for m, a in inside if max(m.start, span.start) == start), None)
        in_mention = any(m.overlaps(piece) for m, _ in inside)
        in_mark = any(m.overlaps(piece) for m in marked)
        pieces.append(Piece(text=text[start:end], mention=in_mention, mark=in_mark, anchor=anchor))
    return tuple(pieces)


def anchor_of(mention: DocMention) -> str:
    """The anchor of a mention on a page."""
    return f"at-{mention.article}-{mention.start}"


def _spans(mention: DocMention) -> tuple[Span, list[Span]]:
    return Span(mention.start, mention.end), [Span(*mark) for mark in mention.marks]


def versions(finding: DocFinding, articles: dict[str, ArticleView]) -> list[Version]:
    """The readings of a finding with all their places in sentences."""
    return [
        Version(
            number=number,
            value=reading.value,
            sources=reading.independent_sources,
            primary=reading.primary,
            departs=_departs(reading, finding.readings),
            places=tuple(_place(m, articles[m.article]) for m in reading.mentions if m.article in articles),
        )
        for number, reading in enumerate(finding.readings, 1)
    ]


def _departs(reading: DocReading, readings: Sequence[DocReading]) -> bool:
    if any(r.primary for r in readings):
        return not reading.primary
    if not reading.mentions:  # all were moved away by hand
        return False
    most = max(r.independent_sources for r in readings)
    tie = sum(r.independent_sources == most for r in readings) > 1
    return tie or reading.independent_sources < most


def _place(mention: DocMention, found: ArticleView) -> Place:
    span, marks = _spans(mention)
    start, end = mention.sentence
    sentence = found.text[start:end]
    start += len(sentence) - len(sentence.lstrip())
    end -= len(sentence) - len(sentence.rstrip())
    anchor = anchor_of(mention)
    pieces = cut(found.text, Span(start, max(start, end)), [(span, anchor)], marks)
    return Place(
        article=found.article,
        line=mention.line,
        start=mention.start,
        anchor=anchor,
        pieces=tuple(msgspec.structs.replace(p, anchor=None) for p in pieces),
        asserted_by=mention.asserted_by,
        present=found.present,
    )


def panel(found: ArticleView, finding: DocFinding, *, chars: int) -> Panel:
    """An article cut at the paragraph of the finding's first mention in it."""
    mentions = [(m, r.value) for r in finding.readings for m in r.mentions if m.article == found.article.id]
    spans = [(_spans(m)[0], anchor_of(m)) for m, _ in mentions]
    marks = [mark for m, _ in mentions for mark in _spans(m)[1]]
    first = min((s.start for s, _ in spans), default=0)
    blocks = paragraphs(found.text)
    at = next((i for i, b in enumerate(blocks) if b.end > first), 0)
    here: list[Span] = []
    used = 0
    for block in blocks[at:]:
        if here and used + block.end - block.start > chars:
            break
        here.append(block)
        used += block.end - block.start
    before: list[Span] = []
    used = 0
    for block in reversed(blocks[:at]):
        if used + block.end - block.start > chars:
            break
        before.insert(0, block)
        used += block.end - block.start
    return Panel(
        article=found.article,
        present=found.present,
        says=tuple(dict.fromkeys(value for _, value in mentions)),
        before=tuple(_paragraph(found.text, b, spans, marks) for b in before),
        here=tuple(_paragraph(found.text, b, spans, marks) for b in here),
        cut=len(before) + len(here) < len(blocks),
    )


def _paragraph(text: str, block: Span, mentions: list[tuple[Span, str]], marks: list[Span]) -> Paragraph:
    quiet = not any(m.overlaps(block) for m, _ in mentions) and not any(m.overlaps(block) for m in marks)
    return text[block.start : block.end] if quiet else cut(text, block, mentions, marks)


def whole(found: ArticleView, finding: DocFinding | None) -> list[Paragraph]:
    """All paragraphs of an article, with a finding's mentions where one is given."""
    mentions = [m for r in finding.readings for m in r.mentions if m.article == found.article.id] if finding else []
    spans = [(_spans(m)[0], anchor_of(m)) for m in mentions]
    marks = [mark for m in mentions for mark in _spans(m)[1]]
    return [_paragraph(found.text, block, spans, marks) for block in paragraphs(found.text)]
