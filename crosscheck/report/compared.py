"""What was compared, by kind: how many facts were told, met another source's, or were left alone.

In: the clusters that say which facts answer one question; a fact that meets no other has a cluster to itself. Out: one
row a kind. With a draft the draft's facts are counted: whether a source meets them is what its author wants to know.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from crosscheck.document import Compared
from crosscheck.model import Cluster, Corpus, Fact, FindingKind, Quote
from crosscheck.report.quiet import KIND_OF, OTHERS_FACTS, Row

KINDS: tuple[FindingKind, ...] = get_args(FindingKind)


def compared(clusters: Iterable[Cluster], single: Iterable[Row], corpus: Corpus) -> tuple[Compared, ...]:
    """One row for every kind, in the order of :data:`~crosscheck.model.FindingKind`; told = met + alone.

    ``single`` are the rows of what one source only tells: these facts are alone, so that the list and its count agree.
    Who said a quotation has no list; there a fact is alone where no other source is asked the same.
    """
    drafts = {a.id for a in corpus.articles.values() if a.role == "draft"}
    told: dict[FindingKind, set[str]] = {kind: set() for kind in KINDS}
    alone: dict[FindingKind, set[str]] = {kind: set() for kind in KINDS}
    for row in single:
        alone[row.kind].update(f.id for f in row.facts)
    said: set[str] = set()  # quotations whose speaker is told by two sources
    for cluster in clusters:
        speaking = [f for f in cluster.facts if _spoken(f)]
        if len({corpus.groups.get(f.article, f.article) for f in speaking}) > 1:
            said.update(f.id for f in speaking)
        if cluster.aspect in OTHERS_FACTS:
            continue
        for fact in cluster.facts:
            if not drafts or fact.article in drafts:
                told[KIND_OF[fact.kind]].add(fact.id)
                if _spoken(fact):
                    told["quote_attribution"].add(fact.id)
    alone["quote_attribution"] = told["quote_attribution"] - said
    return tuple(_row(kind, told[kind], alone[kind]) for kind in KINDS)


def _spoken(fact: Fact) -> bool:
    """True for a quotation whose speaker is known."""
    return isinstance(fact.value, Quote) and bool(fact.value.speaker)


def _row(kind: FindingKind, told: set[str], alone: set[str]) -> Compared:
    n = len(told & alone)
    return Compared(kind=kind, told=len(told), met=len(told) - n, alone=n)
