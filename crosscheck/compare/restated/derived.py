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

from crosscheck.model import Fact, Quantity

_TOGETHER = 8  # figures or times of a sentence and the next that are taken together: more are a table
T = TypeVar("T")


class Told(msgspec.Struct, frozen=True):
    """A figure of a source: what it counts, and the number in its base unit."""

    counted: str
    number: float


class Derived:
    """Sums and differences of two figures of one sort, told in one sentence or in two that follow one another."""

    def __init__(self) -> None:
        self._told: dict[str, dict[tuple[str, int], list[Told]]] = defaultdict(lambda: defaultdict(list))
        self._answers: dict[tuple[str, str], set[float]] = defaultdict(set)  # by sort and question
        self._made: dict[str, list[tuple[float, frozenset[str]]]] = {}

    def add(self, fact: Fact, sort: str, number: float) -> None:
        """A figure of a source."""
        if math.isfinite(number):
            told = Told(counted(fact), number)
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
        return any(math.isclose(number, made, rel_tol=1e-6) and _fits(mine, of) for made, of in self._made[sort])

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
