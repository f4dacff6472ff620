"""From linked pairs to disputes: which facts stand against which.

In: links of one kind. Out: :class:`Dispute` values, the surest first. A pair is no dispute where one of the two
articles tells the other's value as well for the same question: it knows of both, so that they are two things or one
that changed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from crosscheck.kinds import Kind
from crosscheck.linking import Link
from crosscheck.model import Corpus, Fact
from crosscheck.settings import JudgingSettings


@dataclass
class Dispute:
    """Sides that stand against each other, each told alike by its facts; probability and reasons of the first pair."""

    sides: list[list[Fact]]
    probability: float
    why: tuple[tuple[str, float], ...]
    ids: set[str] = field(default_factory=set)


class _Linked:
    """Links looked up by fact."""

    def __init__(self, links: Sequence[Link], kind: Kind, settings: JudgingSettings) -> None:
        self.kind = kind
        self.by_fact: dict[str, list[tuple[Fact, float]]] = defaultdict(list)
        for link in links:
            if link.probability >= settings.agree_from:
                self.by_fact[link.a.id].append((link.b, link.probability))
                self.by_fact[link.b.id].append((link.a, link.probability))

    def alike(self, fact: Fact) -> list[Fact]:
        """Facts linked with this one that carry its value."""
        return [other for other, _ in self.by_fact[fact.id] if self.kind.relate(fact, other) == "same"]

    def holds(self, fact: Fact) -> list[Fact]:
        """Facts linked with this one whose value can stand beside its own."""
        return [o for o, _ in self.by_fact[fact.id] if self.kind.relate(fact, o) in ("same", "compatible")]


def disputes(links: Sequence[Link], kind: Kind, corpus: Corpus, settings: JudgingSettings) -> list[Dispute]:
    """Disputes in falling order of their surest pair."""
    linked = _Linked(links, kind, settings)
    found: list[Dispute] = []
    seen: dict[tuple[str, str], Dispute] = {}
    for link in links:
        if link.probability < settings.loud_from or not link.mutual or kind.relate(link.a, link.b) != "different":
            continue
        pair = (link.a.id, link.b.id) if link.a.id < link.b.id else (link.b.id, link.a.id)
        if pair in seen or _knows_both(link, linked):
            continue
        dispute = _grown(link, linked, kind)
        dispute.ids = {f.id for side in dispute.sides for f in side}
        twin = next((d for d in found if _one_clash(d, dispute, kind)), None)
        if twin is None:
            found.append(dispute)
            twin = dispute
        else:
            _join(twin, dispute, kind)
        for x in twin.sides[0]:
            for y in (f for side in twin.sides[1:] for f in side):
                seen[(x.id, y.id) if x.id < y.id else (y.id, x.id)] = twin
    order = {a: i for i, a in enumerate(corpus.articles)}
    for dispute in found:
        for side in dispute.sides:
            side.sort(key=lambda f: (order[f.article], f.mention.span))
    return found


def _knows_both(link: Link, linked: _Linked) -> bool:
    """True where an article of the pair tells, for the same question, what the other one says."""
    a_side = any(f.article == link.a.article for f in linked.holds(link.b))
    b_side = any(f.article == link.b.article for f in linked.holds(link.a))
    return a_side or b_side


def _grown(link: Link, linked: _Linked, kind: Kind) -> Dispute:
    """The pair with every linked fact that carries one of its values and stands against the other."""
    sides = [[link.a], [link.b]]
    for mine, other in ((0, link.b), (1, link.a)):
        lead = sides[mine][0]
        for fact in linked.alike(lead):
            if fact.article != other.article and kind.relate(fact, other) == "different" and fact not in sides[mine]:
                sides[mine].append(fact)
    return Dispute(sides=sides, probability=link.probability, why=link.why)


def _one_clash(one: Dispute, other: Dispute, kind: Kind) -> bool:
    """True where two disputes are one clash of the same two values, told by facts of which some are shared."""
    if not one.ids & other.ids:
        return False
    return all(any(_same(x, y, kind) for y in one.sides) for x in other.sides)


def _same(x: Sequence[Fact], y: Sequence[Fact], kind: Kind) -> bool:
    return kind.relate(x[0], y[0]) == "same" or bool({f.id for f in x} & {f.id for f in y})


def _join(into: Dispute, other: Dispute, kind: Kind) -> None:
    for side in other.sides:
        home = next(s for s in into.sides if _same(side, s, kind))
        for fact in side:
            if fact.id not in into.ids and all(kind.relate(fact, f) in ("same", "compatible") for f in home):
                home.append(fact)
                into.ids.add(fact.id)
