"""Groups of facts that answer one question differently, and who agrees with each reading.

In: the pairs that are kept. Out: groups of items, each with its best likeness.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from crosscheck.align.frames import tied
from crosscheck.align.matching.items import Item, Pairs, Relate
from crosscheck.settings import FrameSettings
from crosscheck.timing import is_open


def joined(items: Sequence[Item], kept: dict[tuple[int, int], float], pairs: Pairs) -> list[tuple[list[Item], float]]:
    """Items that kept pairs join, with those that agree with one of them, and the best likeness of each group."""
    parent: dict[int, int] = {}

    def root(x: int) -> int:
        while parent.setdefault(x, x) != x:
            parent[x] = parent[parent[x]]
            x = parent[x]
        return x

    for x, y in kept:
        parent[root(y)] = root(x)
    differing = set(parent)
    members: dict[int, set[int]] = defaultdict(set)
    for x in differing:
        members[root(x)].add(x)
    for (x, y), _ in sorted(pairs.same.items()):  # who agrees with a reading stands with it
        for one, other in ((x, y), (y, x)):
            if one in differing and other not in differing:
                members[root(one)].add(other)
    by_order = {i.order: i for i in items}
    best: dict[int, float] = defaultdict(float)
    for (x, _), score in kept.items():
        best[root(x)] = max(best[root(x)], score)
    return [([by_order[o] for o in sorted(found)], best[r]) for r, found in sorted(members.items())]


def add_agreeing(
    groups: Sequence[tuple[list[Item], float]],
    items: Sequence[Item],
    relation: Relate,
    settings: FrameSettings,
) -> None:
    """Puts beside each reading the other facts that tell the same time in a sentence about the same matter.

    They are too little alike to show a conflict, but where there is one an editor wants to see who tells which time.
    """
    taken = {i.order for group, _ in groups for i in group}
    by_time: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        by_time[item.time].append(item)
    for group, _ in groups:
        for member in list(group):
            near = [i for i in by_time[member.time] if i.order not in taken][: settings.block_width]
            for item in near:
                alike = item.past == member.past and tied(item.frame, member.frame, settings)
                alike = alike and not is_open(item.fact)
                if alike and relation(item.fact, member.fact) == "same":
                    taken.add(item.order)
                    group.append(item)
