"""One clash is told once: the same two facts, set against each other by the same rule, need no second finding.

In: findings. Out: those without the repeats, of each the one with most articles kept, in the order in which they came.
Aligning and linking may both bring two times of day together. What one rule tells of one cluster in other words is
another clash: a given name that one article writes otherwise, and a family name that another does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from crosscheck.model import LEVELS, Finding

# (rule, inside one article, fact): the kept findings in which the fact stands, by index, and its reading there
Stands = dict[tuple[str, bool, str], list[tuple[int, int]]]


def without_repeats(findings: Iterable[Finding]) -> list[Finding]:
    """Findings of which none that tells more, by the same rule, parts two of the same facts. Linear in the facts."""
    every = list(findings)
    order = sorted(range(len(every)), key=lambda i: (*_weight(every[i]), i))
    stands: Stands = defaultdict(list)
    kept: set[int] = set()
    for i in order:
        if _told(every[i], stands, every):
            continue
        kept.add(i)
        for side, reading in enumerate(every[i].readings):
            for fact in reading.facts:
                stands[every[i].rule, every[i].inside, fact.id].append((i, side))
    return [f for i, f in enumerate(every) if i in kept]


def _weight(finding: Finding) -> tuple[int, int, float]:
    """Gravest first, then by how many articles are heard, then the surest."""
    heard = {f.article for r in finding.readings for f in r.facts}
    return LEVELS.index(finding.level), -len(heard), -finding.confidence


def _told(finding: Finding, stands: Stands, kept: Sequence[Finding]) -> bool:
    """True where a kept finding has facts of two of this one's readings on two sides of its own."""
    sides: dict[int, set[tuple[int, int]]] = defaultdict(set)  # kept finding: (its reading, ours)
    for side, reading in enumerate(finding.readings):
        for fact in reading.facts:
            for known, theirs in stands.get((finding.rule, finding.inside, fact.id), ()):
                if not _apart(finding, kept[known]):
                    sides[known].add((theirs, side))
    return any(a != c and b != d for pairs in sides.values() for a, b in pairs for c, d in pairs)


def _apart(one: Finding, other: Finding) -> bool:
    """True for two findings of one cluster that show other values."""
    return one.cluster == other.cluster and {r.value for r in one.readings} != {r.value for r in other.readings}
