"""The figures of one cluster by value, so that a cluster costs by its different values and not by its articles.

In: a cluster. Out: a :class:`Group` for each value, in the order in which they are first told.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from crosscheck.kinds.intervals import interval, point
from crosscheck.model import Cluster, Corpus, Fact


@dataclass
class Group:
    """Facts of one value; ``told`` is the number of the first."""

    told: float
    facts: list[Fact] = field(default_factory=list)
    articles: set[str] = field(default_factory=set)
    loud: list[Fact] = field(default_factory=list)
    chosen: list[Fact] = field(default_factory=list)
    later: list[Fact] = field(default_factory=list)  # an update of some other value


def by_value(cluster: Cluster, corpus: Corpus) -> list[Group]:
    """Groups of the figures of a cluster; what holds no number is left out."""
    found: dict[object, Group] = {}
    read = [(fact, told) for fact in cluster.facts if (told := interval(fact)) is not None]
    bounds = {(fact.article, told.low): told for fact, told in read if math.isinf(told.high)}
    for fact, own in read:
        told = own
        if told.exact and corpus.sentence(fact).headline:
            told = bounds.get((fact.article, told.low), told)  # a headline drops the "at least" of its story
        key = (told.low, told.high, told.unit, told.strict, told.about)
        group = found.get(key)
        if group is None:
            group = found[key] = Group(point(own))
        group.facts.append(fact)
        group.articles.add(fact.article)
    return list(found.values())


def components(pairs: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Pairs sorted into sets that hang together."""
    home: dict[int, int] = {}

    def find(i: int) -> int:
        while home.setdefault(i, i) != i:
            i = home[i]
        return i

    for i, j in pairs:
        home[max(find(i), find(j))] = min(find(i), find(j))
    found: dict[int, list[tuple[int, int]]] = {}
    for pair in pairs:
        found.setdefault(find(pair[0]), []).append(pair)
    return [found[k] for k in sorted(found)]
