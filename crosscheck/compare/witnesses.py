"""Who else tells a value that is in dispute: a finding names every source of its readings, not the pair that raised it.

In: a loud finding on a figure, date or place, and its cluster. Out: the finding as its rule tells it of the cluster and
of the facts elsewhere that carry one of its values and answer its question. An article that tells another value of the
finding stays on the side where it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator

import msgspec

from crosscheck import registry
from crosscheck.judging.clashes import kinds_of
from crosscheck.kinds.values import canonical
from crosscheck.linking.context import Contexts
from crosscheck.linking.signs import shared_weight
from crosscheck.model import Cluster, Corpus, Fact, Finding, Reading, When
from crosscheck.settings import Settings


class Witnesses:
    """Finds the other sources of the values of one corpus; ``contexts`` are made when the first is asked for."""

    def __init__(self, corpus: Corpus, contexts: Callable[[], Contexts], settings: Settings) -> None:
        self._corpus, self._contexts, self._settings = corpus, contexts, settings
        self._kinds = kinds_of(settings)
        self._order = {article: i for i, article in enumerate(corpus.articles)}
        self._told: dict[tuple[str, str], list[Fact]] = defaultdict(list)
        self._faces: dict[tuple[Hashable, ...], int] = {}
        self._face_of: dict[str, int] = {}
        self._agreed: dict[tuple[int, int], bool] = {}
        self._alike: dict[tuple[str, str], list[list[Fact]]] = {}
        for kind in self._kinds:
            for fact in corpus.facts(kind):
                if corpus.articles[fact.article].role != "draft":  # no witness, and no party to its sources' disputes
                    self._told[kind, canonical(fact)].append(fact)

    def heard(self, finding: Finding, cluster: Cluster) -> Finding:
        """The finding with every source of its readings; itself where there are no others."""
        more = self.others(finding)
        if not any(more):
            return finding
        wider = self._wider(cluster, finding, more)
        for module in registry.rules_for(cluster.aspect):
            if module.RULE.code != finding.rule:
                continue
            found: Iterable[Finding] = module.check(wider, self._corpus, self._settings)
            for told in found:
                if told.id == finding.id and _keeps(told, finding):
                    return msgspec.structs.replace(told, confidence=finding.confidence, level=finding.level)
        return finding

    def others(self, finding: Finding) -> list[list[Fact]]:
        """For each reading the facts elsewhere that carry a value of it and answer its question."""
        return [list(self._others(r, finding)) for r in finding.readings]

    def _others(self, reading: Reading, finding: Finding) -> Iterator[Fact]:
        """Facts elsewhere with a value of the reading, of its question; none of an article that tells another value."""
        known = {f.id for r in finding.readings for f in r.facts}
        rivals = {f.article for r in finding.readings if r is not reading for f in r.facts}
        asked: set[tuple[str, int]] = set()
        for fact in reading.facts:
            if isinstance(fact.value, When) and fact.value.granularity == "part":
                continue  # "Monday evening" is told of much that happens on one
            if fact.kind not in self._kinds or (canonical(fact), self._face(fact)) in asked:
                continue  # one told in the same words was asked about the same others
            asked.add((canonical(fact), self._face(fact)))
            for group in self._groups(fact):
                found = [o for o in group if o.id not in known and o.article not in rivals]
                if found and self._one_question(fact, found[0]):
                    known.update(o.id for o in found)
                    yield from found

    def _groups(self, fact: Fact) -> list[list[Fact]]:
        """The facts with the value of a fact, those together that are told in the same words."""
        value = fact.kind, canonical(fact)
        if value not in self._alike:
            groups: dict[int, list[Fact]] = defaultdict(list)
            for other in self._told.get(value, ()):
                groups[self._face(other)].append(other)
            self._alike[value] = list(groups.values())
        return self._alike[value]

    def _face(self, fact: Fact) -> int:
        """A number for all by which a fact is held against others here: facts of one event repeat each other."""
        known = self._face_of.get(fact.id)
        if known is None:
            context = self._contexts().plain(fact)
            face = (fact.kind, self._kinds[fact.kind].held(fact), context.clause, context.told)
            known = self._face_of[fact.id] = self._faces.setdefault(face, len(self._faces))
        return known

    def _one_question(self, fact: Fact, other: Fact) -> bool:
        pair = self._face(fact), self._face(other)
        if pair not in self._agreed:
            self._agreed[pair] = self._are_one(fact, other)
        return self._agreed[pair]

    def _are_one(self, fact: Fact, other: Fact) -> bool:
        if not self._kinds[fact.kind].comparable(fact, other):
            return False
        limits, contexts = self._settings.certainty, self._contexts()
        one, two = contexts.plain(fact), contexts.plain(other)
        clause = shared_weight(one.clause, two.clause, contexts.weigh) or 0.0
        told = shared_weight(one.told, two.told, contexts.weigh) or 0.0
        return clause >= limits.heard_clause or told >= limits.heard_sentence

    def _wider(self, cluster: Cluster, finding: Finding, more: list[list[Fact]]) -> Cluster:
        facts = {f.id: f for f in (*cluster.facts, *(f for side in more for f in side))}
        sides = [list(side) for side in cluster.sides]
        for reading, others in zip(finding.readings, more, strict=True):
            mine = {f.id for f in reading.facts}
            for side in sides:
                if mine & set(side):
                    side += [f.id for f in others]
                    break
        ordered = sorted(facts.values(), key=lambda f: (self._order[f.article], f.mention.span))
        return msgspec.structs.replace(cluster, facts=tuple(ordered), sides=tuple(map(tuple, sides)))


def _keeps(wider: Finding, finding: Finding) -> bool:
    """True where every fact of the finding is told for the same value as before."""
    side = {f.id: r.canonical for r in wider.readings for f in r.facts}
    return all(side.get(f.id) == r.canonical for r in finding.readings for f in r.facts)
