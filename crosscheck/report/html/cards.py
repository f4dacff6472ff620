"""The findings as cards: readings side by side, majority first, each mention in its sentence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from crosscheck.document import DocArticle, DocFinding, DocMention, DocReading, Document
from crosscheck.report.differing import differing
from crosscheck.report.html import strings
from crosscheck.report.html.evidence import Piece, pieces
from crosscheck.report.html.pages import Explanation, explanation
from crosscheck.report.html.show import headed, one_line, visible, when
from crosscheck.report.slips import slips


class Evidence(msgspec.Struct, frozen=True):
    """One mention: whose article, where in it, and the sentence."""

    label: str
    place: str
    href: str
    pieces: list[Piece]
    credited: str = ""
    also: list[tuple[str, str]] = []  # (label and place, href) of others with the very same sentence


class Column(msgspec.Struct, frozen=True):
    """One reading. ``standing`` is majority, departs, tie or primary."""

    value: str
    sources: str
    standing: str
    evidence: list[Evidence]


class Card(msgspec.Struct, frozen=True, kw_only=True):
    """One finding as the page shows it."""

    anchor: str
    level: str
    level_word: str
    rule: str
    kind: str
    kind_word: str
    subject: str
    message: str
    share: str
    confidence: str
    settle: str
    suggestion: str
    columns: list[Column]
    why: Explanation | None
    articles: str
    words: str
    judgement: str = ""


class Group(msgspec.Struct, frozen=True):
    """Findings on the same words in the same place, most serious first."""

    cards: list[Card]


def standings(finding: DocFinding) -> list[str]:
    """For each reading: primary, majority, tie or departs."""
    counts = [r.independent_sources for r in finding.readings]
    most = max(counts)
    tied = counts.count(most) > 1
    found = []
    for reading, n in zip(finding.readings, counts, strict=True):
        if reading.primary:
            found.append("primary")
        elif n == most:
            found.append("tie" if tied else "majority")
        else:
            found.append("departs")
    if "primary" in found:
        found = [s if s == "primary" else "departs" for s in found]
    return found


def groups(
    document: Document, texts: Mapping[str, str], labels: Mapping[str, str], judgements: Mapping[str, Any]
) -> list[Group]:
    """All findings by slip, in the document's order."""
    return [
        Group([card(f, document, texts, labels, judgements) for f in members]) for members in slips(document.findings)
    ]


def card(
    finding: DocFinding,
    document: Document,
    texts: Mapping[str, str],
    labels: Mapping[str, str],
    judgements: Mapping[str, Any],
) -> Card:
    """One finding."""
    marks = differing(finding.readings)
    stands = standings(finding)
    total = sum(r.independent_sources for r in finding.readings)
    columns = [
        Column(
            visible(one_line(r.value, 300)),
            strings.count(r.independent_sources, ("source", "sources")),
            stand,
            _once([_evidence(m, document, texts, labels, marks) for m in r.mentions]),
        )
        for r, stand in zip(finding.readings, stands, strict=True)
    ]
    primary = any(a.role == "primary" for a in document.articles)
    note = strings.PRIMARY_GIVEN if primary else strings.PRIMARY_MISSING
    return Card(
        anchor=f"f-{finding.id}",
        level=finding.level,
        level_word=strings.LEVELS[finding.level],
        rule=finding.rule,
        kind=finding.kind,
        kind_word=strings.KIND_ONE[finding.kind],
        subject=headed(one_line(finding.subject, 240)),
        message=one_line(finding.message),
        share=strings.PAGE["inside"] if finding.inside else f"{_best(finding.readings)} of {total} independent sources",
        confidence=next(words for floor, words in strings.CONFIDENCE if finding.confidence >= floor),
        settle=f"{strings.SETTLE[finding.kind]} {note}",
        suggestion=one_line(finding.suggestion or ""),
        columns=columns,
        why=explanation(finding.rule),
        articles=" ".join(sorted({m.article for r in finding.readings for m in r.mentions})),
        words=_search_words(finding),
        judgement=_judgement(judgements.get(finding.id)),
    )


def _best(readings: tuple[DocReading, ...]) -> int:
    return max(r.independent_sources for r in readings)


def _search_words(finding: DocFinding) -> str:
    words = [finding.id, finding.rule, finding.subject, finding.message]
    words += [r.value for r in finding.readings]
    return one_line(" ".join(words)).casefold()


def _evidence(
    mention: DocMention,
    document: Document,
    texts: Mapping[str, str],
    labels: Mapping[str, str],
    marks: Mapping[tuple[str, int, int], list[tuple[int, int]]],
) -> Evidence:
    article = _article(document, mention.article)
    text = texts.get(mention.article)
    differs = marks.get((mention.article, mention.start, mention.end), [])
    shown = pieces(text, mention, differs) if text else [Piece(one_line(mention.text), mention=True)]
    day = when(article.published, clock=False)
    place = ", ".join(p for p in (day, strings.PAGE["line"].format(n=mention.line)) if p)
    return Evidence(
        labels[mention.article],
        place,
        f"#m-{mention.article}-{mention.start}",
        shown,
        one_line(mention.asserted_by or ""),
    )


def _article(document: Document, id_: str) -> DocArticle:
    return next(a for a in document.articles if a.id == id_)


def _once(evidence: list[Evidence]) -> list[Evidence]:
    """Sentences that are the same to the letter shown once, with every place where they stand."""
    kept: dict[str, Evidence] = {}
    for e in evidence:
        words = "".join(p.text for p in e.pieces)
        if words in kept:
            kept[words].also.append((f"{e.label}, {e.place}", e.href))
        else:
            kept[words] = msgspec.structs.replace(e, also=[])
    return list(kept.values())


def _judgement(judgement: Any) -> str:
    """ "confirmed by Ana, 12 May 2024: note" from what the desk hands over, a mapping with any of these keys."""
    if not judgement:
        return ""
    get = judgement.get
    head = " ".join(str(p) for p in (get("state"), f"by {get('by')}" if get("by") else "") if p)
    tail = "; ".join(str(get(k)) for k in ("reason", "reading", "source", "note") if get(k))
    return one_line(": ".join(p for p in (head, tail) if p))
