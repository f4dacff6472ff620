"""Corrections: what each article should say instead, from the confirmed findings; as schema.org's CorrectionComment and
ClaimReview (https://schema.org/CorrectionComment, https://schema.org/ClaimReview)."""

from __future__ import annotations

from typing import Any

import msgspec
from sqlalchemy.orm import Session

from crosscheck.document import DocArticle, DocMention
from crosscheck.store import events, findings
from crosscheck.store.views import ArticleView, FindingRow, JudgementView


class Correction(msgspec.Struct, frozen=True, kw_only=True):
    """One place of one article, with what stands there and what is right. ``right`` is None where it is not settled."""

    finding: int
    rule: str
    subject: str
    article: DocArticle
    line: int
    says: str
    sentence: str
    right: str | None
    source: str | None
    judged_by: str
    judged_at: str


def corrections(session: Session, event_id: int) -> list[Correction]:
    """Of the confirmed findings that are there: every mention of a reading that is not the right one."""
    found: list[Correction] = []
    confirmed = [pair for pair in findings.of_event(session, event_id, gone=False) if pair[0].state == "confirmed"]
    articles = {a.article.id: a for a in events.articles(session, event_id)} if confirmed else {}
    for row, document in confirmed:
        standing = [j for j in findings.judgements(session, finding=row.id) if j.standing == "current"]
        decided = [j for j in standing if j.verdict == "confirmed"][-1]
        for reading in document.readings:
            if _same(reading.value, decided.reading):
                continue
            seen: set[str] = set()
            for mention in reading.mentions:
                if mention.article in articles and mention.article not in seen:
                    seen.add(mention.article)
                    article = articles[mention.article]
                    found.append(_correction(row, reading.value, mention, article, decided))
    return found


def _same(value: str, right: str | None) -> bool:
    return " ".join(value.casefold().split()) == " ".join((right or "").casefold().split())


def _correction(
    row: FindingRow, says: str, mention: DocMention, article: ArticleView, decided: JudgementView
) -> Correction:
    start, end = mention.sentence
    return Correction(
        finding=row.id,
        rule=row.rule,
        subject=row.subject,
        article=article.article,
        line=mention.line,
        says=says,
        sentence=" ".join(article.text[start:end].split()),
        right=decided.reading,
        source=decided.source,
        judged_by=decided.account,
        judged_at=decided.created,
    )


def wording(correction: Correction) -> str:
    """The correction in a sentence for readers."""
    said = f"An earlier version of this article said \u201c{correction.says}\u201d ({correction.subject})."
    right = f" Correct is \u201c{correction.right}\u201d." if correction.right else ""
    return said + right


def json_ld(settled: list[Correction]) -> dict[str, Any]:
    """A JSON-LD graph: an article with its correction, and a review of the claim, for each settled correction."""
    graph: list[dict[str, Any]] = []
    for correction in settled:
        if correction.right is not None:
            graph += [_comment(correction), _review(correction)]
    return {"@context": "https://schema.org", "@graph": graph}


def _article(article: DocArticle) -> dict[str, Any]:
    node: dict[str, Any] = {"@type": "NewsArticle", "headline": article.title}
    if article.url:
        node |= {"@id": article.url, "url": article.url}
    if article.published:
        node["datePublished"] = article.published
    if article.publisher:
        node["publisher"] = {"@type": "Organization", "name": article.publisher}
    return node


def _comment(correction: Correction) -> dict[str, Any]:
    comment = {"@type": "CorrectionComment", "text": wording(correction), "datePublished": correction.judged_at}
    return _article(correction.article) | {"correction": comment}


def _review(correction: Correction) -> dict[str, Any]:
    claim: dict[str, Any] = {"@type": "Claim", "appearance": _article(correction.article)}
    if correction.article.publisher:
        claim["author"] = {"@type": "Organization", "name": correction.article.publisher}
    review: dict[str, Any] = {
        "@type": "ClaimReview",
        "claimReviewed": correction.sentence,
        "datePublished": correction.judged_at,
        "author": {"@type": "Person", "name": correction.judged_by},
        "itemReviewed": claim,
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": 1,
            "bestRating": 5,
            "worstRating": 1,
            "alternateName": f"Departs from: {correction.right}",
        },
    }
    if correction.source:
        review["citation"] = correction.source
    return review
