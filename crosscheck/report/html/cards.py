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
from crosscheck.report.html.pictures import Plot, plot
from crosscheck.report.html.show import headed, one_line, visible, when
from crosscheck.report.outlets import listed
from crosscheck.report.slips import slips
from crosscheck.report.standing import Standing, share, standings
from crosscheck.report.titles import title_of
from crosscheck.report.wording import signs, sureness


class Evidence(msgspec.Struct, frozen=True):
    """One mention: whose article, where in it, and the sentence."""

    label: str
    place: str
    href: str
    pieces: list[Piece]
    credited: str = ""
    also: list[tuple[str, str]] = []  # (label and place, href) of others with the very same sentence


class Column(msgspec.Struct, frozen=True):
    """One reading. ``standing`` is primary, majority, departs, tie or none; ``who`` carries it; ``copies`` says which
    articles of it count once, and why."""

    value: str
    who: str
    standing: Standing
    stands: str
    evidence: list[Evidence]
    copies: list[str] = []


class Card(msgspec.Struct, frozen=True, kw_only=True):
    """One finding as the page shows it."""

    anchor: str
    level: str
    level_word: str
    rule: str
    kind: str
    kind_word: str
    title: str
    message: str
    share: str
    confidence: str
    suggestion: str
    suggested: str
    columns: list[Column]
    less: list[Evidence]
    signs: list[str]
    plot: Plot | None
    articles: str
    words: str
    judgement: str = ""


class Rule(msgspec.Struct, frozen=True):
    """A rule that raised findings: its code, kind, general advice, and what its page says."""

    code: str
    kind_word: str
    settle: str
    page: Explanation | None


class Group(msgspec.Struct, frozen=True):
    """Findings on the same words in the same place, most serious first."""

    cards: list[Card]


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
    articles = {a.id: a for a in document.articles}
    drafted = any(a.role == "draft" for a in document.articles)
    return Card(
        anchor=f"f-{finding.id}",
        level=finding.level,
        level_word=strings.LEVELS[finding.level],
        rule=finding.rule,
        kind=finding.kind,
        kind_word=strings.KIND_ONE[finding.kind],
        title=headed(one_line(title_of(finding), 240)),
        message=one_line(finding.message),
        share=_share(finding, articles),
        confidence=sureness(finding.confidence),
        suggestion=one_line(finding.suggestion or ""),
        suggested=_suggested(finding, drafted),
        columns=_columns(finding, articles, texts, labels, drafted=drafted),
        less=_once([_evidence(m, articles, texts, labels, {}) for m in finding.less]),
        signs=[one_line(sign) for sign in signs(finding)],
        plot=plot(finding),
        articles=" ".join(sorted({m.article for r in finding.readings for m in r.mentions})),
        words=_search_words(finding),
        judgement=_judgement(judgements.get(finding.id)),
    )


def _columns(
    finding: DocFinding,
    articles: Mapping[str, DocArticle],
    texts: Mapping[str, str],
    labels: Mapping[str, str],
    *,
    drafted: bool,
) -> list[Column]:
    """The readings that anybody has, a draft's before all others."""
    marks = differing(finding.readings)
    columns = [
        Column(
            visible(one_line(r.value, 300)),
            _carriers(r, articles),
            stand,
            _stands(r, stand, finding, drafted),
            _once([_evidence(m, articles, texts, labels, marks) for m in r.mentions]),
            _copies(r, articles, labels),
        )
        for r, stand in zip(finding.readings, standings(finding), strict=True)
        if r.mentions
    ]
    return sorted(columns, key=lambda c: c.who != strings.DRAFT and drafted)


def _carriers(reading: DocReading, articles: Mapping[str, DocArticle]) -> str:
    """ "3 independent sources", "the draft", "the draft and 1 source": a draft is never counted as a source."""
    drafted = any(articles[m.article].role == "draft" for m in reading.mentions)
    if not reading.mentions:
        return strings.NOBODY
    counted = (
        strings.count(reading.independent_sources, strings.HEAD["carriers"]) if reading.independent_sources else ""
    )
    return " and ".join(p for p in (strings.DRAFT if drafted else "", counted) if p)


def _stands(reading: DocReading, stand: Standing, finding: DocFinding, drafted: bool) -> str:
    if any(not r.mentions for r in finding.readings):
        return strings.STANDING["none"] if finding.rule.startswith("DRA") else ""
    if stand == "departs" and drafted and not reading.independent_sources:
        return strings.DRAFT_DEPARTS
    return strings.STANDING[stand]


def _copies(reading: DocReading, articles: Mapping[str, DocArticle], labels: Mapping[str, str]) -> list[str]:
    """Which of its articles count once, and why."""
    groups: dict[str, list[str]] = {}
    for article in dict.fromkeys(m.article for m in reading.mentions):
        if articles[article].role != "draft":
            groups.setdefault(articles[article].source_group, []).append(labels[article])
    told = [strings.COPIES.format(names=listed(names, 4)) for names in groups.values() if len(names) > 1]
    n = reading.independent_sources
    if len(groups) > n > 0:
        told.append(strings.PASSAGE.format(n=len(groups), times=strings.TIMES.get(n, f"{n} times")))
    return told


def _share(finding: DocFinding, articles: Mapping[str, DocArticle]) -> str:
    told = share(finding, articles)
    return strings.SHARE.format(share=told) if told[:1].isdigit() else told


def rules(document: Document) -> list[Rule]:
    """The rules of the findings, each once: why it matters, and what settles such a difference in general."""
    first = {f.rule: f for f in reversed(document.findings)}
    return [
        Rule(code, strings.KIND_ONE[f.kind], strings.SETTLE[f.kind], explanation(code))
        for code, f in sorted(first.items())
    ]


def _suggested(finding: DocFinding, drafted: bool) -> str:
    """What the suggestion is: whose reading, or whose list."""
    told = {r.value: s for r, s in zip(finding.readings, standings(finding), strict=True)}
    stand = told.get(finding.suggestion or "")
    if stand == "primary":
        return strings.SUGGESTED["primary"]
    if finding.rule.startswith("HOU") or (stand is None and not drafted):
        return strings.SUGGESTED["house"]
    if drafted:
        return strings.SUGGESTED["draft"]
    return strings.SUGGESTED["majority" if stand == "majority" else "tie"]


def _search_words(finding: DocFinding) -> str:
    words = [finding.id, finding.rule, finding.title, finding.subject, finding.message]
    words += [r.value for r in finding.readings]
    return one_line(" ".join(words)).casefold()


def _evidence(
    mention: DocMention,
    articles: Mapping[str, DocArticle],
    texts: Mapping[str, str],
    labels: Mapping[str, str],
    marks: Mapping[tuple[str, int, int], list[tuple[int, int]]],
) -> Evidence:
    article = articles[mention.article]
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
