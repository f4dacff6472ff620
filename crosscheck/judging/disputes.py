"""From linked pairs to disputes: which facts stand against which.

In: links of one kind. Out: :class:`Dispute` values, the surest first. A pair is no dispute where one of the two
articles tells the other's value as well for the same question: it knows of both, so that they are two things or one
that changed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from crosscheck.kinds import Kind, Relation
from crosscheck.linking import Link
from crosscheck.model import Corpus, Fact
from crosscheck.settings import JudgingSettings

Relate = Callable[[Fact, Fact], Relation]
Linked = Mapping[str, Mapping[str, Sequence[Fact]]]
_HOLDS = ("same", "compatible")


@dataclass
class Dispute:
    """Two sides that stand against each other, each told alike by its facts; probability and reasons of the first pair.

    ``side_of`` tells the side on which a fact stands, by its id.
    """

    sides: list[list[Fact]]
    probability: float
    why: tuple[tuple[str, float], ...]
    side_of: dict[str, int] = field(default_factory=dict)

    def parts(self, a: Fact, b: Fact) -> bool:
        """True where it has the two facts on its two sides."""
        one, other = self.side_of.get(a.id), self.side_of.get(b.id)
        return one is not None and other is not None and one != other


def disputes(links: Sequence[Link], relate: Relate, corpus: Corpus, settings: JudgingSettings) -> list[Dispute]:
    """Disputes in falling order of their surest pair."""
    linked = _linked(links, settings)
    found: list[Dispute] = []
    of_fact: dict[str, list[int]] = defaultdict(list)  # indexes of the disputes in which a fact stands
    for link in links:
        a, b = link.a, link.b
        if link.probability < settings.loud_from or not link.mutual or relate(a, b) != "different":
            continue
        if any(found[i].parts(a, b) for i in of_fact[a.id]) or _knows_both(link, linked, relate):
            continue
        dispute = _grown(link, linked, relate)
        near = sorted({i for fact in dispute.side_of for i in of_fact[fact]})
        at = next((i for i in near if _one_clash(found[i], dispute, relate)), len(found))
        if at == len(found):
            found.append(dispute)
        else:
            _join(found[at], dispute, relate)
        for fact in found[at].side_of:
            if at not in of_fact[fact]:
                of_fact[fact].append(at)
    order = {article: i for i, article in enumerate(corpus.articles)}
    for dispute in found:
        for side in dispute.sides:
            side.sort(key=lambda f: (order[f.article], f.mention.span))
    return found


def _linked(links: Sequence[Link], settings: JudgingSettings) -> Linked:
    """The partners of each fact, by its id and then by their article."""
    linked: dict[str, dict[str, list[Fact]]] = defaultdict(lambda: defaultdict(list))
    for link in links:
        if link.probability >= settings.agree_from:
            linked[link.a.id][link.b.article].append(link.b)
            linked[link.b.id][link.a.article].append(link.a)
    return linked


def alike(
    links: Sequence[Link], relate: Relate, corpus: Corpus, settings: JudgingSettings
) -> list[tuple[list[Fact], float]]:
    """Facts of several articles that tell one value of one question, with the least probability that joined them.

    Groups stand in the order of their first facts, facts in that of the articles and of the text.
    """
    order = {article: i for i, article in enumerate(corpus.articles)}
    group: dict[str, list[Fact]] = {}
    least: dict[int, float] = {}
    for link in links:
        if link.probability < settings.agree_from or not link.mutual or relate(link.a, link.b) != "same":
            continue
        one, other = group.setdefault(link.a.id, [link.a]), group.setdefault(link.b.id, [link.b])
        if one is not other and len(one) < len(other):
            one, other = other, one
        if one is not other:
            least[id(one)] = min(least.get(id(one), 1.0), least.get(id(other), 1.0), link.probability)
            one += other
            group.update((fact.id, one) for fact in other)
    unique = {id(facts): facts for facts in group.values() if len(facts) > 1}
    for facts in unique.values():
        facts.sort(key=lambda f: (order[f.article], f.mention.span))
    ordered = sorted(unique.values(), key=lambda facts: (order[facts[0].article], facts[0].mention.span))
    return [(facts, least[id(facts)]) for facts in ordered]


def kept(kind: Kind) -> Relate:
    """The kind's relation, asked once a pair."""
    known: dict[tuple[str, str], Relation] = {}

    def relate(a: Fact, b: Fact) -> Relation:
        pair = a.id, b.id
        if pair not in known:
            known[pair] = kind.relate(a, b)
        return known[pair]

    return relate


def _knows_both(link: Link, linked: Linked, relate: Relate) -> bool:
    """True where an article of the pair tells, for the same question, what the other one says.

    A value that its own would agree with as well ("early on Sunday") is no knowledge of the other.
    """
    return any(
        relate(theirs, other) in _HOLDS and relate(mine, other) == "different"
        for mine, theirs in ((link.a, link.b), (link.b, link.a))
        for other in linked[theirs.id][mine.article]
    )


def _grown(link: Link, linked: Linked, relate: Relate) -> Dispute:
    """The pair with every linked fact that carries one of its values and stands against the other."""
    dispute = Dispute([[link.a], [link.b]], link.probability, link.why, {link.a.id: 0, link.b.id: 1})
    for mine, lead, other in ((0, link.a, link.b), (1, link.b, link.a)):
        for fact in (f for facts in linked[lead.id].values() for f in facts):
            if fact.id in dispute.side_of or fact.article == other.article:
                continue
            if relate(lead, fact) == "same" and relate(fact, other) == "different":
                dispute.sides[mine].append(fact)
                dispute.side_of[fact.id] = mine
    return dispute


def _one_clash(one: Dispute, other: Dispute, relate: Relate) -> bool:
    """True where two disputes that share facts are one clash of the same two values."""
    return all(any(_same(x, y, relate) for y in one.sides) for x in other.sides)


def _same(x: Sequence[Fact], y: Sequence[Fact], relate: Relate) -> bool:
    return relate(x[0], y[0]) == "same" or bool({f.id for f in x} & {f.id for f in y})


def _join(into: Dispute, other: Dispute, relate: Relate) -> None:
    for side in other.sides:
        at = next(i for i, s in enumerate(into.sides) if _same(side, s, relate))
        for fact in side:
            if fact.id not in into.side_of and all(relate(fact, f) in _HOLDS for f in into.sides[at]):
                into.sides[at].append(fact)
                into.side_of[fact.id] = at
