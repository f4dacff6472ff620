"""Stage three of grouping: links become stories, by average linkage inside what hangs together.

In: articles and links. Out: every article in exactly one set. The two sets that are likest by the mean of the links
between them join first, until no mean reaches the threshold (UPGMA; Sokal and Michener 1958): a story is held
together by all of its articles, so that one article about two events does not make them one. The result depends on
the links alone; ties go to the smaller key.

What hangs together is told by links that reach the threshold: no mean does where none of the links does. So a later
article changes nothing but the parts to which it has such a link, and links below it are needed inside a part only.
"""

from __future__ import annotations

import heapq
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping

from crosscheck.archive.grouping.meeting import Link
from crosscheck.archive.settings import GroupingSettings

Near = dict[str, dict[str, float]]


def partition(keys: Iterable[str], links: Iterable[Link], settings: GroupingSettings) -> list[list[str]]:
    """Sets of keys, each in the order of keys, the sets in the order of their first."""
    near: Near = {key: {} for key in keys}
    links = list(links)
    together = parts(near, links, settings)
    of = {key: number for number, component in enumerate(together) for key in component}
    for link in links:
        if of[link.one] == of[link.two]:
            near[link.one][link.two] = near[link.two][link.one] = link.chance
    found = []
    for component in together:
        found += _attached(_joined(component, near, settings), near, settings) if len(component) > 1 else [component]
    return sorted(found)


def parts(keys: Iterable[str], links: Iterable[Link], settings: GroupingSettings) -> list[list[str]]:
    """What hangs together by links that may join: each part in the order of keys, the parts in that of their first."""
    near: dict[str, list[str]] = {key: [] for key in keys}
    for link in links:
        if may_join(link, settings):
            near[link.one].append(link.two)
            near[link.two].append(link.one)
    return _components(near)


def may_join(link: Link, settings: GroupingSettings) -> bool:
    """Whether two sets may become one story by this link, others below it or not."""
    return link.chance >= settings.join


def _components(near: Mapping[str, Iterable[str]]) -> list[list[str]]:
    seen: set[str] = set()
    found = []
    for start in sorted(near):
        if start in seen:
            continue
        seen.add(start)
        part, open_ = [], [start]
        while open_:
            key = open_.pop()
            part.append(key)
            for other in near[key]:
                if other not in seen:
                    seen.add(other)
                    open_.append(other)
        found.append(sorted(part))
    return found


def _joined(component: list[str], near: Near, settings: GroupingSettings) -> list[list[str]]:
    """One component cut into stories. A set goes by its smallest key."""
    sets = _Sets(component, near, settings)
    while (pair := sets.likest()) is not None:
        sets.join(*pair)
    return [sorted(members) for members in sets.members.values()]


class _Sets:
    """Sets of one component that join, pair by pair, the likest first."""

    def __init__(self, component: list[str], near: Near, settings: GroupingSettings) -> None:
        self.members = {key: [key] for key in component}
        self._settings = settings
        self._sums: dict[str, dict[str, float]] = {key: dict(sorted(near[key].items())) for key in component}
        self._version: dict[str, int] = defaultdict(int)  # how often a set has grown: offers of before are void
        self._heap: list[tuple[float, str, str, int, int]] = []
        for one in component:
            for two in self._sums[one]:
                if one < two:
                    self._offer(one, two)

    def _offer(self, one: str, two: str) -> None:
        mean = self._sums[one][two] / _pairs(len(self.members[one]), len(self.members[two]), self._settings)
        if mean >= self._settings.join:
            a, b = sorted((one, two))
            heapq.heappush(self._heap, (-round(mean, 9), a, b, self._version[a], self._version[b]))

    def likest(self) -> tuple[str, str] | None:
        """The two sets that join next; None where no mean reaches the threshold any more."""
        while self._heap:
            _, one, two, then_one, then_two = heapq.heappop(self._heap)
            there = one in self.members and two in self.members
            if there and (self._version[one], self._version[two]) == (then_one, then_two):
                return one, two
        return None

    def join(self, one: str, two: str) -> None:
        """Put the second set into the first."""
        self.members[one] += self.members.pop(two)
        self._version[one] += 1
        ours, theirs = self._sums[one], self._sums.pop(two)
        ours.pop(two)
        for other, total in theirs.items():
            if other != one:
                ours[other] = ours.get(other, 0.0) + total
                self._sums[other].pop(two)
        for other, total in ours.items():
            self._sums[other][one] = total
            self._offer(one, other)


def _attached(sets: list[list[str]], near: Near, settings: GroupingSettings) -> list[list[str]]:
    """The sets, with articles that are alone put to the story of several that is nearest; none goes where they went.

    A portrait or a piece on what came of it is like one or two articles of its story and unlike the rest. That it would
    make two stories one need not be feared: it is alone.
    """
    stories = {members[0]: members for members in sets if len(members) > 1}
    of = {key: name for name, members in stories.items() for key in members}
    found = {name: list(members) for name, members in stories.items()}
    for members in sets:
        if len(members) > 1:
            continue
        links: dict[str, list[float]] = defaultdict(list)
        for other, chance in near[members[0]].items():
            if other in of:
                links[of[other]].append(chance)
        means = {
            name: round(math.fsum(chances) / _pairs(1, len(stories[name]), settings), 9)
            for name, chances in links.items()
            if max(chances) >= settings.lone_link
        }
        best = min(means, key=lambda name: (-means[name], name), default=None)
        if best is not None and means[best] >= settings.lone:
            found[best] += members
        else:
            found[members[0]] = members
    return [sorted(members) for members in found.values()]


def _pairs(one: int, two: int, settings: GroupingSettings) -> int:
    """How many links two sets of these sizes can have: an article looks closer at so many others and no more."""
    return min(one * two, settings.most_candidates // 4 * min(one, two))
