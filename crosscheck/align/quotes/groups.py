"""Groups of nodes, joined by links, the strongest first.

In: nodes, links and pairs that stand apart. Out: the nodes of each utterance.
"""

from __future__ import annotations

from crosscheck.align.quotes.units import Node

Link = tuple[int, int, float, float]  # two nodes, coverage, what they have in common


class Groups:
    """Joined numbers; the smallest stands for its group."""

    def __init__(self, size: int) -> None:
        self._above = list(range(size))

    def top(self, i: int) -> int:
        """The number that stands for the group of ``i``."""
        above = self._above
        while above[i] != i:
            above[i] = above[above[i]]
            i = above[i]
        return i

    def join(self, i: int, j: int) -> None:
        """Make two groups one."""
        i, j = sorted((self.top(i), self.top(j)))
        self._above[j] = i


def components(
    nodes: list[Node], links: list[Link], apart: list[tuple[int, int]]
) -> tuple[list[tuple[list[Node], float]], list[Link]]:
    """Nodes joined by links, never across a pair that stands apart, with the likeness of the weakest link.

    And the links that such a pair kept from joining: one article's sentence that is two of another's.
    """
    groups = Groups(len(nodes))
    foes: dict[int, set[int]] = {}
    for i, j in apart:
        foes.setdefault(i, set()).add(j)
        foes.setdefault(j, set()).add(i)

    similarity: dict[int, float] = {}
    kept: list[Link] = []
    for i, j, share, common in sorted(links, key=lambda k: (-k[2] * k[3], k[0], k[1])):
        a, b = sorted((groups.top(i), groups.top(j)))
        if a != b and any(groups.top(foe) == b for foe in foes.get(a, ())):
            kept.append((i, j, share, common))
        if a == b or kept and kept[-1][:2] == (i, j):
            continue
        groups.join(a, b)
        foes.setdefault(a, set()).update(foes.pop(b, set()))
        similarity[a] = min(similarity.get(a, 1.0), similarity.pop(b, 1.0), share)
    members: dict[int, list[Node]] = {}
    for node in nodes:
        members.setdefault(groups.top(node.index), []).append(node)
    return [(found, similarity.get(top, 1.0)) for top, found in members.items()], kept
