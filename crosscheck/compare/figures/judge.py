"""Whether the figures of one cluster contradict each other, and who stands against whom.

In: a cluster. Out: a :class:`Dispute` for each set of values that stand against each other, with its readings and how
gravely they differ.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

from crosscheck.compare.figures.groups import Group, by_value, components
from crosscheck.compare.figures.pairs import Pairs, Standing, Verdict, is_lower, measure_of
from crosscheck.compare.figures.readings import Readings
from crosscheck.compare.figures.sums import adds_up
from crosscheck.compare.figures.surroundings import Surroundings
from crosscheck.kinds.intervals import Relation, interval, is_scale_slip, point, power_of_ten, relate
from crosscheck.model import Cluster, Corpus, Fact
from crosscheck.settings import FigureSettings

_RANK: dict[str, int] = {"none": 0, "rounding": 1, "attributed": 2, "update": 3, "conflict": 4}
_THOUSANDS = frozenset({3, 6, 9})  # powers of ten by which thousand, million and billion differ


@dataclass
class Dispute:
    """Readings of one question that stand against each other; ``scale`` where they differ by a power of ten."""

    verdict: Verdict
    readings: list[list[Fact]]
    likeness: float
    scale: bool
    thousands: bool  # the scales are those of thousand, million, billion
    exact: bool


class Judge:
    """Judges the clusters of one corpus; keeps the settings of figures and what it read around them."""

    def __init__(self, corpus: Corpus, settings: FigureSettings) -> None:
        self._corpus = corpus
        self.settings = settings
        self._around = Surroundings(corpus, settings)
        self._pairs = Pairs(corpus, settings, self._around)

    def disputes(self, cluster: Cluster) -> list[Dispute]:
        """What the figures of a cluster disagree about, a dispute for each set of values that stand against each other.

        Nothing where all can be right; where nothing is in conflict, one dispute for what is worth knowing.
        """
        groups = by_value(cluster, self._corpus)
        if len(groups) < 2:
            return []
        standing = self._standing(cluster)
        relations: dict[tuple[int, int], Relation] = {}
        verdicts: dict[tuple[int, int], Verdict] = {}
        alike: dict[tuple[int, int], float] = {}
        for pair in combinations(range(len(groups)), 2):
            one, two = (groups[i] for i in pair)
            relations[pair] = self._relation(one.facts[0], two.facts[0])
            verdicts[pair], alike[pair] = self._verdict(one, two, relations[pair], standing)
        worst = max(verdicts.values(), key=lambda v: _RANK[v])
        if worst == "none":
            return []
        readings = Readings(groups, relations, self._around)
        found = []
        for pairs in components([pair for pair, v in verdicts.items() if v == worst]):
            told = readings.of(pairs, loud_only=worst == "conflict")
            if len(told) > 1:
                found.append(_dispute(worst, told, groups, pairs, max(alike[p] for p in pairs)))
        return found

    def _standing(self, cluster: Cluster) -> Standing:
        most: dict[str, float] = {}
        for fact in cluster.facts:
            told = interval(fact)
            if told is not None and measure_of(fact) == "count":
                most[fact.article] = max(most.get(fact.article, 0.0), point(told))
        sure = cluster.similarity >= self.settings.scale_from
        return Standing(past=cluster.blocking_key == "past", sure=sure, most=most)

    def _relation(self, a: Fact, b: Fact) -> Relation:
        relation = relate(a, b, self.settings)
        if relation.holds or relation.kind == "unknown":
            return relation
        if adds_up(a, b, self._corpus) or adds_up(b, a, self._corpus):
            return Relation("bounded", "sum")
        return relation

    def _verdict(self, a: Group, b: Group, relation: Relation, standing: Standing) -> tuple[Verdict, float]:
        """The gravest verdict between the figures of two values; marks those that stand in conflict."""
        if relation.kind == "rounding":
            return "rounding", 0.0
        if relation.holds and relation.kind != "bounds" or relation.kind == "unknown":
            return "none", 0.0
        worst: Verdict = "none"
        near = 0.0
        for one in self._witnesses(a):
            for two in self._witnesses(b):
                verdict, like = self._pairs.verdict(one, two, relation, (a, b), standing)
                if _RANK[verdict] > _RANK[worst]:
                    worst = verdict
                for fact, group in ((one, a), (two, b)):
                    if verdict == "conflict" and fact not in group.loud:
                        group.loud.append(fact)
                    elif verdict == "update" and fact not in group.later and not is_lower(fact, one, two):
                        group.later.append(fact)
                near = max(near, like) if verdict == "conflict" else near
        return worst, near

    def _witnesses(self, group: Group) -> list[Fact]:
        """Some facts of a value that are told in different ways, from different articles: enough to judge it by."""
        limit = self.settings.judged_facts
        if len(group.facts) <= limit:
            return group.facts
        if not group.chosen:
            seen: set[object] = set()
            later: list[Fact] = []
            for fact in group.facts:
                if len(group.chosen) == limit:
                    break
                place = self._around.setting(fact)
                telling = (place.left[:2], place.right[:2], self._around.source(fact))
                (later if telling in seen else group.chosen).append(fact)
                seen.add(telling)
            group.chosen = (group.chosen + later)[:limit]
        return group.chosen


def _dispute(
    worst: Verdict, told: list[list[Fact]], groups: list[Group], pairs: list[tuple[int, int]], alike: float
) -> Dispute:
    heads = [(groups[i].facts[0], groups[j].facts[0]) for i, j in pairs]
    return Dispute(
        verdict=worst,
        readings=told,
        likeness=alike,
        scale=any(is_scale_slip(a, b) for a, b in heads),
        thousands=not _THOUSANDS.isdisjoint(power_of_ten(a, b) for a, b in heads),
        exact=all((x := interval(f)) is not None and x.exact for pair in heads for f in pair),
    )
