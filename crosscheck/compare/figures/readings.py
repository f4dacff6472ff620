"""The readings of a dispute: which values stand against each other, and which facts carry each.

In: the groups of a cluster with how they stand to each other. Out: lists of facts, a list a reading.
"""

from __future__ import annotations

import math

from crosscheck.compare.figures.groups import Group
from crosscheck.compare.figures.surroundings import Surroundings
from crosscheck.compare.figures.telling import growing
from crosscheck.credit import same_source
from crosscheck.kinds.intervals import Relation, interval
from crosscheck.model import Fact

Numbers = list[int]  # places of groups in their list


class Readings:
    """Sorts the groups of one cluster into readings; ``relations`` are by pairs of their numbers, the lower first."""

    def __init__(self, groups: list[Group], relations: dict[tuple[int, int], Relation], around: Surroundings) -> None:
        self._groups = groups
        self._relations = relations
        self._around = around

    def of(self, chosen: list[tuple[int, int]], *, loud_only: bool) -> list[list[Fact]]:
        """Values in dispute, each with those that mean the same; bounds join the one reading that they allow."""
        against: dict[int, set[int]] = {}
        for i, j in chosen:
            against.setdefault(i, set()).add(j)
            against.setdefault(j, set()).add(i)
        readings = self._disputed(against)
        for i in range(len(self._groups)):
            if i not in against:
                self._join(i, readings)
        return [self._facts(reading, loud_only) for reading in readings]

    def _holds(self, i: int, j: int) -> bool:
        return self._relations[min(i, j), max(i, j)].holds

    def _disputed(self, against: dict[int, set[int]]) -> list[Numbers]:
        """Readings of the values in dispute: two that mean the same, and stand against the same ones, are one."""
        readings: list[Numbers] = []
        for i in sorted(against, key=lambda g: (-len(self._groups[g].facts), g)):
            home = [r for r in readings if all(self._holds(i, k) and k not in against[i] for k in r)]
            if len(home) == 1 and against[i] <= set().union(*(against[k] for k in home[0])):
                home[0].append(i)
            else:
                readings.append([i])
        return readings

    def _join(self, i: int, readings: list[Numbers]) -> None:
        """Puts a value that nobody disputes to the one reading that it allows."""
        group = self._groups[i]
        home = [r for r in readings if self._holds(i, r[0])]
        home = [r for r in home if not _bound_of_other(group, self._groups[r[0]])] or home
        if len(home) != 1:
            return
        earlier = growing(group.facts[0]) and _bound_of_other(group, self._groups[home[0][0]])
        if not earlier:
            home[0].append(i)

    def _facts(self, reading: Numbers, loud_only: bool) -> list[Fact]:
        """The facts of a reading: those in conflict first, then those that merely carry its value."""
        loud = [f for i in reading for f in self._groups[i].loud]
        carried = [f for i in reading for f in self._groups[i].facts]
        if not loud_only:
            return carried
        rivals = {f.article for i, g in enumerate(self._groups) if i not in reading for f in g.loud}
        credited = {self._around.source(f) for f in loud}
        later = [f for i in reading for f in self._groups[i].later]
        quiet = [f for f in carried if f not in loud and f not in later and f.article not in rivals]
        return loud + [f for f in quiet if not self._around.source(f) or _credit_fits(self._around.source(f), credited)]


def _bound_of_other(a: Group, b: Group) -> bool:
    """True for "at least three" beside 11: an earlier state of a count, and no witness for it."""
    one, two = interval(a.facts[0]), interval(b.facts[0])
    if one is None or two is None:
        return True
    return (math.isinf(one.high) or math.isinf(two.high)) and one.low != two.low


def _credit_fits(source: str, credited: set[str]) -> bool:
    return any(same_source(source, c) is not False for c in credited)
