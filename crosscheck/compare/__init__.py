"""Stage 5, compare: clusters in, findings out. One rule, one file, in crosscheck/compare/rules."""

from __future__ import annotations

from collections.abc import Iterable

from crosscheck.model import LEVELS, Cluster, Corpus, Finding
from crosscheck.registry import rules_for
from crosscheck.settings import Settings


def compare(clusters: Iterable[Cluster], corpus: Corpus, settings: Settings) -> list[Finding]:
    """All findings, most serious first, then by confidence, then by place; one finding an id."""
    found: dict[str, Finding] = {}
    for cluster in clusters:
        for module in rules_for(cluster.aspect):
            for finding in module.check(cluster, corpus, settings):
                kept = found.get(finding.id)
                if kept is None or finding.confidence > kept.confidence:
                    found[finding.id] = finding
    order = {article: i for i, article in enumerate(corpus.articles)}

    def place(finding: Finding) -> tuple:  # type: ignore[type-arg]
        first = min((order[f.article], f.mention.span) for r in finding.readings for f in r.facts)
        return LEVELS.index(finding.level), -finding.confidence, first, finding.rule, finding.id

    return sorted(found.values(), key=place)
