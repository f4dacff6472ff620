"""Makes findings: ids that survive a re-run, readings in a fixed order, majority first."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from crosscheck.align.sources import independent
from crosscheck.model import Cluster, Corpus, Fact, Finding, Level, Reading
from crosscheck.registry import Rule


def finding_id(rule: str, key: str, canonicals: Iterable[str]) -> str:
    """Hash of rule, subject and canonical readings, 16 hexadecimal digits; the order of readings does not matter."""
    text = "\x1f".join([rule, key, *sorted(set(canonicals))])
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def majority_first(readings: Iterable[Reading], corpus: Corpus) -> tuple[Reading, ...]:
    """Readings by falling number of independent sources; a primary document's reading stands first of all."""

    def rank(reading: Reading) -> tuple:  # type: ignore[type-arg]
        primary = any(corpus.articles[f.article].role == "primary" for f in reading.facts)
        return not primary, -independent(reading.facts, corpus), reading.canonical

    return tuple(sorted(readings, key=rank))


def favoured(readings: Sequence[Reading], corpus: Corpus) -> str | None:
    """The value that more sources carry than any other; None where no reading leads."""
    first, second = (independent(r.facts, corpus) for r in readings[:2])
    return readings[0].value if first > second else None


def make_finding(
    rule: Rule,
    cluster: Cluster,
    corpus: Corpus,
    readings: Sequence[Reading],
    *,
    message: str,
    confidence: float,
    level: Level | None = None,
    subject: str | None = None,
    verdict: str | None = None,
    suggestion: str | None = None,
) -> Finding:
    """A finding of ``rule`` on ``cluster``. Raises ValueError with fewer than two readings."""
    if len({r.canonical for r in readings}) < 2:
        raise ValueError(f"{rule.code}: a finding needs two different readings")
    ordered = majority_first(readings, corpus)
    return Finding(
        id=finding_id(rule.code, cluster.key, (r.canonical for r in ordered)),
        rule=rule.code,
        kind=rule.kind,
        level=level or rule.level,
        confidence=round(min(max(confidence, 0.0), 1.0), 3),
        subject=subject or cluster.subject,
        message=message,
        readings=ordered,
        verdict=verdict,
        suggestion=suggestion,
        inside=len({f.article for r in ordered for f in r.facts}) == 1,
        cluster=cluster.id,
    )


def sources_phrase(facts: Iterable[Fact], corpus: Corpus) -> str:
    """ "2 independent sources", "the draft", "the draft and 1 source", for messages."""
    facts = tuple(facts)
    n = independent(facts, corpus)
    counted = "1 source" if n == 1 else f"{n} independent sources"
    if any(corpus.articles[f.article].role == "draft" for f in facts):
        return f"the draft and {counted}" if n else "the draft"
    return counted
