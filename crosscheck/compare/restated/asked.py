"""The facts of one kind that a draft and its sources tell, and whether the draft may rightly have its value.

In: settings of facts on either side, with the chances that they stand in one slot. Out: groups of the sources' facts by
value, and yes or no to three questions: does the draft tell the other value beside this one, does it tell it elsewhere,
or does it follow another source?
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import msgspec

from crosscheck.compare.restated.slips import is_turned
from crosscheck.compare.restated.slots import HOLDS, Slots, number_of_one
from crosscheck.compare.restated.standing import Setting, value_of
from crosscheck.model import Fact


class Group(msgspec.Struct, frozen=True):
    """Facts of the sources that carry one value, with how surely each stands in the slot of one fact of the draft."""

    facts: tuple[Fact, ...]
    chances: tuple[float, ...]

    @property
    def chance(self) -> float:
        """That of the surest."""
        return self.chances[0]


@dataclass
class Asked:
    """The facts of one kind that are asked about; ``near`` and ``chances`` by index of the draft's."""

    slots: Slots
    mine: list[Setting]
    theirs: list[Setting]
    near: list[list[int]]
    carried: list[bool]  # a source has the value, in this slot or in another
    chances: list[dict[int, float]] = field(default_factory=list)

    def beside(self, i: int, best: Group) -> bool:
        """True where the draft's sentence has the sources' value too: "142,000 dollars, of which 10,000 go"."""
        told = best.facts[0]
        return any(self.slots.relate(o, told) in HOLDS or number_of_one(o, told) for o in self._others(i, one=True))

    def elsewhere(self, i: int, best: Group) -> bool:
        """True where the draft tells the sources' value in another sentence: it has taken nothing for it."""
        return any(self.slots.relate(o, best.facts[0]) == "same" for o in self._others(i, one=False))

    def follows(self, i: int, chances: Mapping[int, float], others: Sequence[Fact]) -> bool:
        """True where fact ``i`` of the draft has its value from a source, whatever ``others`` tell.

        That is where a source with the value stands in its slot as surely as any of the others, or where the sentence
        has the value of one of them too: "25,000 of the fine is struck, leaving 15,000".
        """
        here = self._others(i, one=True)
        if any(self.slots.relate(h, o) == "same" or number_of_one(h, o) for h in here for o in others):
            return True
        told = {o.id for o in others}
        if self.carried[i] and told.isdisjoint(b.fact.id for b in self.theirs):
            return True  # what stands against it is no figure by itself: "one metre" of "one metre forty"
        groups = grouped(chances, self.theirs)
        against = max((c for g in groups for f, c in zip(g.facts, g.chances, strict=True) if f.id in told), default=0.0)
        return any(g.chance >= against for g in groups if self.slots.relate(self.mine[i].fact, g.facts[0]) in HOLDS)

    def _others(self, i: int, *, one: bool) -> list[Fact]:
        """The other facts of the draft, of the same sentence or of all."""
        fact = self.mine[i].fact
        others = (a.fact for a in self.mine if a.fact is not fact and a.fact.article == fact.article)
        return [o for o in others if not one or one_sentence(o, fact)]


def grouped(chances: Mapping[int, float], theirs: Sequence[Setting]) -> list[Group]:
    """Facts of the sources by value, the surest first."""
    found: dict[str, list[tuple[float, int]]] = {}
    for j, chance in chances.items():
        found.setdefault(value_of(theirs[j].fact), []).append((-chance, j))
    made = []
    for members in found.values():
        members.sort()
        made.append(Group(tuple(theirs[j].fact for _, j in members), tuple(-c for c, _ in members)))
    return sorted(made, key=lambda g: -g.chance)


def turned(fact: Fact, groups: Sequence[Group], least: float) -> Group | None:
    """The sources' value in this slot that has the same digits in another order, where it stands there surely enough.

    A value that could be worked out from others by chance is likelier that one, mistyped.
    """
    return next((g for g in groups if g.chance >= least and is_turned(fact, g.facts[0])), None)


def called_so(fact: Fact, best: Group, carrying: Sequence[Group]) -> bool:
    """True where a source calls the draft's figure what the draft calls it, a cost, and ``best`` is told as no cost."""
    what = fact.mention.attrs.get("attribute")
    of_best, *of_others = (g.facts[0].mention.attrs.get("attribute") for g in (best, *carrying))
    return bool(what) and of_best != what and what in of_others


def one_sentence(a: Fact, b: Fact) -> bool:
    """True for two facts of one sentence."""
    return (a.article, a.mention.sentence) == (b.article, b.mention.sentence)


def logit(chance: float) -> float:
    """Odds as a logarithm, kept off the ends."""
    chance = min(max(chance, 1e-4), 1 - 1e-4)
    return math.log(chance / (1 - chance))
