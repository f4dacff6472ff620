"""Whether the figures of one cluster contradict each other, and who stands against whom.

In: a cluster. Out: at most one :class:`Dispute`: the readings that stand against each other, and how gravely. Figures
are grouped by value first, so that a cluster costs by its different values, not by its articles.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from itertools import combinations
from typing import Literal

from crosscheck.compare.figures.intervals import Relation, interval, is_scale_slip, point, power_of_ten, relate
from crosscheck.compare.figures.sums import adds_up
from crosscheck.compare.figures.telling import estimated, growing, listed, marked, order, risen, so_far, years_between
from crosscheck.credit import same_source, source_of
from crosscheck.likeness import Setting, likeness, setting
from crosscheck.model import Cluster, Corpus, Fact, Quantity
from crosscheck.settings import FigureSettings

Verdict = Literal["conflict", "update", "attributed", "rounding", "none"]
_RANK: dict[str, int] = {"none": 0, "rounding": 1, "attributed": 2, "update": 3, "conflict": 4}


@dataclass
class Group:
    """Facts of one value."""

    facts: list[Fact]
    articles: set[str] = field(default_factory=set)
    loud: list[Fact] = field(default_factory=list)
    chosen: list[Fact] = field(default_factory=list)
    later: list[Fact] = field(default_factory=list)  # an update of some other value


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
    """Judges the clusters of one corpus; keeps the settings of figures and their sources."""

    def __init__(self, corpus: Corpus, settings: FigureSettings) -> None:
        self._corpus = corpus
        self.settings = settings
        self._places: dict[str, Setting] = {}
        self._sources: dict[str, str] = {}
        self._revised: dict[str, bool] = {}
        self._most: dict[str, float] = {}  # the highest count of the cluster in hand, by article

    def disputes(self, cluster: Cluster) -> list[Dispute]:
        """What the figures of a cluster disagree about, a dispute for each set of values that stand against each other.

        Nothing where all can be right; where nothing is in conflict, one dispute for what is worth knowing.
        """
        groups = self._groups(cluster)
        if len(groups) < 2:
            return []
        self._most = {}
        for fact in cluster.facts:
            told = interval(fact)
            if told is not None and _measure(fact) == "count":
                self._most[fact.article] = max(self._most.get(fact.article, 0.0), point(told))
        relations = {}
        verdicts: dict[tuple[int, int], Verdict] = {}
        alike: dict[tuple[int, int], float] = {}
        for pair in combinations(range(len(groups)), 2):
            one, two = (groups[i] for i in pair)
            relations[pair] = self._relation(one.facts[0], two.facts[0])
            verdicts[pair], alike[pair] = self._verdict(one, two, relations[pair], cluster)
        worst = max(verdicts.values(), key=lambda v: _RANK[v])
        if worst == "none":
            return []
        chosen = [pair for pair, v in verdicts.items() if v == worst]
        found = []
        for pairs in _components(chosen):
            readings = self._readings(groups, relations, pairs, loud_only=worst == "conflict")
            if len(readings) < 2:
                continue
            first = [groups[i].facts[0] for pair in pairs for i in pair]
            scale = any(is_scale_slip(groups[i].facts[0], groups[j].facts[0]) for i, j in pairs)
            exact = all((x := interval(f)) is not None and x.exact for f in first)
            powers = {power_of_ten(groups[i].facts[0], groups[j].facts[0]) for i, j in pairs}
            alikeness = max(alike[p] for p in pairs)
            found.append(Dispute(worst, readings, alikeness, scale, bool(powers & {3, 6, 9}), exact))
        return found

    def _groups(self, cluster: Cluster) -> list[Group]:
        by_value: dict[object, Group] = {}
        bounds = {
            (f.article, told.low): told
            for f in cluster.facts
            if (told := interval(f)) is not None and math.isinf(told.high)
        }
        for fact in cluster.facts:
            told = interval(fact)
            if told is None:
                continue
            if told.exact and self._corpus.sentence(fact).headline:
                told = bounds.get((fact.article, told.low), told)  # a headline drops the "at least" of its story
            key = (told.low, told.high, told.unit, told.strict, told.about)
            group = by_value.setdefault(key, Group([]))
            group.facts.append(fact)
            group.articles.add(fact.article)
        return list(by_value.values())

    def _relation(self, a: Fact, b: Fact) -> Relation:
        relation = relate(a, b, self.settings)
        if relation.holds or relation.kind == "unknown":
            return relation
        if adds_up(a, b, self._corpus) or adds_up(b, a, self._corpus):
            return Relation("bounded", "sum")
        return relation

    def _verdict(self, a: Group, b: Group, relation: Relation, cluster: Cluster) -> tuple[Verdict, float]:
        """The gravest verdict between the figures of two values; marks those that stand in conflict."""
        if relation.kind == "rounding":
            return "rounding", 0.0
        if relation.holds and relation.kind != "bounds" or relation.kind == "unknown":
            return "none", 0.0
        worst: Verdict = "none"
        near = 0.0
        past, sure = cluster.blocking_key == "past", cluster.similarity >= self.settings.scale_from
        for one in self._witnesses(a):
            for two in self._witnesses(b):
                verdict, like = self._pair(one, two, relation, a, b, past=past, sure=sure)
                if _RANK[verdict] > _RANK[worst]:
                    worst = verdict
                for fact, group in ((one, a), (two, b)):
                    if verdict == "conflict" and fact not in group.loud:
                        group.loud.append(fact)
                    elif verdict == "update" and fact not in group.later and not self._is_lower(fact, one, two):
                        group.later.append(fact)
                near = max(near, like) if verdict == "conflict" else near
        return worst, near

    @staticmethod
    def _is_lower(fact: Fact, one: Fact, two: Fact) -> bool:
        """True for the lower side of an update: others may still stand by it, when the higher one is in dispute."""
        first, second = interval(one), interval(two)
        if first is None or second is None:
            return False
        return fact is (one if point(first) < point(second) else two)

    def _witnesses(self, group: Group) -> list[Fact]:
        """Some facts of a value that are told in different ways, from different articles: enough to judge it by."""
        limit = self.settings.judged_facts
        if len(group.facts) <= limit:
            return group.facts
        if not group.chosen:
            seen: set[object] = set()
            later: list[Fact] = []
            for fact in group.facts:
                place = self._setting(fact)
                telling = (place.left[:2], place.right[:2], self._source(fact))
                (later if telling in seen else group.chosen).append(fact)
                seen.add(telling)
            group.chosen = (group.chosen + later)[:limit]
        return group.chosen

    def _pair(
        self, one: Fact, two: Fact, relation: Relation, a: Group, b: Group, *, past: bool, sure: bool
    ) -> tuple[Verdict, float]:
        like = likeness(self._setting(one), self._setting(two))
        near = like >= self.settings.copied
        inside = one.article == two.article
        if relation.kind == "bounds" and (inside or not (near or self._far_bounds(one, two, sure))):
            return "none", like
        credit = self._credit(one, two)
        if inside and not (_converts(one, two) or self._twice_told(one, two, near) or sure and self._tabled(one, two)):
            return "attributed" if credit is False else "none", like
        far = self._too_far(one, two) and not _one_question(one, two)
        if not near and (far or self._is_part(one, a, b) or self._is_part(two, b, a)):
            return "none", like
        if not inside and not near:
            knows = two.article in a.articles or one.article in b.articles
            if knows and credit is not True:
                return ("attributed" if credit is False else "none"), like
        if credit is False and (not near or _measure(one) == "magnitude"):
            return "attributed", like
        if self._is_revised(one, two):
            return "update", like
        if self._birthday(one, two):
            return "update", like
        frozen = like > self.settings.same_sentence and not (self._is_news(one) and self._is_news(two))
        if frozen or past or inside or not (growing(one) and growing(two)):
            return "conflict", like
        if self._is_update(one, two):
            return "update", like
        if relation.kind == "apart" and not near and not self._at_once(one, two):
            return "none", like
        return "conflict", like

    def _credit(self, one: Fact, two: Fact) -> bool | None:
        """Whether two figures are credited to one body; two bodies explain a difference of estimates only."""
        same = same_source(self._source(one), self._source(two))
        if same is False and not (estimated(one, self._corpus) or estimated(two, self._corpus)):
            return None
        return same

    def _twice_told(self, one: Fact, two: Fact, near: bool) -> bool:
        """True where one article tells one thing in its headline or lede, and again below."""
        headlines = self._corpus.sentence(one).headline or self._corpus.sentence(two).headline
        return headlines or near and self._is_news(one) != self._is_news(two)

    def _tabled(self, one: Fact, two: Fact) -> bool:
        """True where the table of an article says one thing and its text another."""
        return listed(one, self._corpus) != listed(two, self._corpus)

    def _too_far(self, one: Fact, two: Fact) -> bool:
        first, second = interval(one), interval(two)
        if first is None or second is None or _measure(one) != "count" or growing(one) and growing(two):
            return False
        low, high = sorted((point(first), point(second)))
        return low > 0 and high > self.settings.far_factor * low

    def _is_part(self, fact: Fact, group: Group, other: Group) -> bool:
        """True for the lower of two values where its article tells a higher one too: a part beside its whole."""
        mine, theirs = interval(group.facts[0]), interval(other.facts[0])
        if mine is None or theirs is None or point(mine) >= point(theirs):
            return False
        return self._most.get(fact.article, 0.0) > point(mine)

    def _far_bounds(self, one: Fact, two: Fact, sure: bool) -> bool:
        """True for "at least 48" beside "at least 70" of what is surely one count."""
        first, second = interval(one), interval(two)
        if not sure or first is None or second is None:
            return False
        low, high = sorted((first.low, second.low))
        return low > 0 and high >= self.settings.bounds_apart * low

    def _birthday(self, one: Fact, two: Fact) -> bool:
        """True for two ages of one person that the days between the articles explain."""
        if _measure(one) != "age":
            return False
        years = years_between(one, two, self._corpus)
        first, second = interval(one), interval(two)
        if first is None or second is None:
            return False
        if years is None:  # one of two articles without a date may be a year younger
            dated = [bool(self._corpus.articles[f.article].published) for f in (one, two)]
            return dated[0] != dated[1] and abs(second.low - first.low) == 1
        gap = second.low - first.low
        return gap != 0 and math.floor(years) <= gap <= math.ceil(years) and abs(years) >= self.settings.birthday_years

    def _is_news(self, fact: Fact) -> bool:
        """True in the lede, which editions bring up to date; the sentences further down they copy."""
        sentence = self._corpus.sentence(fact)
        return not fact.mention.quoted and (sentence.headline or fact.mention.sentence < self.settings.lede_sentences)

    def _at_once(self, one: Fact, two: Fact) -> bool:
        return order(one, two, self._corpus, self.settings) == "together"

    def _is_update(self, one: Fact, two: Fact) -> bool:
        first, second = interval(one), interval(two)
        if first is None or second is None:
            return False
        low, high = (one, two) if first.low < second.low or first.high < second.high else (two, one)
        when = order(low, high, self._corpus, self.settings)
        return when == "before" or (when == "unknown" and so_far(low, self._corpus))

    def _readings(
        self,
        groups: list[Group],
        relations: dict[tuple[int, int], Relation],
        chosen: list[tuple[int, int]],
        *,
        loud_only: bool,
    ) -> list[list[Fact]]:
        """Values in dispute, each with those that mean the same; bounds join the one reading that they allow."""
        against: dict[int, set[int]] = {}
        for i, j in chosen:
            against.setdefault(i, set()).add(j)
            against.setdefault(j, set()).add(i)

        def holds(i: int, j: int) -> bool:
            return relations[min(i, j), max(i, j)].holds

        readings: list[list[int]] = []
        for i in sorted(against, key=lambda g: (-len(groups[g].facts), g)):
            home = [r for r in readings if all(holds(i, k) and k not in against[i] for k in r)]
            if len(home) == 1 and against[i] <= set().union(*(against[k] for k in home[0])):
                home[0].append(i)
            else:
                readings.append([i])
        for i in range(len(groups)):
            home = [r for r in readings if i not in against and holds(i, r[0])]
            home = [r for r in home if not self._bound_of_other(groups[i], groups[r[0]])] or home
            if len(home) == 1 and not (
                growing(groups[i].facts[0]) and self._bound_of_other(groups[i], groups[home[0][0]])
            ):
                home[0].append(i)
        return [self._facts(groups, reading, against, loud_only) for reading in readings]

    def _bound_of_other(self, a: Group, b: Group) -> bool:
        """True for "at least three" beside 11: an earlier state of a count, and no witness for it."""
        one, two = interval(a.facts[0]), interval(b.facts[0])
        if one is None or two is None:
            return True
        return (math.isinf(one.high) or math.isinf(two.high)) and one.low != two.low

    def _facts(
        self, groups: list[Group], reading: list[int], against: dict[int, set[int]], loud_only: bool
    ) -> list[Fact]:
        """The facts of a reading: those in conflict first, then those that merely carry its value."""
        loud = [f for i in reading for f in groups[i].loud]
        if not loud_only:
            return [f for i in reading for f in groups[i].facts]
        rivals = {f.article for i, g in enumerate(groups) if i not in reading for f in g.loud}
        credited = {self._source(f) for f in loud}
        later = [f for i in reading for f in groups[i].later]
        quiet = [
            f for i in reading for f in groups[i].facts if f not in loud and f not in later and f.article not in rivals
        ]
        return loud + [f for f in quiet if not self._source(f) or self._credit_fits(self._source(f), credited)]

    def _credit_fits(self, source: str, credited: set[str]) -> bool:
        return any(same_source(source, c) is not False for c in credited)

    def _is_revised(self, one: Fact, two: Fact) -> bool:
        """True where a text says that its number is being revised; one that "rose to 13" does not explain 16."""
        if not growing(one) and order(one, two, self._corpus, self.settings) in ("together", "unknown"):
            return any(marked(f, self._corpus, moved=False) for f in (one, two))
        low, high = (two, one) if self._is_lower(two, one, two) else (one, two)
        return self._marked(high) or self._marked(low) and not risen(low, self._corpus)

    def _marked(self, fact: Fact) -> bool:
        if fact.id not in self._revised:
            self._revised[fact.id] = marked(fact, self._corpus)
        return self._revised[fact.id]

    def _setting(self, fact: Fact) -> Setting:
        if fact.id not in self._places:
            self._places[fact.id] = setting(fact, self._corpus, self.settings.context_words)
        return self._places[fact.id]

    def _source(self, fact: Fact) -> str:
        if fact.id not in self._sources:
            self._sources[fact.id] = source_of(fact, self._corpus)
        return self._sources[fact.id]


def _one_question(a: Fact, b: Fact) -> bool:
    """True for two scales of one figure by its digits, where the words name one question."""
    name = a.mention.attrs.get("attribute")
    return bool(name) and name == b.mention.attrs.get("attribute") and power_of_ten(a, b) > 0


def _measure(fact: Fact) -> str:
    return fact.value.measure if isinstance(fact.value, Quantity) else ""


def _converts(a: Fact, b: Fact) -> bool:
    """True where one figure is the other in another unit, in brackets behind it."""
    spans = {f"{f.mention.span.start}-{f.mention.span.end}" for f in (a, b)}
    return any(f.mention.attrs.get("converts") in spans for f in (a, b))


def _components(pairs: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
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
