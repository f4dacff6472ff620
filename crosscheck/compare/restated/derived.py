"""What a writer may rightly make of the sources' figures: sums and differences that no source tells.

In: figures of the sources. Out: whether a figure of the draft can have been worked out from two of them. Only two that
are told together count, for among many figures some difference is always near.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import TypeVar

import msgspec

from crosscheck.kinds.intervals import interval, point
from crosscheck.model import Fact, Quantity
from crosscheck.settings import RestatedSettings

_TOGETHER = 8  # figures or times of a sentence and the next that are taken together: more are a table
TENS = 10  # smaller numbers stand everywhere
T = TypeVar("T")


class Told(msgspec.Struct, frozen=True):
    """A figure of a source: what it counts, and the number in its base unit."""

    counted: str
    number: float
    sort: str


class Derived:
    """Sums and differences of two figures of one sort, told in one sentence or in two that follow one another."""

    def __init__(self, settings: RestatedSettings) -> None:
        self._settings = settings
        self._told: dict[str, dict[tuple[str, int], list[Told]]] = defaultdict(lambda: defaultdict(list))
        self._answers: dict[tuple[str, str], set[float]] = defaultdict(set)  # by sort and question
        self._numbers: dict[str, dict[float, None]] = defaultdict(dict)  # different ones, in order
        self._made: dict[str, list[tuple[float, frozenset[str]]]] = {}
        self._shares: list[float] | None = None

    def add(self, fact: Fact, sort: str, number: float) -> None:
        """A figure of a source."""
        if math.isfinite(number):
            told = Told(counted(fact), number, sort)
            self._numbers[sort][number] = None
            self._told[sort][fact.article, fact.mention.sentence].append(told)
            self._told[""][fact.article, fact.mention.sentence].append(told)
            for asked in {fact.mention.attrs.get("attribute", ""), told.counted} - {""}:
                if len(self._answers[sort, asked]) < _TOGETHER:
                    self._answers[sort, asked].add(number)

    def holds(self, fact: Fact, sort: str, number: float) -> bool:
        """True where the figure of the draft may be a sum or difference; what it counts must not speak against that."""
        if sort not in self._made:
            self._made[sort] = list(_pairs(self._told[sort])) if sort in self._told else []
        mine = counted(fact)
        if any(math.isclose(number, made, rel_tol=1e-6) for made in self._changes(sort)):
            return True
        if any(math.isclose(number, made, rel_tol=1e-6) and _fits(mine, of) for made, of in self._made[sort]):
            return True
        return self._apart(sort, number) or self._of_a_share(number)

    def _apart(self, sort: str, number: float) -> bool:
        """True for the sum or difference of two figures that stand apart: the new price less the old one."""
        limits = self._settings
        if not sort.startswith("money") and number < limits.apart_from:
            return False
        near = limits.rounded if number >= limits.rounded_from else 1e-6
        alike = (some for of, some in self._numbers.items() if of == sort or sort == "money" and of.startswith(sort))
        told = dict.fromkeys(n for some in alike for n in some)
        pairs = combinations(list(told)[: limits.most_apart], 2)
        return any(math.isclose(number, made, rel_tol=near) for a, b in pairs for made in (a + b, abs(a - b)))

    def _of_a_share(self, number: float) -> bool:
        """True for what a share told with a figure makes of it: 9 million are 60 percent, the rest is 6 million."""
        if self._shares is None:
            self._shares = []
            for a, b in told_together(self._told[""]):
                share, whole = (a, b) if a.sort == "percent" else (b, a)
                if share.sort == "percent" and whole.sort != "percent" and 0 < share.number < 100:
                    part = share.number / 100
                    self._shares += [whole.number * x for x in (part, 1 - part, 1 / part, 1 / part - 1)]
        return any(math.isclose(number, made, rel_tol=self._settings.rounded) for made in self._shares)

    def _changes(self, sort: str) -> Iterator[float]:
        """By how much two answers to one question differ: a fine of 40,000 that drops to 15,000 loses 25,000.

        Of every sort where none is asked for.
        """
        for (of, _), answers in self._answers.items():
            if not sort or of == sort:
                yield from (abs(a - b) for a, b in combinations(sorted(answers), 2))

    def holds_bare(self, number: float) -> bool:
        """The same for a number told without what it counts: "800 million goes to the lenders"."""
        if "" not in self._made:
            self._made[""] = list(_pairs(self._told[""]))
        if self._apart("money", number):
            return True
        made = (n for n, _ in self._made[""])
        return any(math.isclose(number, n, rel_tol=1e-6) for n in (*made, *self._changes("")))


def counted(fact: Fact) -> str:
    """What a figure counts, in words; empty for one that does not say."""
    value = fact.value
    return value.counted if isinstance(value, Quantity) else ""


def _fits(mine: str, others: frozenset[str]) -> bool:
    """Five matches are not three matches and two people; 16 people may be 14 men and two women, and 16 may be any."""
    return not mine or mine not in others or others == {mine}


def _pairs(told: dict[tuple[str, int], list[Told]]) -> Iterator[tuple[float, frozenset[str]]]:
    for a, b in told_together(told):
        of = frozenset((a.counted, b.counted))
        yield a.number + b.number, of
        yield abs(a.number - b.number), of


def told_together(told: Mapping[tuple[str, int], Sequence[T]]) -> Iterator[tuple[T, T]]:
    """Pairs of what one sentence tells, or two that follow one another; ``told`` is by article and sentence."""
    for (article, sentence), mine in told.items():
        yield from combinations([*mine, *told.get((article, sentence + 1), ())][:_TOGETHER], 2)


def made_here(mine: Sequence[Fact], carried: Sequence[bool], settings: RestatedSettings) -> list[bool]:
    """Whether a source has each figure of a draft, those too that the draft makes of two others beside them.

    "Of the 2.1 billion, 800 million goes to lenders; 1.3 billion builds a factory": what adds up has no slip.
    """
    numbers = [interval(f) for f in mine]
    found = list(carried)
    for i, (fact, made) in enumerate(zip(mine, numbers, strict=True)):
        if carried[i] or made is None or not made.exact or point(made) < TENS:
            continue
        beside = [
            point(n)
            for f, ok, n in zip(mine, carried, numbers, strict=True)
            if ok and n is not None and _near_by(f, fact)
        ]
        number = point(made)
        made_of = ((a, b) for a in beside for b in beside if a > b)
        added = any(math.isclose(number, a + b) or math.isclose(number, a - b) for a, b in made_of)
        found[i] = added or any(_times(number, b, settings) for b in beside)
    return found


def _times(number: float, one: float, settings: RestatedSettings) -> bool:
    """True for so many times a sum: "300,000 each, 1.2 million in all"."""
    times = number / one if one >= settings.times_from else 0.0
    return 1 < round(times) <= settings.most_times and math.isclose(times, round(times), rel_tol=1e-6)


def _near_by(a: Fact, b: Fact) -> bool:
    return a.article == b.article and abs(a.mention.sentence - b.mention.sentence) < 2
