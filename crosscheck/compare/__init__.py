"""Stage 5, compare: clusters in, findings out. One rule, one file, in crosscheck/compare/rules.

A rule that cannot judge from one cluster (what the draft alone says, the house list) has, beside ``check``, a
``check_corpus(clusters, corpus, settings)`` that is called once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from types import ModuleType

import msgspec

from crosscheck import guard, registry  # its `rules` would be hidden by the subpackage of that name
from crosscheck.align.quotes import utterance
from crosscheck.compare import figures, restated
from crosscheck.compare.certainty import Certainty, stood_out
from crosscheck.compare.confidence import backed, calibrated
from crosscheck.compare.reasons import explained
from crosscheck.compare.repeats import without_repeats
from crosscheck.compare.witnesses import Witnesses
from crosscheck.judging import clashes
from crosscheck.model import LEVELS, Cluster, Corpus, Finding, Span
from crosscheck.settings import Settings


def compare(clusters: Iterable[Cluster], corpus: Corpus, settings: Settings) -> list[Finding]:
    """All findings, in order; one finding an id."""
    found: dict[str, Finding] = {}
    certainty = Certainty(corpus, settings)

    clusters = list(clusters)
    witnesses = Witnesses(corpus, certainty.contexts, settings)
    of = {c.id: c for c in clusters}

    def weighed(told: Finding) -> Finding:
        if not certainty.concerns(told):
            if told.level != "note" and restated.loosely_spoken(told, corpus):
                told = msgspec.structs.replace(told, level="note")
            return backed(calibrated(told, settings.confidence), corpus, settings)
        finding = certainty.weighed(told, partial(witnesses.others, told))
        if finding.level != "note" and restated.followed(finding, corpus, settings):
            return msgspec.structs.replace(finding, level="note")
        return (
            finding if finding.level == "note" or told.cluster not in of else witnesses.heard(finding, of[told.cluster])
        )

    for told in raised(clusters, corpus, settings):
        finding = guard.guarded(f"weighing a finding of {told.rule}", partial(weighed, told), otherwise=told)
        if finding.level == "note" and stood_out(finding):
            continue  # a pair that is not sure enough is no news
        kept = found.get(finding.id)
        if kept is None or finding.confidence > kept.confidence:
            found[finding.id] = finding
    figures.forget()
    utterance.forget()
    restated.forget()
    clashes.forget()
    known = {c.id: c.why for c in clusters}

    def reasoned(told: Finding) -> Finding:
        part = f"saying why the facts of a finding of {told.rule} are one question"
        why = partial(explained, told, known.get(told.cluster, ()), certainty.contexts, settings)
        return guard.guarded(part, why, otherwise=told)

    def heard(told: Finding) -> Finding:
        if told.level == "note" or told.cluster not in of or not certainty.concerns(told):
            return told
        part = f"finding who else tells the values of {told.rule}"
        return guard.guarded(part, partial(witnesses.heard, told, of[told.cluster]), otherwise=told)

    return in_order(map(reasoned, map(heard, without_repeats(found.values()))), corpus)


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
