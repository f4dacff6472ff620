"""Findings of a cluster whose sides judging has told: one reading a side."""

from __future__ import annotations

from collections.abc import Iterable

from crosscheck.compare.dates import sentence_case
from crosscheck.compare.findings import make_finding, sources_phrase
from crosscheck.kinds.values import canonical, display
from crosscheck.model import Cluster, Corpus, Finding, Reading
from crosscheck.registry import Rule


def disputed(rule: Rule, cluster: Cluster, corpus: Corpus, *, verdict: str) -> Iterable[Finding]:
    """At most one finding, with a reading for each side."""
    facts = {f.id: f for f in cluster.facts}
    found = []
    for side in cluster.sides:
        told = tuple(facts[i] for i in side)
        value = f"{canonical(told[0])} {display(told[0])}".casefold()
        found.append(Reading(value=display(told[0]), canonical=value, facts=told))
    if len({r.canonical for r in found}) < 2:
        return
    words = [f"“{r.value}” by {sources_phrase(r.facts, corpus)}" for r in found]
    yield make_finding(
        rule,
        cluster,
        corpus,
        found,
        message=f"{sentence_case(cluster.subject)} is told as {', as '.join(words[:-1])} and as {words[-1]}.",
        verdict=verdict,
        confidence=cluster.similarity,
    )
