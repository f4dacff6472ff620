"""What was compared, by kind: how many facts were told, met another source's, or were left alone.

In: the clusters that say which facts answer one question; a fact that meets no other has a cluster to itself. Out: one
row a kind. With a draft the draft's facts are counted: whether a source meets them is what its author wants to know.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import get_args

from crosscheck.document import Compared
from crosscheck.model import Cluster, Corpus, Fact, FindingKind, Quote
from crosscheck.report.quiet import KIND_OF, OTHERS_FACTS

KINDS: tuple[FindingKind, ...] = get_args(FindingKind)


def compared(clusters: Iterable[Cluster], corpus: Corpus) -> tuple[Compared, ...]:
    """One row for every kind, in the order of :data:`~crosscheck.model.FindingKind`; told = met + alone."""
    drafts = {a.id for a in corpus.articles.values() if a.role == "draft"}
    told: dict[FindingKind, set[str]] = {kind: set() for kind in KINDS}
    met: dict[FindingKind, set[str]] = {kind: set() for kind in KINDS}
    for cluster in clusters:
        groups: dict[FindingKind, set[str]] = {}
        for fact in cluster.facts:
            for kind in kinds_of(fact):
                groups.setdefault(kind, set()).add(corpus.groups.get(fact.article, fact.article))
        for fact in cluster.facts:
            if drafts and fact.article not in drafts:
                continue
            for kind in kinds_of(fact):
                if cluster.aspect not in OTHERS_FACTS:
                    told[kind].add(fact.id)
                if len(groups[kind]) > 1:
                    met[kind].add(fact.id)
    return tuple(_row(kind, told[kind], met[kind]) for kind in KINDS)


def kinds_of(fact: Fact) -> Iterator[FindingKind]:
    """The kinds of findings that a fact can enter: a quotation has its wording and, where it is known, its speaker."""
    yield KIND_OF[fact.kind]
    if isinstance(fact.value, Quote) and fact.value.speaker:
        yield "quote_attribution"


def _row(kind: FindingKind, told: set[str], met: set[str]) -> Compared:
    n = len(told & met)
    return Compared(kind=kind, told=len(told), met=n, alone=len(told) - n)
