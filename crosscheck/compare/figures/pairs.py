"""Whether two figures of different values contradict each other, and how gravely.

In: two facts with their groups. Out: a verdict. A figure of another moment, source, unit or scope is no conflict; what
only one article tells beside the other value is two things.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from crosscheck.compare.figures.groups import Group
from crosscheck.compare.figures.surroundings import Surroundings
from crosscheck.compare.figures.telling import growing, order, risen, so_far, years_between
from crosscheck.kinds.intervals import Relation, interval, point, power_of_ten
from crosscheck.model import Corpus, Fact, Quantity
from crosscheck.settings import FigureSettings

Verdict = Literal["conflict", "update", "attributed", "rounding", "none"]


@dataclass(frozen=True)
class Standing:
    """What holds of a whole cluster: ``past`` of an older event, ``sure`` of one question beyond doubt.

    ``most`` is the highest count that each article tells.
    """

    past: bool
    sure: bool
    most: dict[str, float]


class Pairs:
    """Judges pairs of the figures of one corpus."""

    def __init__(self, corpus: Corpus, settings: FigureSettings, around: Surroundings) -> None:
        self._corpus = corpus
        self._settings = settings
        self._around = around

    def verdict(
        self, one: Fact, two: Fact, relation: Relation, groups: tuple[Group, Group], standing: Standing
    ) -> tuple[Verdict, float]:
        """The verdict on two figures, each of its group, and how alike their sentences are."""
        like = self._around.likeness(one, two)
        apart = self._apart(one, two, relation, groups, standing, near=like >= self._settings.copied)
        return apart or self._in_time(one, two, relation, standing, like), like

    def _apart(
        self,
        one: Fact,
        two: Fact,
        relation: Relation,
        groups: tuple[Group, Group],
        standing: Standing,
        *,
        near: bool,
    ) -> Verdict | None:
        """Why two figures are of two things, or of two sources; None where they are of one. ``near``: one copies."""
        inside = one.article == two.article
        if _two_people(one, two):
            return "none"
        if relation.kind == "bounds" and (inside or not (near or self._far_bounds(one, two, standing.sure))):
            return "none"
        credit = self._around.credit(one, two)
        unlike: Verdict = "attributed" if credit is False else "none"
        if inside and not self._told_again(one, two, near, standing.sure):
            return unlike
        a, b = groups
        if not near:
            far = self._too_far(one, two) and not _one_question(one, two)
            if far or _is_part(one, a, b, standing.most) or _is_part(two, b, a, standing.most):
                return "none"
            knows = two.article in a.articles or one.article in b.articles
            if not inside and knows and credit is not True:
                return unlike
        return "attributed" if credit is False and (not near or measure_of(one) == "magnitude") else None

    def _in_time(self, one: Fact, two: Fact, relation: Relation, standing: Standing, like: float) -> Verdict:
        """Whether the later of two figures brings the earlier one up to date."""
        if self._is_revised(one, two) or self._birthday(one, two):
            return "update"
        if standing.past or one.article == two.article or not (growing(one) and growing(two)):
            return "conflict"
        if like > self._settings.same_sentence and not (self._around.is_news(one) and self._around.is_news(two)):
            return "conflict"
        if self._is_update(one, two):
            return "update"
        if relation.kind == "apart" and like < self._settings.copied and not self._at_once(one, two):
            return "none"
        return "conflict"

    def _told_again(self, one: Fact, two: Fact, near: bool, sure: bool) -> bool:
        """True for two figures of one article that are one: converted, in headline and text, in table and text."""
        if _converts(one, two) or self._around.twice_told(one, two, near):
            return True
        return sure and self._around.tabled(one, two)

    def _too_far(self, one: Fact, two: Fact) -> bool:
        if measure_of(one) != "count" or growing(one) and growing(two):
            return False
        first, second = interval(one), interval(two)
        if first is None or second is None:
            return False
        low, high = sorted((point(first), point(second)))
        return low > 0 and high > self._settings.far_factor * low

    def _far_bounds(self, one: Fact, two: Fact, sure: bool) -> bool:
        """True for "at least 48" beside "at least 70" of what is surely one count."""
        if not sure:
            return False
        first, second = interval(one), interval(two)
        if first is None or second is None:
            return False
        low, high = sorted((first.low, second.low))
        return low > 0 and high >= self._settings.bounds_apart * low

    def _birthday(self, one: Fact, two: Fact) -> bool:
        """True for two ages of one person that the days between the articles explain."""
        if measure_of(one) != "age":
            return False
        years = years_between(one, two, self._corpus)
        first, second = interval(one), interval(two)
        if first is None or second is None:
            return False
        if years is None:  # one of two articles without a date may be a year younger
            dated = [bool(self._corpus.articles[f.article].published) for f in (one, two)]
            return dated[0] != dated[1] and abs(second.low - first.low) == 1
        gap = second.low - first.low
        return gap != 0 and math.floor(years) <= gap <= math.ceil(years) and abs(years) >= self._settings.birthday_years

    def _at_once(self, one: Fact, two: Fact) -> bool:
        return order(one, two, self._corpus, self._settings) == "together"

    def _is_update(self, one: Fact, two: Fact) -> bool:
        first, second = interval(one), interval(two)
        if first is None or second is None:
            return False
        low, high = (one, two) if first.low < second.low or first.high < second.high else (two, one)
        when = order(low, high, self._corpus, self._settings)
        return when == "before" or (when == "unknown" and so_far(low, self._corpus))

    def _is_revised(self, one: Fact, two: Fact) -> bool:
        """True where a text says that its number is being revised; one that "rose to 13" does not explain 16."""
        if not growing(one) and order(one, two, self._corpus, self._settings) in ("together", "unknown"):
            return self._around.marked(one, moved=False) or self._around.marked(two, moved=False)
        low, high = (two, one) if is_lower(two, one, two) else (one, two)
        return self._around.marked(high) or self._around.marked(low) and not risen(low, self._corpus)


def measure_of(fact: Fact) -> str:
    """The measure of a figure, empty for what is none."""
    return fact.value.measure if isinstance(fact.value, Quantity) else ""


def is_lower(fact: Fact, one: Fact, two: Fact) -> bool:
    """True for the lower side of an update: others may still stand by it, when the higher one is in dispute."""
    first, second = interval(one), interval(two)
    if first is None or second is None:
        return False
    return fact is (one if point(first) < point(second) else two)


def _is_part(fact: Fact, group: Group, other: Group, most: dict[str, float]) -> bool:
    """True for the lower of two values where its article tells a higher one too: a part beside its whole."""
    return group.told < other.told and most.get(fact.article, 0.0) > group.told


def _two_people(a: Fact, b: Fact) -> bool:
    """True for the prison sentences of two people, each told with a full name: no word of them is common."""
    if any(f.mention.attrs.get("attribute") != "sentence" for f in (a, b)):
        return False
    one, two = ([n.casefold().split() for n in f.mention.attrs.get("of_names", "").split(";")] for f in (a, b))
    named = all(any(len(n) > 1 for n in names) for names in (one, two))
    return named and {w for n in one for w in n}.isdisjoint(w for n in two for w in n)


def _one_question(a: Fact, b: Fact) -> bool:
    """True for two scales of one figure by its digits, where the words name one question."""
    name = a.mention.attrs.get("attribute")
    return bool(name) and name == b.mention.attrs.get("attribute") and power_of_ten(a, b) > 0


def _converts(a: Fact, b: Fact) -> bool:
    """True where one figure is the other in another unit, in brackets behind it."""
    spans = {f"{f.mention.span.start}-{f.mention.span.end}" for f in (a, b)}
    return any(f.mention.attrs.get("converts") in spans for f in (a, b))
