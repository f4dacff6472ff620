"""Stage 5, compare: clusters in, findings out. One rule, one file, in crosscheck/compare/rules.

A rule that cannot judge from one cluster (what the draft alone says, the house list) has, beside ``check``, a
``check_corpus(clusters, corpus, settings)`` that is called once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from types import ModuleType

from crosscheck import guard, registry  # its `rules` would be hidden by the subpackage of that name
from crosscheck.align.quotes import utterance
from crosscheck.compare import figures, restated
from crosscheck.compare.certainty import stood_out
from crosscheck.compare.repeats import without_repeats
from crosscheck.compare.weigher import Weigher
from crosscheck.judging import clashes
from crosscheck.model import LEVELS, Cluster, Corpus, Finding, Span
from crosscheck.settings import Settings


def compare(clusters: Iterable[Cluster], corpus: Corpus, settings: Settings) -> list[Finding]:
    """All findings, in order; one finding an id."""
    clusters = list(clusters)
    weigher = Weigher(clusters, corpus, settings)
    found: dict[str, Finding] = {}
    for told in raised(clusters, corpus, settings):
        finding = guard.guarded(f"weighing a finding of {told.rule}", partial(weigher.weighed, told), otherwise=told)
        if finding.level == "note" and stood_out(finding):
            continue  # a pair that is not sure enough is no news
        kept = found.get(finding.id)
        if kept is None or finding.confidence > kept.confidence:
            found[finding.id] = finding
    figures.forget()
    utterance.forget()
    restated.forget()
    clashes.forget()
    return in_order(map(weigher.reasoned, map(weigher.heard, without_repeats(found.values()))), corpus)


def in_order(findings: Iterable[Finding], corpus: Corpus) -> list[Finding]:
    """Most serious first, then by confidence, then by place."""
    order = {article: i for i, article in enumerate(corpus.articles)}

    def place(finding: Finding) -> tuple:  # type: ignore[type-arg]
        first = min(
            ((order[f.article], f.mention.span) for r in finding.readings for f in r.facts), default=(0, Span(0, 0))
        )
        return LEVELS.index(finding.level), -finding.confidence, first, finding.rule, finding.id

    return sorted(findings, key=place)


def raised(clusters: list[Cluster], corpus: Corpus, settings: Settings) -> Iterator[Finding]:
    """What the rules raise, as they say it: neither weighed nor in order."""
    for cluster in clusters:
        for module in registry.rules_for(cluster.aspect):
            yield from _guarded(module, partial(module.check, cluster, corpus, settings))
    for module in registry.rules():
        if hasattr(module, "check_corpus"):
            yield from _guarded(module, partial(module.check_corpus, clusters, corpus, settings))


def _guarded(module: ModuleType, check: Callable[[], Iterable[Finding]]) -> list[Finding]:
    return guard.guarded_each(f"rule {module.RULE.code}", check)
