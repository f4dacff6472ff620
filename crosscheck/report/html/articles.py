"""The articles in full, every fact marked by kind, and in the margin where findings stand."""

from __future__ import annotations

import re
from collections.abc import Mapping

import msgspec

from crosscheck.document import DocArticle, Document
from crosscheck.layout import paragraphs
from crosscheck.report.html import strings
from crosscheck.report.html.show import one_line, visible, when
from crosscheck.report.outlets import listed
from crosscheck.report.titles import title_of

_FRONT = re.compile(r"---\n(?:[^\n]*\n){1,40}?---\n")
_RANK = {"error": 0, "warning": 1, "note": 2}


class Mark(msgspec.Struct, frozen=True, order=True):
    """A stretch of text that carries a fact; ``finding`` is empty where it agrees or stands alone."""

    start: int
    end: int
    kind: str
    finding: str = ""
    level: str = ""


class Bit(msgspec.Struct, frozen=True):
    """Text with one look; ``anchor`` is the id of the mark that begins here, "" where none does."""

    text: str
    classes: str = ""
    href: str = ""
    anchor: str = ""
    title: str = ""


class Paragraph(msgspec.Struct, frozen=True):
    """A paragraph and the findings that stand in it: (href, level, words)."""

    bits: list[Bit]
    margin: list[tuple[str, str, str]]


class Shown(msgspec.Struct, frozen=True):
    """One article as the page shows it."""

    anchor: str
    id: str
    title: str
    head: str
    url: str
    path: str
    tags: list[str]
    paragraphs: list[Paragraph]
    note: str = ""


def shown(document: Document, texts: Mapping[str, str], labels: Mapping[str, str]) -> list[Shown]:
    """Every article of the document in its order."""
    marks = _marks(document)
    subjects = {f.id: (f.level, one_line(title_of(f), 80)) for f in document.findings}
    return [_article(a, document, texts, labels, marks.get(a.id, []), subjects) for a in document.articles]


def _marks(document: Document) -> dict[str, list[Mark]]:
    found: dict[str, set[Mark]] = {a.id: set() for a in document.articles}
    for finding in document.findings:
        for reading in finding.readings:
            for m in reading.mentions:
                found[m.article].add(Mark(m.start, m.end, finding.kind, finding.id, finding.level))
        for m in finding.less:
            found[m.article].add(Mark(m.start, m.end, finding.kind, finding.id, finding.level))
    for fact in (*document.agreed, *document.single_source):
        for m in fact.mentions:
            found[m.article].add(Mark(m.start, m.end, fact.kind))
    return {article: sorted(marks) for article, marks in found.items()}


def _article(
    article: DocArticle,
    document: Document,
    texts: Mapping[str, str],
    labels: Mapping[str, str],
    marks: list[Mark],
    subjects: Mapping[str, tuple[str, str]],
) -> Shown:
    text = texts.get(article.id)
    tags = [strings.PAGE[f"role_{article.role}"]] if article.role != "source" else []
    twins = [a for a in document.articles if a.source_group == article.source_group and a.id != article.id]
    if twins:
        tags.append(strings.PAGE["same_source"].format(other=listed([labels[t.id] for t in twins], 3)))
    return Shown(
        anchor=f"a-{article.id}",
        id=article.id,
        title=one_line(article.title) or labels[article.id],
        head=", ".join(p for p in (labels[article.id], when(article.published)) if p),
        url=article.url if (article.url or "").startswith(("https://", "http://")) else "",  # type: ignore[arg-type]
        path=one_line(article.path),
        tags=tags,
        paragraphs=_paragraphs(article.id, text, marks, subjects) if text else [],
        note="" if text else strings.NO_TEXT,
    )


def _paragraphs(article: str, text: str, marks: list[Mark], subjects: Mapping[str, tuple[str, str]]) -> list[Paragraph]:
    found = []
    at = 0
    anchored: set[int] = set()
    head = _FRONT.match(text)
    for span in paragraphs(text):
        inside = []
        while at < len(marks) and marks[at].start < span.end:
            inside.append(marks[at])
            at += 1
        if head and span.end <= head.end():
            continue  # what a file says of itself is no text of the article
        here = sorted({m.finding for m in inside if m.finding}, key=lambda f: (_RANK[subjects[f][0]], f))
        margin = [(f"#f-{f}", subjects[f][0], subjects[f][1]) for f in here]
        found.append(Paragraph(_bits(article, text, span.start, span.end, inside, anchored), margin))
    return found


def _bits(article: str, text: str, start: int, end: int, marks: list[Mark], anchored: set[int]) -> list[Bit]:
    cuts = sorted({start, end, *(min(max(x, start), end) for m in marks for x in (m.start, m.end))})
    bits = []
    for a, b in zip(cuts, cuts[1:], strict=False):
        on = [m for m in marks if m.start <= a and b <= m.end]
        if not on:
            bits.append(Bit(visible(text[a:b])))
            continue
        serious = min((m for m in on if m.finding), key=lambda m: (_RANK[m.level], m), default=None)
        kinds = " ".join(dict.fromkeys(f"k-{m.kind}" for m in on))
        anchor = ""
        if any(m.start == a for m in on) and a not in anchored:
            anchored.add(a)
            anchor = f"m-{article}-{a}"
        bits.append(
            Bit(
                visible(text[a:b]),
                f"{kinds} at-{serious.level}" if serious else kinds,
                f"#f-{serious.finding}" if serious else "",
                anchor,
                "" if serious else strings.KINDS.get(on[0].kind, on[0].kind),
            )
        )
    return bits
